// From what a model said about each image to the evaluation that is saved and shown. No model is needed for it.
import { UserError, type Evaluation, type SetMetrics } from '../../contract'
import { argmaxRows, confusionMatrix } from './confusion'
import { accuracy, classScores, crossEntropy } from './metrics'
import { wilsonInterval } from './wilson'

/** What a model said about a set of images. */
export interface ScoredSet {
  /** Row-major, images × classes. */
  probabilities: Float32Array
  /** True class of each image. */
  labels: ArrayLike<number>
}

/** Throws where a probability is not a number: no figure may be made of it. */
function refuseNaN({ probabilities }: ScoredSet): void {
  const at = probabilities.findIndex((p) => !Number.isFinite(p))
  if (at === -1) return
  throw new UserError(
    'training-diverged',
    'The model answers with values that are not numbers: its weights ran away during training.',
    { hint: 'Train again with a lower learning rate.' },
  )
}

function setMetrics(set: ScoredSet, classes: number): SetMetrics | null {
  if (set.probabilities.length !== set.labels.length * classes)
    throw new RangeError(`${set.probabilities.length} probabilities for ${set.labels.length} × ${classes}`)
  refuseNaN(set)
  const right = accuracy(set.labels, argmaxRows(set.probabilities, classes))
  const loss = crossEntropy(set.probabilities, set.labels, classes)
  return right === null || loss === null ? null : { loss, accuracy: right, count: set.labels.length }
}

/**
 * @param sets what the model said about each split; `index` is the test images' place in the dataset
 * @param labels class names
 * @param seconds what predicting took
 * @throws UserError where there are no training or test images, or a probability is not a number
 */
export function evaluateProbabilities(
  sets: { train: ScoredSet; validation: ScoredSet; test: ScoredSet & { index: ArrayLike<number> } },
  labels: readonly string[],
  seconds: number,
): Evaluation {
  const classes = labels.length
  const [train, test] = [setMetrics(sets.train, classes), setMetrics(sets.test, classes)]
  if (!train || !test) {
    throw new UserError(
      'invalid-argument',
      'The dataset has no test images, so the model cannot be judged.',
      {
        hint: 'Import the pictures again with a part of them kept for the test.',
      },
    )
  }
  const trueLabels = Array.from(sets.test.labels)
  const predicted = Array.from(argmaxRows(sets.test.probabilities, classes))
  const confusion = confusionMatrix(trueLabels, predicted, classes)
  const right = confusion.reduce((sum, row, k) => sum + row[k]!, 0)
  return {
    version: 1,
    train,
    validation: setMetrics(sets.validation, classes),
    test,
    testInterval: wilsonInterval(right, test.count)!,
    gap: train.accuracy - test.accuracy,
    labels: [...labels],
    confusion,
    classes: classScores(confusion).map((scores, k) => ({
      name: labels[k]!,
      count: scores.support,
      accuracy: scores.recall,
      interval: wilsonInterval(confusion[k]![k]!, scores.support),
      precision: scores.precision,
      f1: scores.f1,
    })),
    predictions: {
      index: Array.from(sets.test.index),
      label: trueLabels,
      predicted,
      confidence: predicted.map((c, i) => sets.test.probabilities[i * classes + c]!),
    },
    seconds,
  }
}
