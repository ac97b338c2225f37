// Gradient of a convolution in its filter. The package's kernel is one invocation for each element of the filter, each
// going over all pictures and places alone.
import { tf } from '../../../tf'
import type { Features } from '../precision'
import { convolutionOf, keyOf } from '../programs/convolution'
import { filterGradient, planFilterGradient, planName } from '../programs/filter-gradient'
import { free, registerKernel } from './kernel'
import { sumRows } from './sum-columns'

interface Attributes {
  strides: number | [number, number]
  pad: 'valid' | 'same' | number
  dataFormat: 'NHWC' | 'NCHW'
  dimRoundingMode?: 'floor' | 'round' | 'ceil'
  filterShape: [number, number, number, number]
}

export function registerConv2dBackpropFilter(features: Features): void {
  registerKernel<Attributes>('Conv2DBackpropFilter', ({ inputs, attrs, backend }) => {
    const [x, dy] = [inputs['x']!, inputs['dy']!]
    const c = convolutionOf(
      tf.backend_util.computeConv2DInfo(
        x.shape as [number, number, number, number],
        attrs.filterShape,
        attrs.strides,
        1,
        attrs.pad,
        attrs.dimRoundingMode,
        false,
        tf.backend_util.convertConv2DDataFormat(attrs.dataFormat),
      ),
    )
    if (!c || x.dtype !== 'float32') return null
    const plan = planFilterGradient(c, features)
    const shape = [plan.parts, ...attrs.filterShape]
    const make = () => filterGradient(c, plan, features)
    const [parts] = backend.dispatch(
      `conv2d-filter ${keyOf(c)} ${planName(plan)}`,
      make,
      [x, dy],
      [{ shape, dtype: 'float32' }],
    )
    if (plan.parts === 1) return { ...parts!, shape: attrs.filterShape }
    const sum = sumRows(backend, parts!, plan.parts, plan.rows * plan.columns)
    free(backend, parts!)
    return { ...sum, shape: attrs.filterShape }
  })
}
