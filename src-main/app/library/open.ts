// Opens a library's folder: makes it if it is missing, takes the lock, brings it to the current version.
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../../contract'
import type { AppOptions, Logger } from '../types'
import { ifThere, makeFolder } from './files'
import { lockHolder, takeLock, type Lock } from './lock'
import { checkVersion, migrate, migrations } from './migrations'
import { libraryPaths, type LibraryPaths } from './paths'
import { cleanLeftovers } from './temporary'
import { Trash } from './trash'

export interface Library {
  readonly paths: LibraryPaths
  /** Null where the library was opened for reading only. */
  readonly lock: Lock | null
  readonly trash: Trash
  /** Does another process write in it? Always false for the one that has the lock. */
  hasOtherWriter(): Promise<boolean>
  /** @throws UserError `library-in-use` or `no-permission` where the library was opened for reading only */
  checkWritable(): Promise<void>
}

async function openForReading(paths: LibraryPaths, trash: Trash): Promise<Library> {
  const version = await checkVersion(paths)
  if (version > 0 && version < migrations.length) {
    throw new UserError('no-permission', `This library has the older version ${version}.`, {
      detail: { version },
      hint: 'Open it once with Cotejo for writing, which brings it up to date.',
    })
  }
  return {
    paths,
    lock: null,
    trash,
    hasOtherWriter: async () => (await lockHolder(paths.lock)) !== null,
    async checkWritable() {
      throw new UserError('no-permission', 'This library was opened for reading only.', {
        hint: 'Open it for writing to change it.',
      })
    },
  }
}

/**
 * @throws UserError `library-in-use`, `library-newer`, `file-unreadable` (library.json is damaged),
 *   `folder-not-found` (a file is in its place)
 */
export async function openLibrary(
  options: Pick<AppOptions, 'library' | 'host' | 'readOnly'>,
  log: Logger,
): Promise<Library> {
  const paths = libraryPaths(resolve(options.library))
  const there = await ifThere(stat(paths.root))
  if (there !== null && !there.isDirectory()) {
    throw new UserError('folder-not-found', `${paths.root} is a file; a library is a folder.`, {
      detail: { path: paths.root },
      hint: 'Choose a folder for the library.',
    })
  }
  const trash = new Trash(paths, log)
  if (options.readOnly) return openForReading(paths, trash)

  await checkVersion(paths)
  await makeFolder(paths.root)
  const lock = await takeLock(paths.lock, options.host)
  try {
    await migrate(paths, migrations, (message) => log.info(message))
    await cleanLeftovers(paths, log)
    await trash.sweep()
  } catch (thrown) {
    await lock.release()
    throw thrown
  }
  return { paths, lock, trash, hasOtherWriter: async () => false, checkWritable: async () => {} }
}
