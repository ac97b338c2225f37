// Writing into a dataset's folder: to a temporary name first, so that a whole name means a whole file.
import { open, rename, rm, statfs, type FileHandle } from 'node:fs/promises'
import { UserError } from '../../contract'

/** Ends the name of a file that is not finished. */
export const TEMPORARY = '.tmp'

/**
 * Writes a file whole or not at all.
 * @param lasting whether it must be on the disk before it gets its name; not for what can be made again
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  lasting = true,
): Promise<void> {
  const temporary = path + TEMPORARY
  try {
    const file = await open(temporary, 'w')
    try {
      if (typeof content === 'string' || content instanceof Uint8Array) await file.writeFile(content)
      else await writeParts(file, content)
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

/** One buffer for all parts: fresh ones would pile up until memory is cleared. */
async function writeParts(file: FileHandle, parts: Iterable<string>): Promise<void> {
  const buffer = Buffer.alloc(1 << 18)
  let filled = 0
  const flush = async () => {
    if (filled > 0) await file.writeFile(buffer.subarray(0, filled)) // goes on where the last one ended
    filled = 0
  }
  for (const part of parts) {
    const bytes = Buffer.byteLength(part)
    if (bytes > buffer.length - filled) await flush()
    if (bytes > buffer.length) await file.writeFile(part)
    else filled += buffer.write(part, filled)
  }
  await flush()
}

/** A JSON array in parts of many elements: a long list is never one long string. */
export function* jsonArray<T>(items: ArrayLike<T>, part = 1024): Generator<string> {
  for (let from = 0; from < items.length; from += part) {
    const some: T[] = []
    for (let i = from; i < Math.min(items.length, from + part); i++) some.push(items[i])
    yield (from === 0 ? '[' : ',') + JSON.stringify(some).slice(1, -1)
  }
  yield items.length === 0 ? '[]' : ']'
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
