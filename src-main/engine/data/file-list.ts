// Which content the files of a source had at its last import: a file that the file system says is unchanged need not
// be read again. As in git's index, size, times and inode decide; times that were too young to tell are not trusted.
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { skippedFile, type SkippedFile } from '../../contract'
import { jsonArray, writeWhole } from './files'
import { type Signature } from './originals'

/** A file may be written twice within the clock's step: 10 ms here, two seconds on FAT. In milliseconds. */
const FINE = 50
const COARSE = 2500

const listFile = z.object({
  version: z.literal(1),
  files: z.array(z.string()),
  /** Four float64 a file: size, mtime, ctime, inode. */
  signatures: z.string(),
  /** The digest, or the number of an entry in `refused`. */
  contents: z.array(z.union([z.string(), z.int()])),
  refused: z.array(skippedFile.omit({ file: true })),
  /** The size that was chosen for pictures like these. */
  usualSize: z.int(),
})

/** What a file was: taken, with this digest, or refused. */
export type Known = { digest: string } | { refused: Omit<SkippedFile, 'file'> }

/** Notes files as they are imported. */
export class FileList {
  private readonly files: string[] = []
  private readonly contents: (string | number)[] = []
  private readonly refused: Omit<SkippedFile, 'file'>[] = []
  private signatures = new Float64Array(0)
  private count = 0

  /** @param now milliseconds since 1970, before the file was read */
  note(file: string, { size, mtime, ctime, inode }: Signature, known: Known, now: number): void {
    const young = mtime > ctime ? mtime : ctime
    const step = mtime % 1000 === 0 ? COARSE : FINE
    if (young + step > now) return
    if (this.count * 4 === this.signatures.length) {
      const larger = new Float64Array(Math.max(1024, this.signatures.length * 2))
      larger.set(this.signatures)
      this.signatures = larger
    }
    this.signatures.set([size, mtime, ctime, inode], this.count++ * 4)
    this.files.push(file)
    if ('digest' in known) this.contents.push(known.digest)
    else this.contents.push(this.refused.push(known.refused) - 1)
  }

  /** Failing to write it is no failure: the files are read again next time. */
  async write(path: string, usualSize: number): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
      .then(() => writeWhole(path, this.toJson(usualSize), false))
      .catch(() => {})
  }

  private *toJson(usualSize: number): Generator<string> {
    yield `{"version":1,"usualSize":${usualSize},"refused":${JSON.stringify(this.refused)},"signatures":"`
    const bytes = Buffer.from(this.signatures.buffer, 0, this.count * 32)
    const part = 3 * 32 * 1024 // a multiple of three: base64 of the parts is the base64 of all
    for (let at = 0; at < bytes.length; at += part) yield bytes.toString('base64', at, at + part)
    yield '","contents":'
    yield* jsonArray(this.contents)
    yield ',"files":'
    yield* jsonArray(this.files)
    yield '}'
  }
}

/** Files as they were at an earlier import. */
export class KnownFiles {
  private readonly places = new Map<string, number>()
  private readonly list: z.infer<typeof listFile>
  private readonly signatures: Float64Array

  private constructor(list: z.infer<typeof listFile>) {
    this.list = list
    this.signatures = new Float64Array(new Uint8Array(Buffer.from(list.signatures, 'base64')).buffer)
    if (this.signatures.length !== list.files.length * 4 || list.contents.length !== list.files.length)
      throw new Error('The list is damaged.')
    list.files.forEach((file, place) => this.places.set(file, place))
  }

  static async read(path: string): Promise<KnownFiles | null> {
    try {
      return new KnownFiles(listFile.parse(JSON.parse(await readFile(path, 'utf8'))))
    } catch {
      return null
    }
  }

  get count(): number {
    return this.list.files.length
  }

  get usualSize(): number {
    return this.list.usualSize
  }

  /** What the file is, if it is as it was. */
  get(file: string, { size, mtime, ctime, inode }: Signature): Known | null {
    const place = this.places.get(file)
    if (place === undefined) return null
    const at = place * 4
    const same =
      this.signatures[at] === size &&
      this.signatures[at + 1] === mtime &&
      this.signatures[at + 2] === ctime &&
      this.signatures[at + 3] === inode
    if (!same) return null
    const content = this.list.contents[place]
    return typeof content === 'string' ? { digest: content } : { refused: this.list.refused[content] }
  }
}
