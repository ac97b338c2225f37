// The upper tail of the chi-squared distribution, to about double precision also where it is tiny (p-values are).
import { erfc } from './erfc'

/**
 * P(X > x) for X chi-squared with a whole number of degrees of freedom: finite sums of positive terms, formulas 26.4.4
 * and 26.4.5 of Abramowitz and Stegun, Handbook of Mathematical Functions.
 *
 * @param x at least 0
 * @param df at least 1
 */
export function chiSquaredTail(x: number, df: number): number {
  if (!(x >= 0) || !Number.isInteger(df) || df < 1) throw new RangeError(`chi-squared of ${x} with ${df} df`)
  const y = x / 2
  const odd = df % 2 === 1
  // Terms are exp(−y) yʲ / Γ(j + 1), j from 0 or from ½ on, below df / 2.
  let j = odd ? 0.5 : 0
  let term = odd ? 2 * Math.exp(-y) * Math.sqrt(y / Math.PI) : Math.exp(-y)
  let sum = odd ? erfc(Math.sqrt(y)) : 0
  for (; j < df / 2; j++) {
    sum += term
    term *= y / (j + 1)
  }
  return Math.min(1, sum)
}
