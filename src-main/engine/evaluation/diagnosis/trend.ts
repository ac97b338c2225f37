// What a few points of a curve say: whether they fall, how evenly, and how much of it is noise.
import { median } from '../../median'
import { studentTwoSided } from '../statistics/student'

export interface Trend {
  /** A step. */
  slope: number
  /** Of the fitted line, at the first and at the last point. */
  start: number
  end: number
  /** Probability of so steep a fall without a trend, one-sided. */
  p: number
  /** The part of the variance that the line explains. */
  r2: number
}

/** Least squares over equally spaced points. @returns null below three points, or where one is not a number */
export function trendOf(values: readonly number[]): Trend | null {
  const n = values.length
  if (n < 3 || !values.every(Number.isFinite)) return null
  const middle = (n - 1) / 2
  const mean = values.reduce((sum, one) => sum + one, 0) / n
  const xx = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0)
  const xy = values.reduce((sum, one, i) => sum + (i - middle) * (one - mean), 0)
  const slope = xy / xx
  const total = values.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const residual = Math.max(0, total - slope * xy)
  const error = Math.sqrt(residual / (n - 2) / xx)
  const t = error > 0 ? slope / error : slope === 0 ? 0 : Math.sign(slope) * Infinity
  const twoSided = studentTwoSided(t, n - 2)
  return {
    slope,
    start: mean - slope * middle,
    end: mean + slope * middle,
    p: slope < 0 ? twoSided / 2 : 1 - twoSided / 2,
    r2: total > 0 ? 1 - residual / total : 1,
  }
}

/**
 * Standard deviation of a curve about whatever smooth course it takes: from its second differences, in which a
 * straight line cancels and noise of deviation σ has √6 σ; their median is not moved by a few jumps.
 * @returns 0 below three points
 */
export function noiseOf(values: readonly number[]): number {
  if (values.length < 3) return 0
  const second = values.slice(2).map((one, i) => Math.abs(one - 2 * values[i + 1]! + values[i]!))
  // The median of |x| is 0.6745 σ for a normal x.
  return median(second) / 0.6745 / Math.sqrt(6)
}
