// Pictures with zeros around them, cut to what the windows of a convolution reach.
import { type TensorInfo, type tf } from '../../../tf'
import { type Workspace, floats } from './kernel'

export type Conv2DInfo = ReturnType<typeof tf.backend_util.computeConv2DInfo>

/** @returns x itself where nothing has to be added at the top and left, else a copy; height and width may be larger than needed */
export function paddedForWindows(workspace: Workspace, x: TensorInfo, info: Conv2DInfo): TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels, padInfo } = info
  const height = (info.outHeight - 1) * info.strideHeight + info.filterHeight
  const width = (info.outWidth - 1) * info.strideWidth + info.filterWidth
  if (padInfo.top === 0 && padInfo.left === 0 && height <= inHeight && width <= inWidth) return x
  const padded = workspace.empty([batchSize, height, width, inChannels])
  const source = floats(workspace.backend, x)
  const target = floats(workspace.backend, padded)
  target.fill(0)
  const rows = Math.min(inHeight, height - padInfo.top)
  const length = Math.min(inWidth, width - padInfo.left) * inChannels
  for (let n = 0; n < batchSize; n++) {
    for (let row = 0; row < rows; row++) {
      const from = (n * inHeight + row) * inWidth * inChannels
      const to = ((n * height + row + padInfo.top) * width + padInfo.left) * inChannels
      target.set(source.subarray(from, from + length), to)
    }
  }
  return padded
}

/** The geometry as our SIMD kernels take it. */
export function geometryOf(info: Conv2DInfo, padded: TensorInfo) {
  return {
    batch: info.batchSize,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
    filterHeight: info.filterHeight,
    filterWidth: info.filterWidth,
    strideHeight: info.strideHeight,
    strideWidth: info.strideWidth,
    height: padded.shape[1]!,
    width: padded.shape[2]!,
    inChannels: info.inChannels,
    outChannels: info.outChannels,
  }
}
