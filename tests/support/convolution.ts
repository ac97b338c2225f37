// A convolution and its gradients in double precision, and how much their terms are: what is lost by rounding operands
// is a share of the sum of magnitudes, whatever cancels in the sum itself.
import { tf } from '../../src-main/engine/tf'

export interface Sums {
  value: Float64Array
  /** Sums of the terms' magnitudes. */
  magnitude: Float64Array
}

export interface ConvolutionShape {
  batch: number
  height: number
  width: number
  inputs: number
  outputs: number
  kernel: number
  stride: number
  pad: 'same' | 'valid'
}

const sums = (length: number): Sums => ({
  value: new Float64Array(length),
  magnitude: new Float64Array(length),
})

/** Lengths of the output. */
export function outputShape(s: ConvolutionShape): [number, number, number, number] {
  return convolutionInfo(s).outShape
}

function convolutionInfo({ batch, height, width, inputs, outputs, kernel, stride, pad }: ConvolutionShape) {
  return tf.backend_util.computeConv2DInfo(
    [batch, height, width, inputs],
    [kernel, kernel, inputs, outputs],
    stride,
    1,
    pad,
  )
}

/** @returns the output, and the gradients in the input and in the filter */
export function convolveInDouble(
  s: ConvolutionShape,
  x: Float32Array,
  w: Float32Array,
  dy: Float32Array,
): { y: Sums; dx: Sums; dw: Sums } {
  const { outHeight, outWidth, padInfo } = convolutionInfo(s)
  const [y, dx, dw] = [sums(dy.length), sums(x.length), sums(w.length)]
  const add = (to: Sums, at: number, term: number) => {
    to.value[at]! += term
    to.magnitude[at]! += Math.abs(term)
  }
  for (let b = 0; b < s.batch; b++)
    for (let row = 0; row < outHeight; row++)
      for (let column = 0; column < outWidth; column++)
        for (let tap = 0; tap < s.kernel * s.kernel; tap++) {
          const top = row * s.stride + Math.floor(tap / s.kernel) - padInfo.top
          const left = column * s.stride + (tap % s.kernel) - padInfo.left
          if (top < 0 || top >= s.height || left < 0 || left >= s.width) continue
          for (let i = 0; i < s.inputs; i++)
            for (let o = 0; o < s.outputs; o++) {
              const atX = ((b * s.height + top) * s.width + left) * s.inputs + i
              const atW = (tap * s.inputs + i) * s.outputs + o
              const atY = ((b * outHeight + row) * outWidth + column) * s.outputs + o
              add(y, atY, x[atX]! * w[atW]!)
              add(dx, atX, dy[atY]! * w[atW]!)
              add(dw, atW, dy[atY]! * x[atX]!)
            }
        }
  return { y, dx, dw }
}
