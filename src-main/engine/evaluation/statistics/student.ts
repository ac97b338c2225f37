// Student's t distribution: tail and quantile, for any positive number of degrees of freedom.
import { incompleteBeta } from './beta'

/** P(|T| > |t|) for T with Student's distribution; df may be broken (Satterthwaite). */
export function studentTwoSided(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) throw new RangeError(`Student's t of ${t} with ${df} df`)
  if (!Number.isFinite(t)) return 0
  const square = t * t
  const [inner, outer] = [square / (df + square), df / (df + square)]
  // Of the two forms the one whose continued fraction converges at once; the other would take a small tail from 1.
  return outer > (df / 2 + 1) / (df / 2 + 2.5)
    ? 1 - incompleteBeta(inner, 0.5, df / 2)
    : incompleteBeta(outer, df / 2, 0.5)
}

/** The t with P(|T| > t) = alpha, by bisection. */
export function studentQuantile(alpha: number, df: number): number {
  let [low, high] = [0, 1]
  while (studentTwoSided(high, df) > alpha) high *= 2
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (studentTwoSided(middle, df) > alpha) low = middle
    else high = middle
  }
  return (low + high) / 2
}
