// Multiply-adds as they were published, and as counted by hand.
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { modelChoice } from '../../../contract'
import { openCpu } from '../../backends/cpu'
import { buildTransferModel } from '../../models/applications/build'
import { type ApplicationChoice } from '../../models/applications/registry'
import { buildFresh } from '../../models/build'
import { tf } from '../../tf'
import { multiplyAdds } from './multiply-adds'

beforeAll(() => openCpu())
afterEach(() => tf.disposeVariables())

const million = 1e6
const classes = 1000

/** With ImageNet's 1,000 classes on the global average, as the papers count. */
function published(choice: ApplicationChoice, size = 224): number {
  const model = buildTransferModel(choice, { size, classes, seed: 1, pretrained: true })
  try {
    return multiplyAdds(model.network)! / million
  } finally {
    model.dispose()
  }
}

// Sandler et al. 2018 (tables 3 and 4), Howard et al. 2017 (table 8) and 2019 (table 3), He et al. 2016 (table 1: the
// first 3.8 counts the products alone), Tan and Le 2019 (table 2). `within` is the rounding of the figure.
test.each<[ApplicationChoice, number, number]>([
  [{ name: 'mobilenet-v2' }, 300, 2],
  [{ name: 'mobilenet-v2', alpha: 1.4 }, 585, 4],
  [{ name: 'mobilenet' }, 569, 1],
  [{ name: 'mobilenet-v3-large' }, 219, 4],
  [{ name: 'mobilenet-v3-small' }, 56, 2],
  [{ name: 'efficientnet-b0' }, 390, 10],
  [{ name: 'resnet50' }, 3860, 10],
])('%j has %d million', (choice, expected, within) => {
  expect(Math.abs(published(choice) - expected)).toBeLessThanOrEqual(within)
})

test('VGG16 has 15.3 billion without its three dense layers', () => {
  const { network, dispose } = buildTransferModel(
    { name: 'vgg16' },
    { size: 224, classes, seed: 1, pretrained: true },
  )
  expect((multiplyAdds(network)! - 512 * classes) / 1e9).toBeCloseTo(15.35, 2)
  dispose()
})

describe('networks from scratch', () => {
  const count = (options: object, size: number) => {
    const model = buildFresh(modelChoice.parse({ name: 'cnn', options }), { size, classes: 10, seed: 1 })
    return multiplyAdds(model.network)
  }

  test('the seed CNN, by hand', () => {
    const convolutions = 32 * 32 * (9 * 3 * 32) + 16 * 16 * (9 * 32 * 64)
    const dense = 8 * 8 * 64 * 512 + 512 * 10
    expect(count({}, 32)).toBe(convolutions + dense)
  })

  test('scalings, pools and dropout add nothing; odd sides are floored by pools', () => {
    const plain = 33 * 33 * (25 * 3 * 4) + 16 * 16 * (25 * 4 * 8)
    const options = { filters: [4, 8], kernel: 5, batchNorm: true, blockDropout: 0.2, pooling: 'globalAverage', dense: 0 } // prettier-ignore
    expect(count(options, 33)).toBe(plain + 8 * 10)
  })
})

test('counts strides, depth, separable and transposed convolutions, and a layer each time it is used', () => {
  const input = tf.input({ shape: [10, 8, 3] })
  const conv = tf.layers.conv2d({ filters: 3, kernelSize: 3, padding: 'same' })
  const twice = conv.apply(conv.apply(input))
  const depthwise = tf.layers.depthwiseConv2d({
    kernelSize: 3,
    strides: 2,
    padding: 'same',
    depthMultiplier: 2,
  })
  const separable = tf.layers.separableConv2d({ filters: 7, kernelSize: 3, strides: 1, padding: 'valid' })
  const up = tf.layers.conv2dTranspose({ filters: 2, kernelSize: 2, strides: 2 })
  const dense = tf.layers.dense({ units: 5 })
  const output = dense.apply(
    up.apply(separable.apply(depthwise.apply(twice as never) as never) as never) as never,
  )
  const network = tf.model({ inputs: input, outputs: output as never })
  const expected =
    2 * (10 * 8 * 9 * 3 * 3) + // twice the same kernel
    5 * 4 * 9 * 6 + // depth 3 × 2
    3 * 2 * (9 * 6 + 6 * 7) + // depthwise, then 1 × 1
    3 * 2 * (4 * 7 * 2) + // each input place is spread over 2 × 2
    6 * 4 * (2 * 5) // a dense layer at each place
  expect(multiplyAdds(network)).toBe(expected)
})

test('says nothing of a network with a layer that it does not know', () => {
  const input = tf.input({ shape: [4, 3] })
  const output = tf.layers.lstm({ units: 2 }).apply(input)
  expect(multiplyAdds(tf.model({ inputs: input, outputs: output as never }))).toBeNull()
})
