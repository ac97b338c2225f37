// Both gradients of a depthwise convolution. The package's filter gradient is one invocation for each element of the
// filter: nine times the channels in all, each going over all pictures and places alone.
import { tf, type TensorInfo } from '../../../tf'
import { convolutionOf, keyOf, type Convolution } from '../programs/convolution'
import {
  depthwiseFilterGradient,
  depthwiseInputGradient,
  MOST_TAPS,
  planDepthwiseFilter,
  planDepthwiseInput,
  planName,
} from '../programs/depthwise'
import { free, registerKernel } from './kernel'
import { sumRows } from './sum-columns'

type Shape = [number, number, number, number]

interface Attributes {
  strides: number | [number, number]
  dilations: number | [number, number]
  pad: 'valid' | 'same' | number
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
  filterShape: Shape
  inputShape: Shape
}

function geometry(input: Shape, weights: Shape, attrs: Attributes): Convolution | null {
  const { strides, dilations, pad, dimRoundingMode } = attrs
  return convolutionOf(
    tf.backend_util.computeConv2DInfo(input, weights, strides, dilations, pad, dimRoundingMode, true),
  )
}

export function registerDepthwise(): void {
  registerKernel<Attributes>('DepthwiseConv2dNativeBackpropFilter', ({ inputs, attrs, backend }) => {
    const [x, dy] = [inputs['x']!, inputs['dy']!]
    const c = geometry(x.shape as Shape, attrs.filterShape, attrs)
    if (!c || x.dtype !== 'float32' || c.filterHeight * c.filterWidth > MOST_TAPS) return null
    const plan = planDepthwiseFilter(c)
    const size = tf.util.sizeFromShape(attrs.filterShape)
    const output = { shape: [plan.parts, size], dtype: 'float32' } as const
    const make = () => depthwiseFilterGradient(c, plan)
    const [parts] = backend.dispatch(
      `depthwise-filter ${keyOf(c)} ${planName(plan)}`,
      make,
      [x, dy],
      [output],
    )
    if (plan.parts === 1) return { ...parts!, shape: attrs.filterShape }
    const sum = sumRows(backend, parts!, plan.parts, size)
    free(backend, parts!)
    return { ...sum, shape: attrs.filterShape }
  })

  registerKernel<Attributes>('DepthwiseConv2dNativeBackpropInput', ({ inputs, attrs, backend }) => {
    const [dy, w] = [inputs['dy']!, inputs['filter'] as TensorInfo]
    const c = geometry(attrs.inputShape, w.shape as Shape, attrs)
    if (!c || dy.dtype !== 'float32') return null
    const output = { shape: attrs.inputShape, dtype: 'float32' } as const
    const size = planDepthwiseInput(c)
    const key = `depthwise-input ${keyOf(c)} ${size}`
    return backend.dispatch(key, () => depthwiseInputGradient(c, size), [dy, w], [output])[0]!
  })
}
