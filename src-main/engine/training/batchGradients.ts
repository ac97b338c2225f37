// The part of a training step that needs memory: forward and backward of some pictures, whole batches or pieces.
import { inTrainingStep } from '../models/stepContext'
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D, type Variable } from '../tf'
import { blend } from './augment'
import type { BatchImages, Forward } from './forward'
import { batchTargets, softmaxCrossEntropy, targetMetrics } from './loss'

export interface GradientOptions {
  forward: Forward
  trained: readonly Variable[]
  statistics: readonly Variable[]
  labelSmoothing: number
}

/** What gradients are taken of. */
export interface GradientInput {
  images: BatchImages
  /** int32 [batch]. */
  labels: Tensor1D
  /** int32 [2]: what layers draw from, and the augmentation where there are no `draws`. */
  seed: Tensor1D
  /** float32 [classes]. */
  classWeights: Tensor1D
  /** Random numbers of each picture for the augmentation: [batch, TABLE]. */
  draws?: Tensor2D
  /** Where these are not all pictures of the batch: their part of it, which the loss is multiplied by. */
  share?: Scalar
  /** The last picture is there to be mixed into the one before it, and not a picture of these by itself. */
  open?: boolean
}

export interface BatchGradients {
  /** float32 [2]: sum of the losses, right answers. */
  metrics: Tensor1D
  /** Of the mean loss (times `share`), in the order of `trained`. */
  gradients: Tensor[]
  /** Next values, in the order of `statistics`. */
  statistics: Tensor[]
}

/** To be called within a tidy, which frees what it leaves where it fails. */
export function batchGradients(options: GradientOptions, input: GradientInput): BatchGradients {
  const { forward, trained, statistics, labelSmoothing } = options
  const { images, labels, seed, classWeights, draws, share: part, open = false } = input
  const { input: prepared, share } = forward.augmented(images, draws ?? seed, open)
  const mixed = share ? (perPicture: Tensor2D) => blend(perPicture, share, open) : null
  const targets = batchTargets(labels, classWeights, labelSmoothing, mixed)
  const weights = part ? targets.weights.mul<Tensor1D>(part) : targets.weights

  const moved = new Map<Variable, Tensor>()
  let logits: Tensor2D | null = null
  try {
    const { grads } = tf.variableGrads(() => {
      logits = inTrainingStep({ seed, statistics: moved }, () => tf.keep(forward.logits(prepared, false)))
      return softmaxCrossEntropy(logits, targets.loss, weights)
    }, [...trained])
    const metrics = targetMetrics(logits!, targets.metrics)
    return {
      metrics,
      gradients: trained.map((w) => grads[w.name]!),
      statistics: statistics.map((v) => moved.get(v)!),
    }
  } catch (error) {
    tf.dispose([...moved.values()])
    freeTape()
    throw error
  } finally {
    tf.dispose(logits ?? [])
  }
}

/**
 * Frees what a gradient that failed midway had kept. TensorFlow.js keeps what operations save for their gradients
 * beyond all scopes and frees it at the end of the backward pass alone; where memory ran out, that is most of it.
 */
function freeTape(): void {
  const { state } = tf.engine() as unknown as { state: { activeTape: { saved?: Tensor[] }[] | null } }
  for (const { saved } of state.activeTape ?? []) tf.dispose(saved ?? [])
  state.activeTape = null
}
