// A seeded choice of some of many.
import { rng } from '../rng'

/**
 * @returns all of `items` where there are at most `size`; else `size` of them without repetition, each as likely as
 * any other, the same for the same seed, in the order they came in
 */
export function sampled(items: Int32Array, size: number, seed: number): Int32Array {
  if (items.length <= size) return items
  const random = rng(seed, 'sample')
  const chosen = new Int32Array(size)
  // Knuth's selection sampling (Algorithm S): keeps the order, one pass.
  for (let i = 0, taken = 0; taken < size; i++)
    if ((items.length - i) * random.next() < size - taken) chosen[taken++] = items[i]!
  return chosen
}
