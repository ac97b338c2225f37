// EfficientNetV2-B0: Tan, Le, "EfficientNetV2: Smaller Models and Faster Training", ICML 2021 (arXiv 2104.00298).
//
// Input: RGB, square, 32 pixels or more (trained at 224), values 0 to 255: the first two layers normalise them by
// ImageNet's mean and variance.
// Output without the top: one thirty-second of the side (rounded up), 1280 channels.
// Layers are named and ordered as in Keras.
import { residual, squeezeExcite } from './efficientnet'
import type { Node } from './graph'
import { activation, automaticNames, chain, imageInput } from './parts'
import type { LayerSpec } from './specs'

interface Stage {
  repeats: number
  channels: number
  expansion: 1 | 4 | 6
  strides: 1 | 2
  /** One full convolution instead of a pointwise and a depthwise one; without squeeze and excitation. */
  fused: boolean
}

const stages: readonly Stage[] = [
  { repeats: 1, channels: 16, expansion: 1, strides: 1, fused: true },
  { repeats: 2, channels: 32, expansion: 4, strides: 2, fused: true },
  { repeats: 2, channels: 48, expansion: 4, strides: 2, fused: true },
  { repeats: 3, channels: 96, expansion: 4, strides: 2, fused: false },
  { repeats: 5, channels: 112, expansion: 6, strides: 1, fused: false },
  { repeats: 8, channels: 192, expansion: 6, strides: 2, fused: false },
]

/** The largest rate at which whole blocks are left out in training; it rises with the depth. */
const dropRate = 0.2
const normalization: LayerSpec = { type: 'BatchNormalization', momentum: 0.9 }
const convolution = (filters: number, kernel: number, strides = 1): LayerSpec => ({
  type: 'Conv2D',
  filters,
  kernel,
  strides,
  useBias: false,
})

type BlockOptions = Omit<Stage, 'repeats' | 'fused'> & { drop: number }

/** What leads into a block, and what comes out, are added where they have the same shape. */
const joined = (input: Node, x: Node, prefix: string, { strides, channels, drop }: BlockOptions): Node =>
  strides === 1 && input.shape[2] === channels ? residual(input, x, prefix, drop) : x

function fusedBlock(input: Node, prefix: string, options: BlockOptions): Node {
  const { channels, expansion, strides } = options
  const x =
    expansion === 1
      ? chain(
          input,
          [`${prefix}project_conv`, convolution(channels, 3, strides)],
          [`${prefix}project_bn`, normalization],
          [`${prefix}project_activation`, activation('swish')],
        )
      : chain(
          input,
          [`${prefix}expand_conv`, convolution(input.shape[2]! * expansion, 3, strides)],
          [`${prefix}expand_bn`, normalization],
          [`${prefix}expand_activation`, activation('swish')],
          [`${prefix}project_conv`, convolution(channels, 1)],
          [`${prefix}project_bn`, normalization],
        )
  return joined(input, x, prefix, options)
}

function block(input: Node, prefix: string, options: BlockOptions): Node {
  const { channels, expansion, strides } = options
  const inputChannels = input.shape[2]!
  let x = chain(
    input,
    [`${prefix}expand_conv`, convolution(inputChannels * expansion, 1)],
    [`${prefix}expand_bn`, normalization],
    [`${prefix}expand_activation`, activation('swish')],
    [`${prefix}dwconv2`, { type: 'DepthwiseConv2D', kernel: 3, strides, useBias: false }],
    [`${prefix}bn`, normalization],
    [`${prefix}activation`, activation('swish')],
  )
  x = squeezeExcite(x, prefix, Math.max(1, Math.trunc(inputChannels * 0.25)))
  x = chain(x, [`${prefix}project_conv`, convolution(channels, 1)], [`${prefix}project_bn`, normalization])
  return joined(input, x, prefix, options)
}

/** EfficientNetV2-B0 without its top. */
export function efficientNetV2B0(size: number): Node {
  const names = automaticNames()
  const total = stages.reduce((sum, stage) => sum + stage.repeats, 0)
  const variance = [0.229 ** 2, 0.224 ** 2, 0.225 ** 2]
  let x = chain(
    imageInput(size),
    [names('rescaling'), { type: 'Rescaling', scale: 1 / 255 }],
    [names('normalization'), { type: 'Normalization', mean: [0.485, 0.456, 0.406], variance }],
    ['stem_conv', convolution(32, 3, 2)],
    ['stem_bn', normalization],
    ['stem_activation', activation('swish')],
  )
  let count = 0
  stages.forEach(({ repeats, fused, ...stage }, index) => {
    for (let i = 0; i < repeats; i++) {
      const strides = i === 0 ? stage.strides : 1
      const make = fused ? fusedBlock : block
      const drop = (dropRate * count++) / total
      x = make(x, `block${index + 1}${'abcdefgh'[i]}_`, { ...stage, strides, drop })
    }
  })
  return chain(
    x,
    ['top_conv', convolution(1280, 1)],
    ['top_bn', normalization],
    ['top_activation', activation('swish')],
  )
}
