// Work that a backend may do in one pass over memory where elementary operations take many. Whoever uses these keeps
// the composed form for the backends that do not have the kernel.
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D, type Tensor4D } from './tf'

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
 * @param decay decoupled weight decay times the learning rate; 0 for none
 * @returns the new weight, first and second moment; null where the backend in use has no such kernel
 */
export function fusedAdam(
  [weight, first, second, gradient]: readonly [Tensor, Tensor, Tensor, Tensor],
  alpha: Scalar,
  decay: Scalar,
  factors: AdamFactors,
): [weight: Tensor, first: Tensor, second: Tensor] | null {
  if (!tf.getKernel(FUSED_ADAM, tf.getBackend())) return null
  return tf
    .engine()
    .runKernel(FUSED_ADAM, { weight, first, second, gradient, alpha, decay }, { ...factors }) as unknown as [
    Tensor,
    Tensor,
    Tensor,
  ]
}

/** Inputs: weight, gradient, rate, decay, with momentum also velocity. Attributes: momentum, nesterov. */
export const FUSED_SGD = 'FusedSgd'

export interface SgdFactors {
  momentum: number
  nesterov: boolean
}

/**
 * One update of gradient descent: velocity' = velocity · momentum - gradient · rate, weight' = weight - weight · decay +
 * velocity' (Nesterov: + velocity' · momentum - gradient · rate).
 * @param velocity null without momentum
 * @param decay decoupled weight decay times the learning rate; 0 for none
 * @returns the new weight, and the new velocity where there is one; null where the backend in use has no such kernel
 */
export function fusedSgd(
  weight: Tensor,
  gradient: Tensor,
  velocity: Tensor | null,
  [rate, decay]: readonly [Scalar, Scalar],
  factors: SgdFactors,
): Tensor[] | null {
  if (!tf.getKernel(FUSED_SGD, tf.getBackend())) return null
  const inputs = { weight, gradient, rate, decay, ...(velocity && { velocity }) }
  return tf.engine().runKernel(FUSED_SGD, inputs, { ...factors }) as unknown as Tensor[]
}

/** Inputs: weight, gradient, average, rate, with momentum also velocity. Attributes: rho, momentum, epsilon. */
export const FUSED_RMSPROP = 'FusedRmsprop'

export interface RmspropFactors {
  rho: number
  momentum: number
  epsilon: number
}

/**
 * One update of RMSprop: average' = average · rho + gradient² (1 - rho), increment = gradient · rate / sqrt(average' +
 * epsilon), velocity' = velocity · momentum + increment, weight' = weight - velocity' (- increment without momentum).
 * @param velocity null without momentum
 * @returns the new weight, average, and velocity where there is one; null where the backend in use has no such kernel
 */
export function fusedRmsprop(
  [weight, gradient, average]: readonly [Tensor, Tensor, Tensor],
  velocity: Tensor | null,
  rate: Scalar,
  factors: RmspropFactors,
): Tensor[] | null {
  if (!tf.getKernel(FUSED_RMSPROP, tf.getBackend())) return null
  const inputs = { weight, gradient, average, rate, ...(velocity && { velocity }) }
  return tf.engine().runKernel(FUSED_RMSPROP, inputs, { ...factors }) as unknown as Tensor[]
}

/** Inputs: x [N,H,W,C], gamma [C], beta [C]. Attribute: epsilon. Outputs: y, mean, biased variance, three saved. */
export const BATCH_NORM_TRAINING = 'BatchNormTraining'
/** Inputs: dy, x, gamma, saved1, saved2, saved3. Attribute: epsilon. Outputs: dx, dgamma, dbeta. */
export const BATCH_NORM_TRAINING_GRAD = 'BatchNormTrainingGrad'

/**
 * Normalises by the statistics of the batch: gamma (x - mean) / sqrt(variance + epsilon) + beta, with its gradient.
 * @param x float32, channels last, any rank from 2
 * @param gamma float32 [channels]
 * @param beta float32 [channels]
 * @param onStatistics gets mean and biased variance, [channels] each; they live only during the call
 * @returns null where the backend in use has no such kernels
 */
