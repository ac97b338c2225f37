// Which test images a run got right, as bits: 1,225 pairs of runs are compared word by word.
import { type Evaluation } from '../../contract'

const kept = new WeakMap<Evaluation['predictions'], Uint32Array>()

/** One bit a test image, from the lowest bit of the first word on. Kept for as long as the predictions are. */
export function rightBits(predictions: Evaluation['predictions']): Uint32Array {
  const known = kept.get(predictions)
  if (known) return known
  const { label, predicted } = predictions
  const bits = new Uint32Array((label.length + 31) >>> 5)
  for (let i = 0; i < label.length; i++) if (label[i] === predicted[i]) bits[i >>> 5]! |= 1 << (i & 31)
  kept.set(predictions, bits)
  return bits
}

/** Ones in a word: sums of neighbouring fields of 1, 2 and 4 bits, then of the bytes. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Ones in all words. */
export function popcount(bits: Uint32Array): number {
  let sum = 0
  for (let i = 0; i < bits.length; i++) sum += ones(bits[i]!)
  return sum
}

/** Images that only the first, and that only the second got right. */
export function discordant(a: Uint32Array, b: Uint32Array): { onlyA: number; onlyB: number } {
  let [onlyA, onlyB] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    onlyA += ones(a[i]! & ~b[i]!)
    onlyB += ones(~a[i]! & b[i]!)
  }
  return { onlyA, onlyB }
}
