// Exports that a browser takes away: kept in folders of their own until the program ends, or until there are many.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomName, removeAll } from './library/files'
import type { Library } from './library/open'
import { temporaryFolder } from './library/temporary'

interface Kept {
  /** Holds the export and nothing else. */
  readonly around: string
  readonly folder: string
}

export class Downloads {
  readonly #library: Library
  readonly #limit: number
  readonly #kept = new Map<string, Kept>()

  constructor(library: Library, limit = 16) {
    this.#library = library
    this.#limit = limit
  }

  /**
   * A place for an export.
   * @param name of the folder that the user gets
   * @param make writes the folder, which does not exist yet
   * @returns what `make` returned, and the token of the download
   */
  async add<T>(name: string, make: (folder: string) => Promise<T>): Promise<{ result: T; download: string }> {
    // A library opened for reading gets nothing written into it.
    const around =
      this.#library.lock === null
        ? await mkdtemp(join(tmpdir(), 'cotejo-export-'))
        : await temporaryFolder(this.#library.paths, 'export')
    const folder = join(around, name)
    try {
      const result = await make(folder)
      const download = randomName() + randomName()
      this.#kept.set(download, { around, folder })
      await this.#dropOldest()
      return { result, download }
    } catch (thrown) {
      await removeAll(around).catch(() => {})
      throw thrown
    }
  }

  folder(token: string): string | null {
    return this.#kept.get(token)?.folder ?? null
  }

  async close(): Promise<void> {
    for (const { around } of this.#kept.values()) await removeAll(around).catch(() => {})
    this.#kept.clear()
  }

  async #dropOldest(): Promise<void> {
    for (const [token, { around }] of this.#kept) {
      if (this.#kept.size <= this.#limit) return
      this.#kept.delete(token)
      await removeAll(around).catch(() => {})
    }
  }
}
