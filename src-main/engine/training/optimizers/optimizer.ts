// What an optimizer is here: a pure function on tensors. Its state ("slots") goes in and comes out, the learning
// rate is a tensor, so that a step can be captured, checkpointed and resumed bit for bit.
import { tf, type Scalar, type Tensor } from '../../tf'

export interface Update {
  weight: Tensor
  /** New slots of this weight, in the order they came in. */
  slots: Tensor[]
}

export interface Optimizer {
  /** Slots of each weight, of the weight's shape, zeros at the start. */
  readonly slotsPerWeight: number
  /** Prepares what all weights of a step share. `iteration` counts from 1. */
  step(learningRate: Scalar, iteration: Scalar): (weight: Tensor, gradient: Tensor, slots: Tensor[]) => Update
}

/** Slots before the first step: the iteration (float32, exact up to 16.7 million steps), then those of each weight. */
export function initialSlots(optimizer: Optimizer, weights: readonly Tensor[]): Tensor[] {
  const perWeight = weights.flatMap((weight) =>
    Array.from({ length: optimizer.slotsPerWeight }, () => tf.zeros(weight.shape)),
  )
  return [tf.scalar(0), ...perWeight]
}

/** One step over all weights. Tensors in, new tensors out. */
export function applyOptimizer(
  optimizer: Optimizer,
  learningRate: Scalar,
  weights: readonly Tensor[],
  gradients: readonly Tensor[],
  slots: readonly Tensor[],
): { weights: Tensor[]; slots: Tensor[] } {
  const iteration = slots[0]!.add(1) as Scalar
  const update = optimizer.step(learningRate, iteration)
  const n = optimizer.slotsPerWeight
  const updates = weights.map((weight, i) =>
    update(weight, gradients[i]!, slots.slice(1 + i * n, 1 + (i + 1) * n)),
  )
  return {
    weights: updates.map((one) => one.weight),
    slots: [iteration, ...updates.flatMap((one) => one.slots)],
  }
}

/** Decoupled weight decay as Keras applies it, before the step and to every weight: w - w · decay · rate. */
export function decayed(weight: Tensor, factor: Scalar | null): Tensor {
  return factor === null ? weight : weight.sub(weight.mul(factor))
}
