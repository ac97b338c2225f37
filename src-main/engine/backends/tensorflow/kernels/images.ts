// Pictures stay bytes on the way to the device: a quarter of the memory and of a GPU's bus. TensorFlow.js has no 8-bit
// type, so they are int32 to it, and the cast that every use begins with knows better.
import type { DataType } from '../../../tf'
import { IMAGE_TENSOR, type ImageBytes } from '../../../fused'
import { registerKernel } from './kernel'

export function registerImages(): void {
  registerKernel<ImageBytes>(IMAGE_TENSOR, ({ attrs: { bytes, shape }, backend }) => {
    const { binding } = backend
    const id = binding.createTensor(shape, binding.TF_UINT8, bytes)
    return backend.adopt(id, binding.TF_UINT8, shape, 'int32')
  })

  registerKernel<{ dtype: DataType }>('Cast', ({ inputs, attrs, backend, attribute }) => {
    const x = inputs['x']!
    const { TF_UINT8, TF_ATTR_TYPE } = backend.binding
    const isBytes = backend.tensorMap.get(x.dataId).dtype === TF_UINT8
    const from = isBytes
      ? { name: 'SrcT', type: TF_ATTR_TYPE, value: TF_UINT8 }
      : attribute.type('SrcT', x.dtype)
    return backend.executeSingleOutput(
      'Cast',
      [from, attribute.type('DstT', attrs.dtype), attribute.bool('Truncate', false)],
      [x],
    )
  })
}
