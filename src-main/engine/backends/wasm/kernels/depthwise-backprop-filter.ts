// Gradient of a depthwise convolution with respect to its filter; the package has none.
import { tf, type TensorInfo } from '../../../tf'
import { type Simd } from '../simd/simd'
import { type Attributes, type Inputs, type Workspace, addressOf, floats, registerKernel } from './kernel'
import { type Conv2DInfo, geometryOf, paddedForWindows } from './padded'

type Shape4D = [number, number, number, number]

function depthwiseBackpropFilter(simd: Simd) {
  return (workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo => {
    const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo }
    const { filterShape, strides, pad, dimRoundingMode } = attributes as {
      filterShape: Shape4D
      strides: number | [number, number]
      pad: number | 'valid' | 'same'
      dimRoundingMode?: 'floor' | 'round' | 'ceil'
    }
    const shape = x.shape as Shape4D
    const info = tf.backend_util.computeConv2DInfo(shape, filterShape, strides, 1, pad, dimRoundingMode, true)
    const padded = paddedForWindows(workspace, x, info)
    const result = workspace.empty(filterShape)
    const { backend } = workspace
    if (filterShape[3] === 1 && info.inChannels % 4 === 0) {
      const [to, from, over] = [result, padded, dy].map((tensor) => addressOf(backend, tensor)) as [
        number,
        number,
        number,
      ]
      simd.depthwiseGradient(to, from, over, geometryOf(info, padded))
    } else {
      floats(backend, result).set(inPlainLoops(floats(backend, padded), floats(backend, dy), info, padded))
    }
    return result
  }
}

/** For the odd numbers of channels, which no family of models has. */
function inPlainLoops(x: Float32Array, dy: Float32Array, info: Conv2DInfo, padded: TensorInfo): Float64Array {
  const { batchSize, inChannels, outHeight, outWidth, outChannels, filterHeight, filterWidth } = info
  const [, height, width] = padded.shape as Shape4D
  const multiplier = outChannels / inChannels
  const sums = new Float64Array(filterHeight * filterWidth * outChannels)
  for (let n = 0, over = 0; n < batchSize; n++) {
    for (let oh = 0; oh < outHeight; oh++) {
      for (let ow = 0; ow < outWidth; ow++, over += outChannels) {
        for (let kh = 0; kh < filterHeight; kh++) {
          for (let kw = 0; kw < filterWidth; kw++) {
            const row = n * height + oh * info.strideHeight + kh
            const from = (row * width + ow * info.strideWidth + kw) * inChannels
            const tap = (kh * filterWidth + kw) * outChannels
            for (let c = 0; c < outChannels; c++) {
              sums[tap + c]! += x[from + Math.floor(c / multiplier)]! * dy[over + c]!
            }
          }
        }
      }
    }
  }
  return sums
}

export const registerDepthwiseBackpropFilter = (simd: Simd) =>
  registerKernel('DepthwiseConv2dNativeBackpropFilter', depthwiseBackpropFilter(simd))
