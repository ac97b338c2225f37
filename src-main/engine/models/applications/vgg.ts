// VGG16 and VGG19: Simonyan, Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition",
// ICLR 2015 (arXiv 1409.1556).
//
// Input: square, 32 pixels or more (trained at 224), "caffe": BGR, values 0 to 255 minus 103.939, 116.779, 123.68.
// Output without the top: one thirty-second of the side (rounded down), 512 channels.
// Layers are named and ordered as in Keras.
import type { Node } from './graph'
import { chain, imageInput } from './parts'
import type { NamedSpec } from './specs'

const filters = [64, 128, 256, 512, 512]

/** @param convolutions of each block */
function vgg(size: number, convolutions: readonly number[]): Node {
  return convolutions.reduce((x, count, index) => {
    const name = `block${index + 1}`
    const block = Array.from({ length: count }, (_, i): NamedSpec => [
      `${name}_conv${i + 1}`,
      { type: 'Conv2D', filters: filters[index]!, kernel: 3, activation: 'relu' },
    ])
    return chain(x, ...block, [
      `${name}_pool`,
      { type: 'MaxPooling2D', kernel: 2, strides: 2, padding: 'valid' },
    ])
  }, imageInput(size))
}

/** VGG16 without its top. */
export const vgg16 = (size: number): Node => vgg(size, [2, 2, 3, 3, 3])
/** VGG19 without its top. */
export const vgg19 = (size: number): Node => vgg(size, [2, 2, 4, 4, 4])
