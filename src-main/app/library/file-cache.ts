// Parsed files kept in memory for as long as they do not change on disk.
import { stat } from 'node:fs/promises'
import { ifThere } from './files'

interface Entry<T> {
  readonly stamp: string
  readonly value: T
}

/** The least recently used entries go when there are more than `limit`. */
export class FileCache<T> {
  readonly #entries = new Map<string, Entry<T>>()
  readonly #limit: number
  readonly #read: (file: string) => Promise<T>

  constructor(read: (file: string) => Promise<T>, limit = 2000) {
    this.#read = read
    this.#limit = limit
  }

  /** What `read` made of the file; null where there is no file. Throws what `read` throws, again on each call. */
  async get(file: string): Promise<T | null> {
    const now = await ifThere(stat(file))
    if (now === null) {
      this.#entries.delete(file)
      return null
    }
    // A rename over the file changes the inode, an append the size and the time.
    const stamp = `${now.ino}:${now.size}:${now.mtimeMs}`
    const kept = this.#entries.get(file)
    this.#entries.delete(file)
    const entry = kept?.stamp === stamp ? kept : { stamp, value: await this.#read(file) }
    this.#entries.set(file, entry)
    if (this.#entries.size > this.#limit) {
      const oldest = this.#entries.keys().next()
      if (!oldest.done) this.#entries.delete(oldest.value)
    }
    return entry.value
  }
}
