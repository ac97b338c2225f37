// A seeded choice of some of many.

/** Uniform numbers in [0, 1) from a 32-bit seed: a Weyl sequence through the finalizer of MurmurHash3 (Appleby). */
function uniform(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let h = state
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32
  }
}

/**
 * @returns all of `items` where there are at most `size`; else `size` of them without repetition, each as likely as
 * any other, the same for the same seed, in the order they came in
 */
export function sampled(items: Int32Array, size: number, seed: number): Int32Array {
  if (items.length <= size) return items
  const random = uniform(seed)
  const chosen = new Int32Array(size)
  // Knuth's selection sampling (Algorithm S): keeps the order, one pass.
  for (let i = 0, taken = 0; taken < size; i++)
    if ((items.length - i) * random() < size - taken) chosen[taken++] = items[i]!
  return chosen
}
