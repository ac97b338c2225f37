// Gradients of pooling. The package's for maxima looks for the places of all maxima first and spreads them after; that
// for averages divides by the whole window at the borders too, which TensorFlow does not.
import { tf } from '../../../tf'
import { convolutionOf } from '../programs/convolution'
import { averagePoolGradient, maxPoolGradient, poolKey, type Pooling } from '../programs/pool'
import { registerKernel } from './kernel'

type Shape = [number, number, number, number]

interface Attributes {
  filterSize: number | [number, number]
  strides: number | [number, number]
  pad: 'valid' | 'same' | number
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
}

function geometry(
  shape: readonly number[],
  { filterSize, strides, pad, dimRoundingMode }: Attributes,
): Pooling | null {
  return convolutionOf(
    tf.backend_util.computePool2DInfo(shape as Shape, filterSize, strides, 1, pad, dimRoundingMode),
  )
}

export function registerPoolGrads(): void {
  registerKernel<Attributes>('MaxPoolGrad', ({ inputs, attrs, backend }) => {
    const [dy, x, y] = [inputs['dy']!, inputs['input']!, inputs['output']!]
    const p = geometry(x.shape, attrs)
    if (!p) return null
    const output = { shape: x.shape, dtype: 'float32' } as const
    return backend.dispatch(`max-pool-grad ${poolKey(p)}`, () => maxPoolGradient(p), [dy, x, y], [output])[0]!
  })

  registerKernel<Attributes>('AvgPoolGrad', ({ inputs, attrs, backend }) => {
    const [dy, x] = [inputs['dy']!, inputs['input']!]
    const p = geometry(x.shape, attrs)
    if (!p) return null
    const output = { shape: x.shape, dtype: 'float32' } as const
    return backend.dispatch(`avg-pool-grad ${poolKey(p)}`, () => averagePoolGradient(p), [dy], [output])[0]!
  })
}
