// Work that a backend may do in one pass over memory where elementary operations take many. Whoever uses these keeps
// the composed form for the backends that do not have the kernel.
import { tf, type Scalar, type Tensor } from './tf'

/** Inputs: weight, first, second, gradient, alpha, decay. Attributes: beta1, beta2, epsilon. */
export const FUSED_ADAM = 'FusedAdam'

export interface AdamFactors {
  beta1: number
  beta2: number
  epsilon: number
}

/**
 * One update of Adam:
 * first' = first + (gradient - first)(1 - beta1), second' = second + (gradient² - second)(1 - beta2),
 * weight' = weight - weight · decay - first' · alpha / (sqrt(second') + epsilon).
 * @param alpha the learning rate with the bias corrections in it
 * @param decay decoupled weight decay times the learning rate, or null for none
 * @returns the new weight, first and second moment; null where the backend in use has no such kernel
 */
export function fusedAdam(
  [weight, first, second, gradient]: readonly [Tensor, Tensor, Tensor, Tensor],
  alpha: Scalar,
  decay: Scalar | null,
  factors: AdamFactors,
): [weight: Tensor, first: Tensor, second: Tensor] | null {
  if (!tf.getKernel(FUSED_ADAM, tf.getBackend())) return null
  return tf
    .engine()
    .runKernel(
      FUSED_ADAM,
      { weight, first, second, gradient, alpha, decay: decay ?? tf.scalar(0) },
      { ...factors },
    ) as unknown as [Tensor, Tensor, Tensor]
}

/** Inputs: x [N,H,W,C], gamma [C], beta [C]. Attribute: epsilon. Outputs: y, mean, biased variance, three saved. */
export const BATCH_NORM_TRAINING = 'BatchNormTraining'
/** Inputs: dy, x, gamma, saved1, saved2, saved3. Attribute: epsilon. Outputs: dx, dgamma, dbeta. */
export const BATCH_NORM_TRAINING_GRAD = 'BatchNormTrainingGrad'

/** Has the backend in use the kernels of BatchNorm in training? */
export const hasFusedBatchNorm = (): boolean => !!tf.getKernel(BATCH_NORM_TRAINING, tf.getBackend())
