// Is the model right as often as it says? Reliability and expected calibration error.
// C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017.
import { type Figures } from '../../../contract'
import { wilsonInterval } from '../statistics/wilson'

export const BINS = 15

type Bin = Figures['calibration']['bins'][number]

/** The bin (low, high] that a confidence lies in; bounds are k / 15. */
export function binOf(confidence: number): number {
  const bin = Math.min(BINS - 1, Math.max(0, Math.ceil(confidence * BINS) - 1))
  // Where the multiplication was rounded over a bound.
  if (bin > 0 && confidence <= bin / BINS) return bin - 1
  return bin + 1 < BINS && confidence > (bin + 1) / BINS ? bin + 1 : bin
}

/** What calibration is made of, image by image. */
export interface Claims {
  /** Probability of the predicted class, its bin, and 1 where that class is the true one. */
  confidence: Float64Array
  bin: Uint8Array
  right: Uint8Array
}

/** @param probabilities row-major, images × classes */
export function claimsOf(
  probabilities: ArrayLike<number>,
  classes: number,
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
): Claims {
  const count = labels.length
  const claims = {
    confidence: new Float64Array(count),
    bin: new Uint8Array(count),
    right: new Uint8Array(count),
  }
  for (let i = 0; i < count; i++) {
    const confidence = probabilities[i * classes + predicted[i]!]!
    claims.confidence[i] = confidence
    claims.bin[i] = binOf(confidence)
    claims.right[i] = Number(predicted[i] === labels[i])
  }
  return claims
}

/**
 * Σ over bins of (images in it / images) · |accuracy − mean confidence|.
 * @param weights how often each image counts; once where they are left out
 */
export function calibrationError({ confidence, bin, right }: Claims, weights?: ArrayLike<number>): number {
  const gaps = new Float64Array(BINS)
  let count = 0
  for (let i = 0; i < bin.length; i++) {
    const times = weights ? weights[i]! : 1
    gaps[bin[i]!]! += times * (right[i]! - confidence[i]!)
    count += times
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / count
}

/** The bins of a reliability diagram; the accuracy of each has Wilson's interval. */
export function reliabilityBins({ confidence, bin, right }: Claims): Bin[] {
  const [counts, hits, sums] = [
    new Array(BINS).fill(0),
    new Array(BINS).fill(0),
    new Array(BINS).fill(0),
  ] as [number[], number[], number[]]
  for (let i = 0; i < bin.length; i++) {
    const at = bin[i]!
    counts[at]!++
    hits[at]! += right[i]!
    sums[at]! += confidence[i]!
  }
  return counts.map((count, at) => ({
    low: at / BINS,
    high: (at + 1) / BINS,
    count,
    confidence: count > 0 ? sums[at]! / count : null,
    accuracy: count > 0 ? hits[at]! / count : null,
    interval: wilsonInterval(hits[at]!, count),
  }))
}

/** Mean confidence minus accuracy. */
export function overconfidence({ confidence, right }: Claims): number {
  let sum = 0
  for (let i = 0; i < right.length; i++) sum += confidence[i]! - right[i]!
  return sum / right.length
}
