// MobileNet (v1): Howard, Zhu, Chen, Kalenichenko, Wang, Weyand, Andreetto, Adam, "MobileNets: Efficient
// Convolutional Neural Networks for Mobile Vision Applications", 2017 (arXiv 1704.04861).
//
// Input: RGB, square, 32 pixels or more (trained at 128, 160, 192 and 224), values −1 to 1: v / 127.5 − 1.
// Output without the top: one thirty-second of the side (rounded), 1024 α channels.
// Layers are named and ordered as in Keras.
import type { Node } from './graph'
import { chain, imageInput } from './parts'
import type { LayerSpec } from './specs'

/** Factors of the width for which weights were published. */
export const mobileNetAlphas = [0.25, 0.5, 0.75, 1] as const

/** Channels and stride of each depthwise separable convolution. */
const blocks: readonly (readonly [channels: number, strides: 1 | 2])[] = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
]

const normalization: LayerSpec = { type: 'BatchNormalization' }
const relu6: LayerSpec = { type: 'ReLU', maxValue: 6 }

/** A filter for each channel in space, then one over the channels. */
function separable(input: Node, block: number, filters: number, strides: 1 | 2): Node {
  const after = { type: 'ZeroPadding2D', padding: [[0, 1], [0, 1]] } as const // prettier-ignore
  const x = strides === 2 ? chain(input, [`conv_pad_${block}`, after]) : input
  const padding = strides === 2 ? 'valid' : 'same'
  return chain(
    x,
    [`conv_dw_${block}`, { type: 'DepthwiseConv2D', kernel: 3, strides, padding, useBias: false }],
    [`conv_dw_${block}_bn`, normalization],
    [`conv_dw_${block}_relu`, relu6],
    [`conv_pw_${block}`, { type: 'Conv2D', filters, kernel: 1, useBias: false }],
    [`conv_pw_${block}_bn`, normalization],
    [`conv_pw_${block}_relu`, relu6],
  )
}

/**
 * The network without its top.
 * @param alpha factor of the width, one of `mobileNetAlphas`
 */
export function mobileNet(size: number, alpha: number): Node {
  const start = chain(
    imageInput(size),
    ['conv1', { type: 'Conv2D', filters: Math.trunc(32 * alpha), kernel: 3, strides: 2, useBias: false }],
    ['conv1_bn', normalization],
    ['conv1_relu', relu6],
  )
  return blocks.reduce(
    (x, [channels, strides], index) => separable(x, index + 1, Math.trunc(channels * alpha), strides),
    start,
  )
}
