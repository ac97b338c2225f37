// The features of a dataset's pictures at one cut: those that were computed before are found by their content, the
// others are computed when they are asked for, and all are kept, in memory while there is room, and on disk.
import type { ImageReader } from '../models/inference'
import { tf, type LayersModel, type Tensor2D } from '../tf'
import { createExtractor, type Extractor, type ExtractorOptions } from './extract'
import { variablesOf } from './graph'
import { functionName, RowNames, type View } from './identity'
import { Shelf, type Stored } from './shelf'
import type { FeatureStore } from './store'

/** Bytes of features that are held in memory. */
export const MEMORY = 512 * 1024 ** 2
/** So many pictures are looked up at a time before other work may go on. */
const LOOKED_UP = 64

export interface FeaturesOptions extends ExtractorOptions {
  /** Null where nothing is to be kept on disk. */
  store: FeatureStore | null
  /** Bytes that may be held in memory. */
  memory?: number
}

/** Some pictures as they are, or one view of each. */
export interface Wanted {
  pictures: Int32Array
  view: number | null
}

export interface Watch {
  /** Awaited between two pieces of work; what it throws ends the work, and what was computed is kept. */
  between(): Promise<void>
  progress(done: number, total: number): void
}

interface Row {
  picture: number
  view: number | null
}

/** Hashing all pictures of a dataset takes a while: once for all phases and folds. */
const named = new WeakMap<ImageReader, RowNames>()

function namesOf(images: ImageReader): RowNames {
  const names = named.get(images) ?? new RowNames(images)
  named.set(images, names)
  return names
}

export class Features {
  readonly #options: FeaturesOptions
  readonly #names: RowNames
  readonly #shelf: Shelf | null
  /** Of the weights that the features are made with: assigning a variable changes its data's. */
  readonly #made: readonly object[]
  /** By picture; of each view, and under -1 of the picture as it is. */
  readonly #places = new Map<number, Map<number, Float32Array | Stored>>()
  #memory: number
  #extractor: Extractor | null = null

  private constructor(options: FeaturesOptions, shelf: Shelf | null) {
    this.#options = options
    this.#shelf = shelf
    this.#names = namesOf(options.images)
    this.#made = variablesOf(options.cut.before).map(({ dataId }) => dataId)
    this.#memory = options.memory ?? MEMORY
  }

  /** Finds what was computed before. */
  static async open(options: FeaturesOptions): Promise<Features> {
    const { store, cut, preprocessing, compute } = options
    const name = await functionName(cut, preprocessing, compute)
    return new Features(options, store && (await Shelf.open(store, name, cut.values)))
  }

  get cut() {
    return this.#options.cut
  }

  /** Whether the layers before the cut are of this network and have the weights that the features were made with. */
  fits(network: LayersModel): boolean {
    const layers = new Set(network.layers)
    const { before } = this.cut
    return (
      before.every((layer) => layers.has(layer)) &&
      variablesOf(before).every(({ dataId }, i) => dataId === this.#made[i])
    )
  }

  #viewOf(view: number | null): View | null {
    const { augmentation, seed } = this.#options
    return view === null ? null : { augmentation, seed, view }
  }

