// The fractions that are right among the pictures of an evaluation's sets.
import { type Evaluation, type Interval } from '../../../contract'
import { wilsonInterval } from '../statistics/wilson'
import { type Fraction } from './proportions'

/**
 * Of the training pictures, by the weights that are kept, without augmentation. In a cross-validation each picture is
 * trained on by several folds; it is one picture all the same.
 */
export const asTrained = ({ train, test, folds }: Evaluation): Fraction => ({
  value: train.accuracy,
  count: folds ? Math.min(train.count, test.count) : train.count,
})

export const asTested = ({ test }: Evaluation): Fraction => ({ value: test.accuracy, count: test.count })

/** Null where there are no validation pictures. */
export const asValidated = ({ validation, test, folds }: Evaluation): Fraction | null =>
  validation && {
    value: validation.accuracy,
    count: folds ? Math.min(validation.count, test.count) : validation.count,
  }

/** Of the way from always saying the largest class to being always right. */
const SKILL = 0.7

/** The share of the largest class among the test pictures: what always saying it would get right. */
export const largestShare = ({ confusion, test }: Evaluation): number =>
  Math.max(...confusion.map((row) => row.reduce((sum, one) => sum + one, 0))) / test.count

/**
 * Whether not even the pictures that were trained on are known, by more than chance.
 * @returns the interval of their accuracy; null where they are known well enough
 */
export function poorFit(evaluation: Evaluation): Interval | null {
  const { value, count } = asTrained(evaluation)
  const largest = largestShare(evaluation)
  const interval = wilsonInterval(value * count, count)
  return interval && interval.high < largest + SKILL * (1 - largest) ? interval : null
}
