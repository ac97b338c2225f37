// Softmax cross-entropy and its gradient as TensorFlow's one operation.
import { SOFTMAX_CROSS_ENTROPY } from '../../../fused'
import { registerKernel } from './kernel'

export function registerSoftmaxCrossEntropy(): void {
  registerKernel(SOFTMAX_CROSS_ENTROPY, ({ inputs: { logits, targets }, backend, attribute }) =>
    backend.executeMultipleOutputs(
      'SoftmaxCrossEntropyWithLogits',
      [attribute.type('T', 'float32')],
      [logits!, targets!],
      2,
    ),
  )
}
