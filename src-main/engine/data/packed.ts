// The packed cache: all pictures of a dataset at one size, decoded, in one file.
//
// `images-<size>-<resize>.u8` is nothing but pixels: for picture i, size·size·3 bytes (rows, columns, RGB) from byte
// i·size·size·3 on. No header: the name says the size, items.json the count, and a file of any other length is no
// cache. NumPy reads it with np.fromfile(name, np.uint8).reshape(-1, size, size, 3).
import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { type ResizeMode } from '../../contract'
import { TEMPORARY } from './files'

/** Caches up to this many bytes are kept in memory while they are open. */
export const MEMORY_LIMIT = 512 * 1024 * 1024
const CHUNK = 4 * 1024 * 1024

export const cacheName = (size: number, resize: ResizeMode): string => `images-${size}-${resize}.u8`

/** Pictures of one size as bytes. */
export interface PackedImages {
  /** Side in pixels. */
  readonly size: number
  readonly count: number
  readonly bytesPerImage: number
  /**
   * Copies pictures one after the other into `into`: RGB, row-major, bytesPerImage each. Synchronous.
   * @throws RangeError for an index that is not there, or when `into` is too short
   */
  read(indices: ArrayLike<number>, into: Uint8Array): void
  close(): void
}

/** Writes a cache under a temporary name; `finish` gives it its own. */
export class PackWriter {
  /** Pictures written so far. */
  count = 0
  private buffer: Uint8Array
  private filled = 0
  private readonly hash: Hash | null
  private readonly path: string
  private readonly file: FileHandle

  private constructor(path: string, file: FileHandle, bytesPerImage: number, hashed: boolean) {
    this.hash = hashed ? createHash('sha256') : null
    this.path = path
    this.file = file
    this.buffer = new Uint8Array(Math.max(1, Math.floor(CHUNK / bytesPerImage)) * bytesPerImage)
  }

  /** @param hashed whether `finish` tells the hash of the pixels */
  static async create(path: string, bytesPerImage: number, hashed = true): Promise<PackWriter> {
    return new PackWriter(path, await open(path + TEMPORARY, 'w'), bytesPerImage, hashed)
  }

  /** Appends whole pictures. */
  async write(pixels: Uint8Array, images = 1): Promise<void> {
    this.count += images
    if (this.filled + pixels.length > this.buffer.length) await this.flush()
    if (pixels.length > this.buffer.length) return await this.put(pixels)
    this.buffer.set(pixels, this.filled)
    this.filled += pixels.length
  }

  private async flush(): Promise<void> {
    if (this.filled > 0) await this.put(this.buffer.subarray(0, this.filled))
    this.filled = 0
  }

  private async put(bytes: Uint8Array): Promise<void> {
    this.hash?.update(bytes)
    // One call may write only a part, on a disk that is nearly full for one.
    for (let at = 0; at < bytes.length;)
      at += (await this.file.write(bytes, at, bytes.length - at)).bytesWritten
  }

  /** @returns SHA-256 of all pixels, if it was asked for */
  async finish(): Promise<Buffer | null> {
    await this.flush()
    await this.file.sync()
    await this.file.close()
    await rename(this.path + TEMPORARY, this.path)
    return this.hash?.digest() ?? null
  }

  /** Gives up: nothing is left. May be called after `finish` too, and removes the finished file then. */
  async discard(): Promise<void> {
    await this.file.close().catch(() => {})
    await rm(this.path + TEMPORARY, { force: true })
    await rm(this.path, { force: true })
  }
}

/** Whether a whole cache of `count` pictures is there. */
export async function packExists(path: string, size: number, count: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size * size * 3 * count
  } catch {
    return false
  }
}

/** Opens a cache that is there: in memory when it is small enough, else with a read from disk for each picture. */
export async function openPack(
  path: string,
  size: number,
  count: number,
  memoryLimit = MEMORY_LIMIT,
): Promise<PackedImages> {
  const bytesPerImage = size * size * 3
  const bytes = bytesPerImage * count
  const check = (index: number) => {
    if (!(index >= 0 && index < count)) throw new RangeError(`There is no picture ${index} among ${count}.`)
  }
  const checkRoom = (indices: ArrayLike<number>, into: Uint8Array) => {
    if (into.length < indices.length * bytesPerImage)
      throw new RangeError(`${indices.length} pictures do not fit into ${into.length} bytes.`)
  }
  if (bytes <= memoryLimit) {
    let pixels: Uint8Array | null = await readFile(path)
    if (pixels.length !== bytes) throw new Error(`${path} has ${pixels.length} bytes, not ${bytes}.`)
    return {
      size,
      count,
      bytesPerImage,
      read(indices, into) {
        if (!pixels) throw new Error('The images are closed.')
        checkRoom(indices, into)
        for (let i = 0; i < indices.length; i++) {
          const index = indices[i]
          check(index)
          into.set(pixels.subarray(index * bytesPerImage, (index + 1) * bytesPerImage), i * bytesPerImage)
        }
      },
      close() {
        pixels = null
      },
    }
  }
  let file: number | null = openSync(path, 'r')
  return {
    size,
    count,
    bytesPerImage,
    read(indices, into) {
      if (file === null) throw new Error('The images are closed.')
      checkRoom(indices, into)
      for (let i = 0; i < indices.length;) {
        check(indices[i])
        // Neighbours on disk are read at once: evaluation goes through whole splits in order.
        let run = 1
        while (i + run < indices.length && indices[i + run] === indices[i] + run) run++
        check(indices[i] + run - 1)
        readFully(
          file,
          into.subarray(i * bytesPerImage, (i + run) * bytesPerImage),
          indices[i] * bytesPerImage,
        )
        i += run
      }
    },
    close() {
      if (file !== null) closeSync(file)
      file = null
    },
  }
}

function readFully(file: number, into: Uint8Array, position: number): void {
  for (let at = 0; at < into.length;) {
    const read = readSync(file, into, at, into.length - at, position + at)
    if (read === 0) throw new Error('The image cache is shorter than it was.')
    at += read
  }
}

/** One picture straight from a cache file. */
export async function readOne(path: string, size: number, index: number): Promise<Uint8Array> {
  const pixels = new Uint8Array(size * size * 3)
  const file = await open(path, 'r')
  try {
    const { bytesRead } = await file.read(pixels, 0, pixels.length, pixels.length * index)
    if (bytesRead !== pixels.length) throw new Error(`${path} has no picture ${index}.`)
    return pixels
  } finally {
    await file.close()
  }
}
