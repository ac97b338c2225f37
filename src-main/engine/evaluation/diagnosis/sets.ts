// The fractions that are right among the pictures of an evaluation's sets.
import { type Evaluation } from '../../../contract'
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
