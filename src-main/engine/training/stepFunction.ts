// The training step as a pure function of tensors: what goes in is all that it depends on, what comes out is all that
// it changes. Backends may therefore capture it once and replay it.
import type { TensorFunction } from '../compute'
import type { Scalar, Tensor, Tensor1D, Tensor2D, Variable } from '../tf'
import { batchGradients } from './batchGradients'
import type { BatchImages, Forward } from './forward'
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
  images: BatchImages
  /** int32 [batch]. */
  labels: Tensor1D
  learningRate: Scalar
  /** int32 [2]: run seed and step, what all random numbers of the step come from. */
  seed: Tensor1D
  /** float32 [classes]. */
  classWeights: Tensor1D
  /** Random numbers of each picture (augment/views.ts); where they are left out, the step draws its own. */
  draws?: Tensor2D
}

export interface StepFunctionOptions {
  forward: Forward
  variables: StepVariables
  optimizer: Optimizer
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
  ...(b.draws ? [b.draws] : []),
]

/**
 * Makes the step function. Inputs: see `stepInputs`. Outputs: metrics [2] (sum of losses, right answers), then the
 * new values of trained weights, statistics and slots.
 */
export function createStepFunction(options: StepFunctionOptions): TensorFunction {
  const { forward, variables, optimizer, labelSmoothing } = options
  const { trained, statistics, fixed } = variables
  const slotsFrom = trained.length + statistics.length + fixed.length
  const slotCount = 1 + trained.length * optimizer.slotsPerWeight

  return (inputs) => {
    const slots = inputs.slice(slotsFrom, slotsFrom + slotCount)
    const [images, labels, learningRate, seed, classWeights, draws] = inputs.slice(slotsFrom + slotCount) as [
      BatchImages,
      Tensor1D,
      Scalar,
      Tensor1D,
      Tensor1D,
      Tensor2D?,
    ]
    const whole = batchGradients(
      { forward, trained, statistics, labelSmoothing },
      { images, labels, seed, classWeights, draws },
    )
    const next = applyOptimizer(optimizer, learningRate, trained, whole.gradients, slots)
    return [whole.metrics, ...next.weights, ...whole.statistics, ...next.slots]
  }
}
