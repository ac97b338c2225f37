// The description of a model says what the model says, before its passes and after them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill, pictures } from '../../../../tests/support/keras-formulas'
import { livelyClassifier } from '../../../../tests/support/livelyClassifier'
import { modelChoice, type Architecture, type ModelDescription, type Preprocessing } from '../../../contract'
import { openWasm } from '../../backends/wasm'
import { buildTransferModel } from '../../models/applications/build'
import { applicationScaling } from '../../models/applications/registry'
import { buildFresh } from '../../models/build'
import { preprocess } from '../../models/preprocess'
import { tf, type LayersModel, type Tensor, type Tensor4D } from '../../tf'
import { type RunFacts } from '../facts'
import {
  foldBatchNormalization,
  foldZeroPadding,
  interpret,
  modelGraph,
  type ModelGraph,
  type OperationType,
} from '.'

const SIZE = 32
const facts = { name: 'run' } as RunFacts
const unit: Preprocessing = {
  size: SIZE,
  resize: 'fit',
  scale: 1 / 255,
  offset: [0, 0, 0],
  channels: 'rgb',
}

let images: Tensor4D
beforeAll(async () => {
  await openWasm()
  images = pictures(SIZE)
})
afterAll(() => images.dispose())

const graphOf = (network: LayersModel, preprocessing: Preprocessing) =>
  modelGraph(network, { labels: ['a', 'b', 'c'], preprocessing } as ModelDescription, facts)

const said = (tensor: Tensor): Float32Array => {
  const values = tensor.dataSync<'float32'>()
  tensor.dispose()
  return values
}
const saidBy = (graph: ModelGraph) => said(interpret(graph, images))
const types = ({ operations }: ModelGraph) => new Set<OperationType>(operations.map((one) => one.type))

const difference = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0)

/** Compares a network with its graph, as it is and folded. The answers must differ between pictures. */
async function compare(network: LayersModel, preprocessing: Preprocessing): Promise<ModelGraph> {
  const expected = said(tf.tidy(() => network.predict(preprocess(images, preprocessing)) as Tensor))
  const half = expected.length / 2
  expect(difference(expected.subarray(0, half), expected.subarray(half))).toBeGreaterThan(1e-3)
  const graph = await graphOf(network, preprocessing)
  const before = tf.memory().numTensors
  expect(difference(saidBy(graph), expected)).toBeLessThan(1e-5)
  const folded = foldZeroPadding(foldBatchNormalization(graph))
  expect(difference(saidBy(folded), expected)).toBeLessThan(1e-5)
  expect(tf.memory().numTensors).toBe(before)
  return folded
}

const families: Architecture[] = [
  'mobilenet-v2',
  'mobilenet-v3-small',
  'efficientnet-b0',
  'efficientnet-v2-b0',
  'resnet50',
  'vgg16',
  'densenet121',
  'convnext-tiny',
  'mobilenet',
]

describe('a graph says what its model says', () => {
  test.each([
    ['the seed CNN', { name: 'cnn' }],
    ['a CNN of everything', { name: 'cnn', options: { batchNorm: true, blockDropout: 0.2, pooling: 'globalAverage', activation: 'elu' } }], // prettier-ignore
    ['an MLP', { name: 'mlp', options: { hidden: [16], batchNorm: true, activation: 'tanh' } }],
  ])('%s', async (_, choice) => {
    const model = buildFresh(modelChoice.parse(choice), { size: SIZE, classes: 3, seed: 4 })
    fill(model.network, 2)
    const folded = await compare(model.network, {
      ...unit,
      deviation: [0.5, 0.25, 1],
      offset: [0, -0.5, 0.1],
    })
    expect([...types(folded)].filter((type) => /atchNorm/.test(type))).toEqual([])
    model.dispose()
  })

  test.each(families)('%s', async (name) => {
    const made = livelyClassifier({ name, size: SIZE, classes: 3 })
    const folded = await compare(made.network, { ...applicationScaling(name), size: SIZE, resize: 'fit' })
    const left = types(folded)
    expect(left.has('batchNormalization')).toBe(false)
    if (name === 'mobilenet-v2') expect([...left]).not.toContain('zeroPadding')
    made.dispose()
  })
})

test('names are unique and plain, inputs come first, shapes are those of the values', async () => {
  const made = buildTransferModel({ name: 'mobilenet-v3-small' }, { size: SIZE, classes: 3, seed: 2 })
  const { operations, output } = await graphOf(made.network, unit)
  const seen = new Set<string>()
  for (const { name, inputs, shape } of operations) {
    expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_.-]*$/)
    expect(seen.has(name)).toBe(false)
    expect(inputs.filter((input) => !seen.has(input))).toEqual([])
    expect(shape[0]).toBe(-1)
    seen.add(name)
  }
  expect(operations[0]).toMatchObject({ type: 'input', name: 'image', shape: [-1, SIZE, SIZE, 3] })
  expect(operations.at(-1)).toMatchObject({ name: output, shape: [-1, 3] })
  expect(output).toBe('probabilities')
  made.dispose()
})

test('a layer that is not known is not left out silently', async () => {
  const input = tf.input({ shape: [SIZE, SIZE, 3] })
  const cropped = tf.layers.cropping2D({ cropping: 1 }).apply(input)
  const model = tf.model({ inputs: input, outputs: cropped as typeof input })
  await expect(graphOf(model, unit)).rejects.toMatchObject({
    code: 'export-unsupported',
    message: 'No export format knows the layer Cropping2D.',
  })
  model.dispose()
})
