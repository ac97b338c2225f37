// Figures of one model on one set of images, defined as scikit-learn defines them (sklearn.metrics).
// What has no value (a fraction of nothing) is null, where scikit-learn takes `zero_division=nan`.
import { type ConfusionMatrix } from './confusion'

export interface ClassScores {
  /** Images of this class. */
  support: number
  /** Of the images of this class, the fraction found; null without any. */
  recall: number | null
  /** Of the images called this class, the fraction that is it; null if none was. */
  precision: number | null
  /** 2·TP / (2·TP + FP + FN); null if the class neither occurs nor is predicted. */
  f1: number | null
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Recall, precision and F1 of each class (`precision_recall_fscore_support` with `average=None`). */
export function classScores(confusion: ConfusionMatrix): ClassScores[] {
  return confusion.map((row, k) => {
    const hits = row[k]!
    const support = row.reduce((sum, n) => sum + n, 0)
    const predicted = confusion.reduce((sum, other) => sum + other[k]!, 0)
    return {
      support,
      recall: ratio(hits, support),
      precision: ratio(hits, predicted),
      f1: ratio(2 * hits, support + predicted),
    }
  })
}

const mean = (values: readonly number[]): number | null =>
  ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )

/** Mean recall of the classes that there are images of (`balanced_accuracy_score`); null without images. */
export const balancedAccuracy = (confusion: ConfusionMatrix): number | null =>
  mean(classScores(confusion).flatMap(({ recall }) => (recall === null ? [] : [recall])))

/** Mean F1 of the classes that occur or were predicted (`f1_score` with `average='macro'`); null without images. */
export const macroF1 = (confusion: ConfusionMatrix): number | null =>
  mean(classScores(confusion).flatMap(({ f1 }) => (f1 === null ? [] : [f1])))

/**
 * Whether accuracy mostly tells of the large classes: the largest has one and a half times the images of the smallest
 * or more (and more than one image more, which rounding makes).
 */
export function unevenClasses(confusion: ConfusionMatrix): boolean {
  const support = classScores(confusion).map((scores) => scores.support)
  const [least, most] = [Math.min(...support), Math.max(...support)]
  return most >= 1.5 * least && most - least > 1
}

/** Fraction of images whose predicted class is the true one (`accuracy_score`); null without images. */
export function accuracy(labels: ArrayLike<number>, predicted: ArrayLike<number>): number | null {
  let right = 0
  for (let i = 0; i < labels.length; i++) if (labels[i] === predicted[i]) right++
  return ratio(right, labels.length)
}

/**
 * What a probability given to the true class costs, in nats: minus its logarithm, the probability first brought into
 * [ε, 1 − ε] with ε = 2^-52, so that a certain mistake costs 36.04, not infinity.
 */
export const probabilityLoss = (p: number): number =>
  -Math.log(Math.min(Math.max(p, Number.EPSILON), 1 - Number.EPSILON))

/**
 * Mean cross-entropy in nats (`log_loss`).
 *
 * @param probabilities row-major, images × classes, each row summing to 1
 * @returns null without images
 */
export function crossEntropy(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number | null {
  let sum = 0
  for (let i = 0; i < labels.length; i++) sum += probabilityLoss(probabilities[i * classes + labels[i]!]!)
  return ratio(sum, labels.length)
}
