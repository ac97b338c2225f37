// ConvNeXt Tiny: Liu, Mao, Wu, Feichtenhofer, Darrell, Xie, "A ConvNet for the 2020s", CVPR 2022 (arXiv 2201.03545).
//
// Input: RGB, square, 32 pixels or more (trained at 224), values 0 to 255: the first layer normalises them by
// ImageNet's mean and variance.
// Output without the top: one thirty-second of the side (rounded down), 768 channels.
// Layers are named and ordered as in Keras, where the stem and the downsampling blocks are models of their own and
// count as one layer each.
import { layer, operator, type Node } from './graph'
import { activation, automaticNames, chain, imageInput } from './parts'
import type { LayerSpec } from './specs'

const name = 'convnext_tiny'
const stages = [
  { blocks: 3, channels: 96 },
  { blocks: 3, channels: 192 },
  { blocks: 9, channels: 384 },
  { blocks: 3, channels: 768 },
]
const normalization: LayerSpec = { type: 'LayerNormalization', epsilon: 1e-6 }
/** A convolution that cuts the picture into patches of `side` pixels. */
const patches = (filters: number, side: number): LayerSpec => ({
  type: 'Conv2D',
  filters,
  kernel: side,
  strides: side,
  padding: 'valid',
})

/** Brings the picture to the side and the channels of a stage. */
function downsampling(stage: number, channels: number): readonly [string, LayerSpec] {
  const index = stage - 1
  const layers: LayerSpec =
    stage === 0
      ? {
          type: 'Sequential',
          layers: [
            [`${name}_stem_conv`, patches(channels, 4)],
            [`${name}_stem_layernorm`, normalization],
          ],
        }
      : {
          type: 'Sequential',
          layers: [
            [`${name}_downsampling_layernorm_${index}`, normalization],
            [`${name}_downsampling_conv_${index}`, patches(channels, 2)],
          ],
        }
  return [stage === 0 ? `${name}_stem` : `${name}_downsampling_block_${index}`, layers]
}

function block(input: Node, prefix: string): Node {
  const channels = input.shape[2]!
  const x = chain(
    input,
    // Keras: a Conv2D with as many groups as channels.
    [`${prefix}_depthwise_conv`, { type: 'DepthwiseConv2D', kernel: 7 }],
    [`${prefix}_layernorm`, normalization],
    [`${prefix}_pointwise_conv_1`, { type: 'Dense', units: 4 * channels }],
    [`${prefix}_gelu`, activation('gelu')],
    [`${prefix}_pointwise_conv_2`, { type: 'Dense', units: channels }],
    [`${prefix}_layer_scale`, { type: 'LayerScale', initial: 1e-6, channels }],
    [`${prefix}_identity`, activation('linear')],
  )
  return operator(`${prefix}_add`, { type: 'Add' }, input, x)
}

/** ConvNeXt Tiny without its top; the normalisation at its end is part of it, as in Keras. */
export function convNeXtTiny(size: number): Node {
  const names = automaticNames()
  const mean = [0.485, 0.456, 0.406].map((v) => v * 255)
  const variance = [0.229, 0.224, 0.225].map((v) => (v * 255) ** 2)
  let x = chain(imageInput(size), [
    `${name}_prestem_normalization`,
    {
      type: 'Normalization',
      mean,
      variance,
    },
  ])
  stages.forEach(({ blocks, channels }, stage) => {
    x = chain(x, downsampling(stage, channels))
    for (let i = 0; i < blocks; i++) x = block(x, `${name}_stage_${stage}_block_${i}`)
  })
  return layer(names('layer_normalization'), normalization, x)
}
