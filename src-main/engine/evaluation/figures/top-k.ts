// Was the true class among the first k?

/**
 * How many classes go before the true one, for each image; of equally probable ones those with the higher number, as
 * in scikit-learn's `top_k_accuracy_score`.
 * @param probabilities row-major, images × classes
 */
export function placesOfTruth(
  probabilities: Float32Array,
  classes: number,
  labels: ArrayLike<number>,
): Uint16Array {
  const places = new Uint16Array(labels.length)
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!
    const own = probabilities[i * classes + label]!
    let before = 0
    for (let c = 0; c < classes; c++) {
      const other = probabilities[i * classes + c]!
      if (other > own || (other === own && c > label)) before++
    }
    places[i] = before
  }
  return places
}
