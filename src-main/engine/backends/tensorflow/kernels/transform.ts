// Projective transforms of a batch of images (tf.image.transform), which the package lacks.
import { tf } from '../../../tf'
import { registerKernel } from './kernel'

interface TransformAttributes {
  interpolation: 'nearest' | 'bilinear'
  fillMode: 'constant' | 'reflect' | 'wrap' | 'nearest'
  fillValue: number
  outputShape?: [number, number]
}

export function registerTransform(): void {
  registerKernel<TransformAttributes>('Transform', ({ inputs, attrs, backend, attribute }) => {
    const { image, transforms } = inputs
    const size = tf.tensor1d(attrs.outputShape ?? image!.shape.slice(1, 3), 'int32')
    const fill = tf.scalar(attrs.fillValue)
    const result = backend.executeSingleOutput(
      'ImageProjectiveTransformV3',
      [
        attribute.type('dtype', 'float32'),
        attribute.string('interpolation', attrs.interpolation.toUpperCase()),
        attribute.string('fill_mode', attrs.fillMode.toUpperCase()),
      ],
      [image!, transforms!, size, fill],
    )
    tf.dispose([size, fill])
    return result
  })
}
