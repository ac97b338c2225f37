// EfficientNet B0 to B3: Tan, Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks",
// ICML 2019 (arXiv 1905.11946).
//
// Input: RGB, square, 32 pixels or more (trained at 224, 240, 260 and 300), values 0 to 255: the first three layers
// bring them to what the weights expect (mean and variance are among the weights).
// Output without the top: one thirty-second of the side (rounded up), 1280 channels times the width.
// Layers are named and ordered as in Keras with its ImageNet weights.
import { layer, type Node } from './graph'
import {
  activation,
  automaticNames,
  chain,
  divisible,
  globalAverage,
  imageInput,
  paddingForStride2,
} from './parts'
import type { LayerSpec } from './specs'

interface Stage {
  kernel: 3 | 5
  repeats: number
  channels: number
  expansion: 1 | 6
  strides: 1 | 2
}

/** B0's stages; the others have more of the same blocks, and wider ones. */
const stages: readonly Stage[] = [
  { kernel: 3, repeats: 1, channels: 16, expansion: 1, strides: 1 },
  { kernel: 3, repeats: 2, channels: 24, expansion: 6, strides: 2 },
  { kernel: 5, repeats: 2, channels: 40, expansion: 6, strides: 2 },
  { kernel: 3, repeats: 3, channels: 80, expansion: 6, strides: 2 },
  { kernel: 5, repeats: 3, channels: 112, expansion: 6, strides: 1 },
  { kernel: 5, repeats: 4, channels: 192, expansion: 6, strides: 2 },
  { kernel: 3, repeats: 1, channels: 320, expansion: 6, strides: 1 },
]

/** The largest rate at which whole blocks are left out in training; it rises with the depth. */
const dropRate = 0.2
const normalization: LayerSpec = { type: 'BatchNormalization' }
const pointwise = (filters: number): LayerSpec => ({ type: 'Conv2D', filters, kernel: 1, useBias: false })

interface BlockOptions extends Omit<Stage, 'repeats'> {
  drop: number
}

/** Squeeze and excitation (Hu, Shen, Sun 2018): weighs the channels by the picture. */
export function squeezeExcite(x: Node, prefix: string, reduced: number): Node {
  const gate = chain(
    globalAverage(`${prefix}se_squeeze`, `${prefix}se_reshape`, x, false),
    [`${prefix}se_reduce`, { type: 'Conv2D', filters: reduced, kernel: 1, activation: 'swish' }],
    [`${prefix}se_expand`, { type: 'Conv2D', filters: x.shape[2]!, kernel: 1, activation: 'sigmoid' }],
  )
  return layer(`${prefix}se_excite`, { type: 'Multiply' }, x, gate)
}

/** Adds a block's input to its output, which is left out for some pictures in training (Huang et al. 2016). */
export function residual(input: Node, x: Node, prefix: string, drop: number): Node {
  const dropped: LayerSpec = { type: 'Dropout', rate: drop, wholeSamples: true }
  const kept = drop > 0 ? layer(`${prefix}drop`, dropped, x) : x
  return layer(`${prefix}add`, { type: 'Add' }, kept, input)
}

/** A mobile inverted bottleneck. */
function block(input: Node, prefix: string, options: BlockOptions): Node {
  const { kernel, channels, expansion, strides, drop } = options
  const inputChannels = input.shape[2]!
  let x = input
  if (expansion !== 1) {
    x = chain(
      x,
      [`${prefix}expand_conv`, pointwise(inputChannels * expansion)],
      [`${prefix}expand_bn`, normalization],
      [`${prefix}expand_activation`, activation('swish')],
    )
  }
  if (strides === 2) x = chain(x, [`${prefix}dwconv_pad`, paddingForStride2(x, kernel)])
  const padding = strides === 2 ? 'valid' : 'same'
  x = chain(
    x,
    [`${prefix}dwconv`, { type: 'DepthwiseConv2D', kernel, strides, padding, useBias: false }],
    [`${prefix}bn`, normalization],
    [`${prefix}activation`, activation('swish')],
  )
  x = squeezeExcite(x, prefix, Math.max(1, Math.trunc(inputChannels * 0.25)))
  x = chain(x, [`${prefix}project_conv`, pointwise(channels)], [`${prefix}project_bn`, normalization])
  return strides === 1 && inputChannels === channels ? residual(input, x, prefix, drop) : x
}

/**
 * The network without its top.
 * @param width factor of the channels
 * @param depth factor of the blocks of a stage
 */
function efficientNet(size: number, width: number, depth: number): Node {
  const names = automaticNames()
  const channels = (base: number) => divisible(base * width)
  const repeats = (base: number) => Math.ceil(depth * base)
  const total = stages.reduce((sum, stage) => sum + repeats(stage.repeats), 0)

  let x = chain(
    imageInput(size),
    [names('rescaling'), { type: 'Rescaling', scale: 1 / 255 }],
    [names('normalization'), { type: 'Normalization' }],
    // The authors divided by the variance where the weights' layer divides by its root.
    [names('rescaling'), { type: 'Rescaling', scale: [0.229, 0.224, 0.225].map((s) => 1 / Math.sqrt(s)) }],
  )
  x = chain(
    x,
    ['stem_conv_pad', paddingForStride2(x, 3)],
    [
      'stem_conv',
      { type: 'Conv2D', filters: channels(32), kernel: 3, strides: 2, padding: 'valid', useBias: false },
    ],
    ['stem_bn', normalization],
    ['stem_activation', activation('swish')],
  )
  let count = 0
  stages.forEach((stage, index) => {
    for (let i = 0; i < repeats(stage.repeats); i++) {
      x = block(x, `block${index + 1}${'abcdefghij'[i]}_`, {
        ...stage,
        channels: channels(stage.channels),
        strides: i === 0 ? stage.strides : 1,
        drop: (dropRate * count++) / total,
      })
    }
  })
  return chain(
    x,
    ['top_conv', pointwise(channels(1280))],
    ['top_bn', normalization],
    ['top_activation', activation('swish')],
  )
}

/** EfficientNet-B0 without its top. */
export const efficientNetB0 = (size: number): Node => efficientNet(size, 1, 1)
/** EfficientNet-B1 without its top. */
export const efficientNetB1 = (size: number): Node => efficientNet(size, 1, 1.1)
/** EfficientNet-B2 without its top. */
export const efficientNetB2 = (size: number): Node => efficientNet(size, 1.1, 1.2)
/** EfficientNet-B3 without its top. */
export const efficientNetB3 = (size: number): Node => efficientNet(size, 1.2, 1.4)
