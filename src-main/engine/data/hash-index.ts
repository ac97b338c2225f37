// 64-bit hashes that can be looked up by all that differ in few bits: multi-index hashing after M. Norouzi,
// A. Punjani and D. Fleet, "Fast Search in Hamming Space with Multi-Index Hashing" (CVPR 2012).
import { differingBits } from './fingerprint'

/** A hash that differs in up to this many bits is found for certain. */
export const BITS = 11
const BANDS = 4
const BAND_BITS = 16
/** Hashes looked at in one look-up, the nearest bands first: a set of nearly equal pictures must not take for ever. */
const LOOKS = 4096
/** Hashes that going through all of them tells of at most, for the same reason. */
const ENOUGH = 256

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

/**
 * Up to this many hashes are gone through one by one: a look-up by bands asks 548 places, most of them not in the
 * processor's cache, and 1.5 ns a hash is less than that.
 */
const FEW = 8192

/** Hashes by each of their four bands: two that differ in 11 bits differ in at most 2 in some band. */
export class HashIndex {
  count = 0
  private low: Int32Array<ArrayBuffer>
  private high: Int32Array<ArrayBuffer>
  private number: Int32Array<ArrayBuffer>
  /** Null while there are few. */
  private bands: Bands | null = null

  /** @param capacity how many are expected; there may be more */
  constructor(capacity: number) {
    const array = () => new Int32Array(Math.max(64, capacity))
    ;[this.low, this.high, this.number] = [array(), array(), array()]
  }

  /** @param number what a look-up tells of this hash */
  add(low: number, high: number, number: number): void {
    const at = this.count++
    if (at === this.low.length) this.grow()
    this.low[at] = low
    this.high[at] = high
    this.number[at] = number
    if (this.bands) this.bands.add(at, low, high)
    else if (this.count > FEW) {
      this.bands = new Bands(this.low.length)
      for (let k = 0; k < this.count; k++) this.bands.add(k, this.low[k], this.high[k])
    }
  }

  /**
   * Writes the numbers of the hashes that differ in at most BITS bits, the nearest first (among many roughly so), and
   * returns how many they are.
   */
  lookUp(low: number, high: number, into: Int32Array): number {
    return this.bands ? this.byBands(this.bands, low, high, into) : this.byScan(low, high, into)
  }

  private byScan(low: number, high: number, into: Int32Array): number {
    const { low: lows, high: highs, number, count } = this
    let found = 0
    const bitsOf: number[] = []
    for (let at = 0; at < count; at++) {
      const first = differingBits(low, lows[at])
      if (first > BITS) continue
      const bits = first + differingBits(high, highs[at])
      if (bits > BITS) continue
      // In its place among those found: there are seldom more than two or three.
      let place = found++
      for (; place > 0 && bitsOf[place - 1] > bits; place--) {
        bitsOf[place] = bitsOf[place - 1]
        into[place] = into[place - 1]
      }
      bitsOf[place] = bits
      into[place] = number[at]
      if (found === into.length || found === ENOUGH) break
    }
    return found
  }

  private byBands(bands: Bands, low: number, high: number, into: Int32Array): number {
    const query = bands.nextQuery()
    const { low: lows, high: highs, number } = this
    const { seen } = bands
    let count = 0
    let looks = LOOKS
    for (const masks of CHANGES)
      for (let band = 0; band < BANDS; band++) {
        const heads = bands.heads[band]
        const next = bands.next[band]
        const key = bandOf(low, high, band)
        for (let c = 0; c < masks.length; c++)
          for (let at = heads[key ^ masks[c]]; at >= 0; at = next[at]) {
            if (--looks < 0) return count
            const bits = differingBits(low, lows[at])
            if (bits > BITS || bits + differingBits(high, highs[at]) > BITS || seen[at] === query) continue
            seen[at] = query
            into[count++] = number[at]
            if (count === into.length) return count
          }
      }
    return count
  }

  private grow(): void {
    this.low = doubled(this.low)
    this.high = doubled(this.high)
    this.number = doubled(this.number)
  }
}

/** For each value of a band, the hashes that have it: chains from the last to the first. */
class Bands {
  readonly heads = Array.from({ length: BANDS }, () => new Int32Array(1 << BAND_BITS).fill(-1))
  next: Int32Array<ArrayBuffer>[]
  /** The look-up in which an entry was last met. */
  seen: Int32Array<ArrayBuffer>
  private query = 0

  constructor(capacity: number) {
    this.next = Array.from({ length: BANDS }, () => new Int32Array(capacity))
    this.seen = new Int32Array(capacity)
  }

  nextQuery(): number {
    return ++this.query
  }

  add(at: number, low: number, high: number): void {
    if (at >= this.seen.length) {
      this.seen = doubled(this.seen)
      this.next = this.next.map(doubled)
    }
    for (let band = 0; band < BANDS; band++) {
      const key = bandOf(low, high, band)
      this.next[band][at] = this.heads[band][key]
      this.heads[band][key] = at
    }
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

const bandOf = (low: number, high: number, band: number): number =>
  ((band < 2 ? low : high) >>> (band % 2 === 0 ? 0 : BAND_BITS)) & 0xffff
