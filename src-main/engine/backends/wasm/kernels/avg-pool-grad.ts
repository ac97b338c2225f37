// Gradient of average pooling. The package's own divides by the whole window also at the borders, where the mean was
// over fewer elements.
import { tf, type TensorInfo } from '../../../tf'
import { type Attributes, type Inputs, type Workspace, floats, registerKernel } from './kernel'

type Shape4D = [number, number, number, number]

function avgPoolGrad(workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo {
  const { dy, input } = inputs as { dy: TensorInfo; input: TensorInfo }
  const { filterSize, strides, pad } = attributes as {
    filterSize: number | [number, number]
    strides: number | [number, number]
    pad: number | 'valid' | 'same'
  }
  const info = tf.backend_util.computePool2DInfo(input.shape as Shape4D, filterSize, strides, 1, pad)
  const dx = workspace.empty(input.shape)
  spread(floats(workspace.backend, dx), floats(workspace.backend, dy), info)
  return dx
}

type Pool2DInfo = ReturnType<typeof tf.backend_util.computePool2DInfo>

function spread(dx: Float32Array, dy: Float32Array, info: Pool2DInfo): void {
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
        const share = 1 / ((bottom - top) * (right - left))
        const from = ((n * outHeight + oh) * outWidth + ow) * channels
        for (let ih = top; ih < bottom; ih++) {
          for (let iw = left; iw < right; iw++) {
            const to = ((n * inHeight + ih) * inWidth + iw) * channels
            for (let c = 0; c < channels; c++) dx[to + c]! += dy[from + c]! * share
          }
        }
      }
    }
  }
}

export const registerAvgPoolGrad = () => registerKernel('AvgPoolGrad', avgPoolGrad)
