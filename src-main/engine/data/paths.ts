// From the paths that a user chose to the folders that are imported: archives are unpacked into the dataset's own
// folder, several paths get names of their own.
import { basename, resolve } from 'node:path'
import { type Dataset, type ImportReport } from '../../contract'
import { type Task } from '../task'
import { importFolder, type FolderImport } from './folder'
import { type Mount } from './walk'

/** A folder or an archive; `owned`: it is the library's. */
export interface SourcePath {
  path: string
  owned: boolean
}

type OwnedMount = Mount & { owned: boolean }

export interface PathsImport extends Omit<FolderImport, 'mounts' | 'kind'> {
  paths: SourcePath[]
}

/** @throws UserError as `importFolder`; `archive-damaged` */
export async function importPaths(
  { paths, ...rest }: PathsImport,
  task: Task,
): Promise<{ dataset: Dataset; report: ImportReport }> {
  const mounts = await mountsOf(paths)
  return await importFolder({ ...rest, kind: 'folder', mounts }, task)
}

/** One path is everything; several each have their name, made unique. */
export async function mountsOf(paths: readonly SourcePath[]): Promise<OwnedMount[]> {
  if (paths.length === 1) return [{ name: '', path: resolve(paths[0].path), owned: paths[0].owned }]
  const taken = new Set<string>()
  return paths.map(({ path, owned }) => ({
    name: uniqueName(basename(resolve(path)), taken),
    path: resolve(path),
    owned,
  }))
}

export function uniqueName(wanted: string, taken: Set<string>): string {
  const base = wanted === '' ? 'pictures' : wanted
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base} (${number})`
  taken.add(name)
  return name
}
