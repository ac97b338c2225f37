// What onnxruntime says of an ONNX file is what the model's description says.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pictures } from '../../../../tests/support/keras-formulas'
import { livelyClassifier } from '../../../../tests/support/livelyClassifier'
import { modelChoice, type Architecture, type ModelDescription, type Preprocessing } from '../../../contract'
import { openWasm } from '../../backends/wasm'
import { applicationScaling } from '../../models/applications/registry'
import { buildFresh } from '../../models/build'
import { type LayersModel, type Tensor4D } from '../../tf'
import { interpret, modelGraph } from '../graph'
import { onnxModel } from './model'
import { runOnnx } from './run'

const SIZE = 32
const unit: Preprocessing = {
  size: SIZE,
  resize: 'fit',
  scale: 1 / 255,
  offset: [0, 0, 0],
  channels: 'rgb',
}

let images: Tensor4D
let pixels: Uint8Array
let folder: string
beforeAll(async () => {
  await openWasm()
  images = pictures(SIZE)
  pixels = Uint8Array.from(images.dataSync())
  folder = await mkdtemp(join(tmpdir(), 'cotejo-onnx-'))
})
afterAll(async () => {
  images.dispose()
  await rm(folder, { recursive: true, force: true })
})

async function expectSame(network: LayersModel, preprocessing: Preprocessing): Promise<void> {
  const description = { labels: ['a', 'b', 'c'], preprocessing, cotejo: '0' } as ModelDescription
  const facts = { name: 'run', dataset: null, seed: null, test: null }
  const graph = await modelGraph(network, description, facts)
  const probabilities = interpret(graph, images)
  const expected = probabilities.dataSync<'float32'>()
  probabilities.dispose()
  const file = join(folder, 'model.onnx')
  await writeFile(file, onnxModel(graph))
  // One picture at a time: the batch is free.
  const found = await runOnnx(file, pixels, SIZE, 1)
  expect(found).toHaveLength(expected.length)
  expect(found.some((one, i) => Math.abs(one - found[(i + 3) % 6]!) > 1e-3)).toBe(true)
  found.forEach((one, i) => expect(Math.abs(one - expected[i]!)).toBeLessThan(1e-5))
}

const families: Architecture[] = [
  'mobilenet-v2',
  'mobilenet-v3-small',
  'efficientnet-b0',
  'resnet50',
  'vgg16',
  'densenet121',
  'convnext-tiny',
  'mobilenet',
  'cotejo-mini',
]

describe('in onnxruntime', () => {
  test.each(families)('%s', async (name) => {
    const { network, dispose } = livelyClassifier({ name, size: SIZE, classes: 3 }, images)
    await expectSame(network, { ...applicationScaling(name), size: SIZE, resize: 'fit' })
    dispose()
  })

  test.each([
    [{ name: 'cnn', options: { batchNorm: true, activation: 'elu', convolutionsPerBlock: 2 } }],
    [{ name: 'cnn', options: { pooling: 'globalAverage', activation: 'tanh', kernel: 5, dropout: 0.5 } }],
    [{ name: 'mlp', options: { hidden: [16], batchNorm: true } }],
  ])('%j', async (choice) => {
    const { network, dispose } = buildFresh(modelChoice.parse(choice), { size: SIZE, classes: 3, seed: 1 })
    await expectSame(network, unit)
    await expectSame(network, {
      ...unit,
      channels: 'bgr',
      offset: [-0.4, -0.5, -0.6],
      deviation: [0.2, 0.3, 0.4],
    })
    dispose()
  })
})
