// Two models of several seeds each, tested on the same images: what their difference is against the luck of seeds and
// of images together. A t over seeds alone would hold for these images alone; McNemar's test for these weights alone.
//
// Seeds and images are crossed (every trained model sees every image), as readers and cases are where doctors' readings
// of images are compared, and the analysis is the one of that field: D. D. Dorfman, K. S. Berbaum and C. E. Metz,
// "Receiver operating characteristic rating analysis", Investigative Radiology 27 (1992) 723-731, with the degrees of
// freedom of S. L. Hillis, "A comparison of denominator degrees of freedom methods for multiple observer ROC
// analysis", Statistics in Medicine 26 (2007) 596-619. Seeds are not paired: that two models were drawn from
// the same seed makes them no more alike.
import { type Interval } from '../../../contract'
import { popcount } from '../rightness'
import { studentQuantile, studentTwoSided } from '../statistics/student'
import { wilsonInterval, Z_95 } from '../statistics/wilson'

import { FEWEST_DISCORDANT, Z_POWER } from './mcnemar'

export interface Crossed {
  /** Two-sided. */
  p: number
  /** Mean accuracy of a minus that of b. */
  difference: number
  /** 95 % */
  interval: Interval
  /** `images` where one of the two has a single seed: then nothing is known of its luck. */
  method: 'crossed' | 'images'
  /** Variance of the difference from image to image, and of its mean over seeds. */
  imageVariance: number
  seedVariance: number
}

/** What several seeds of one model come to; made once, however many models it is compared with. */
export interface Group {
  /** Fraction of the seeds that got each image right. */
  perImage: Float64Array
  seeds: number
  /** Variance over seeds of the mean over seeds of the accuracy. */
  seedVariance: number
  /** The part of a seed's luck that lies in the images, as a variance of the mean over seeds. */
  interaction: number
}

const mean = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

const variance = (values: ArrayLike<number>): number => {
  const centre = mean(values)
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2
  return values.length < 2 ? 0 : sum / (values.length - 1)
}

/**
 * @param right bitsets of rightness, one a seed
 * @param count images that all of them saw
 */
export function groupOf(right: readonly Uint32Array[], count: number): Group {
  const seeds = right.length
  const perImage = new Float64Array(count)
  for (const bits of right) for (let i = 0; i < count; i++) perImage[i]! += (bits[i >>> 5]! >>> (i & 31)) & 1
  for (let i = 0; i < count; i++) perImage[i]! /= seeds
  const accuracies = Float64Array.from(right, (bits) => popcount(bits) / count)
  const seedVariance = variance(accuracies) / seeds
  if (seeds === 1 || count === 1) return { perImage, seeds, seedVariance, interaction: 0 }
  // Two-way analysis of variance of noughts and ones: what is left after images and seeds.
  const all = mean(accuracies)
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + (value - all) ** 2, 0)
  const residual = count * seeds * all * (1 - all) - seeds * squares(perImage) - count * squares(accuracies)
  const interaction = Math.max(0, residual) / ((seeds - 1) * (count - 1)) / seeds
  return { perImage, seeds, seedVariance, interaction }
}

/** Two models on the same images, together of at least three seeds. */
export function crossedTest(x: Group, y: Group): Crossed {
  const count = x.perImage.length
  const perImage = x.perImage.map((value, i) => value - y.perImage[i]!)
  const difference = mean(perImage)
  const imageVariance = variance(perImage)
  const both = x.seeds > 1 && y.seeds > 1
  const seedVariance = both ? x.seedVariance + y.seedVariance : 0
  // The images' part without what the seeds' part has of it already.
  const overlap = both ? x.interaction + y.interaction : 0
  const total = seedVariance + Math.max(0, imageVariance - overlap) / count
  const mostFreedom = Math.max(1, count - 1)
  const seedTerms = both ? x.seedVariance ** 2 / (x.seeds - 1) + y.seedVariance ** 2 / (y.seeds - 1) : 0
  const df = seedTerms > 0 ? Math.min(mostFreedom, total ** 2 / seedTerms) : mostFreedom
  const error = Math.sqrt(total)
  const half = error === 0 ? 0 : studentQuantile(0.05, df) * error
  const p = Math.abs(difference) < 1e-12 ? 1 : error === 0 ? 0 : studentTwoSided(difference / error, df)
  return {
    p: Math.max(p, leastP(perImage)),
    difference,
    interval: { low: Math.max(-1, difference - half), high: Math.min(1, difference + half) },
    method: both ? 'crossed' : 'images',
    imageVariance,
    seedVariance,
  }
}

/**
 * Where the accuracy of one model would lie on other images and with other seeds: Wilson's interval for as many images
 * as would leave so much to luck (E. L. Korn and B. I. Graubard, "Confidence intervals for proportions with small
 * expected number of positive counts estimated from survey data", Survey Methodology 24 (1998) 193-201), never more
 * than there are.
 * @param model of at least two seeds
 */
export function crossedInterval({ perImage, seeds, seedVariance, interaction }: Group): Interval {
  const count = perImage.length
  const accuracy = mean(perImage)
  const total = seedVariance + Math.max(0, variance(perImage) - interaction) / count
  const df =
    seedVariance > 0 ? Math.max(1, Math.min(count - 1, (total / seedVariance) ** 2 * (seeds - 1))) : Infinity
  const images = total > 0 ? Math.min(count, (accuracy * (1 - accuracy)) / total) : count
  const z = Number.isFinite(df) ? studentQuantile(0.05, df) : Z_95
  return wilsonInterval(accuracy * images, images, z)!
}

/**
 * How many test images would show a difference as large as the observed one in four trials of five, with as many seeds.
 * @returns null where there is no difference, or the luck of the seeds alone would hide it on any number of images
 */
export function crossedNeeded(x: Group, y: Group): number | null {
  const { difference, imageVariance, seedVariance } = crossedTest(x, y)
  const room = (difference / (Z_95 + Z_POWER)) ** 2 - seedVariance
  if (Math.abs(difference) < 1e-12 || room <= 0) return null
  return Math.max(FEWEST_DISCORDANT, Math.ceil(imageVariance / room))
}

/** The models differ on m images: no exact test could give a p below 2 · 2⁻ᵐ, however they fall. */
function leastP(perImage: Float64Array): number {
  let differing = 0
  for (let i = 0; i < perImage.length; i++) if (Math.abs(perImage[i]!) > 1e-12) differing++
  return Math.min(1, 2 ** (1 - differing))
}
