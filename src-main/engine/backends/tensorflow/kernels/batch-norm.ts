// BatchNorm in training as TensorFlow's fused operations: one pass forward and one back, where the composed form
// takes a dozen over all activations.
import { BATCH_NORM_TRAINING, BATCH_NORM_TRAINING_GRAD } from '../../../fused'
import { tf } from '../../../tf'
import { registerKernel } from './kernel'

export function registerBatchNorm(): void {
  registerKernel<{ epsilon: number }>(BATCH_NORM_TRAINING, ({ inputs, attrs, backend, attribute }) => {
    const { x, gamma, beta } = inputs
    const empty = tf.tensor1d([], 'float32')
    const [y, mean, unbiased, saved1, saved2, saved3] = backend.executeMultipleOutputs(
      'FusedBatchNormV3',
      [
        attribute.type('T', 'float32'),
        attribute.type('U', 'float32'),
        attribute.float('epsilon', attrs.epsilon),
        attribute.bool('is_training', true),
      ],
      [x!, gamma!, beta!, empty, empty],
      6,
    )
    // TensorFlow gives the variance for moving averages, with Bessel's correction; Keras averages the biased one.
    const count = x!.size / x!.shape.at(-1)!
    const variance = tf.mul(unbiased!, count > 1 ? (count - 1) / count : 1)
    tf.dispose([empty, unbiased!])
    return [y!, mean!, variance, saved1!, saved2!, saved3!]
  })

  registerKernel<{ epsilon: number }>(BATCH_NORM_TRAINING_GRAD, ({ inputs, attrs, backend, attribute }) => {
    const { dy, x, gamma, saved1, saved2, saved3 } = inputs
    const [dx, dgamma, dbeta, unused1, unused2] = backend.executeMultipleOutputs(
      'FusedBatchNormGradV3',
      [
        attribute.type('T', 'float32'),
        attribute.type('U', 'float32'),
        attribute.float('epsilon', attrs.epsilon),
        attribute.bool('is_training', true),
      ],
      [dy!, x!, gamma!, saved1!, saved2!, saved3!],
      5,
    )
    tf.dispose([unused1!, unused2!])
    return [dx!, dgamma!, dbeta!]
  })
}
