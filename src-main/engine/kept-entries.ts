// What was measured and is kept in a file of JSON, entry by entry, each under a key of all that it holds for. It can be
// measured again at any time: a file that cannot be read is as good as none, one that cannot be written is not missed.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './data/files'

/** To be a part of an entry's schema. */
export const entryKey = z.string().regex(/^[0-9a-f]{32}$/)

/** @param facts all that what is kept holds for; @returns 32 hexadecimal digits */
export const keyOfFacts = (facts: unknown): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)

interface Options<T> {
  /** Name of the file in its folder, and of the list in the file. */
  readonly name: string
  readonly list: string
  readonly entry: z.ZodType<T>
  /** Entries that are kept; the oldest goes first. */
  readonly most: number
  /** Bytes: a file of that many entries is smaller. */
  readonly largest: number
}

export class KeptEntries<T extends { readonly key: string }> {
  readonly #options: Options<T>

  constructor(options: Options<T>) {
    this.#options = options
  }

  #path(folder: string): string {
    return join(folder, this.#options.name)
  }

  /** The newest first. Entries that are damaged are left out. */
  async read(folder: string): Promise<T[]> {
    const { list, entry, most, largest } = this.#options
    const file = z.object({ version: z.literal(1), [list]: z.array(z.unknown()).max(10 * most) })
    try {
      const bytes = await readFile(this.#path(folder))
      if (bytes.length > largest) return []
      const entries = file.parse(JSON.parse(bytes.toString('utf8')))[list] as unknown[]
      return entries.flatMap((one) => {
        const parsed = entry.safeParse(one)
        return parsed.success ? [parsed.data] : []
      })
    } catch {
      return []
    }
  }

  /** Keeps an entry, in place of an older one of its key. @throws Error where the folder cannot be written to */
  async put(folder: string, entry: T): Promise<void> {
    const { list, most } = this.#options
    const others = (await this.read(folder)).filter(({ key }) => key !== entry.key)
    await mkdir(folder, { recursive: true })
    const text = JSON.stringify({ version: 1, [list]: [entry, ...others].slice(0, most) }, null, 1)
    await writeWhole(this.#path(folder), `${text}\n`, false)
  }

  async forget(folder: string): Promise<void> {
    await rm(this.#path(folder), { force: true })
  }
}
