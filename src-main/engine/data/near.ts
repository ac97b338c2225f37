// Finds pictures that show the same thing: saved again, at another size, cropped a little. A 64-bit hash of each
// picture is looked up by the hashes of parts of all others (multi-index hashing after M. Norouzi, A. Punjani and
// D. Fleet, CVPR 2012), and what is found is compared in detail (align.ts).
import { throwIfCancelled, type Task } from '../task'
import { rng } from '../rng'
import { comparable, placedSimilarity, roughSimilarity, similarity, type Comparable } from './align'
import { differingBits, PartHasher, VIEW, type Part } from './fingerprint'

/** Similarity from which on two pictures count as the same, and the least at the place where the hash expects it. */
const USUAL = { near: 0.85, rough: 0.72 }
/**
 * In a set of pictures that are all alike (digits, X-rays, portraits) only copies that are whole can be told from
 * others. Pictures taken at random are 0.05 similar in a set of photos, and seldom 0.3.
 */
const ALIKE = { near: 0.985, rough: 0.96 }
/** How similar the most similar twentieth of random pairs may be in a usual set. */
const UNLIKE = 0.4
/** Random pairs to find that out: at most this many. */
const SAMPLE = 200

/** Mean colours of copies differ by less than this in each channel, of 255. */
const COLOUR = 32
/** Pictures with less contrast show nothing that could be compared. */
const FLAT = 4
/** A copy that differs from the looked-up part in up to this many bits of the hash is found for certain. */
const BITS = 11

/**
 * Parts of a picture that a cropped copy may show: the whole, its middle, and (in sets that are small enough) a part
 * towards each corner.
 */
const WHOLE: Part[] = [{ scale: 1, x: 0, y: 0 }]
const MIDDLES: Part[] = [1, 0.94, 0.88, 0.81].map((scale) => ({ scale, x: 0, y: 0 }))
const CORNERS: Part[] = [0.95, 0.89].flatMap((scale) =>
  [-1, 1].flatMap((x) => [-1, 1].map((y) => ({ scale, x: (x * (1 - scale)) / 2, y: (y * (1 - scale)) / 2 }))),
)
const MANY = 5000
/** Hashes looked at for one part, the nearest first: a set of nearly equal pictures must not take for ever. */
const LOOKS = 4096
/** Close comparisons in vain for one picture. */
const VAIN = { few: 16, many: 3 }

export interface NearPair {
  a: number
  b: number
  /** 0…1, see align.ts. */
  similarity: number
}

/** The pictures to compare, by number. */
export interface NearSource {
  /** Pictures that are not exact copies of an earlier one. */
  members: Int32Array
  /** Whether the pictures are large enough for someone to have cropped them; takes three times as long. */
  thorough: boolean
  /** Mean red, green and blue, three bytes a picture. */
  colours: Uint8Array
  /** The grey view of a picture (VIEW × VIEW bytes). */
  view(index: number, into: Uint8Array): void
}

/** Pairs that connect every group of near copies; not every pair of a group is among them. */
export async function findNear(source: NearSource, task: Task): Promise<NearPair[]> {
  const { members, colours } = source
  const total = members.length
  const bytes = new Uint8Array(VIEW * VIEW)
  const low = new Int32Array(total)
  const high = new Int32Array(total)
  const flat = new Uint8Array(total)
  const views = new ViewCache(source)
  const pause = breather(task, total)
  const whole = new PartHasher(WHOLE)
  const hashes = new Int32Array(2 * (MIDDLES.length + CORNERS.length))

  for (let i = 0; i < total; i++) {
    source.view(members[i], bytes)
    whole.hash(bytes, hashes)
    low[i] = hashes[0]
    high[i] = hashes[1]
    flat[i] = Number(contrastOf(bytes) < FLAT)
    if (i % 256 === 0) await pause(i / 4)
  }
  const index = new HashIndex(low, high, flat)
  const joined = new Groups(total)
  const pairs: NearPair[] = []
  const found = new Int32Array(total)
  const alike = areAlike(members, flat, views)
  const enough = alike ? ALIKE : USUAL
  const parts = alike ? WHOLE : source.thorough && total <= MANY ? [...MIDDLES, ...CORNERS] : MIDDLES
  const hasher = new PartHasher(parts)
  const patience = total > MANY ? VAIN.many : VAIN.few
  for (let i = 0; i < total; i++) {
    if (i % 64 === 0) await pause(total / 4 + (i * 3) / 4)
    if (flat[i]) continue
    source.view(members[i], bytes)
    hasher.hash(bytes, hashes)
    let vain = 0
    for (let p = 0; p < parts.length && vain < patience; p++) {
      const part = parts[p]
      const count = index.lookUp(hashes[p * 2], hashes[p * 2 + 1], i, found)
      for (let k = 0; k < count && vain < patience; k++) {
        const j = found[k]
        if (part.scale === 1 && j < i) continue // was met the other way round
        if (joined.of(i) === joined.of(j) || !alikeInColour(colours, members[i], members[j])) continue
        const a = views.get(members[i])
        const b = views.get(members[j])
        if (roughSimilarity(a, b, part) < enough.rough) continue
        const value = similarity(a, b, part)
        if (value < enough.near) {
          vain++
          continue
        }
        joined.join(i, j)
        pairs.push({ a: members[i], b: members[j], similarity: Math.min(1, value) })
      }
    }
  }
  await pause(total)
  return pairs
}

