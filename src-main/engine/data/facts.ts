// What is known of each picture of a dataset beside its pixels: 16 bytes each in facts.bin, and the grey view that
// copies are found by, 1024 bytes each in views.u8. Both are in the order of items.json.
import { closeSync, openSync, readSync } from 'node:fs'
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { TEMPORARY, writeWhole } from './files'
import { VIEW } from './fingerprint'
import { type PictureHeader } from './header'

export const FACTS_FILE = 'facts.bin'
export const VIEWS_FILE = 'views.u8'
export const VIEW_BYTES = VIEW * VIEW

const RECORD = 16
/** In this order in the records: only ever append. */
const FORMATS = ['', 'JPEG', 'PNG', 'GIF', 'WebP', 'TIFF', 'AVIF', 'BMP', 'SVG']
const FLAGS = ['cmyk', 'grey', 'deep', 'alpha', 'profile', 'frames'] as const

export interface PictureFacts {
  /** Empty where it is not known. */
  format: string
  /** As stored, before the orientation is applied; 0 where it is not known. */
  width: number
  height: number
  orientation: number
  cmyk: boolean
  grey: boolean
  deep: boolean
  alpha: boolean
  profile: boolean
  /** More than one picture in the file. */
  frames: boolean
  /** Mean luminance, 0…255. */
  brightness: number
}

/** Facts of many pictures, packed. */
export class FactsTable {
  count = 0
  private bytes: Buffer

  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.bytes = bytes
    this.count = Math.floor(bytes.length / RECORD)
  }

  static async read(path: string): Promise<FactsTable> {
    return new FactsTable(await readFile(path))
  }

  add(header: PictureHeader | null, colour: readonly [number, number, number]): void {
    const at = this.grow()
    if (header) {
      this.bytes.writeUInt32LE(Math.min(header.width, 0xffffffff), at)
      this.bytes.writeUInt32LE(Math.min(header.height, 0xffffffff), at + 4)
      this.bytes[at + 8] = Math.max(0, FORMATS.indexOf(header.format))
      this.bytes[at + 9] = header.orientation
      this.bytes[at + 10] = FLAGS.reduce(
        (flags, name, bit) => flags | (Number(name === 'frames' ? header.frames > 1 : header[name]) << bit),
        0,
      )
    }
    const [red, green, blue] = colour
    this.bytes[at + 11] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
    colour.forEach((value, channel) => (this.bytes[at + 12 + channel] = Math.round(value)))
  }

  /** Appends a picture of another table. */
  copy(from: FactsTable, index: number): void {
    const at = this.grow()
    from.bytes.copy(this.bytes, at, index * RECORD, (index + 1) * RECORD)
  }

  get(index: number): PictureFacts {
    const at = index * RECORD
    const flag = (bit: number) => (this.bytes[at + 10] & (1 << bit)) !== 0
    return {
      width: this.bytes.readUInt32LE(at),
      height: this.bytes.readUInt32LE(at + 4),
      format: FORMATS[this.bytes[at + 8]] ?? '',
      orientation: this.bytes[at + 9] || 1,
      cmyk: flag(0),
      grey: flag(1),
      deep: flag(2),
      alpha: flag(3),
      profile: flag(4),
      frames: flag(5),
      brightness: this.bytes[at + 11],
    }
  }

  brightness(index: number): number {
    return this.bytes[index * RECORD + 11]
  }

  /** Mean red, green and blue of a picture. */
  colour(index: number): Uint8Array {
    return this.bytes.subarray(index * RECORD + 12, index * RECORD + 15)
  }

  /** Mean red, green and blue of every picture. */
  colours(): Uint8Array {
    const colours = new Uint8Array(this.count * 3)
    for (let i = 0; i < this.count; i++) colours.set(this.colour(i), i * 3)
    return colours
  }

  async write(path: string): Promise<void> {
    await writeWhole(path, this.bytes.subarray(0, this.count * RECORD), false)
  }

  private grow(): number {
    const at = this.count++ * RECORD
    if (at + RECORD > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(1024 * RECORD, this.bytes.length * 2))
      this.bytes.copy(larger)
      this.bytes = larger
    }
    return at
  }
}

/** Appends grey views to a file under a temporary name. */
export class ViewsWriter {
  private readonly buffer = Buffer.alloc(256 * VIEW_BYTES)
  private filled = 0
  /** Bytes that are in the file. */
  private written = 0
  private readonly path: string
  private readonly file: FileHandle

  private constructor(path: string, file: FileHandle) {
    this.path = path
    this.file = file
  }

  static async create(path: string): Promise<ViewsWriter> {
    return new ViewsWriter(path, await open(path + TEMPORARY, 'w+'))
  }

  async write(view: Uint8Array): Promise<void> {
    if (this.filled === this.buffer.length) await this.flush()
    this.buffer.set(view, this.filled)
    this.filled += view.length
  }

  /** Reads a view back; none may be in writing. */
  read(index: number, into: Uint8Array): void {
    const at = index * VIEW_BYTES - this.written
    if (at >= 0) return into.set(this.buffer.subarray(at, at + VIEW_BYTES))
    const got = readSync(this.file.fd, into, 0, VIEW_BYTES, index * VIEW_BYTES)
    if (got < VIEW_BYTES) throw new Error(`${this.path} has no picture ${index}.`)
  }

  private async flush(): Promise<void> {
    for (let at = 0; at < this.filled;)
      at += (await this.file.write(this.buffer, at, this.filled - at)).bytesWritten
    this.written += this.filled
    this.filled = 0
  }

  async finish(): Promise<void> {
    await this.flush()
    await this.file.close()
    await rename(this.path + TEMPORARY, this.path)
  }

  async discard(): Promise<void> {
    await this.file.close().catch(() => {})
    await rm(this.path + TEMPORARY, { force: true })
    await rm(this.path, { force: true })
  }
}

/** Grey views in a file, read one at a time with those that follow it. */
export class ViewsReader {
  private readonly window = Buffer.alloc(64 * VIEW_BYTES)
  private readonly one = Buffer.alloc(VIEW_BYTES)
  private first = 0
  private held = 0
  private last = -2
  private readonly file: number

  constructor(path: string) {
    this.file = openSync(path, 'r')
  }

  read(index: number, into: Uint8Array): void {
    if (index < this.first || index >= this.first + this.held) {
      // Going through all of them, the next ones come along; here and there, one is enough.
      const ahead = index > this.last && index - this.last < 8
      const length = ahead ? this.window.length : VIEW_BYTES
      const buffer = ahead ? this.window : this.one
      const got = readSync(this.file, buffer, 0, length, index * VIEW_BYTES)
      if (got < VIEW_BYTES) throw new Error(`${VIEWS_FILE} has no picture ${index}.`)
      // Going back to the beginning is going through all of them again.
      if (index === 0) this.last = 0
      if (!ahead) return into.set(this.one)
      this.first = index
      this.held = Math.floor(got / VIEW_BYTES)
    }
    if (index > this.last) this.last = index
    const at = (index - this.first) * VIEW_BYTES
    into.set(this.window.subarray(at, at + VIEW_BYTES))
  }

  close(): void {
    closeSync(this.file)
  }
}
