// MobileNetV3 Small and Large: Howard, Sandler, Chu, Chen, Chen, Tan, Wang, Zhu, Pang, Vasudevan, Le, Adam,
// "Searching for MobileNetV3", ICCV 2019 (arXiv 1905.02244).
//
// Input: RGB, square, 32 pixels or more (trained at 224), values 0 to 255: the first layer brings them to −1 to 1.
// Output without the top: one thirty-second of the side (rounded up), 576 channels (Small) or 960 (Large), times α.
// Layers are named and ordered as in Keras.
import { layer, operator, type Node } from './graph'
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

/** Factors of the width for which weights were published. */
export const mobileNetV3Alphas = [0.75, 1] as const

interface Block {
  /** Channels within the block, as a multiple of those that go in. */
  expansion: number
  channels: number
  kernel: 3 | 5
  strides: 1 | 2
  /** Weighs the channels by the picture. */
  squeeze: boolean
  hardSwish: boolean
}

const block = (
  expansion: number,
  channels: number,
  kernel: 3 | 5,
  strides: 1 | 2,
  ...has: readonly ('squeeze' | 'hardSwish')[]
): Block => ({
  expansion,
  channels,
  kernel,
  strides,
  squeeze: has.includes('squeeze'),
  hardSwish: has.includes('hardSwish'),
})

const small: readonly Block[] = [
  block(1, 16, 3, 2, 'squeeze'),
  block(72 / 16, 24, 3, 2),
  block(88 / 24, 24, 3, 1),
  block(4, 40, 5, 2, 'squeeze', 'hardSwish'),
  block(6, 40, 5, 1, 'squeeze', 'hardSwish'),
  block(6, 40, 5, 1, 'squeeze', 'hardSwish'),
  block(3, 48, 5, 1, 'squeeze', 'hardSwish'),
  block(3, 48, 5, 1, 'squeeze', 'hardSwish'),
  block(6, 96, 5, 2, 'squeeze', 'hardSwish'),
  block(6, 96, 5, 1, 'squeeze', 'hardSwish'),
  block(6, 96, 5, 1, 'squeeze', 'hardSwish'),
]

const large: readonly Block[] = [
  block(1, 16, 3, 1),
  block(4, 24, 3, 2),
  block(3, 24, 3, 1),
  block(3, 40, 5, 2, 'squeeze'),
  block(3, 40, 5, 1, 'squeeze'),
  block(3, 40, 5, 1, 'squeeze'),
  block(6, 80, 3, 2, 'hardSwish'),
  block(2.5, 80, 3, 1, 'hardSwish'),
  block(2.3, 80, 3, 1, 'hardSwish'),
  block(2.3, 80, 3, 1, 'hardSwish'),
  block(6, 112, 3, 1, 'squeeze', 'hardSwish'),
  block(6, 112, 3, 1, 'squeeze', 'hardSwish'),
  block(6, 160, 5, 2, 'squeeze', 'hardSwish'),
  block(6, 160, 5, 1, 'squeeze', 'hardSwish'),
  block(6, 160, 5, 1, 'squeeze', 'hardSwish'),
]

const normalization: LayerSpec = { type: 'BatchNormalization', epsilon: 1e-3, momentum: 0.999 }
const pointwise = (filters: number): LayerSpec => ({ type: 'Conv2D', filters, kernel: 1, useBias: false })

function mobileNetV3(size: number, alpha: number, blocks: readonly Block[]): Node {
  const names = automaticNames()
  const activate = (x: Node, hardSwish: boolean) =>
    hardSwish
      ? layer(names('activation'), activation('hardSwish'), x)
      : layer(names('re_lu'), { type: 'ReLU' }, x)

  /** Squeeze and excitation (Hu, Shen, Sun 2018), gated by relu6(x + 3) / 6. */
  const excite = (x: Node, prefix: string): Node => {
    const channels = x.shape[2]!
    const reduced = { type: 'Conv2D', filters: divisible(channels * 0.25), kernel: 1 } as const
    let gate = chain(
      globalAverage(`${prefix}_avg_pool`, `${prefix}_reshape`, x, true),
      [`${prefix}_conv`, reduced],
      [`${prefix}_relu`, { type: 'ReLU' }],
      [`${prefix}_conv_1`, { type: 'Conv2D', filters: channels, kernel: 1 }],
    )
    gate = operator(`${prefix}_shift`, { type: 'Rescaling', scale: 1, offset: 3 }, gate)
    gate = layer(names('re_lu'), { type: 'ReLU', maxValue: 6 }, gate)
    gate = operator(`${prefix}_scale`, { type: 'Rescaling', scale: 1 / 6 }, gate)
    return layer(`${prefix}_mul`, { type: 'Multiply' }, x, gate)
  }

  const inverted = (input: Node, index: number, one: Block): Node => {
    const prefix = index === 0 ? 'expanded_conv_' : `expanded_conv_${index}_`
    const channels = divisible(one.channels * alpha)
    const inputChannels = input.shape[2]!
    const { kernel, strides } = one
    let x = input
    if (index > 0) {
      const expanded = divisible(inputChannels * one.expansion)
      x = chain(x, [`${prefix}expand`, pointwise(expanded)], [`${prefix}expand_bn`, normalization])
      x = activate(x, one.hardSwish)
    }
    if (strides === 2) x = chain(x, [`${prefix}depthwise_pad`, paddingForStride2(x, kernel)])
    const padding = strides === 2 ? 'valid' : 'same'
    x = chain(
      x,
      [`${prefix}depthwise`, { type: 'DepthwiseConv2D', kernel, strides, padding, useBias: false }],
      [`${prefix}depthwise_bn`, normalization],
    )
    x = activate(x, one.hardSwish)
    if (one.squeeze) x = excite(x, `${prefix}squeeze_excite`)
    x = chain(x, [`${prefix}project`, pointwise(channels)], [`${prefix}project_bn`, normalization])
    return strides === 1 && inputChannels === channels ? layer(`${prefix}add`, { type: 'Add' }, input, x) : x
  }

  let x = chain(
    imageInput(size),
    [names('rescaling'), { type: 'Rescaling', scale: 1 / 127.5, offset: -1 }],
    ['conv', { type: 'Conv2D', filters: 16, kernel: 3, strides: 2, useBias: false }],
    ['conv_bn', normalization],
  )
  x = activate(x, true)
  blocks.forEach((one, index) => {
    x = inverted(x, index, one)
  })
  x = chain(x, ['conv_1', pointwise(divisible(x.shape[2]! * 6))], ['conv_1_bn', normalization])
  return activate(x, true)
}

/**
 * MobileNetV3 Small without its top.
 * @param alpha factor of the width, one of `mobileNetV3Alphas`
 */
export const mobileNetV3Small = (size: number, alpha: number): Node => mobileNetV3(size, alpha, small)

/**
 * MobileNetV3 Large without its top.
 * @param alpha factor of the width, one of `mobileNetV3Alphas`
 */
export const mobileNetV3Large = (size: number, alpha: number): Node => mobileNetV3(size, alpha, large)
