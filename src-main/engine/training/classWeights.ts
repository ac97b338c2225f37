// Weights that make up for classes with few pictures.

/**
 * @param mode `balanced` is scikit-learn's rule: images / (classes × images of the class), over classes that occur
 * @returns one weight a class; 1 for all with `none`, 0 for a class without pictures
 */
export function classWeights(
  mode: 'none' | 'balanced',
  labels: ArrayLike<number>,
  classes: number,
): Float32Array {
  if (mode === 'none') return new Float32Array(classes).fill(1)
  const counts = new Float64Array(classes)
  for (let i = 0; i < labels.length; i++) counts[labels[i]!]!++
  const present = counts.filter((count) => count > 0).length
  return Float32Array.from(counts, (count) => (count > 0 ? labels.length / (present * count) : 0))
}
