// Addition. Adding one number per channel is `BiasAdd`, which TensorFlow fuses with the convolution or product
// before it; the sums are the same.
import { tf } from '../../../tf'
import { registerKernel } from './kernel'

export function registerAdd(): void {
  registerKernel('Add', ({ inputs: { a, b }, backend, attribute }) => {
    const dtype = tf.backend_util.upcastType(a!.dtype, b!.dtype)
    const bias =
      b!.shape.length === 1 &&
      a!.shape.length >= 2 &&
      a!.shape.length <= 5 &&
      dtype === 'float32' &&
      b!.shape[0] === a!.shape.at(-1)
    return backend.executeSingleOutput(bias ? 'BiasAdd' : 'Add', [attribute.type('T', dtype)], [a!, b!])
  })
}
