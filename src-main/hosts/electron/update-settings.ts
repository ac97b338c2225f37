// What is remembered of updates: whether to look for them, when that was done, and of what the person was told.
import { readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const settings = z.object({
  automatic: z.boolean(),
  checked: z.iso.datetime().nullable(),
  /** The version that was named last: nobody is told of it twice. */
  told: z.string().max(50).nullable(),
})
type Settings = z.infer<typeof settings>

const DEFAULTS: Settings = { automatic: true, checked: null, told: null }

export class UpdateSettings {
  readonly #file: string
  #now: Settings
  #writing: Promise<void> = Promise.resolve()

  /** A file that cannot be read counts as none. */
  constructor(file: string) {
    this.#file = file
    this.#now = DEFAULTS
    try {
      this.#now = settings.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      // The first start, or a file of another version.
    }
  }

  get automatic(): boolean {
    return this.#now.automatic
  }

  get checked(): Date | null {
    return this.#now.checked === null ? null : new Date(this.#now.checked)
  }

  get told(): string | null {
    return this.#now.told
  }

  /** Kept in memory at once; a disk that refuses it is no reason to fail. */
  change(change: Partial<Settings>): Promise<void> {
    this.#now = { ...this.#now, ...change }
    const text = JSON.stringify(this.#now)
    this.#writing = this.#writing.then(() => this.#write(text)).catch(() => {})
    return this.#writing
  }

  async #write(text: string): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true })
    await writeFile(`${this.#file}.tmp`, text)
    await rename(`${this.#file}.tmp`, this.#file)
  }
}
