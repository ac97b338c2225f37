// Random tensors inside a step. The numbers depend on a seed tensor and a salt alone, so that a step can be
// captured, replayed, and repeated after a restart. Each backend registers the kernel `StatelessUniform`.
import { tf, type Tensor, type Tensor1D } from './tf'

export const STATELESS_UNIFORM = 'StatelessUniform'

/**
 * Uniform numbers in [0, 1).
 * @param shape shape of the result
 * @param seed int32 tensor of two elements: the run's seed and the step
 * @param salt tells the draws of one step apart (one number a use)
 * @returns float32 tensor; no gradient flows through it
 */
export function statelessUniform(shape: readonly number[], seed: Tensor1D, salt: number): Tensor {
  return tf.engine().runKernel(STATELESS_UNIFORM, { seed }, { shape: [...shape], salt }) as Tensor
}
