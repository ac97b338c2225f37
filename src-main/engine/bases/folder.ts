// Where bases are on disk. `<bases>/<sha256>/` holds base.json and the weights file and is renamed into place when it
// is whole; the folders of what ships with Cotejo are called by their names. Beside them, in the library:
// `.downloads/` (weights files that are on their way or broke off) and `.making-<process>-<random>/`.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { baseRecord, type BaseRecord } from '../../contract'

export interface StoredBase {
  readonly record: BaseRecord
  readonly folder: string
  /** The weights file. */
  readonly file: string
}

const RECORD = 'base.json'
const MAX_RECORD_BYTES = 64 * 1024

export const downloadsFolder = (bases: string): string => join(bases, '.downloads')

/** COTEJO_RESOURCES, else the `resources` of the nearest folder above this file that has one with bases. */
export function resourcesFolder(): string | null {
  const named = process.env['COTEJO_RESOURCES']
  if (named) return named
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const candidate = join(folder, 'resources')
    if (existsSync(join(candidate, 'bases'))) return candidate
    const parent = dirname(folder)
    if (parent === folder) return null
    folder = parent
  }
}

/**
 * The base in a folder, as far as a look at the file's length can tell.
 * @returns null where there is none, or something else, or its weights file is gone or has another length
 */
async function readBase(folder: string): Promise<StoredBase | null> {
  try {
    const path = join(folder, RECORD)
    if ((await stat(path)).size > MAX_RECORD_BYTES) return null
    const record = baseRecord.parse(JSON.parse(await readFile(path, 'utf8')))
    if (record.file !== basename(record.file)) return null
    const file = join(folder, record.file)
    const found = await stat(file)
    return found.isFile() && found.size === record.bytes ? { record, folder, file } : null
  } catch {
    // Not ours, or damaged: installing it again puts a whole one in its place.
    return null
  }
}

const basename = (path: string): string => path.replace(/^.*[/\\]/, '')

async function readBases(parent: string, wanted: (name: string) => boolean): Promise<StoredBase[]> {
  const names = await readdir(parent).catch(() => [])
  const found = await Promise.all(
    names
      .filter(wanted)
      .sort()
      .map((name) => readBase(join(parent, name))),
  )
  return found.filter((one) => one !== null)
}

/** Bases in the library, by the order of their titles. */
export async function installedBases(bases: string): Promise<StoredBase[]> {
  const found = await readBases(bases, (name) => /^[0-9a-f]{64}$/.test(name))
  const own = found.filter(({ record, folder }) => basename(folder) === record.sha256)
  return own.sort((a, b) => a.record.title.localeCompare(b.record.title, 'en', { numeric: true }))
}

/** Bases that ship with Cotejo. */
export async function builtInBases(): Promise<StoredBase[]> {
  const resources = resourcesFolder()
  if (resources === null) return []
  const found = await readBases(join(resources, 'bases'), (name) => !name.startsWith('.'))
  return found.filter(({ record }) => record.origin === 'box')
}

/** A new, empty folder in the library for a base that is being put together. */
export async function makingFolder(bases: string): Promise<string> {
  await sweep(bases)
  const folder = join(bases, `.making-${process.pid}-${randomBytes(6).toString('hex')}`)
  await mkdir(folder, { recursive: true })
  return folder
}

/** Removes what a process that ended in the middle has left. The library's lock lets only one process write. */
async function sweep(bases: string): Promise<void> {
  for (const name of await readdir(bases).catch(() => [])) {
    if (!/^\.(making|removing)-/.test(name) || name.startsWith(`.making-${process.pid}-`)) continue
    await rm(join(bases, name), { recursive: true, force: true })
  }
}

/** Moves a folder with a weights file to its place, with the record beside it. One that was there gives way. */
export async function placeBase(bases: string, making: string, record: BaseRecord): Promise<StoredBase> {
  await writeFile(join(making, RECORD), `${JSON.stringify(record, null, 2)}\n`, { flush: true })
  const folder = join(bases, record.sha256)
  await removeFolder(bases, folder)
  await rename(making, folder)
  return { record, folder, file: join(folder, record.file) }
}

/** Takes a folder away at once: renamed first, as one that is half removed must not look whole. */
export async function removeFolder(bases: string, folder: string): Promise<void> {
  const leaving = join(bases, `.removing-${process.pid}-${randomBytes(6).toString('hex')}`)
  try {
    await rename(folder, leaving)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  await rm(leaving, { recursive: true, force: true })
}
