// Folders for what is being made: on the library's own file system, so that a rename moves them whole, and gone when a
// library is opened. (What was removed is in trash.ts.)
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe } from '../errors'
import type { Logger } from '../types'
import { ifThere, makeFolder, move, randomName, removeAll } from './files'
import type { LibraryPaths } from './paths'

/**
 * A new, empty folder under `.tmp`.
 * @param purpose begins the folder's name, for people who look
 */
export async function temporaryFolder(paths: LibraryPaths, purpose: string): Promise<string> {
  const folder = join(paths.temporary, `${purpose}-${randomName()}`)
  await makeFolder(folder)
  return folder
}

/**
 * Makes a folder's content under `.tmp` and renames it into place when it is whole; if `fill` fails, nothing
 * of it is left.
 */
export async function makeInPlace<T>(
  paths: LibraryPaths,
  target: string,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await temporaryFolder(paths, basename(target))
  try {
    const result = await fill(folder)
    await move(folder, target)
    return result
  } catch (thrown) {
    await removeAll(folder).catch(() => {})
    throw thrown
  }
}

/** Deletes what processes that ended left under `.tmp`. Only for the holder of the lock. */
export async function cleanLeftovers(paths: LibraryPaths, log: Logger): Promise<void> {
  for (const name of (await ifThere(readdir(paths.temporary))) ?? []) {
    await removeAll(join(paths.temporary, name)).catch((thrown) => {
      log.warn(`Could not delete the leftover ${join(paths.temporary, name)}: ${describe(thrown)}`)
    })
  }
}
