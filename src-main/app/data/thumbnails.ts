// Small pictures that were asked for lately, so that scrolling back does not decode them again.
import type { CallResult } from '../../contract'

export type Thumbnail = CallResult<'data.thumbnail'>

/** Keeps the least lately used out; bounded by the bytes of the pictures. */
export class ThumbnailCache {
  readonly #kept = new Map<string, Thumbnail>()
  readonly #limit: number
  #bytes = 0

  constructor(limit = 16 * 1024 * 1024) {
    this.#limit = limit
  }

  async get(key: string, make: () => Promise<Thumbnail>): Promise<Thumbnail> {
    const kept = this.#kept.get(key)
    if (kept !== undefined) {
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept
    }
    const made = await make()
    this.#drop(key)
    this.#kept.set(key, made)
    this.#bytes += made.base64.length
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) break
      this.#drop(oldest)
    }
    return made
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.base64.length ?? 0
    this.#kept.delete(key)
  }
}
