// The original pictures of a dataset: where they are, how they are read, and what tells that they are the same.
import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  read as readCallback,
  readSync,
  type Stats,
} from 'node:fs'
import { basename, isAbsolute, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { type Dataset } from '../../contract'
import { decodePicture, FILE_LIMIT, PictureError, unreadableError, type DecodeOptions } from './decode'

/** Folder of the originals that a dataset owns, in its own folder. */
export const ORIGINALS = 'originals'

/** First 72 bits of a file's SHA-256, base64url: equal for copies of a file and for nothing else. */
export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 12)

/**
 * Where a dataset's originals are: a function from a file of its items to an absolute path; null where the cache is
 * all there is.
 */
export function originalsOf(folder: string, { source }: Dataset): ((file: string) => string) | null {
  const absolute = (path: string) => (isAbsolute(path) ? path : join(folder, path))
  const mounts = new Map((source.mounts ?? []).map(({ name, path }) => [name, absolute(path)]))
  if (source.path === '' && mounts.size === 0) return null
  const root = absolute(source.path)
  return (file) => {
    const end = file.indexOf('/')
    const mount = mounts.get(end < 0 ? file : file.slice(0, end))
    if (mount === undefined) return root + sep + file
    return end < 0 ? mount : join(mount, file.slice(end + 1))
  }
}

/** What tells that a file is as it was, without reading it. All but the times are exact; so are those, to the file system. */
export interface Signature {
  size: number
  /** Milliseconds since 1970, with the fraction that the file system has. */
  mtime: number
  ctime: number
  inode: number
}

export const signatureOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): Signature => ({
  size,
  mtime: mtimeMs,
  ctime: ctimeMs,
  inode: ino,
})

const asynchronously = promisify(readCallback)
/** Above this a file is read by a thread of its own. */
const LARGE = 512 * 1024
/** Milliseconds that reading a small file may take; where it takes longer, the disk is slow and threads wait for it. */
const SLOW = 2
/** How many of the next files are left to threads because the disk was slow. */
let slow = 0

/**
 * Reads a picture file whole, as it is at one moment.
 * @param allocate where the bytes go
 * @throws PictureError when it is empty, too large, not there, not readable, or changes while it is read
 */
export async function readOriginal(
  path: string,
  allocate: (size: number) => Buffer = Buffer.allocUnsafeSlow,
): Promise<{ bytes: Buffer; signature: Signature }> {
  for (let attempt = 0; ; attempt++) {
    const found = await readOnce(path, allocate)
    if (found) return found
    if (attempt > 0) throw new PictureError(basename(path), 'changed', 'the file changed while it was read.')
  }
}

// Small files are read at once: handing each open, stat, read and close to a thread takes longer than doing it.
async function readOnce(
  path: string,
  allocate: (size: number) => Buffer,
): Promise<{ bytes: Buffer; signature: Signature } | null> {
  const name = basename(path)
  let file: number | null = null
  try {
    const began = performance.now()
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const before = fstatSync(file)
    const { size } = before
    if (before.isDirectory()) throw new PictureError(name, 'not-a-file', 'this is a folder.')
    if (!before.isFile()) throw new PictureError(name, 'not-a-file', 'neither a file nor a folder.')
    if (size === 0) throw new PictureError(name, 'empty', 'the file is empty.')
    if (size > FILE_LIMIT) throw new PictureError(name, 'too-large', 'the file is larger than 512 MB.')
    const bytes = allocate(size)
    const threaded = size > LARGE || slow > 0
    if (slow > 0) slow--
    let at = 0
    while (at < size) {
      const got = threaded
        ? (await asynchronously(file, bytes, at, size - at, at)).bytesRead
        : readSync(file, bytes, at, size - at, at)
      if (got === 0) break
      at += got
    }
    if (!threaded && performance.now() - began > SLOW) slow = 64
    const after = fstatSync(file)
    if (at < size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) return null
    return { bytes, signature: signatureOf(before) }
  } catch (error) {
    if (error instanceof PictureError) throw error
    throw unreadableError(name, error)
  } finally {
    if (file !== null) closeSync(file)
  }
}

/** Reads and decodes one original. */
export async function decodeOriginal(
  path: string,
  options: DecodeOptions,
): Promise<{ pixels: Uint8Array; digest: string }> {
  const { bytes } = await readOriginal(path)
  return { digest: digestOf(bytes), pixels: await decodePicture(bytes, options) }
}
