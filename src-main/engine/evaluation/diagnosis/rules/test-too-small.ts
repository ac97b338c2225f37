// Few test pictures: an accuracy that could as well be several points higher or lower.
import { foldsProblem, halfWidth, type Dataset } from '../../../../contract'
import { advise, ofJudged } from '../finding'

/** Half an interval of more than five points, the bound from which folds are suggested for a new run too. */
const WIDE = 0.05
const VERY_WIDE = 0.1

/** The fewest pictures with which the interval is as narrow, were the accuracy the same. */
function enough(accuracy: number): number {
  let [low, high] = [1, 2]
  while (halfWidth(accuracy, high) > WIDE) high *= 2
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (halfWidth(accuracy, middle) > WIDE) low = middle + 1
    else high = middle
  }
  return low
}

/** A cross-validation tests every picture; five folds, or three where classes are small. */
const possibleFolds = (dataset: Dataset | null): number | undefined =>
  dataset ? [5, 3].find((folds) => foldsProblem(dataset, folds) === null) : undefined

export const testTooSmall = ofJudged(({ evaluation, run, dataset }) => {
  const { test, testInterval } = evaluation
  const half = (testInterval.high - testInterval.low) / 2
  if (half <= WIDE) return null
  const folds = run.folds === null ? possibleFolds(dataset) : undefined
  return {
    name: 'test-too-small',
    severity: half > VERY_WIDE ? 'warning' : 'info',
    evidence: {
      count: test.count,
      accuracy: test.accuracy,
      low: testInterval.low,
      high: testInterval.high,
      onePicture: 1 / test.count,
      needed: enough(test.accuracy),
      ...(folds && dataset && { suggestedFolds: folds, total: dataset.images.total }),
    },
    advice: advise(folds !== undefined && 'folds', 'more-test-pictures'),
  }
})
