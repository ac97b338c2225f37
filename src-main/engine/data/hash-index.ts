// 64-bit hashes that can be looked up by all that differ in few bits: multi-index hashing after M. Norouzi,
// A. Punjani and D. Fleet, "Fast Search in Hamming Space with Multi-Index Hashing" (CVPR 2012).
import { differingBits } from './fingerprint'

/** A hash that differs in up to this many bits is found for certain. */
export const BITS = 11
const BANDS = 4
const BAND_BITS = 16
/** Hashes looked at in one look-up, the nearest bands first: a set of nearly equal pictures must not take for ever. */
const LOOKS = 4096

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
export class HashIndex {
  count = 0
  private low: Int32Array<ArrayBuffer>
  private high: Int32Array<ArrayBuffer>
  private number: Int32Array<ArrayBuffer>
  /** The look-up in which an entry was last met. */
  private seen: Int32Array<ArrayBuffer>
  private next: Int32Array<ArrayBuffer>[]
  private readonly heads = Array.from({ length: BANDS }, () => new Int32Array(1 << BAND_BITS).fill(-1))
  private query = 0

  /** @param capacity how many are expected; there may be more */
  constructor(capacity: number) {
    const array = () => new Int32Array(Math.max(64, capacity))
    ;[this.low, this.high, this.number, this.seen] = [array(), array(), array(), array()]
    this.next = Array.from({ length: BANDS }, array)
  }

  /** @param number what a look-up tells of this hash */
  add(low: number, high: number, number: number): void {
    const at = this.count++
    if (at === this.low.length) this.grow()
    this.low[at] = low
    this.high[at] = high
    this.number[at] = number
    for (let band = 0; band < BANDS; band++) {
      const key = bandOf(low, high, band)
      this.next[band][at] = this.heads[band][key]
      this.heads[band][key] = at
    }
  }

  /** Writes the numbers of the hashes that differ in at most BITS bits and returns how many they are. */
  lookUp(low: number, high: number, into: Int32Array): number {
    const query = ++this.query
    const { low: lows, high: highs, seen, number } = this
    let count = 0
    let looks = LOOKS
    for (const masks of CHANGES)
      for (let band = 0; band < BANDS; band++) {
        const heads = this.heads[band]
        const next = this.next[band]
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
    const larger = (array: Int32Array<ArrayBuffer>) => {
      const grown = new Int32Array(array.length * 2)
      grown.set(array)
      return grown
    }
    this.low = larger(this.low)
    this.high = larger(this.high)
    this.number = larger(this.number)
    this.seen = larger(this.seen)
    this.next = this.next.map(larger)
  }
}

const bandOf = (low: number, high: number, band: number): number =>
  ((band < 2 ? low : high) >>> (band % 2 === 0 ? 0 : BAND_BITS)) & 0xffff
