// ResNet50, 101 and 152: He, Zhang, Ren, Sun, "Deep Residual Learning for Image Recognition", CVPR 2016
// (arXiv 1512.03385).
//
// Input: square, 32 pixels or more (trained at 224), "caffe": BGR, values 0 to 255 minus 103.939, 116.779, 123.68.
// Output without the top: one thirty-second of the side (rounded up), 2048 channels.
// Layers are named and ordered as in Keras.
import { layer, type Node } from './graph'
import { activation, border, chain, imageInput } from './parts'
import type { LayerSpec } from './specs'

const normalization: LayerSpec = { type: 'BatchNormalization', epsilon: 1.001e-5 }
const convolution = (filters: number, kernel: number, strides = 1): LayerSpec => ({
  type: 'Conv2D',
  filters,
  kernel,
  strides,
  padding: kernel === 3 ? 'same' : 'valid',
})

/** A bottleneck; the first of a stage brings its input to the new size and channels by a convolution. */
function block(input: Node, name: string, filters: number, strides: 1 | 2, first: boolean): Node {
  const shortcut = first
    ? chain(input, [`${name}_0_conv`, convolution(4 * filters, 1, strides)], [`${name}_0_bn`, normalization])
    : input
  const x = chain(
    input,
    [`${name}_1_conv`, convolution(filters, 1, strides)],
    [`${name}_1_bn`, normalization],
    [`${name}_1_relu`, activation('relu')],
    [`${name}_2_conv`, convolution(filters, 3)],
    [`${name}_2_bn`, normalization],
    [`${name}_2_relu`, activation('relu')],
    [`${name}_3_conv`, convolution(4 * filters, 1)],
    [`${name}_3_bn`, normalization],
  )
  return layer(`${name}_out`, activation('relu'), layer(`${name}_add`, { type: 'Add' }, shortcut, x))
}

/** @param blocks of each stage */
function resNet(size: number, blocks: readonly number[]): Node {
  let x = chain(
    imageInput(size),
    ['conv1_pad', border(3)],
    ['conv1_conv', convolution(64, 7, 2)],
    ['conv1_bn', normalization],
    ['conv1_relu', activation('relu')],
    ['pool1_pad', border(1)],
    ['pool1_pool', { type: 'MaxPooling2D', kernel: 3, strides: 2, padding: 'valid' }],
  )
  blocks.forEach((count, stage) => {
    for (let i = 1; i <= count; i++) {
      const strides = i === 1 && stage > 0 ? 2 : 1
      x = block(x, `conv${stage + 2}_block${i}`, 64 * 2 ** stage, strides, i === 1)
    }
  })
  return x
}

/** ResNet50 without its top. */
export const resNet50 = (size: number): Node => resNet(size, [3, 4, 6, 3])
/** ResNet101 without its top. */
export const resNet101 = (size: number): Node => resNet(size, [3, 4, 23, 3])
/** ResNet152 without its top. */
export const resNet152 = (size: number): Node => resNet(size, [3, 8, 36, 3])
