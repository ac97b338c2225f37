// Temperature scaling: one number that makes a model less (or more) sure of itself without changing what it says.
// C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017.
import { type Figures } from '../../../contract'
import { rng } from '../../rng'
import { crossEntropy } from '../metrics'
import { calibrationError, claimsOf } from './calibration'
import { type Scores } from './scores'

/** Below this number of images in a half, a temperature says little. */
const FEWEST = 10
/** A model that is right on every image of a half would take ever lower temperatures. */
const [COLDEST, HOTTEST] = [0.05, 20]
/** Probabilities that underflowed to nothing. */
const LEAST = 1e-38

/**
 * Temperature scaling on the test images themselves: the seeded shuffle's halves are each judged with the temperature
 * of the other, so the loss and the calibration error are of images that the temperature has not seen.
 * @returns null of fewer than 20 images; `value` is the temperature of all of them
 */
export function temperatureOf(scores: Scores): Figures['calibration']['temperature'] {
  const { labels, predicted, probabilities, classes } = scores
  const count = labels.length
  if (count < 2 * FEWEST) return null
  const order = rng(1, 'temperature').shuffle(Array.from({ length: count }, (_, i) => i))
  const middle = count >> 1
  const halves = [order.slice(0, middle), order.slice(middle)] as const
  const logits = Float64Array.from(probabilities, (p) => Math.log(Math.max(p, LEAST)))
  const fitted = halves.map((half) => fitInverse(logits, classes.length, labels, half))
  const scaled = new Float64Array(probabilities.length)
  halves.forEach((half, at) => {
    for (const i of half) scaleRow(logits, classes.length, i, fitted[1 - at]!, scaled)
  })
  return {
    value: 1 / fitInverse(logits, classes.length, labels, order),
    ece: calibrationError(claimsOf(scaled, classes.length, labels, predicted)),
    loss: crossEntropy(scaled, labels, classes.length)!,
  }
}

/** softmax(β · logits) of one row. */
function scaleRow(logits: Float64Array, classes: number, i: number, beta: number, out: Float64Array): void {
  const row = i * classes
  let top = -Infinity
  for (let c = 0; c < classes; c++) top = Math.max(top, logits[row + c]!)
  let sum = 0
  for (let c = 0; c < classes; c++) sum += out[row + c] = Math.exp(beta * (logits[row + c]! - top))
  for (let c = 0; c < classes; c++) out[row + c]! /= sum
}

/**
 * The inverse temperature β with the least mean cross-entropy of softmax(β · logits). It is convex in β, so its slope
 * has one root; Newton's steps, kept between bounds that close in on it.
 */
function fitInverse(
  logits: Float64Array,
  classes: number,
  labels: ArrayLike<number>,
  images: readonly number[],
): number {
  let [low, high] = [1 / HOTTEST, 1 / COLDEST]
  let beta = 1
  for (let step = 0; step < 60; step++) {
    const { slope, curvature } = derivatives(logits, classes, labels, images, beta)
    if (slope === 0) return beta
    if (slope > 0) high = beta
    else low = beta
    const newton = beta - slope / curvature
    const next = newton > low && newton < high ? newton : Math.sqrt(low * high)
    if (Math.abs(next - beta) < 1e-10 * beta) return next
    beta = next
  }
  return beta
}

/** Of the summed cross-entropy by β: Σ (mean logit under softmax − logit of the label), and the logits' variances. */
function derivatives(
  logits: Float64Array,
  classes: number,
  labels: ArrayLike<number>,
  images: readonly number[],
  beta: number,
): { slope: number; curvature: number } {
  let [slope, curvature] = [0, 0]
  for (const i of images) {
    const row = i * classes
    let top = -Infinity
    for (let c = 0; c < classes; c++) top = Math.max(top, logits[row + c]!)
    let [sum, first, second] = [0, 0, 0]
    for (let c = 0; c < classes; c++) {
      const logit = logits[row + c]! - top
      const power = Math.exp(beta * logit)
      sum += power
      first += power * logit
      second += power * logit * logit
    }
    const expected = first / sum
    slope += expected - (logits[row + labels[i]!]! - top)
    curvature += second / sum - expected * expected
  }
  return { slope, curvature }
}
