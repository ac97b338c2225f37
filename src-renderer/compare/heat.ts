// How dark a cell of a confusion matrix is: its share of the true class, so that rare classes are read like common ones.

/** Steps of shade, 0 (empty) to 5: few enough to be told apart in print. */
export function shade(count: number, rowTotal: number): number {
  if (count === 0 || rowTotal === 0) return 0
  return Math.min(5, 1 + Math.floor((count / rowTotal) * 5))
}
