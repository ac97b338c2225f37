// Grad-CAM against plain loops in double precision, and on every kind of network that a run may have.
import { beforeAll, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { cnnOptions, headOptions, mlpOptions, type Preprocessing } from '../../contract'
import { type Compute } from '../compute'
import { buildTransferModel } from '../models/applications/build'
import { buildFresh } from '../models/build'
import { imageTensor } from '../models/inference'
import { rng } from '../rng'
import { tf, type LayersModel } from '../tf'
import { createGradCam } from './grad-cam'
import { lastFeatureMap, penultimateOf, scoresOf } from './layers'

let compute: Compute
beforeAll(async () => void (compute = await cpuCompute()))

const SIZE = 8
const plain: Preprocessing = {
  size: SIZE,
  resize: 'cover',
  scale: 1 / 255,
  offset: [0, 0, 0],
  channels: 'rgb',
}

const noise = (size: number, count: number, seed = 1): Uint8Array => {
  const random = rng(seed, 'noise')
  return Uint8Array.from({ length: count * size * size * 3 }, () => random.below(256))
}
const pictures = (size: number, bytes: Uint8Array) =>
  imageTensor({ size, read: (_, into) => into.set(bytes) }, { length: bytes.length / (size * size * 3) })

/** A convolution with ReLU, a 2×2 max-pool, and one dense layer on what is left: the whole of Grad-CAM by hand. */
function byHand(network: LayersModel, bytes: Uint8Array, label: number): number[] {
  const values = (name: string, at: number) =>
    Array.from(network.getLayer(name).getWeights()[at]!.dataSync(), Number)
  const [kernel, bias] = [values('block1_conv1', 0), values('block1_conv1', 1)]
  const dense = values('logits', 0)
  const channels = bias.length
  const classes = network.outputs[0]!.shape[1]!
  const map: number[] = []
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++)
      for (let c = 0; c < channels; c++) {
        let sum = bias[c]!
        for (let dy = 0; dy < 3; dy++)
          for (let dx = 0; dx < 3; dx++)
            for (let k = 0; k < 3; k++) {
              const [py, px] = [y + dy - 1, x + dx - 1]
              if (py < 0 || px < 0 || py >= SIZE || px >= SIZE) continue
              sum +=
                (bytes[(py * SIZE + px) * 3 + k]! / 255) * kernel[((dy * 3 + dx) * 3 + k) * channels + c]!
            }
        map[(y * SIZE + x) * channels + c] = Math.max(0, sum)
      }
  // The gradient of the score in the map: the dense layer's weight, at the largest of each four, the first of equals.
  const half = SIZE / 2
  const weight = new Array<number>(channels).fill(0)
  for (let y = 0; y < half; y++)
    for (let x = 0; x < half; x++)
      for (let c = 0; c < channels; c++)
        weight[c]! += dense[((y * half + x) * channels + c) * classes + label]! / SIZE ** 2
  return Array.from({ length: SIZE ** 2 }, (_, place) =>
    Math.max(
      0,
      weight.reduce((sum, w, c) => sum + w * map[place * channels + c]!, 0),
    ),
  )
}

test('is what plain loops give: the gradient of a class score, through pool and dense layer', async () => {
  const options = cnnOptions.parse({
    filters: [5],
    convolutionsPerBlock: 1,
    dense: 0,
    dropout: 0,
    blockDropout: 0,
  })
  const model = buildFresh({ name: 'cnn', options }, { size: SIZE, classes: 3, seed: 4 })
  const gradCam = createGradCam(model.network, plain, compute)!
  expect(gradCam.layer).toBe('block1_conv1')
  const bytes = noise(SIZE, 2)
  const images = pictures(SIZE, bytes)
  const heats = await gradCam.run(images, [2, 0])
  for (const [i, label] of [2, 0].entries()) {
    const expected = byHand(model.network, bytes.subarray(i * SIZE ** 2 * 3), label)
    expect(Math.max(...expected)).toBeGreaterThan(0)
    expect([heats[i]!.rows, heats[i]!.columns]).toEqual([SIZE, SIZE])
    heats[i]!.values.forEach((v, at) => expect(v).toBeCloseTo(expected[at]!, 5))
  }
  images.dispose()
  gradCam.dispose()
  model.dispose()
})

test.each([
  ['the CNN of beginners’ courses', cnnOptions.parse({}), 'block2_conv', [16, 16]],
  [
    'with BatchNorm and averaging',
    cnnOptions.parse({ batchNorm: true, pooling: 'globalAverage' }),
    'block2_relu',
    [16, 16],
  ],
] as const)('%s: the last map before its pooling', (_name, options, layer, sides) => {
  const model = buildFresh({ name: 'cnn', options }, { size: 32, classes: 10, seed: 1 })
  const map = lastFeatureMap(model.network)!
  expect(map.sourceLayer.name.slice(0, layer.length)).toBe(layer)
  expect(map.shape.slice(1, 3)).toEqual(sides)
  expect(penultimateOf(model.network).shape).toHaveLength(2)
  model.dispose()
})

test('a multilayer perceptron has no feature map', () => {
  const model = buildFresh(
    { name: 'mlp', options: mlpOptions.parse({}) },
    { size: SIZE, classes: 3, seed: 1 },
  )
  expect(lastFeatureMap(model.network)).toBeNull()
  expect(createGradCam(model.network, plain, compute)).toBeNull()
  model.dispose()
})

test.each([
  ['vgg16', 'block5_conv3', 4],
  ['resnet50', 'conv5_block3_out', 2],
  ['densenet121', 'relu', 2],
  ['mobilenet', 'conv_pw_13_relu', 2],
  ['mobilenet-v2', 'out_relu', 2],
  ['mobilenet-v3-small', 'activation', 2],
  ['efficientnet-b0', 'top_activation', 2],
  ['efficientnet-v2-b0', 'top_activation', 2],
  ['cotejo-mini', 'block', 8],
  ['convnext-tiny', 'layer_normalization', 2],
] as const)('%s: its last map is %s, and the gradient reaches it', async (name, layer, side) => {
  const head = headOptions.parse({ dense: 4, batchNorm: true, dropout: 0.2 })
  const model = buildTransferModel({ name } as never, { size: 64, classes: 3, seed: 1, head })
  const map = lastFeatureMap(model.network)!
  expect(map.sourceLayer.name.slice(0, layer.length)).toBe(layer)
  expect(map.shape.slice(1, 3)).toEqual([side, side])
  expect(scoresOf(model.network).sourceLayer.name).toBe('logits')
  model.dispose()
})

test('a map of one place is passed over, and nothing is left in memory', async () => {
  const model = buildTransferModel({ name: 'mobilenet', alpha: 0.25 }, { size: 32, classes: 3, seed: 1 })
  const gradCam = createGradCam(model.network, { ...plain, size: 32 }, compute)!
  const images = pictures(32, noise(32, 1))
  const before = tf.memory().numTensors
  const [heat] = await gradCam.run(images, [1])
  expect(tf.memory().numTensors).toBe(before)
  expect([heat!.rows, heat!.columns]).toEqual([2, 2])
  expect(gradCam.layer).toMatch(/^conv_/)
  images.dispose()
  gradCam.dispose()
  model.dispose()
})
