// A file of features: rows of equally many float32 numbers, each under its name, written once and never changed.
//
//   rows       count × values × 4 bytes, little endian, from byte 0 on
//   names      count × 16 bytes
//   checks     count × 4 bytes, the CRC-32 of each row
//   end        "CTJFEAT1", count, values, CRC-32 of names and checks; four bytes each, little endian; 4 bytes of 0
//
// NumPy reads the rows with np.fromfile(name, np.float32, count * values).reshape(count, values).
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { TEMPORARY } from '../data/files'
import { ROW_NAME } from './identity'

const MAGIC = 'CTJFEAT1'
const END = 24
/** Names and checks above this many bytes are no table of ours. */
const MOST_TABLE = 1 << 30

export const SEGMENT = '.features'

const bytesOf = (row: Float32Array): Uint8Array => new Uint8Array(row.buffer, row.byteOffset, row.byteLength)

/** Writes a segment under a temporary name; `finish` gives it its own. */
export class SegmentWriter {
  readonly #path: string
  readonly #file: FileHandle
  readonly #values: number
  readonly #names: Buffer[] = []
  readonly #checks: number[] = []

  private constructor(path: string, file: FileHandle, values: number) {
    this.#path = path
    this.#file = file
    this.#values = values
  }

  /** @param values numbers a row */
  static async create(folder: string, values: number): Promise<SegmentWriter> {
    const path = join(folder, randomBytes(8).toString('hex') + SEGMENT)
    return new SegmentWriter(path, await open(path + TEMPORARY, 'wx'), values)
  }

  get count(): number {
    return this.#names.length
  }

  get path(): string {
    return this.#path
  }

  /** Appends rows. @param names 32 hexadecimal digits each @param rows one after the other */
  async write(names: readonly string[], rows: Float32Array): Promise<void> {
    if (rows.length !== names.length * this.#values) throw new RangeError('Rows and names do not match')
    await this.#put(bytesOf(rows))
    names.forEach((name, i) => {
      this.#names.push(Buffer.from(name, 'hex'))
      this.#checks.push(crc32(bytesOf(rows.subarray(i * this.#values, (i + 1) * this.#values))))
    })
  }

  async #put(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;)
      at += (await this.#file.write(bytes, at, bytes.length - at)).bytesWritten
  }

  async finish(): Promise<void> {
    const checks = Buffer.alloc(4 * this.count)
    this.#checks.forEach((check, i) => checks.writeUInt32LE(check, 4 * i))
    const table = Buffer.concat([...this.#names, checks])
    const end = Buffer.alloc(END)
    end.write(MAGIC, 'latin1')
    end.writeUInt32LE(this.count, 8)
    end.writeUInt32LE(this.#values, 12)
    end.writeUInt32LE(crc32(table), 16)
    await this.#put(Buffer.concat([table, end]))
    await this.#file.sync()
    await this.#file.close()
    await rename(this.#path + TEMPORARY, this.#path)
  }

  /** Gives up: nothing is left. */
  async discard(): Promise<void> {
    await this.#file.close().catch(() => {})
    await rm(this.#path + TEMPORARY, { force: true })
  }
}

/** A finished segment. */
export class Segment {
  readonly path: string
  readonly names: readonly string[]
  readonly #checks: Uint32Array
  readonly #values: number
  readonly #file: number

  private constructor(path: string, file: number, values: number, names: string[], checks: Uint32Array) {
    this.path = path
    this.names = names
    this.#checks = checks
    this.#values = values
    this.#file = file
  }

  /**
   * Its file stays open until `close`, so that the rows can be read when the folder has been tidied up.
   * @returns null where the file is damaged, or holds rows of another length
   */
  static async open(path: string, values: number): Promise<Segment | null> {
    const { size } = await stat(path)
    const file = openSync(path, 'r')
    try {
      const table = readTable(file, size, values)
      if (table) return new Segment(path, file, values, table.names, table.checks)
    } catch {
      // What cannot be read is as good as damaged.
    }
    closeSync(file)
    return null
  }

  /** Reads rows that follow each other. @param into as many rows as are to be read */
  read(from: number, into: Float32Array): void {
    readFully(this.#file, bytesOf(into), from * this.#values * 4)
  }

  /** Whether a row that was read is what was written. */
  isWhole(row: number, values: Float32Array): boolean {
    return crc32(bytesOf(values)) === this.#checks[row]
  }

  close(): void {
    closeSync(this.#file)
  }
}

function readTable(
  file: number,
  size: number,
  values: number,
): { names: string[]; checks: Uint32Array } | null {
  if (size < END) return null
  const end = Buffer.alloc(END)
  readFully(file, end, size - END)
  const [count, width, check] = [8, 12, 16].map((at) => end.readUInt32LE(at)) as [number, number, number]
  const bytes = count * (ROW_NAME + 4)
  if (end.toString('latin1', 0, 8) !== MAGIC || width !== values || bytes > MOST_TABLE) return null
  if (size !== count * values * 4 + bytes + END) return null
  const table = Buffer.alloc(bytes)
  readFully(file, table, count * values * 4)
  if (crc32(table) !== check) return null
  return {
    names: Array.from({ length: count }, (_, i) => table.toString('hex', i * ROW_NAME, (i + 1) * ROW_NAME)),
    checks: Uint32Array.from({ length: count }, (_, i) => table.readUInt32LE(count * ROW_NAME + 4 * i)),
  }
}

function readFully(file: number, into: Uint8Array, position: number): void {
  for (let at = 0; at < into.length;) {
    const read = readSync(file, into, at, into.length - at, position + at)
    if (read === 0) throw new Error('A file of features is shorter than it was.')
    at += read
  }
}
