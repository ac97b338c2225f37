// Gathering by index. The package's kernel reads the indices back to check them, which stalls a GPU and cannot be
// captured; TensorFlow itself checks on a CPU.
import { tf } from '../../../tf'
import { registerKernel } from './kernel'

export function registerGather(): void {
  registerKernel<{ axis: number; batchDims: number }>('GatherV2', ({ inputs, attrs, backend, attribute }) => {
    const { x, indices } = inputs
    const axis = tf.scalar(attrs.axis, 'int32')
    const result = backend.executeSingleOutput(
      'GatherV2',
      [
        attribute.int('batch_dims', attrs.batchDims),
        attribute.type('Tparams', x!.dtype),
        attribute.type('Tindices', indices!.dtype),
        attribute.type('Taxis', 'int32'),
      ],
      [x!, indices!, axis],
    )
    axis.dispose()
    return result
  })
}
