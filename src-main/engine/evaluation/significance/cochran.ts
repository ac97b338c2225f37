// Cochran's Q: are several models that saw the same images equally often right? McNemar's test for more than two.
// W. G. Cochran, "The comparison of percentages in matched samples", Biometrika 37 (1950) 256-266.
import { popcount } from '../rightness'
import { chiSquaredTail } from '../statistics/chi-squared'

/**
 * @param right bitsets, one a model: is the image right?
 * @param count images
 * @returns Q 0 and p 1 where the models are right on the same images and there is nothing to tell apart
 */
export function cochranQ(right: readonly Uint32Array[], count: number): { q: number; df: number; p: number } {
  const models = right.length
  const df = models - 1
  const ofModel = right.map(popcount)
  const total = ofModel.reduce((sum, n) => sum + n, 0)
  const squares = ofModel.reduce((sum, n) => sum + n * n, 0)
  // Σ L (k − L), L models being right on an image: images that all or none got right say nothing.
  let spread = 0
  for (let i = 0; i < count; i++) {
    let level = 0
    for (const bits of right) level += (bits[i >>> 5]! >>> (i & 31)) & 1
    spread += level * (models - level)
  }
  if (spread === 0) return { q: 0, df, p: 1 }
  const q = (df * (models * squares - total * total)) / spread
  return { q, df, p: chiSquaredTail(q, df) }
}
