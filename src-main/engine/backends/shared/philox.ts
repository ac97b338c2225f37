// Philox4x32-10, a counter-based random generator: the n-th number is a function of n and a key alone, so that a step
// can draw its numbers without a state that would have to be kept, captured and restored.
// Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3. SC 2011, doi:10.1145/2063384.2063405.

const multiplier0 = 0xd2511f53
const multiplier1 = 0xcd9e8d57
/** Weyl sequence of the key: golden ratio and √3 − 1. */
const bump0 = 0x9e3779b9
const bump1 = 0xbb67ae85
const rounds = 10

/** Upper 32 bits of the product of two unsigned 32-bit integers. */
function high(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const first = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) >>> 0
  const second = (Math.imul(aLow, bHigh) + (first & 0xffff)) >>> 0
  return (Math.imul(aHigh, bHigh) + (first >>> 16) + (second >>> 16)) | 0
}

/** Replaces the counter (four words) by its random words under the key (two words). */
export function philox(counter: Int32Array, key0: number, key1: number): void {
  let c0 = counter[0]!
  let c1 = counter[1]!
  let c2 = counter[2]!
  let c3 = counter[3]!
  for (let round = 0; round < rounds; round++) {
    const next0 = high(multiplier1, c2) ^ c1 ^ key0
    const next2 = high(multiplier0, c0) ^ c3 ^ key1
    c1 = Math.imul(multiplier1, c2)
    c3 = Math.imul(multiplier0, c0)
    c0 = next0
    c2 = next2
    key0 = (key0 + bump0) | 0
    key1 = (key1 + bump1) | 0
  }
  counter[0] = c0
  counter[1] = c1
  counter[2] = c2
  counter[3] = c3
}

/**
 * Fills `values` with uniform numbers in [0, 1), multiples of 2⁻²⁴.
 * @param key0 first word of the key: the run's seed
 * @param key1 second word: the step
 * @param stream third word of the counter: tells apart what is drawn under one key
 * @param firstBlock the counter to start from; each gives four numbers
 */
export function fillUniform(
  values: Float32Array,
  key0: number,
  key1: number,
  stream: number,
  firstBlock = 0,
): void {
  const words = new Int32Array(4)
  for (let i = 0, block = firstBlock; i < values.length; block++) {
    words[0] = block
    words[1] = block / 2 ** 32
    words[2] = stream
    words[3] = 0
    philox(words, key0, key1)
    for (let word = 0; word < 4 && i < values.length; word++) values[i++] = (words[word]! >>> 8) * 2 ** -24
  }
}