/** Whether pictures that are not the same are similar all the same, from pairs drawn at random. */
function areAlike(members: Int32Array, flat: Uint8Array, views: ViewCache): boolean {
  const random = rng(members.length, 'near')
  const values: number[] = []
  for (let k = Math.min(SAMPLE, members.length >> 1); k > 0; k--) {
    const [a, b] = [random.below(members.length), random.below(members.length)]
    if (a === b || flat[a] || flat[b]) continue
    const value = placedSimilarity(views.get(members[a]), views.get(members[b]))
    if (value < USUAL.near) values.push(value)
  }
  if (values.length < 10) return false
  values.sort((a, b) => a - b)
  return values[Math.floor(0.95 * values.length)] > UNLIKE
}

function contrastOf(view: Uint8Array): number {
  let sum = 0
  let squares = 0
  for (const value of view) {
    sum += value
    squares += value * value
  }
  return Math.sqrt(Math.max(0, squares / view.length - (sum / view.length) ** 2))
}

const alikeInColour = (colours: Uint8Array, a: number, b: number): boolean =>
  Math.abs(colours[a * 3] - colours[b * 3]) < COLOUR &&
  Math.abs(colours[a * 3 + 1] - colours[b * 3 + 1]) < COLOUR &&
  Math.abs(colours[a * 3 + 2] - colours[b * 3 + 2]) < COLOUR

/** Says where it stands, and lets messages through (a cancel among them) every few milliseconds. */
function breather(task: Task, total: number): (done: number) => Promise<void> {
  let last = performance.now()
  task.progress({ stage: 'match', done: 0, total, unit: 'images' })
  return async (done) => {
    if (performance.now() - last < 20 && done < total) return
    await new Promise((resolve) => setImmediate(resolve))
    last = performance.now()
    throwIfCancelled(task)
    task.progress({ stage: 'match', done: Math.min(total, Math.floor(done)), total, unit: 'images' })
  }
}

/** Views that were compared lately, prepared. */
class ViewCache {
  private readonly kept = new Map<number, Comparable>()
  private readonly bytes = new Uint8Array(VIEW * VIEW)
  private readonly source: NearSource

  constructor(source: NearSource) {
    this.source = source
  }

  get(index: number): Comparable {
    let found = this.kept.get(index)
    if (!found) {
      this.source.view(index, this.bytes)
      found = comparable(Float32Array.from(this.bytes))
      if (this.kept.size >= 256) this.kept.delete(this.kept.keys().next().value!)
      this.kept.set(index, found)
    }
    return found
  }
}

/** Union–find: which pictures are joined, directly or through others. */
export class Groups {
  private readonly parent: Int32Array

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, index) => index)
  }

  /** The smallest number in the group. */
  of(index: number): number {
    let root = index
    while (this.parent[root] !== root) root = this.parent[root]
    while (this.parent[index] !== root) [index, this.parent[index]] = [this.parent[index], root]
    return root
  }

  join(a: number, b: number): void {
    const [x, y] = [this.of(a), this.of(b)]
    this.parent[Math.max(x, y)] = Math.min(x, y)
  }
}

const BANDS = 4
const BAND_BITS = 16
/** Ways to change none, one and two of a band's bits, which is BITS / BANDS. */
const CHANGES = Array.from({ length: Math.floor(BITS / BANDS) + 1 }, (_, bits) =>
  Int32Array.from(changes(bits, 0)),
)

function changes(bits: number, from: number): number[] {
  if (bits === 0) return [0]
  const masks: number[] = []
  for (let bit = from; bit < BAND_BITS; bit++)
    for (const rest of changes(bits - 1, bit + 1)) masks.push((1 << bit) | rest)
  return masks
}

/** Hashes by each of their four bands: two that differ in 11 bits differ in at most 2 in some band. */
class HashIndex {
  readonly low: Int32Array
  readonly high: Int32Array
  private readonly heads: Int32Array[]
  private readonly next: Int32Array[]
  private readonly seen: Int32Array
  private query = 0

  constructor(low: Int32Array, high: Int32Array, skip: Uint8Array) {
    this.low = low
    this.high = high
    this.seen = new Int32Array(low.length)
    this.heads = Array.from({ length: BANDS }, () => new Int32Array(1 << BAND_BITS).fill(-1))
    this.next = Array.from({ length: BANDS }, () => new Int32Array(low.length))
    for (let i = low.length - 1; i >= 0; i--) {
      if (skip[i]) continue
      for (let band = 0; band < BANDS; band++) {
        const key = bandOf(low[i], high[i], band)
        this.next[band][i] = this.heads[band][key]
        this.heads[band][key] = i
      }
    }
  }

  /** Writes the numbers of the hashes within BITS of one, other than `self`, and returns how many they are. */
  lookUp(low: number, high: number, self: number, into: Int32Array): number {
    const query = ++this.query
    let count = 0
    let looks = LOOKS
    for (const masks of CHANGES)
      for (let band = 0; band < BANDS; band++) {
        const heads = this.heads[band]
        const next = this.next[band]
        const key = bandOf(low, high, band)
        for (let c = 0; c < masks.length; c++)
          for (let i = heads[key ^ masks[c]]; i >= 0; i = next[i]) {
            if (this.seen[i] === query || i === self) continue
            this.seen[i] = query
            if (differingBits(low, this.low[i]) + differingBits(high, this.high[i]) <= BITS) into[count++] = i
            if (--looks === 0) return count
          }
      }
    return count
  }
}

const bandOf = (low: number, high: number, band: number): number =>
  ((band < 2 ? low : high) >>> (band % 2 === 0 ? 0 : BAND_BITS)) & 0xffff
