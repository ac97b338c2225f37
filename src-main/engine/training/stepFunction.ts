// The training step as a pure function of tensors: what goes in is all that it depends on, what comes out is all that
// it changes. Backends may therefore capture it once and replay it.
import type { Preprocessing } from '../../contract'
import type { Augmentation } from '../../contract/plan'
import type { TensorFunction } from '../compute'
import type { ImageModel } from '../models/build'
import { preprocess } from '../models/preprocess'
import { inTrainingStep } from '../models/stepContext'
import {
  tf,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  type Variable,
} from '../tf'
import { augment, blend } from './augment'
import { batchTargets, softmaxCrossEntropy, targetMetrics } from './loss'
import { applyOptimizer, type Optimizer } from './optimizers'

/** The variables of a model by their part in a step. */
export interface StepVariables {
  /** Changed by the optimizer. */
  trained: readonly Variable[]
  /** Moved by the forward pass. */
  statistics: readonly Variable[]
  /** Everything else: read only. */
  fixed: readonly Variable[]
}

export interface StepBatch {
  /** NHWC RGB, 8-bit values. */
  images: Tensor4D
  /** int32 [batch]. */
  labels: Tensor1D
  learningRate: Scalar
  /** int32 [2]: run seed and step, what all random numbers of the step come from. */
  seed: Tensor1D
  /** float32 [classes]. */
  classWeights: Tensor1D
}

export interface StepFunctionOptions {
  model: ImageModel
  variables: StepVariables
  optimizer: Optimizer
  preprocessing: Preprocessing
  augmentation: Augmentation
  labelSmoothing: number
}

/** The inputs of the step function, in its order. */
export const stepInputs = (v: StepVariables, slots: readonly Tensor[], b: StepBatch): Tensor[] => [
  ...v.trained,
  ...v.statistics,
  ...v.fixed,
  ...slots,
  b.images,
  b.labels,
  b.learningRate,
  b.seed,
  b.classWeights,
]

/**
 * Makes the step function. Inputs: see `stepInputs`. Outputs: metrics [2] (sum of losses, right answers), then the
 * new values of trained weights, statistics and slots.
 */
export function createStepFunction(options: StepFunctionOptions): TensorFunction {
  const { model, variables, optimizer } = options
  const { trained, statistics, fixed } = variables
  const slotsFrom = trained.length + statistics.length + fixed.length
  const slotCount = 1 + trained.length * optimizer.slotsPerWeight

  return (inputs) => {
    const slots = inputs.slice(slotsFrom, slotsFrom + slotCount)
    const [images, labels, learningRate, seed, classWeights] = inputs.slice(slotsFrom + slotCount) as [
      Tensor4D,
      Tensor1D,
      Scalar,
      Tensor1D,
      Tensor1D,
    ]
    const { images: changed, share } = augment(images.cast('float32'), options.augmentation, seed)
    const x = preprocess(changed, options.preprocessing)
    const mixed = share ? (perPicture: Tensor2D) => blend(perPicture, share) : null
    const targets = batchTargets(labels, classWeights, options.labelSmoothing, mixed)

    const moved = new Map<Variable, Tensor>()
    let logits!: Tensor2D
    const { grads } = tf.variableGrads(() => {
      logits = inTrainingStep({ seed, statistics: moved }, () =>
        tf.keep(model.logits.apply(x, { training: true }) as Tensor2D),
      )
      return softmaxCrossEntropy(logits, targets.loss, targets.weights)
    }, [...trained])
    const metrics = targetMetrics(logits, targets.metrics)
    logits.dispose()
    const next = applyOptimizer(
      optimizer,
      learningRate,
      trained,
      trained.map((w) => grads[w.name]!),
      slots,
    )
    return [metrics, ...next.weights, ...statistics.map((v) => moved.get(v)!), ...next.slots]
  }
}
