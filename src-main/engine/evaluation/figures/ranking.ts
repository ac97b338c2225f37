// One class against the rest: images in the order of the probability that they were given for it, and the areas under
// the curves that this order makes.

/** Bits of a code: what follows the image's number. */
const POSITIVE = 2
const LAST = 1

/**
 * The images from the most to the least probable, one code each: the image's number × 4, + 2 where it is of the class,
 * + 1 where it is the last of those with the same probability.
 *
 * @param probabilities row-major, images × classes, none of them NaN or negative
 */
export function rankImages(
  probabilities: Float32Array,
  classes: number,
  of: number,
  labels: ArrayLike<number>,
): Int32Array {
  const count = labels.length
  // Bits of floats that are not negative rise with them. With the image's number behind them they are still whole
  // numbers that a double holds, and sort many times faster than by a comparison.
  const value = new Float32Array(1)
  const bits = new Uint32Array(value.buffer)
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    value[0] = probabilities[i * classes + of]! + 0
    keys[i] = bits[0]! * ROOM + i
  }
  keys.sort()
  const codes = new Int32Array(count)
  for (let k = 0; k < count; k++) {
    const key = keys[count - 1 - k]!
    const image = key % ROOM
    const next = k + 1 < count ? keys[count - 2 - k]! : -1
    const last = next < 0 || Math.floor(next / ROOM) !== Math.floor(key / ROOM)
    codes[k] = image * 4 + (labels[image] === of ? POSITIVE : 0) + (last ? LAST : 0)
  }
  return codes
}

/** More images than any test set has, and few enough that 30 bits of a probability go before them in a double. */
const ROOM = 2 ** 22

export interface Areas {
  /** Under the ROC curve (`roc_auc_score`); NaN where there are no images of the class, or no others. */
  rocAuc: number
  /** Of the precision-recall curve, as steps (`average_precision_score`); NaN where there are no images of the class. */
  averagePrecision: number
}

/**
 * @param codes of `rankImages`
 * @param weights how often each image counts; once where they are left out
 */
export function areas(codes: Int32Array, weights?: ArrayLike<number>): Areas {
  let [positives, negatives] = [0, 0]
  let [tied, tiedNegatives] = [0, 0]
  // Pairs of a positive and a negative in the right order, those with the same probability by half.
  let [pairs, precision] = [0, 0]
  for (let k = 0; k < codes.length; k++) {
    const code = codes[k]!
    const times = weights ? weights[code >> 2]! : 1
    if ((code & POSITIVE) !== 0) tied += times
    else tiedNegatives += times
    if ((code & LAST) === 0) continue
    pairs += tiedNegatives * (positives + tied / 2)
    positives += tied
    negatives += tiedNegatives
    if (tied > 0) precision += (tied * positives) / (positives + negatives)
    tied = 0
    tiedNegatives = 0
  }
  return { rocAuc: pairs / (positives * negatives), averagePrecision: precision / positives }
}
