// Gradient of a depthwise convolution with respect to its filter, in plain loops over the module's memory: every tap
// of every channel is a sum over all pixels, which no kernel of the package computes without copies of x per tap.
import { tf, type TensorInfo } from '../../../tf'
import { type Attributes, type Inputs, type Workspace, floats, registerKernel } from './kernel'

type Shape4D = [number, number, number, number]

function depthwiseBackpropFilter(workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo {
  const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo }
  const { filterShape, strides, pad, dilations, dimRoundingMode } = attributes as {
    filterShape: Shape4D
    strides: number | [number, number]
    pad: number | 'valid' | 'same'
    dilations: number | [number, number]
    dimRoundingMode?: 'floor' | 'round' | 'ceil'
  }
  const info = tf.backend_util.computeConv2DInfo(
    x.shape as Shape4D,
    filterShape,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    true,
  )
  const result = workspace.empty(filterShape)
  const sums = accumulate(floats(workspace.backend, x), floats(workspace.backend, dy), info)
  floats(workspace.backend, result).set(sums)
  return result
}

type Conv2DInfo = ReturnType<typeof tf.backend_util.computeConv2DInfo>

/** Sums in double precision: there are as many terms as pixels in the batch. */
function accumulate(x: Float32Array, dy: Float32Array, info: Conv2DInfo): Float64Array {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = info
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = info
  const multiplier = outChannels / inChannels
  const sums = new Float64Array(filterHeight * filterWidth * outChannels)
  for (let n = 0; n < batchSize; n++) {
    for (let oh = 0; oh < outHeight; oh++) {
      for (let kh = 0; kh < filterHeight; kh++) {
        const ih = oh * strideHeight + kh - padInfo.top
        if (ih < 0 || ih >= inHeight) continue
        for (let kw = 0; kw < filterWidth; kw++) {
          const tap = (kh * filterWidth + kw) * outChannels
          for (let ow = 0; ow < outWidth; ow++) {
            const iw = ow * strideWidth + kw - padInfo.left
            if (iw < 0 || iw >= inWidth) continue
            const from = ((n * inHeight + ih) * inWidth + iw) * inChannels
            const over = ((n * outHeight + oh) * outWidth + ow) * outChannels
            if (multiplier === 1) {
              for (let c = 0; c < inChannels; c++) sums[tap + c]! += x[from + c]! * dy[over + c]!
            } else {
              for (let c = 0; c < outChannels; c++) {
                sums[tap + c]! += x[from + Math.floor(c / multiplier)]! * dy[over + c]!
              }
            }
          }
        }
      }
    }
  }
  return sums
}

export const registerDepthwiseBackpropFilter = () =>
  registerKernel('DepthwiseConv2dNativeBackpropFilter', depthwiseBackpropFilter)
