// The uncertainty of an accuracy: Wilson's score interval, which unlike p ± z·√(p(1−p)/n) stays within 0 and 1
// and keeps its promise on 30 images or at 100 %.
// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209-212.
import { type Interval } from '../../../contract'

/** 97.5 % quantile of the standard normal distribution: both tails together are 5 %. */
export const Z_95 = 1.959963984540054

/**
 * Wilson score interval of a fraction.
 *
 * @param successes images that are right
 * @param count images in all
 * @param z quantile of the standard normal distribution; 95 % confidence where it is left out
 * @returns bounds within [0, 1]; null for a fraction of nothing
 */
export function wilsonInterval(successes: number, count: number, z = Z_95): Interval | null {
  if (count === 0) return null
  const failures = count - successes
  const denominator = count + z * z
  const centre = (successes + (z * z) / 2) / denominator
  const half = (z / denominator) * Math.sqrt((successes * failures) / count + (z * z) / 4)
  return {
    // Exactly 0 and 1 at the ends, where rounding would leave 1e-17.
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: failures === 0 ? 1 : Math.min(1, centre + half),
  }
}
