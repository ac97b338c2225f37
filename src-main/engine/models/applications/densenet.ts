// DenseNet121: Huang, Liu, van der Maaten, Weinberger, "Densely Connected Convolutional Networks", CVPR 2017
// (arXiv 1608.06993).
//
// Input: RGB, square, 32 pixels or more (trained at 224), "torch": v / 255, minus 0.485, 0.456, 0.406, over 0.229,
// 0.224, 0.225.
// Output without the top: one thirty-second of the side (rounded), 1024 channels.
// Layers are named and ordered as in Keras.
import { layer, type Node } from './graph'
import { activation, automaticNames, border, chain, imageInput } from './parts'
import type { LayerSpec } from './specs'

/** Channels that each layer adds. */
const growth = 32
const normalization: LayerSpec = { type: 'BatchNormalization', epsilon: 1.001e-5 }
const convolution = (filters: number, kernel: number): LayerSpec => ({
  type: 'Conv2D',
  filters,
  kernel,
  useBias: false,
})

/** Adds channels that are made of all channels before. */
function dense(input: Node, name: string): Node {
  const x = chain(
    input,
    [`${name}_0_bn`, normalization],
    [`${name}_0_relu`, activation('relu')],
    [`${name}_1_conv`, convolution(4 * growth, 1)],
    [`${name}_1_bn`, normalization],
    [`${name}_1_relu`, activation('relu')],
    [`${name}_2_conv`, convolution(growth, 3)],
  )
  return layer(`${name}_concat`, { type: 'Concatenate' }, input, x)
}

/** Half the channels, half the side. */
const transition = (x: Node, name: string): Node =>
  chain(
    x,
    [`${name}_bn`, normalization],
    [`${name}_relu`, activation('relu')],
    [`${name}_conv`, convolution(Math.trunc(x.shape[2]! * 0.5), 1)],
    [`${name}_pool`, { type: 'AveragePooling2D', kernel: 2, strides: 2, padding: 'valid' }],
  )

/** DenseNet121 without its top. */
export function denseNet121(size: number): Node {
  const names = automaticNames()
  let x = chain(
    imageInput(size),
    [names('zero_padding2d'), border(3)],
    ['conv1_conv', { type: 'Conv2D', filters: 64, kernel: 7, strides: 2, padding: 'valid', useBias: false }],
    ['conv1_bn', normalization],
    ['conv1_relu', activation('relu')],
    [names('zero_padding2d'), border(1)],
    ['pool1', { type: 'MaxPooling2D', kernel: 3, strides: 2, padding: 'valid' }],
  )
  const blocks = [6, 12, 24, 16]
  blocks.forEach((count, index) => {
    for (let i = 1; i <= count; i++) x = dense(x, `conv${index + 2}_block${i}`)
    if (index < blocks.length - 1) x = transition(x, `pool${index + 2}`)
  })
  return chain(x, ['bn', normalization], ['relu', activation('relu')])
}
