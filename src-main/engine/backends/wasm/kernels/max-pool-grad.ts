// Gradient of max-pooling: each dy goes to the first element of its window that is the maximum, as in TensorFlow.
import { tf, type TensorInfo } from '../../../tf'
import { type Simd } from '../simd/simd'
import { type Attributes, type Inputs, type Workspace, addressOf, floats, registerKernel } from './kernel'

type Shape4D = [number, number, number, number]

function maxPoolGrad(simd: Simd) {
  return (workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo => {
    const { dy, input, output } = inputs as { dy: TensorInfo; input: TensorInfo; output: TensorInfo }
    const { filterSize, strides, pad, dimRoundingMode } = attributes as {
      filterSize: number | [number, number]
      strides: number | [number, number]
      pad: number | 'valid' | 'same'
      dimRoundingMode?: 'floor' | 'round' | 'ceil'
    }
    const shape = input.shape as Shape4D
    const info = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode)
    const dx = workspace.empty(shape)
    const { backend } = workspace
    if (info.inChannels % 4 === 0) {
      const at = (tensor: TensorInfo) => addressOf(backend, tensor)
      simd.maxPoolGradient(at(dx), at(dy), at(input), at(output), geometryOf(info))
    } else {
      const view = (tensor: TensorInfo) => floats(backend, tensor)
      scatter(view(dx), view(dy), view(input), view(output), info)
    }
    return dx
  }
}

type Pool2DInfo = ReturnType<typeof tf.backend_util.computePool2DInfo>

const geometryOf = (info: Pool2DInfo) => ({
  batch: info.batchSize,
  height: info.inHeight,
  width: info.inWidth,
  outHeight: info.outHeight,
  outWidth: info.outWidth,
  filterHeight: info.filterHeight,
  filterWidth: info.filterWidth,
  strideHeight: info.strideHeight,
  strideWidth: info.strideWidth,
  top: info.padInfo.top,
  left: info.padInfo.left,
  channels: info.inChannels,
})

function scatter(
  dx: Float32Array,
  dy: Float32Array,
  x: Float32Array,
  y: Float32Array,
  info: Pool2DInfo,
): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, inChannels: channels } = info
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = info
  dx.fill(0)
  for (let n = 0; n < batchSize; n++) {
    for (let oh = 0; oh < outHeight; oh++) {
      const top = Math.max(0, oh * strideHeight - padInfo.top)
      const bottom = Math.min(inHeight, oh * strideHeight - padInfo.top + filterHeight)
      for (let ow = 0; ow < outWidth; ow++) {
        const left = Math.max(0, ow * strideWidth - padInfo.left)
        const right = Math.min(inWidth, ow * strideWidth - padInfo.left + filterWidth)
        const over = ((n * outHeight + oh) * outWidth + ow) * channels
        for (let c = 0; c < channels; c++) {
          const largest = y[over + c]!
          search: for (let ih = top; ih < bottom; ih++) {
            const row = (n * inHeight + ih) * inWidth
            for (let iw = left; iw < right; iw++) {
              const at = (row + iw) * channels + c
              if (x[at] === largest) {
                dx[at]! += dy[over + c]!
                break search
              }
            }
          }
        }
      }
    }
  }
}

export const registerMaxPoolGrad = (simd: Simd) => registerKernel('MaxPoolGrad', maxPoolGrad(simd))
