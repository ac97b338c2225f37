// Intervals of figures at their bound. A model that was right on all of 30 images is right on all of any resample of
// them, so resampling says 100 % to 100 %, which 30 images cannot carry.
import { type Interval } from '../../../contract'
import { wilsonInterval, Z_95 } from '../statistics/wilson'
import { means, type Marginals, type Means } from './marginals'

/**
 * Of a model without a mistake: what the figures of its confusion matrix would be if its accuracy were at the lower end
 * of Wilson's interval, and its mistakes spread evenly.
 * @param perfect of such a model
 */
export function worstMeans(perfect: Marginals): Means {
  const { support } = perfect
  const count = support.reduce((sum, n) => sum + n, 0)
  const accuracy = wilsonInterval(count, count)!.low
  const others = support.length - 1
  const mistakes = (1 - accuracy) * count
  return means({
    support,
    hits: support.map((n) => n * accuracy),
    predicted: support.map((n) => n * accuracy + (mistakes - n * (1 - accuracy)) / others),
  })
}

/**
 * Of an area under the ROC curve of exactly 1: method 5 of R. G. Newcombe, "Confidence intervals for an effect size
 * measure based on the Mann-Whitney statistic. Part 2", Statistics in Medicine 25 (2006) 559-573. The lower end is the
 * area from which 1 is just as far as its own uncertainty allows.
 *
 * @param positives images of the class, at least 1
 * @param negatives others, at least 1
 */
export function perfectAreaInterval(positives: number, negatives: number): Interval {
  const mean = (positives + negatives) / 2 - 1
  const beyond = (area: number): boolean => {
    const spread = 1 + (mean * (1 - area)) / (2 - area) + (mean * area) / (1 + area)
    const error = Math.sqrt((area * (1 - area) * spread) / (positives * negatives))
    return 1 - area > Z_95 * error
  }
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (beyond(middle)) low = middle
    else high = middle
  }
  return { low, high: 1 }
}
