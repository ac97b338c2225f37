// The features of one name on disk: what is there already, and what is added. A disk that refuses is no failure:
// nothing more is kept then.
import { Segment, type SegmentWriter } from './segment'
import type { FeatureStore } from './store'

/** A segment is closed after this many seconds, or a quarter of the work: a crash costs no more than that. */
const SECONDS = 20

/** A row on disk. */
export interface Stored {
  readonly segment: Segment
  readonly row: number
}

export class Shelf {
  readonly #store: FeatureStore
  readonly #name: string
  readonly #values: number
  readonly #segments: Segment[] = []
  readonly #rows = new Map<string, Stored>()
  readonly #began = performance.now()
  #writer: SegmentWriter | null = null
  #opened = 0
  #refused = false

  private constructor(store: FeatureStore, name: string, values: number) {
    this.#store = store
    this.#name = name
    this.#values = values
  }

  /** @param values numbers a row */
  static async open(store: FeatureStore, name: string, values: number): Promise<Shelf> {
    const shelf = new Shelf(store, name, values)
    for (const segment of await store.open(name, values)) shelf.#take(segment)
    return shelf
  }

  #take(segment: Segment): void {
    this.#segments.push(segment)
    segment.names.forEach((name, row) => this.#rows.set(name, { segment, row }))
  }

  /** Reads a row. @returns null where there is none, or none that is as it was written */
  read(name: string, into: Float32Array): Stored | null {
    const stored = this.#rows.get(name)
    if (!stored) return null
    try {
      stored.segment.read(stored.row, into)
      if (stored.segment.isWhole(stored.row, into)) return stored
    } catch {
      // What cannot be read is as good as damaged.
    }
    this.#rows.delete(name)
    return null
  }

  /** The place of a row that has been added, once its segment is closed. */
  find(name: string): Stored | null {
    return this.#rows.get(name) ?? null
  }

  /**
   * Adds rows.
   * @param ahead rows that are going to be added, these included
   * @returns whether the disk took them
   */
  async add(names: readonly string[], rows: Float32Array, ahead: number): Promise<boolean> {
    if (this.#refused) return false
    try {
      if (!this.#writer) {
        const bytes = ahead * (4 * this.#values + 20)
        this.#writer = await this.#store.write(this.#name, this.#values, bytes)
        this.#opened = performance.now()
      }
      await this.#writer.write(names, rows)
    } catch {
      await this.#refuse()
      return false
    }
    const now = performance.now()
    const due = Math.max(SECONDS * 1000, (this.#opened - this.#began) / 4)
    return now - this.#opened < due || (await this.finish())
  }

  /** Closes the segment in progress: its rows can be found from then on. @returns whether the disk took it */
  async finish(): Promise<boolean> {
    const writer = this.#writer
    if (!writer) return !this.#refused
    try {
      await writer.finish()
      this.#writer = null
      const segment = await Segment.open(writer.path, this.#values)
      if (segment) this.#take(segment)
      return segment !== null
    } catch {
      await this.#refuse()
      return false
    }
  }

  async #refuse(): Promise<void> {
    this.#refused = true
    await this.#writer?.discard().catch(() => {})
    this.#writer = null
  }

  close(): void {
    for (const segment of this.#segments) segment.close()
    this.#segments.length = 0
    this.#rows.clear()
  }
}
