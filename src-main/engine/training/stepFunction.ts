// The training step as a pure function of tensors: what goes in is all that it depends on, what comes out is all that
// it changes. Backends may therefore capture it once and replay it.
import type { TensorFunction } from '../compute'
import { inTrainingStep } from '../models/stepContext'
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D, type Variable } from '../tf'
import { blend } from './augment'
import type { BatchImages, Forward } from './forward'
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
  const { forward, variables, optimizer } = options
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
    const { input, share } = forward.augmented(images, draws ?? seed)
    const mixed = share ? (perPicture: Tensor2D) => blend(perPicture, share) : null
    const targets = batchTargets(labels, classWeights, options.labelSmoothing, mixed)

    const moved = new Map<Variable, Tensor>()
    let logits!: Tensor2D
    const { grads } = tf.variableGrads(() => {
      logits = inTrainingStep({ seed, statistics: moved }, () => tf.keep(forward.logits(input, false)))
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
