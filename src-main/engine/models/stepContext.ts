// What layers need to know of the training step that they run in. A layer's `call` gets no seed and cannot return
// a second output; this context brings the seed in and the new BatchNorm statistics out, so that the step stays a
// pure function of tensors.
import { tf, type Tensor, type Tensor1D, type Variable } from '../tf'

export interface StepContext {
  /** int32 [run seed, step]: what random layers draw from. */
  readonly seed: Tensor1D
  /** New values of variables that a forward pass moves (BatchNorm's averages). Kept tensors: the step owns them. */
  readonly statistics: Map<Variable, Tensor>
}

let current: StepContext | null = null

/** The training step that runs now, or null in inference. */
export const stepContext = (): StepContext | null => current

/** Runs a forward pass as training. Layers see the context until `forward` returns. */
export function inTrainingStep<T>(context: StepContext, forward: () => T): T {
  if (current) throw new Error('A training step cannot run inside another one')
  current = context
  try {
    return forward()
  } finally {
    current = null
  }
}

/** Records a variable's next value; it is assigned by whoever runs the step, never in the forward pass. */
export function moveStatistic(context: StepContext, variable: Variable, value: Tensor): void {
  context.statistics.set(variable, tf.keep(value))
}
