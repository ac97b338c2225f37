// Likely label errors by confident learning: Northcutt, Jiang, Chuang, "Confident Learning: Estimating Uncertainty in
// Dataset Labels", Journal of Artificial Intelligence Research 70 (2021). It takes probabilities from models that did
// not train on the pictures, as those of a test are.

/** Probabilities are float32: what misses a threshold by less than this has reached it. */
const TOLERANCE = 1e-6

/**
 * A picture's label is likely wrong where some other class reaches its threshold, the mean probability that pictures
 * of that class get for it, is the likeliest of those that do, and is what the model says: the entries of the confident joint
 * that are not on its diagonal.
 * @param probabilities row-major, images × classes, each from models that did not see the image
 * @param labels what each image is said to show
 * @returns places in `labels`, the likeliest error first: by the probability of the label minus that of the best
 *   other class (the normalised margin)
 */
export function labelErrors(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number[] {
  const thresholds = classThresholds(probabilities, labels, classes)
  const suspects: { at: number; margin: number }[] = []
  for (let at = 0; at < labels.length; at++) {
    const row = at * classes
    const label = labels[at]!
    let confident = -1
    let best = 0
    let other = -1
    for (let c = 0; c < classes; c++) {
      const p = probabilities[row + c]!
      if (p > probabilities[row + best]!) best = c
      if (c !== label && (other < 0 || p > probabilities[row + other]!)) other = c
      if (p < thresholds[c]! - TOLERANCE) continue
      if (confident < 0 || p > probabilities[row + confident]!) confident = c
    }
    // Of equal ones the label: a tie is no evidence against it.
    const tied = confident >= 0 && probabilities[row + confident] === probabilities[row + label]
    if (confident < 0 || confident === label || best === label || tied) continue
    suspects.push({ at, margin: probabilities[row + label]! - probabilities[row + other]! })
  }
  return suspects.sort((a, b) => a.margin - b.margin || a.at - b.at).map(({ at }) => at)
}

/** Mean probability of each class among the images that have it as their label; of a class without any, none is reached. */
export function classThresholds(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): Float64Array {
  const sums = new Float64Array(classes)
  const counts = new Float64Array(classes)
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!
    sums[label]! += probabilities[at * classes + label]!
    counts[label]!++
  }
  return sums.map((sum, c) => (counts[c] === 0 ? Infinity : sum / counts[c]!))
}
