// The figures that are resampled: prepared once, then made again of every resample.
import { probabilityLoss } from '../metrics'
import { calibrationError, type Claims } from './calibration'
import { countMarginals, emptyMarginals, means, type Marginals } from './marginals'
import { areas, rankImages, type Areas } from './ranking'
import { type Scores } from './scores'

/** Over all classes, NaN where not defined. */
export const resampledNames = [
  'loss',
  'precisionMacro',
  'precisionWeighted',
  'recallMacro',
  'f1Macro',
  'f1Weighted',
  'balancedAccuracy',
  'kappa',
  'rocAucMacro',
  'rocAucWeighted',
  'averagePrecisionMacro',
  'averagePrecisionWeighted',
  'ece',
] as const
export type ResampledName = (typeof resampledNames)[number]

export interface Measured {
  overall: Record<ResampledName, number>
  /** Of each class, valid until the next measurement. */
  marginals: Marginals
  areas: Areas[]
}

/** F1 of a class; NaN where it neither occurs nor was predicted. */
export const classF1 = ({ support, predicted, hits }: Marginals, c: number): number =>
  (2 * hits[c]!) / (support[c]! + predicted[c]!)

/** Of the classes that have an area. */
export function areaMean(
  each: readonly Areas[],
  of: (one: Areas, c: number) => number,
  weights?: ArrayLike<number>,
): number {
  let [sum, total] = [0, 0]
  each.forEach((one, c) => {
    const value = of(one, c)
    if (Number.isNaN(value)) return
    const weight = weights ? weights[c]! : 1
    sum += weight * value
    total += weight
  })
  return sum / total
}

/** @returns a function of how often each image counts; all of them together as often as there are images */
export function measurer(scores: Scores, claims: Claims): (times: Uint16Array) => Measured {
  const { classes, labels, predicted, probabilities } = scores
  const width = classes.length
  const losses = Float64Array.from(labels, (label, i) => probabilityLoss(probabilities[i * width + label]!))
  const rankings = classes.map((_, c) => rankImages(probabilities, width, c, labels))
  const marginals = emptyMarginals(width)
  const rocAuc = (one: Areas) => one.rocAuc
  const averagePrecision = (one: Areas) => one.averagePrecision

  return (times) => {
    countMarginals(marginals, labels, predicted, times)
    const each = rankings.map((ranking) => areas(ranking, times, losses.length))
    const { support } = marginals
    let loss = 0
    for (let i = 0; i < losses.length; i++) loss += times[i]! * losses[i]!
    return {
      overall: {
        ...means(marginals),
        loss: loss / losses.length,
        rocAucMacro: areaMean(each, rocAuc),
        rocAucWeighted: areaMean(each, rocAuc, support),
        averagePrecisionMacro: areaMean(each, averagePrecision),
        averagePrecisionWeighted: areaMean(each, averagePrecision, support),
        ece: calibrationError(claims, times),
      },
      marginals,
      areas: each,
    }
  }
}
