// What a new run starts from when nothing else was said: the same in the window and in the terminal.
import type { BaseInfo } from './base'
import type { Dataset } from './dataset'
import { earlyStopping, plan, type Plan, type TrainablePart } from './plan'
import type { ImportReport } from './report'

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

/**
 * Most epochs of a head alone. On features that do not change an epoch costs next to nothing, and one of a small set
 * is only a handful of steps: it may take them.
 */
export const defaultHeadEpochs = (trainImages: number): number => (trainImages < SMALL ? 60 : 30)

/** A new head learns at the rate of a new network; what is pretrained would be lost at it. */
export const defaultRate = (trainable: TrainablePart): number =>
  trainable === 'head' ? defaultLearningRate : 1e-4

/**
 * The plan of a model on a pretrained base: its head alone, with early stopping. Fine-tuning is a second phase that
 * one asks for.
 * @param trainImages images in the training split
 */
export function defaultTransferPlan(trainImages: number): Plan {
  return plan.parse({
    ...defaultPlan(trainImages),
    phases: [
      { epochs: defaultHeadEpochs(trainImages), trainable: 'head', learningRate: defaultRate('head') },
    ],
  })
}

/** What archives without sizes in their report have. */
const CIFAR_SIDE = 32

/** The median of the shorter sides, as far as the report's histogram tells: the lower edge of the middle bar. */
export function usualSide(
  dataset: Pick<Dataset, 'kind' | 'size'>,
  report: Pick<ImportReport, 'spread'>,
): number {
  const side = report.spread?.side
  const total = side?.counts.reduce((sum, count) => sum + count, 0) ?? 0
  if (!side || total === 0) return dataset.kind === 'cifar10' ? CIFAR_SIDE : dataset.size
  let seen = 0
  const middle = side.counts.findIndex((count) => (seen += count) * 2 >= total)
  return Math.round(side.edges[middle]!)
}

/** Bases that were trained at this size or a smaller one were made for small pictures. */
const SMALL_SIDE = 64

/**
 * The side at which a base looks at pictures: the one that it was trained at where they are that large. Small pictures
 * are enlarged, as little is left of them after the five times that most of these networks halve them.
 * @param side usual shorter side of the pictures
 */
export function defaultTransferSize(side: number, base: Pick<BaseInfo, 'size' | 'smallest'>): number {
  const sizes = base.size <= SMALL_SIDE ? [base.size, SMALL_SIDE] : [96, 128, 160, base.size]
  return Math.max(base.smallest, sizes.find((size) => size >= side) ?? sizes.at(-1)!)
}