export function fusedBatchNorm(
  x: Tensor,
  gamma: Tensor1D,
  beta: Tensor1D,
  epsilon: number,
  onStatistics: (mean: Tensor1D, variance: Tensor1D) => void,
): Tensor | null {
  if (!tf.getKernel(BATCH_NORM_TRAINING, tf.getBackend())) return null
  const channels = x.shape[x.shape.length - 1]!
  const pictures = (t: Tensor) => (t.rank === 4 ? t : t.reshape([-1, 1, 1, channels]))
  const run = (kernel: string, inputs: Record<string, Tensor>) =>
    tf.engine().runKernel(kernel, inputs, { epsilon }) as unknown as Tensor[]

  const normalize = tf.customGrad((...args) => {
    const [input, scale, shift] = args as unknown as [Tensor, Tensor1D, Tensor1D]
    const save = args[args.length - 1] as unknown as (tensors: Tensor[]) => void
    const [y, mean, variance, saved1, saved2, saved3] = run(BATCH_NORM_TRAINING, {
      x: pictures(input),
      gamma: scale,
      beta: shift,
    }) as [Tensor, Tensor1D, Tensor1D, Tensor, Tensor, Tensor]
    onStatistics(mean, variance)
    save([input, scale, saved1, saved2, saved3])
    return {
      value: y.reshape(input.shape),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [before, g, s1, s2, s3] = saved as [Tensor, Tensor1D, Tensor, Tensor, Tensor]
        const [dx, dgamma, dbeta] = run(BATCH_NORM_TRAINING_GRAD, {
          dy: pictures(dy),
          x: pictures(before),
          gamma: g,
          saved1: s1,
          saved2: s2,
          saved3: s3,
        }) as [Tensor, Tensor, Tensor]
        return [dx.reshape(before.shape), dgamma, dbeta]
      },
    }
  })
  return normalize(x, gamma, beta)
}

/** Inputs: average, now. Attribute: momentum. */
export const MOVING_AVERAGE = 'MovingAverage'

/** average · momentum + now · (1 - momentum), by whatever the backend in use has for it. */
export function movingAverage(average: Tensor, now: Tensor, momentum: number): Tensor {
  if (!tf.getKernel(MOVING_AVERAGE, tf.getBackend())) return average.mul(momentum).add(now.mul(1 - momentum))
  return tf.engine().runKernel(MOVING_AVERAGE, { average, now }, { momentum }) as Tensor
}

/** Inputs: logits [batch, classes], targets [batch, classes]. Outputs: losses [batch], softmax - targets. */
export const SOFTMAX_CROSS_ENTROPY = 'SoftmaxCrossEntropy'

/**
 * Cross-entropy (natural logarithm) of each row of logits with its targets, and its gradient in the logits,
 * softmax(logits) - targets. Nothing flows back through this call: whoever uses it writes the gradient out.
 * @param logits float32 [batch, classes]
 * @param targets float32 [batch, classes], each row sums to 1
 * @returns losses [batch] and gradient [batch, classes]; null where the backend in use has no such kernel
 */
export function fusedSoftmaxCrossEntropy(
  logits: Tensor2D,
  targets: Tensor2D,
): [losses: Tensor1D, gradient: Tensor2D] | null {
  if (!tf.getKernel(SOFTMAX_CROSS_ENTROPY, tf.getBackend())) return null
  return tf.engine().runKernel(SOFTMAX_CROSS_ENTROPY, { logits, targets }) as unknown as [Tensor1D, Tensor2D]
}

/** No inputs. Attributes: bytes, shape. Output: the bytes on the device. */
export const IMAGE_TENSOR = 'ImageTensor'

export interface ImageBytes {
  bytes: Uint8Array
  shape: readonly number[]
}

/**
 * Pictures on the device, in the smallest form that the backend has: 8 bits a value where it knows them. They can be
 * read, and cast to float32; do that first in whatever computes with them.
 * @param bytes copied
 * @param shape [batch, height, width, channels]
 * @returns int32 to TensorFlow.js where the device holds bytes, else float32; values 0..255
 */
export function imageTensor(bytes: Uint8Array, shape: [number, number, number, number]): Tensor4D {
  if (!tf.getKernel(IMAGE_TENSOR, tf.getBackend()))
    return tf.tensor4d(new Float32Array(bytes), shape, 'float32')
  return tf.engine().runKernel(IMAGE_TENSOR, {}, { bytes, shape } as never) as Tensor4D
}
