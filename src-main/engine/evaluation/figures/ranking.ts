// One class against the rest: images in the order of the probability that they were given for it, and the areas under
// the curves that this order makes.

/** Images from the most to the least probable; what lies together with images of the class is known by its place. */
export interface Ranking {
  order: Int32Array
  /**
   * Stretches of equally probable images that have images of the class among them, mostly of one image: where each
   * begins and ends in `order`.
   */
  from: Int32Array
  to: Int32Array
  /** The images of the class, stretch by stretch; those of stretch g are from `first[g]` to `first[g + 1]`. */
  positives: Int32Array
  first: Int32Array
}

/** More images than any test set has, and few enough that 30 bits of a probability go before them in a double. */
const ROOM = 2 ** 22

/**
 * @param probabilities row-major, images × classes, from 0 to 1
 * @param of the class
 */
export function rankImages(
  probabilities: Float32Array,
  classes: number,
  of: number,
  labels: ArrayLike<number>,
): Ranking {
  const count = labels.length
  if (count > ROOM) throw new RangeError(`${count} images are too many to rank`)
  // Bits of floats that are not negative rise with them. With the image's number behind them they are still whole
  // numbers that a double holds, and sort many times faster than by a comparison.
  const value = new Float32Array(1)
  const bits = new Uint32Array(value.buffer)
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    // − 0 becomes 0.
    value[0] = probabilities[i * classes + of]! + 0
    keys[i] = bits[0]! * ROOM + i
  }
  keys.sort().reverse()
  const order = Int32Array.from(keys, (key) => key % ROOM)
  const [from, to, first, positives]: number[][] = [[], [], [0], []]
  for (let start = 0, end = 0; start < count; start = end) {
    const level = Math.floor(keys[start]! / ROOM)
    const before = positives!.length
    for (; end < count && Math.floor(keys[end]! / ROOM) === level; end++)
      if (labels[order[end]!] === of) positives!.push(order[end]!)
    if (positives!.length === before) continue
    from!.push(start)
    to!.push(end)
    first!.push(positives!.length)
  }
  return {
    order,
    from: Int32Array.from(from!),
    to: Int32Array.from(to!),
    positives: Int32Array.from(positives!),
    first: Int32Array.from(first!),
  }
}

export interface Areas {
  /** Under the ROC curve (`roc_auc_score`); NaN where there are no images of the class, or no others. */
  rocAuc: number
  /** Of the precision-recall curve, as steps (`average_precision_score`); NaN where there are no images of the class. */
  averagePrecision: number
}

/**
 * @param times how often each image counts
 * @param total of all images
 */
export function areas(
  { order, from, to, positives, first }: Ranking,
  times: Uint16Array,
  total: number,
): Areas {
  let at = 0
  // All images, and those of the class, that come before.
  let [before, found] = [0, 0]
  // Pairs of an image of the class and another in the wrong order, those with the same probability by half.
  let [wrong, precision] = [0, 0]
  for (let g = 0; g < from.length; g++) {
    for (const start = from[g]!; at < start; at++) before += times[order[at]!]!
    let ours = 0
    for (let j = first[g]!; j < first[g + 1]!; j++) ours += times[positives[j]!]!
    let all = 0
    for (const end = to[g]!; at < end; at++) all += times[order[at]!]!
    wrong += ours * (before - found + (all - ours) / 2)
    before += all
    found += ours
    if (ours > 0) precision += (ours * found) / before
  }
  return { rocAuc: 1 - wrong / (found * (total - found)), averagePrecision: precision / found }
}
