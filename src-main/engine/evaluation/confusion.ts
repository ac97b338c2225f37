// The confusion matrix: how often each true class was taken for each class.

/** Rows are the true classes, columns the predicted ones. */
export type ConfusionMatrix = readonly (readonly number[])[]

/**
 * The class with the highest probability of each image; the first one where several are equal (as NumPy's argmax).
 *
 * @param probabilities row-major, images × classes
 * @returns one class index an image
 */
export function argmaxRows(probabilities: Float32Array, classes: number): Int32Array {
  const predicted = new Int32Array(probabilities.length / classes)
  for (let i = 0; i < predicted.length; i++) {
    const row = i * classes
    let best = 0
    for (let c = 1; c < classes; c++) if (probabilities[row + c]! > probabilities[row + best]!) best = c
    predicted[i] = best
  }
  return predicted
}

/**
 * @param labels true class of each image
 * @param predicted predicted class of each image
 * @returns counts, classes × classes
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  for (let i = 0; i < labels.length; i++) matrix[labels[i]!]![predicted[i]!]!++
  return matrix
}
