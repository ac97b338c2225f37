// Cotejo Mini: the small network that this project trains itself (bench/train-base.ts) and ships with its weights.
//
// A plain stack of 3×3 convolutions without biases, each followed by batch normalisation (Ioffe and Szegedy, 2015,
// arXiv 1502.03167) and a ReLU; the first convolution of a block is followed by a 2×2 max-pool. That shape, narrow at
// full resolution and wide below it, is that of networks made to learn CIFAR-10 in few epochs (Jordan, "94% on
// CIFAR-10 in 3.29 Seconds on a Single GPU", 2024, arXiv 2404.00498), at half their width; their whitened first layer
// is an ordinary, trained convolution here.
//
// Input: RGB, square, 32 pixels or more (trained at 32), values −1 to 1: v / 127.5 − 1.
// Output without the top: one eighth of the side (rounded up), 128 channels.
import type { Node } from './graph'
import { chain, imageInput } from './parts'
import type { LayerSpec } from './specs'

/** Channels of each block. */
const blocks = [48, 112, 128] as const
const stem = 32

const convolution = (filters: number): LayerSpec => ({ type: 'Conv2D', filters, kernel: 3, useBias: false })
const normalization: LayerSpec = { type: 'BatchNormalization' }
const relu: LayerSpec = { type: 'ReLU' }
const pool: LayerSpec = { type: 'MaxPooling2D', kernel: 2, strides: 2 }

/** The network without its top. */
export function cotejoMini(size: number): Node {
  const start = chain(
    imageInput(size),
    ['stem_conv', convolution(stem)],
    ['stem_bn', normalization],
    ['stem_relu', relu],
  )
  return blocks.reduce((x, filters, index) => {
    const name = `block${index + 1}`
    return chain(
      x,
      [`${name}_conv1`, convolution(filters)],
      [`${name}_pool`, pool],
      [`${name}_bn1`, normalization],
      [`${name}_relu1`, relu],
      [`${name}_conv2`, convolution(filters)],
      [`${name}_bn2`, normalization],
      [`${name}_relu2`, relu],
    )
  }, start)
}