  #has({ picture, view }: Row): boolean {
    return this.#places.get(picture)?.has(view ?? -1) ?? false
  }

  #put({ picture, view }: Row, place: Float32Array | Stored): void {
    const places = this.#places.get(picture)
    if (places) places.set(view ?? -1, place)
    else this.#places.set(picture, new Map([[view ?? -1, place]]))
  }

  /** Keeps a row in memory. @param values are copied @returns whether there was room */
  #remember(rows: readonly Row[], values: Float32Array): boolean {
    if (this.#memory < values.byteLength) return false
    this.#memory -= values.byteLength
    const copy = values.slice()
    for (const row of rows) this.#put(row, copy)
    return true
  }

  /**
   * Makes sure of features, computing those that are not there.
   * @returns null where there is no room for them all
   */
  async ensure(
    wanted: readonly Wanted[],
    watch: Watch,
  ): Promise<{ computed: number; found: number; seconds: number } | null> {
    const started = performance.now()
    const { missing, found } = await this.#find(wanted, watch)
    const computed = [...missing.values()].reduce((sum, rows) => sum + rows.length, 0)
    if (computed > 0 && !(await this.#compute(missing, watch))) return null
    return { computed, found, seconds: (performance.now() - started) / 1000 }
  }

  /** @returns by name the rows that have to be computed; pictures that are the same have one name */
  async #find(wanted: readonly Wanted[], watch: Watch) {
    const missing = new Map<string, Row[]>()
    const values = new Float32Array(this.cut.values)
    let found = 0
    let looked = 0
    for (const { pictures, view } of wanted) {
      for (const picture of pictures) {
        const row = { picture, view }
        if (this.#has(row)) continue
        const name = this.#names.of(picture, this.#viewOf(view))
        const stored = missing.has(name) ? null : this.#shelf?.read(name, values)
        if (stored) {
          found++
          if (!this.#remember([row], values)) this.#put(row, stored)
        } else missing.set(name, [...(missing.get(name) ?? []), row])
        if (++looked % LOOKED_UP === 0) await watch.between()
      }
    }
    return { missing, found }
  }

  async #compute(missing: ReadonlyMap<string, Row[]>, watch: Watch): Promise<boolean> {
    const extractor = (this.#extractor ??= createExtractor(this.#options))
    const { values } = this.cut
    /** On their way to the disk, and not in memory. */
    const sent = new Map<string, Row[]>()
    const total = missing.size
    let done = 0
    watch.progress(done, total)
    try {
      for (const names of batches(missing, extractor.batch)) {
        const firsts = names.map((name) => missing.get(name)![0]!)
        const rows = await extractor.run(
          firsts.map(({ picture }) => picture),
          firsts[0]!.view,
        )
        const kept = (await this.#shelf?.add(names, rows, total - done)) ?? false
        names.forEach((name, i) => {
          const same = missing.get(name)!
          if (!this.#remember(same, rows.subarray(i * values, (i + 1) * values))) sent.set(name, same)
        })
        if (sent.size > 0 && !kept) return false
        done += names.length
        watch.progress(done, total)
        await watch.between()
      }
      if (!(await this.#shelf?.finish()) && sent.size > 0) return false
      for (const [name, same] of sent) {
        const stored = this.#shelf!.find(name)
        if (!stored) return false
        for (const row of same) this.#put(row, stored)
      }
      return true
    } finally {
      await this.#shelf?.finish()
    }
  }

  /**
   * Reads features that are there.
   * @param view null for the pictures as they are
   * @returns float32 [pictures, cut.values]
   */
  tensor(pictures: ArrayLike<number>, view: number | null): Tensor2D {
    const { values } = this.cut
    const rows = new Float32Array(pictures.length * values)
    for (let i = 0; i < pictures.length; i++) {
      const place = this.#places.get(pictures[i]!)?.get(view ?? -1)
      if (!place) throw new Error(`There are no features of picture ${pictures[i]}`)
      if (place instanceof Float32Array) rows.set(place, i * values)
      else place.segment.read(place.row, rows.subarray(i * values, (i + 1) * values))
    }
    return tf.tensor2d(rows, [pictures.length, values])
  }

  close(): void {
    this.#extractor?.dispose()
    this.#extractor = null
    this.#shelf?.close()
    this.#places.clear()
  }
}

/** Names of rows that can be computed together: of one view. */
function* batches(missing: ReadonlyMap<string, Row[]>, size: number): Generator<string[]> {
  let batch: string[] = []
  let of: number | null = null
  for (const [name, [first]] of missing) {
    if (batch.length === size || (batch.length > 0 && first!.view !== of)) {
      yield batch
      batch = []
    }
    of = first!.view
    batch.push(name)
  }
  if (batch.length > 0) yield batch
}
