// The geometry of calls that have one, and how a table names a call.
import { convolutionOf, type Convolution } from '../../src-main/engine/backends/webgpu/programs/convolution'
import { tf } from '../../src-main/engine/tf'
import type { Call } from './calls'

type Shape = [number, number, number, number]

interface Attributes {
  strides: number | [number, number]
  pad: 'valid' | 'same' | number
  filterSize: number | [number, number]
  filterShape: Shape
  inputShape: Shape
}

/** Of a convolution, a gradient of one, or of pooling; null for everything else. */
export function geometryOf({
  kernel,
  inputs,
  attrs,
}: Pick<Call, 'kernel' | 'inputs' | 'attrs'>): Convolution | null {
  const { strides, pad, filterSize, filterShape, inputShape } = attrs as Attributes
  const shapeOf = (name: string) => inputs[name]!.shape as Shape
  const deep = kernel.startsWith('Depthwise')
  const convolution = (input: Shape, filter: Shape) =>
    convolutionOf(tf.backend_util.computeConv2DInfo(input, filter, strides, 1, pad, undefined, deep))
  if (kernel === 'Conv2D' || kernel === 'FusedConv2D') return convolution(shapeOf('x'), shapeOf('filter'))
  if (kernel.endsWith('BackpropFilter')) return convolution(shapeOf('x'), filterShape)
  if (kernel.endsWith('BackpropInput')) return convolution(inputShape, shapeOf('filter'))
  if (kernel.endsWith('PoolGrad')) {
    return convolutionOf(
      tf.backend_util.computePool2DInfo(shapeOf('input'), filterSize, strides, 1, pad as 'same'),
    )
  }
  return null
}

const by = (shape: readonly number[]) => (shape.length ? shape.join('×') : '1')

/** "64×16×16×32 → 16×16×64, 3×3"; without a geometry the shapes of the inputs. */
export function nameOf(call: Call): string {
  const c = geometryOf(call)
  if (!c) {
    const shapes = Object.values(call.inputs).map(({ shape }) => shape)
    if (call.kernel === 'BatchMatMul' || call.kernel === '_FusedMatMul') {
      const { transposeA, transposeB } = call.attrs as { transposeA?: boolean; transposeB?: boolean }
      return `${by(shapes[0]!)}${transposeA ? 'ᵀ' : ''} · ${by(shapes[1]!)}${transposeB ? 'ᵀ' : ''}`
    }
    return by(shapes[0]!)
  }
  const out = `${c.outHeight}×${c.outWidth}×${c.outChannels}`
  const stride = c.strideHeight > 1 ? `, stride ${c.strideHeight}` : ''
  return `${c.batch}×${c.inHeight}×${c.inWidth}×${c.inChannels} → ${out}, ${c.filterHeight}×${c.filterWidth}${stride}`
}

/** Along one side, the pairs of output and tap that meet the picture rather than its padding. */
function meetings(out: number, taps: number, stride: number, pad: number, size: number): number {
  let count = 0
  for (let o = 0; o < out; o++)
    for (let t = 0; t < taps; t++) if (o * stride + t - pad >= 0 && o * stride + t - pad < size) count++
  return count
}

/** Pairs of output place and tap that meet the picture, in the whole batch. */
export const placesMet = (c: Convolution): number =>
  c.batch *
  meetings(c.outHeight, c.filterHeight, c.strideHeight, c.padTop, c.inHeight) *
  meetings(c.outWidth, c.filterWidth, c.strideWidth, c.padLeft, c.inWidth)

/** Products that are not with zeros of the padding: what a kernel with a geometry, or of matrices, cannot do without. */
export function termsOf(call: Pick<Call, 'kernel' | 'inputs' | 'attrs'>): number | null {
  if (call.kernel === 'BatchMatMul' || call.kernel === '_FusedMatMul') {
    const [a, b] = [call.inputs['a']!.shape, call.inputs['b']!.shape]
    const { transposeB } = call.attrs as { transposeB?: boolean }
    const size = a.reduce((x, y) => x * y, 1)
    return size * (transposeB ? b.at(-2)! : b.at(-1)!)
  }
  const c = geometryOf(call)
  if (!c) return null
  if (call.kernel.endsWith('PoolGrad')) return placesMet(c) * c.inChannels
  return placesMet(c) * c.outChannels * (call.kernel.startsWith('Depthwise') ? 1 : c.inChannels)
}
