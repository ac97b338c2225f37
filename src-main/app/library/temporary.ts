// Folders for what is being made or removed. Both are on the library's own file system, so that a rename moves
// them whole, and both are empty when a library is opened.
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

/** Moves a folder to the trash at once, then deletes it: a half-deleted folder is never seen in its place. */
export async function discard(paths: LibraryPaths, folder: string, log: Logger): Promise<void> {
  await makeFolder(paths.trash)
  const grave = join(paths.trash, `${basename(folder)}-${randomName()}`)
  await move(folder, grave)
  await removeAll(grave).catch((thrown) => {
    log.warn(`${grave} is deleted when the library is opened next: ${describe(thrown)}`)
  })
}

/** Deletes what processes that ended left under `.tmp` and `.trash`. Only for the holder of the lock. */
export async function cleanLeftovers(paths: LibraryPaths, log: Logger): Promise<void> {
  for (const folder of [paths.temporary, paths.trash]) {
    for (const name of (await ifThere(readdir(folder))) ?? []) {
      await removeAll(join(folder, name)).catch((thrown) => {
        log.warn(`Could not delete the leftover ${join(folder, name)}: ${describe(thrown)}`)
      })
    }
  }
}
