// How far apart two models are that saw the same images.
// D. G. Bonett and R. M. Price, "Adjusted Wald confidence interval for a difference of binomial proportions based on
// paired data", Journal of Educational and Behavioral Statistics 37 (2012) 479-488.
import { type Interval } from '../../../contract'
import { Z_95 } from '../statistics/wilson'

/**
 * 95 % interval of the difference of two accuracies: Wald's, with one image more on either side, which keeps its
 * promise on few images and does not shrink to a point where the models agree on all of them.
 *
 * @param onlyA images that only the first model got right
 * @param onlyB images that only the second one got right
 * @param count images that both saw, at least 1
 */
export function differenceInterval(onlyA: number, onlyB: number, count: number): Interval {
  const n = count + 2
  const [a, b] = [(onlyA + 1) / n, (onlyB + 1) / n]
  const half = Z_95 * Math.sqrt((a + b - (a - b) ** 2) / n)
  return { low: Math.max(-1, a - b - half), high: Math.min(1, a - b + half) }
}
