// What the gradients of a convolution share: its geometry, and names of it in shaders.

/** Pictures are [batch, height, width, channels], filters [height, width, inputs, outputs]. */
export interface Convolution {
  batch: number
  inHeight: number
  inWidth: number
  inChannels: number
  outHeight: number
  outWidth: number
  outChannels: number
  filterHeight: number
  filterWidth: number
  strideHeight: number
  strideWidth: number
  padTop: number
  padLeft: number
}

/** What tells two convolutions apart. */
export const keyOf = (c: Convolution): string =>
  `${c.batch}x${c.inHeight}x${c.inWidth}x${c.inChannels} ${c.outHeight}x${c.outWidth}x${c.outChannels} ` +
  `${c.filterHeight}x${c.filterWidth} /${c.strideHeight}x${c.strideWidth} +${c.padTop}+${c.padLeft}`

/** Geometry from TensorFlow.js's own computation; null for what our kernels leave to the package. */
export function convolutionOf(info: {
  batchSize: number
  inHeight: number
  inWidth: number
  inChannels: number
  outHeight: number
  outWidth: number
  outChannels: number
  filterHeight: number
  filterWidth: number
  strideHeight: number
  strideWidth: number
  dilationHeight: number
  dilationWidth: number
  padInfo: { top: number; left: number }
  dataFormat: string
}): Convolution | null {
  if (info.dataFormat !== 'channelsLast' || info.dilationHeight !== 1 || info.dilationWidth !== 1) return null
  const { batchSize, padInfo, ...rest } = info
  return { ...rest, batch: batchSize, padTop: padInfo.top, padLeft: padInfo.left }
}
