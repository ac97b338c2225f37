// Writing into a dataset's folder: to a temporary name first, so that a whole name means a whole file.
import { open, rename, rm, statfs } from 'node:fs/promises'
import { UserError } from '../../contract'

/** Ends the name of a file that is not finished. */
export const TEMPORARY = '.tmp'

/**
 * Writes a file whole or not at all.
 * @param lasting whether it must be on the disk before it gets its name; not for what can be made again
 */
export async function writeWhole(path: string, content: string | Uint8Array, lasting = true): Promise<void> {
  const temporary = path + TEMPORARY
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(content)
      if (lasting) await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

export const toJson = (value: unknown): string => JSON.stringify(value, null, 2) + '\n'

/**
 * Says so before the work rather than after it when there is not enough room.
 * @throws UserError `disk-full`
 */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= bytes) return
  throw new UserError(
    'disk-full',
    `The pictures need ${megabytes(bytes)} on the library's disk, but only ${megabytes(free)} are free.`,
    {
      detail: { needed: bytes, free, folder },
      hint: 'Free some space, choose a smaller size, or choose a library on another disk.',
    },
  )
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`
