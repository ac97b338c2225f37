// A convolution, alone or with bias and activation, where the package's kernel does more than there is to do.
import { tf } from '../../../tf'
import type { Features } from '../precision'
import { finishName, isKnownActivation } from '../programs/activation'
import { convolutionOf, keyOf } from '../programs/convolution'
import { forward, planForward } from '../programs/forward'
import { tileName } from '../programs/tiles'
import { registerKernel, type KernelCall } from './kernel'

interface Attributes {
  strides: number | [number, number]
  pad: 'valid' | 'same' | number
  dataFormat: 'NHWC' | 'NCHW'
  dilations: number | [number, number]
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
  /** Of the fused kernel. */
  activation?: string | null
}

type Shape = [number, number, number, number]

export function registerConv2d(features: Features): void {
  const kernel = ({ inputs, attrs, backend }: KernelCall<Attributes>) => {
    const [x, w, bias] = [inputs['x']!, inputs['filter']!, inputs['bias']]
    const c = convolutionOf(
      tf.backend_util.computeConv2DInfo(
        x.shape as Shape,
        w.shape as Shape,
        attrs.strides,
        attrs.dilations,
        attrs.pad,
        attrs.dimRoundingMode,
        false,
        tf.backend_util.convertConv2DDataFormat(attrs.dataFormat),
      ),
    )
    if (!c || x.dtype !== 'float32' || inputs['preluActivationWeights']) return null
    if (!isKnownActivation(attrs.activation)) return null
    if (bias && (bias.shape.length !== 1 || bias.shape[0] !== c.outChannels)) return null
    const tile = planForward(c, features)
    if (!tile) return null
    const finish = { bias: bias !== undefined && bias !== null, activation: attrs.activation ?? 'linear' }
    const shape = [c.batch, c.outHeight, c.outWidth, c.outChannels]
    return backend.dispatch(
      `conv2d ${keyOf(c)} ${tileName(tile)}${finishName(finish)}`,
      () => forward(c, tile, finish, features),
      bias ? [x, w, bias] : [x, w],
      [{ shape, dtype: 'float32' }],
    )[0]!
  }
  registerKernel<Attributes>('Conv2D', kernel)
  registerKernel<Attributes>('FusedConv2D', kernel)
}
