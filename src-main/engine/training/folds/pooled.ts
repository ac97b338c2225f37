// One evaluation from the folds: every picture was tested once, by the model that did not see it.
import { evaluateTest } from '../../evaluation/evaluate-probabilities'
import type { Evaluated } from '../../evaluation/evaluate'
import { meanMetrics } from '../../evaluation/read-run'
import type { FinishedFold } from './results'

/**
 * @param labels of all pictures of the dataset, by their place
 * @param names of the classes
 * @param seconds what predicting took
 * @returns test predictions in the dataset's order, so that runs with other folds can be compared picture by picture
 */
export function poolFolds(
  folds: readonly FinishedFold[],
  labels: ArrayLike<number>,
  names: readonly string[],
  seconds: number,
): Evaluated {
  const classes = names.length
  const tested = folds
    .flatMap(({ index, probabilities }) =>
      index.map((image, i) => ({ image, row: probabilities.subarray(i * classes, (i + 1) * classes) })),
    )
    .sort((a, b) => a.image - b.image)
  const probabilities = new Float32Array(tested.length * classes)
  tested.forEach(({ row }, i) => probabilities.set(row, i * classes))
  const index = tested.map(({ image }) => image)
  const evaluation = evaluateTest(
    { probabilities, index, labels: index.map((image) => labels[image]!) },
    {
      train: meanMetrics(folds.map(({ result }) => result.train))!,
      validation: meanMetrics(folds.map(({ result }) => result.validation).filter((set) => set !== null)),
    },
    names,
    seconds,
  )
  return { evaluation: { ...evaluation, folds: folds.map(({ result }) => result) }, probabilities }
}
