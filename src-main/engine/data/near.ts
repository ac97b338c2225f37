// Finds pictures that show the same thing: saved again, at another size, cropped a little. A 64-bit hash of each
// picture and of parts of it is looked up among those of all earlier ones (hash-index.ts), and what is found is
// compared in detail (align.ts). It goes on while pictures are decoded, which leaves the main thread little to do.
import { throwIfCancelled, type Task } from '../task'
import { rng } from '../rng'
import { Comparable, placedSimilarity, roughSimilarity, similarity } from './align'
import { PartHasher, VIEW, type Part } from './fingerprint'
import { HashIndex } from './hash-index'

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
/**
 * Parts of a picture that a cropped copy may show, the whole first: its middle, and (in sets that are small enough) a
 * part towards each corner.
 */
const WHOLE: Part[] = [{ scale: 1, x: 0, y: 0 }]
const FEW: Part[] = [1, 0.88].map((scale) => ({ scale, x: 0, y: 0 }))
const MIDDLES: Part[] = [1, 0.94, 0.88, 0.81].map((scale) => ({ scale, x: 0, y: 0 }))
const CORNERS: Part[] = [0.95, 0.89].flatMap((scale) =>
  [-1, 1].flatMap((x) => [-1, 1].map((y) => ({ scale, x: (x * (1 - scale)) / 2, y: (y * (1 - scale)) / 2 }))),
)
const MANY = 5000
/** Comparisons in vain for one picture, each way round. */
const VAIN = { few: 16, many: 3 }
/** Pictures that one look-up may find. */
const FOUND = 4096
/** Similar pairs after which it is asked whether all pictures are alike, before more are compared in vain. */
const SUSPICIOUS = 2000

export interface NearPair {
  a: number
  b: number
  /** 0…1, see align.ts. */
  similarity: number
}

export interface NearOptions {
  /** How many pictures there are going to be, roughly. */
  total: number
  /** Whether the pictures are large enough for someone to have cropped them; takes several times as long. */
  thorough: boolean
  /** The grey view (VIEW × VIEW bytes) of a picture that was added. */
  view(index: number, into: Uint8Array): void
}

/** Takes pictures one after the other and finds those that are near copies of an earlier one. */
export class NearFinder {
  private readonly options: NearOptions
  private readonly enough: typeof USUAL
  private readonly parts: readonly Part[]
  private readonly patience: number
  private readonly hasher: PartHasher
  private readonly hashes: Int32Array
  private readonly wholes: HashIndex
  /** Parts other than the whole: number = picture × parts + part. */
  private readonly cuttings: HashIndex
  private readonly found = new Int32Array(FOUND)
  private readonly views: ViewCache
  private readonly joined: Groups
  private readonly pairs: NearPair[] = []
  /** Pictures that were added and have contrast. */
  private readonly members: number[] = []
  private colours: Uint8Array
  /** Pairs that looked similar. */
  private similar = 0
  /** Looking for copies one by one was given up, because the pictures so far are all alike. */
  private givenUp = false
  /** Whether the pictures of the set are all alike; null while nobody knows. */
  private readonly alike: boolean | null

  constructor(options: NearOptions, alike: boolean | null = null) {
    this.options = options
    this.alike = alike
    this.enough = alike ? ALIKE : USUAL
    const few = options.total <= MANY
    this.parts = alike ? WHOLE : !options.thorough ? FEW : few ? [...MIDDLES, ...CORNERS] : MIDDLES
    this.patience = few ? VAIN.few : VAIN.many
    this.hasher = new PartHasher(this.parts)
    this.hashes = new Int32Array(2 * this.parts.length)
    this.views = new ViewCache(options.view)
    // At once as large as needed: growing would leave the smaller ones behind.
    this.wholes = new HashIndex(options.total)
    this.cuttings = new HashIndex(options.total * (this.parts.length - 1))
    this.joined = new Groups(options.total)
    this.colours = new Uint8Array(options.total * 3)
  }

  /**
   * @param index the picture's number; numbers rise
   * @param view its grey view
   * @param colour its mean red, green and blue, 0…255
   */
  add(index: number, view: Uint8Array, colour: ArrayLike<number>): void {
    if (contrastOf(view) < FLAT) return
    this.members.push(index)
    this.noteColour(index, colour)
    this.joined.grow(index + 1)
    if (this.givenUp) return
    const { parts, hashes, wholes, cuttings, found } = this
    this.hasher.hash(view, hashes)
    const [low, high] = hashes
    let vain = 0
    for (let p = 0; p < parts.length && vain < this.patience; p++) {
      const count = wholes.lookUp(hashes[p * 2], hashes[p * 2 + 1], found)
      for (let k = 0; k < count && vain < this.patience; k++)
        if (this.compare(index, found[k], parts[p]) === 'in vain') vain++
    }
    vain = 0
    const count = parts.length > 1 ? cuttings.lookUp(low, high, found) : 0
    for (let k = 0; k < count && vain < this.patience; k++) {
      const part = parts[found[k] % parts.length]
      if (this.compare(Math.floor(found[k] / parts.length), index, part) === 'in vain') vain++
    }
    wholes.add(low, high, index)
    for (let p = 1; p < parts.length; p++)
      cuttings.add(hashes[p * 2], hashes[p * 2 + 1], index * parts.length + p)
    if (this.alike === null && this.similar >= SUSPICIOUS) {
      this.similar = 0
      this.givenUp = this.areAlike()
    }
  }

