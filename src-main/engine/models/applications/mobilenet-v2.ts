// MobileNetV2: Sandler, Howard, Zhu, Zhmoginov, Chen, "MobileNetV2: Inverted Residuals and Linear Bottlenecks",
// CVPR 2018 (arXiv 1801.04381).
//
// Input: RGB, square, 32 pixels or more (trained at 96, 128, 160, 192 and 224), values −1 to 1: v / 127.5 − 1.
// Output without the top: one thirty-second of the side (rounded up), 1280 channels, or 1280 α where α is over 1.
// Layers are named and ordered as in Keras, whose weight files are thus matched by name.
import { layer, type Node } from './graph'
import { chain, divisible, imageInput, paddingForStride2 } from './parts'
import type { LayerSpec } from './specs'

/** Factors of the width for which weights were published. */
export const mobileNetV2Alphas = [0.35, 0.5, 0.75, 1, 1.3, 1.4] as const

/** Channels and stride of each inverted residual block. */
const blocks: readonly (readonly [channels: number, strides: 1 | 2])[] = [
  [16, 1],
  [24, 2],
  [24, 1],
  [32, 2],
  [32, 1],
  [32, 1],
  [64, 2],
  [64, 1],
  [64, 1],
  [64, 1],
  [96, 1],
  [96, 1],
  [96, 1],
  [160, 2],
  [160, 1],
  [160, 1],
  [320, 1],
]

const expansion = 6
const normalization: LayerSpec = { type: 'BatchNormalization', epsilon: 1e-3, momentum: 0.999 }
const relu6: LayerSpec = { type: 'ReLU', maxValue: 6 }
const pointwise = (filters: number): LayerSpec => ({ type: 'Conv2D', filters, kernel: 1, useBias: false })

/** Expands, filters each channel in space, projects back; the first block does not expand. */
function invertedResidual(input: Node, index: number, channels: number, strides: 1 | 2): Node {
  const prefix = index === 0 ? 'expanded_conv_' : `block_${index}_`
  const inputChannels = input.shape[2]!
  let x = input
  if (index > 0) {
    x = chain(
      x,
      [`${prefix}expand`, pointwise(expansion * inputChannels)],
      [`${prefix}expand_BN`, normalization],
      [`${prefix}expand_relu`, relu6],
    )
  }
  if (strides === 2) x = chain(x, [`${prefix}pad`, paddingForStride2(x, 3)])
  const padding = strides === 1 ? 'same' : 'valid'
  x = chain(
    x,
    [`${prefix}depthwise`, { type: 'DepthwiseConv2D', kernel: 3, strides, padding, useBias: false }],
    [`${prefix}depthwise_BN`, normalization],
    [`${prefix}depthwise_relu`, relu6],
    [`${prefix}project`, pointwise(channels)],
    [`${prefix}project_BN`, normalization],
  )
  return inputChannels === channels && strides === 1 ? layer(`${prefix}add`, { type: 'Add' }, input, x) : x
}

/**
 * The network without its top.
 * @param alpha factor of the width, one of `mobileNetV2Alphas`
 */
export function mobileNetV2(size: number, alpha: number): Node {
  let x = chain(
    imageInput(size),
    ['Conv1', { type: 'Conv2D', filters: divisible(32 * alpha), kernel: 3, strides: 2, useBias: false }],
    ['bn_Conv1', normalization],
    ['Conv1_relu', relu6],
  )
  blocks.forEach(([channels, strides], index) => {
    x = invertedResidual(x, index, divisible(Math.trunc(channels * alpha)), strides)
  })
  return chain(
    x,
    ['Conv_1', pointwise(alpha > 1 ? divisible(1280 * alpha) : 1280)],
    ['Conv_1_bn', normalization],
    ['out_relu', relu6],
  )
}
