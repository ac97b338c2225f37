// What a new run starts from when nothing else was said: the same in the window and in the terminal.
import { earlyStopping, plan, type Plan } from './plan'

/** Below this many training images a data set counts as small: a person's own folder of photos. */
const SMALL = 1000
const LARGE = 10_000

/**
 * Images a step. A small set needs small batches, or an epoch is only a handful of steps.
 * @param trainImages images in the training split
 */
export function defaultBatch(trainImages: number): number {
  if (trainImages < SMALL) return 16
  return trainImages < LARGE ? 32 : 128
}

/** Most epochs; early stopping usually ends the training before. */
export function defaultEpochs(trainImages: number): number {
  if (trainImages < SMALL) return 20
  return trainImages < LARGE ? 15 : 10
}

/** Epochs without improvement: the validation loss of a small set is noisy, so it gets more. */
export function defaultPatience(trainImages: number): number {
  return trainImages < SMALL ? 5 : 3
}

export const defaultLearningRate = 1e-3
export const defaultSeed = 1

/**
 * One phase of Adam at 1e-3 with early stopping on the validation loss and no augmentation:
 * the plain baseline that courses use, so that results can be put beside theirs.
 * @param trainImages images in the training split
 */
export function defaultPlan(trainImages: number): Plan {
  return plan.parse({
    phases: [{ epochs: defaultEpochs(trainImages), learningRate: defaultLearningRate }],
    batch: defaultBatch(trainImages),
    earlyStopping: earlyStopping.parse({ patience: defaultPatience(trainImages) }),
  })
}