  /**
   * All that were found. Pictures that are all alike are gone through once more, more strictly.
   * @returns pairs that connect every group of near copies; not every pair of a group is among them
   */
  async finish(task: Task): Promise<NearPair[]> {
    const doubtful = this.givenUp || this.pairs.length > 0 || this.similar > 0
    if (this.alike !== null || !doubtful) return this.pairs
    const alike = this.areAlike()
    if (!alike && !this.givenUp) return this.pairs
    const { members, colours, options } = this
    return await findNear({ ...options, members, colours }, task, alike)
  }

  /** Whether `b` shows that part of `a`. */
  private compare(a: number, b: number, part: Part): 'joined' | 'in vain' | 'other' {
    if (this.joined.of(a) === this.joined.of(b) || !alikeInColour(this.colours, a, b)) return 'other'
    const [first, second] = [this.views.get(a), this.views.get(b)]
    if (roughSimilarity(first, second, part) < this.enough.rough) return 'other'
    this.similar++
    const value = similarity(first, second, part)
    if (value < this.enough.near) return 'in vain'
    this.joined.join(a, b)
    this.pairs.push({ a: Math.min(a, b), b: Math.max(a, b), similarity: Math.min(1, value) })
    return 'joined'
  }

  /** Whether pictures that are not the same are similar all the same, from pairs drawn at random. */
  private areAlike(): boolean {
    const { members } = this
    const random = rng(members.length, 'near')
    const values: number[] = []
    for (let k = Math.min(SAMPLE, members.length >> 1); k > 0; k--) {
      const [a, b] = [members[random.below(members.length)], members[random.below(members.length)]]
      if (a === b) continue
      const value = placedSimilarity(this.views.get(a), this.views.get(b))
      if (value < USUAL.near) values.push(value)
    }
    if (values.length < 10) return false
    values.sort((a, b) => a - b)
    return values[Math.floor(0.95 * values.length)] > UNLIKE
  }

  private noteColour(index: number, colour: ArrayLike<number>): void {
    if ((index + 1) * 3 > this.colours.length) {
      const larger = new Uint8Array(2 * (index + 1) * 3)
      larger.set(this.colours)
      this.colours = larger
    }
    for (let channel = 0; channel < 3; channel++)
      this.colours[index * 3 + channel] = Math.round(colour[channel])
  }
}

/** The pictures to compare, by number. */
export interface NearSource extends Omit<NearOptions, 'total'> {
  /** Pictures that are not exact copies of an earlier one. */
  members: ArrayLike<number>
  /** Mean red, green and blue, three bytes a picture. */
  colours: Uint8Array
}

/**
 * Near copies among pictures that are all there.
 * @param alike whether they are all alike, where that is known
 * @returns see NearFinder.finish
 * @throws UserError `cancelled`
 */
export async function findNear(
  { members, colours, ...options }: NearSource,
  task: Task,
  alike: boolean | null = null,
): Promise<NearPair[]> {
  const finder = new NearFinder({ ...options, total: members.length }, alike)
  const view = new Uint8Array(VIEW * VIEW)
  const pause = breather(task, members.length)
  for (let i = 0; i < members.length; i++) {
    if (i % 64 === 0) await pause(i)
    const index = members[i]
    options.view(index, view)
    finder.add(index, view, colours.subarray(index * 3, index * 3 + 3))
  }
  await pause(members.length)
  return await finder.finish(task)
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

/** Views that are kept prepared. */
const KEPT = 256

/** Views that were compared lately, prepared. Two are good at the same time, and more only by chance. */
class ViewCache {
  private readonly kept = new Map<number, Comparable>()
  private readonly bytes = new Uint8Array(VIEW * VIEW)
  private readonly view: NearOptions['view']

  constructor(view: NearOptions['view']) {
    this.view = view
  }

  get(index: number): Comparable {
    let found = this.kept.get(index)
    if (found) return found
    this.view(index, this.bytes)
    if (this.kept.size < KEPT) found = new Comparable()
    else {
      const [oldest, reused] = this.kept.entries().next().value!
      this.kept.delete(oldest)
      found = reused
    }
    this.kept.set(index, found.set(this.bytes))
    return found
  }
}

/** Union–find: which pictures are joined, directly or through others. */
export class Groups {
  private parent = new Int32Array()

  constructor(count: number) {
    this.grow(count)
  }

  /** Makes room for `count` numbers; new ones are alone. */
  grow(count: number): void {
    const { parent } = this
    if (count <= parent.length) return
    this.parent = Int32Array.from({ length: Math.max(count, 2 * parent.length) }, (_, index) => index)
    this.parent.set(parent)
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
