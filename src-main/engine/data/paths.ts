// From the paths that a user chose to the folders that are imported: archives are unpacked into the dataset's own
// folder, several paths get names of their own.
import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { UserError, type Dataset, type ImportReport, type SkippedFile } from '../../contract'
import { type Task } from '../task'
import { archiveKind, unpackArchive } from './archive/unpack'
import { importFolder, type FolderImport } from './folder'
import { ORIGINALS } from './originals'
import { isIgnored, type Mount } from './walk'

/** A folder or an archive; `owned`: it is the library's. */
export interface SourcePath {
  path: string
  owned: boolean
}

export type OwnedMount = Mount & { owned: boolean }

export interface PathsImport extends Omit<FolderImport, 'mounts' | 'kind' | 'skipped' | 'name'> {
  paths: SourcePath[]
}

/** @throws UserError as `importFolder`; `archive-damaged`; Cifar10Found for CIFAR-10's own archive */
export async function importPaths(
  { paths, ...rest }: PathsImport,
  task: Task,
): Promise<{ dataset: Dataset; report: ImportReport }> {
  const { mounts, skipped } = await openPaths(paths, join(rest.folder, ORIGINALS), new Set(), task)
  return await importFolder({ ...rest, name: nameOf(paths), kind: 'folder', mounts, skipped }, task)
}

/**
 * Unpacks what is an archive.
 * @param unpackTo folder that is made for what is unpacked
 * @param taken names that mounts must not have; with none and a single path, that is everything and needs no name
 * @returns the folders (and single files) to read, and what of the archives was left out
 */
export async function openPaths(
  paths: readonly SourcePath[],
  unpackTo: string,
  taken: Set<string>,
  task: Task,
): Promise<{ mounts: OwnedMount[]; skipped: SkippedFile[] }> {
  const all = (await Promise.all(paths.map(withArchivesInside))).flat()
  const alone = all.length === 1 && taken.size === 0
  const mounts: OwnedMount[] = []
  const skipped: SkippedFile[] = []
  for (const { path, owned } of all) {
    const absolute = resolve(path)
    const unpacked = await isArchive(absolute, alone)
    const wanted = basename(absolute)
    const name = alone ? '' : uniqueName(unpacked ? withoutEnding(wanted) : wanted, taken)
    if (!unpacked) mounts.push({ name, path: absolute, owned })
    else {
      const folder = alone ? unpackTo : join(unpackTo, name)
      const left = await unpackArchive(absolute, folder, task)
      skipped.push(...left.map((one) => ({ ...one, file: name === '' ? one.file : `${name}/${one.file}` })))
      mounts.push({ name, path: folder, owned: true })
    }
  }
  return { mounts, skipped }
}

/** A browser sends an archive as the only file of a folder: then the archive is meant. */
async function withArchivesInside(source: SourcePath): Promise<SourcePath[]> {
  if (!source.owned) return [source]
  const entries = await readdir(source.path, { withFileTypes: true })
  const files = entries.filter(({ name }) => !isIgnored(name))
  if (files.length === 0 || !files.every((entry) => entry.isFile())) return [source]
  const found = files.map(({ name }) => join(source.path, name))
  const kinds = await Promise.all(found.map(archiveKind))
  return kinds.every((kind) => kind !== null) ? found.map((path) => ({ path, owned: true })) : [source]
}

/**
 * @param only whether it is the one thing that was chosen: a single file is an archive then, or a mistake
 * @throws UserError `folder-not-found`
 */
async function isArchive(path: string, only: boolean): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (!found)
    throw new UserError('folder-not-found', `There is no folder ${path}.`, {
      detail: { folder: path },
      hint: 'Check the path; if it is on another disk, check that the disk is connected.',
    })
  if (!found.isFile()) return false
  if ((await archiveKind(path)) !== null) return true
  if (only)
    throw new UserError('folder-not-found', `${path} is a file, not a folder or an archive.`, {
      detail: { folder: path },
      hint: 'Choose the folder that has a subfolder for each class, or a .zip, .tar or .tar.gz of it.',
    })
  return false
}

/** What the dataset is called when the user said nothing. */
function nameOf(paths: readonly SourcePath[]): string {
  const [first] = paths
  if (first.owned || paths.length > 1) return 'Photos'
  const path = resolve(first.path)
  return withoutEnding(basename(path)) || path
}

/** `animals.tar.gz` is `animals`. */
const withoutEnding = (name: string): string => name.replace(/\.(zip|tar|tgz|tar\.gz)$/i, '') || name

export function uniqueName(wanted: string, taken: Set<string>): string {
  const base = wanted === '' ? 'pictures' : wanted
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base} (${number})`
  taken.add(name)
  return name
}
