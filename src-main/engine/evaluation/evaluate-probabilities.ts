// From what a model said about each image to the evaluation that is saved and shown. No model is needed for it.
import { UserError, type Evaluation, type SetMetrics } from '../../contract'
import { argmaxRows, confusionMatrix } from './confusion'
import { accuracy, balancedAccuracy, classScores, crossEntropy, macroF1, unevenClasses } from './metrics'
import { wilsonInterval } from './statistics/wilson'

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

/** Test images with their place in the dataset. */
export type ScoredTest = ScoredSet & { index: ArrayLike<number> }

/**
 * @param sets what the model said about each split
 * @param labels class names
 * @param seconds what predicting took
 * @throws UserError where there are no training or test images, or a probability is not a number
 */
export function evaluateProbabilities(
  sets: { train: ScoredSet; validation: ScoredSet; test: ScoredTest },
  labels: readonly string[],
  seconds: number,
): Evaluation {
  const train = setMetrics(sets.train, labels.length)
  if (!train) throw nothingToJudge()
  return evaluateTest(
    sets.test,
    { train, validation: setMetrics(sets.validation, labels.length) },
    labels,
    seconds,
  )
}

const nothingToJudge = (): UserError =>
  new UserError('invalid-argument', 'The dataset has no test images, so the model cannot be judged.', {
    hint: 'Import the pictures again with a part of them kept for the test.',
  })

/** As `evaluateProbabilities`, where what is to be said of training and validation images is known already. */
export function evaluateTest(
  scored: ScoredTest,
  { train, validation }: { train: SetMetrics; validation: SetMetrics | null },
  labels: readonly string[],
  seconds: number,
): Evaluation {
  const classes = labels.length
  const test = setMetrics(scored, classes)
  if (!test) throw nothingToJudge()
  const trueLabels = Array.from(scored.labels)
  const predicted = Array.from(argmaxRows(scored.probabilities, classes))
  const confusion = confusionMatrix(trueLabels, predicted, classes)
  const right = confusion.reduce((sum, row, k) => sum + row[k]!, 0)
  return {
    version: 1,
    train,
    validation,
    test,
    testInterval: wilsonInterval(right, test.count)!,
    gap: train.accuracy - test.accuracy,
    uneven: unevenClasses(confusion),
    balancedAccuracy: balancedAccuracy(confusion)!,
    macroF1: macroF1(confusion)!,
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
      index: Array.from(scored.index),
      label: trueLabels,
      predicted,
      confidence: predicted.map((c, i) => scored.probabilities[i * classes + c]!),
    },
    seconds,
  }
}
