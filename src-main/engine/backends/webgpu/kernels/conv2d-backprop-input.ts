// Gradient of a convolution in its input, which is also the forward pass of a transposed convolution.
import { tf } from '../../../tf'
import type { Features } from '../precision'
import { convolutionOf, keyOf } from '../programs/convolution'
import { inputGradient, planInputGradient } from '../programs/input-gradient'
import { tileName } from '../programs/tiles'
import { registerKernel } from './kernel'

interface Attributes {
  strides: number | [number, number]
  pad: 'valid' | 'same' | number
  dataFormat: 'NHWC' | 'NCHW'
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
  inputShape: [number, number, number, number]
}

export function registerConv2dBackpropInput(features: Features): void {
  registerKernel<Attributes>('Conv2DBackpropInput', ({ inputs, attrs, backend }) => {
    const [dy, w] = [inputs['dy']!, inputs['filter']!]
    const c = convolutionOf(
      tf.backend_util.computeConv2DInfo(
        attrs.inputShape,
        w.shape as [number, number, number, number],
        attrs.strides,
        1,
        attrs.pad,
        attrs.dimRoundingMode,
        false,
        tf.backend_util.convertConv2DDataFormat(attrs.dataFormat),
      ),
    )
    if (!c || dy.dtype !== 'float32') return null
    const output = { shape: attrs.inputShape, dtype: 'float32' } as const
    const tile = planInputGradient(c, features)
    const key = `conv2d-input ${keyOf(c)} ${tileName(tile)}`
    return backend.dispatch(key, () => inputGradient(c, tile, features), [dy, w], [output])[0]!
  })
}
