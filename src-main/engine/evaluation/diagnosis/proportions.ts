// Two fractions of different pictures: how far apart they are, and whether that is more than chance.
import { type Interval } from '../../../contract'
import { incompleteBeta, logGamma } from '../statistics/beta'
import { wilsonInterval, Z_95 } from '../statistics/wilson'

/**
 * 99.5 % quantile of the standard normal distribution. A dozen rules look at each run: at the usual 5 % one run in two
 * would have a finding that is none.
 */
export const Z_99 = 2.5758293035489004
/** The same, for p-values: one-sided. */
export const SURE = 0.005

export interface Fraction {
  /** Between 0 and 1. */
  value: number
  count: number
}

/**
 * 95 % interval of the difference of two independent fractions, a minus b, from their Wilson intervals: method 10 of
 * R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17
 * (1998) 873-890. It keeps its promise on few pictures and at 100 %.
 *
 * @param z quantile of the standard normal distribution; 95 % confidence where it is left out
 * @returns null where one is a fraction of nothing
 */
export function difference(a: Fraction, b: Fraction, z = Z_95): (Interval & { value: number }) | null {
  const [first, second] = [a, b].map(({ value, count }) => wilsonInterval(value * count, count, z))
  if (!first || !second) return null
  const value = a.value - b.value
  return {
    value,
    low: value - Math.hypot(a.value - first.low, second.high - b.value),
    high: value + Math.hypot(first.high - a.value, b.value - second.low),
  }
}

/** A is better than b by `least` or more, and is so beyond chance. @returns the difference with its 95 % interval */
export function clearlyAbove(a: Fraction, b: Fraction, least: number): ReturnType<typeof difference> {
  const found = difference(a, b)
  return found && found.value >= least && difference(a, b, Z_99)!.low > 0 ? found : null
}

/** P(X ≥ k) for X binomial. */
export const binomialTail = (k: number, n: number, p: number): number =>
  k <= 0 ? 1 : k > n ? 0 : incompleteBeta(p, k, n - k + 1)

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)

/**
 * Fisher's exact test, one-sided: of `count` pictures `right` are right, of others `otherRight` of `otherCount`.
 * @returns the probability of so few or fewer among the first, were both equally likely to be right
 */
export function fisherLess(right: number, count: number, otherRight: number, otherCount: number): number {
  const all = right + otherRight
  // The tail that is the smaller one, from its largest term on: nothing underflows that matters, nothing cancels.
  const upper = right * otherCount > otherRight * count
  const last = upper ? Math.min(count, all) : Math.max(0, all - otherCount)
  const from = upper ? right + 1 : right
  if (upper && from > last) return 1
  const places = logChoose(count, from) + logChoose(otherCount, all - from)
  let term = Math.exp(places - logChoose(count + otherCount, all))
  let sum = 0
  for (let k = from; upper ? k <= last : k >= last; k += upper ? 1 : -1) {
    sum += term
    // The next term from this one: no logarithms on the way.
    const [up, down] = [(count - k) * (all - k), k * (otherCount - all + k)]
    term *= upper ? up / ((k + 1) * (otherCount - all + k + 1)) : down / ((count - k + 1) * (all - k + 1))
  }
  return Math.min(1, upper ? 1 - sum : sum)
}
