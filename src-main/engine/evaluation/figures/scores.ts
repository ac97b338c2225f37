// What a model said about the test images, as figures are made of it.
import { UserError } from '../../../contract'
import { type Tested } from '../tested'

export interface Scores {
  /** Names. */
  classes: readonly string[]
  /** True and predicted class of each image. */
  labels: ArrayLike<number>
  predicted: ArrayLike<number>
  /** Row-major, images × classes. */
  probabilities: Float32Array
}

/** @throws UserError where a probability is not one: no figure may be made of it */
export function scoresOf({ evaluation, probabilities }: Tested, name: string): Scores {
  const at = probabilities.findIndex((p) => !(p >= 0 && p <= 1.0001))
  if (at !== -1) {
    throw new UserError(
      'file-unreadable',
      `The probabilities of ${name} are not between 0 and 1: its weights ran away during training, or the file is damaged.`,
      {
        detail: { run: name, at },
        hint: 'Leave this run out, or train it again with a lower learning rate.',
      },
    )
  }
  const { label, predicted } = evaluation.predictions
  return { classes: evaluation.labels, labels: label, predicted, probabilities }
}
