// What the runtimes of a format say of its files is what the model's description says.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pictures } from '../../../tests/support/keras-formulas'
import { livelyClassifier } from '../../../tests/support/livelyClassifier'
import { modelChoice, type Architecture, type ModelDescription, type Preprocessing } from '../../contract'
import { openWasm } from '../backends/wasm'
import { applicationScaling } from '../models/applications/registry'
import { buildFresh } from '../models/build'
import { type LayersModel, type Tensor4D } from '../tf'
import { noPictures } from './check/pictures'
import { quietTask } from '../task'
import { interpret, modelGraph } from './graph'
import { type Consumer, type Format } from './format'
import { onnx } from './onnx'
import { tflite, tfliteF16 } from './tflite'

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
  folder = await mkdtemp(join(tmpdir(), 'cotejo-formats-'))
})
afterAll(async () => {
  images.dispose()
  await rm(folder, { recursive: true, force: true })
})

const formats: Record<string, Format> = { onnx, tflite, 'tflite-f16': tfliteF16 }

/** Writes each format and asks its runtime about two pictures, at once and one by one. */
async function expectSame(network: LayersModel, preprocessing: Preprocessing): Promise<void> {
  const description = { labels: ['a', 'b', 'c'], preprocessing, cotejo: '0' } as ModelDescription
  const facts = { name: 'run', dataset: null, seed: null, test: null }
  const graph = await modelGraph(network, description, facts)
  const probabilities = interpret(graph, images)
  const expected = probabilities.dataSync<'float32'>()
  probabilities.dispose()
  expect(expected.some((one, i) => Math.abs(one - expected[(i + 3) % 6]!) > 1e-3)).toBe(true)
  const run = { network, description, facts, graph: async () => graph, pictures: noPictures }
  for (const [name, format] of Object.entries(formats)) {
    await format.write(folder, run, quietTask())
    const consumer = (await format.open(folder, run)) as Consumer
    const found = await consumer.predict(pixels, 2)
    expect(found).toHaveLength(expected.length)
    const most = found.reduce((all, one, i) => Math.max(all, Math.abs(one - expected[i]!)), 0)
    expect(most, name).toBeLessThan(format.tolerance.difference!)
    await consumer.dispose()
  }
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

describe('in onnxruntime and LiteRT', () => {
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
