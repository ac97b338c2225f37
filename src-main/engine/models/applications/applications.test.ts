// What holds for all families: described as built, saved and loaded, trained in parts. That they compute what Keras
// computes is tested in tests/parity.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cnnOptions, type HeadOptions, type ModelDescription } from '../../../contract'
import { openWasm } from '../../backends/wasm'
import { tf, type Tensor } from '../../tf'
import { loadModel, saveModel } from '../storage'
import { buildTransferModel } from './build'
import { describeTransferModel } from './describe'
import { linearHead } from './head'
import { applicationNames, applications } from './registry'

beforeAll(() => openWasm())
afterEach(() => tf.disposeVariables())

const head: HeadOptions = { pooling: 'flatten', dense: 8, batchNorm: true, activation: 'elu', dropout: 0.3 }

// The nine models of a student's table: global average, dense 256, dense 10.
test.each([
  ['vgg16', 14.8],
  ['vgg19', 20.2],
  ['resnet50', 24.1],
  ['resnet101', 43.2],
  ['resnet152', 58.9],
  ['efficientnet-b0', 4.4],
  ['efficientnet-b3', 11.2],
  ['mobilenet-v3-large', 3.2],
  ['mobilenet-v2', 2.6],
] as const)('%s with a dense layer of 256 has %f million parameters', (name, millions) => {
  const dense = { ...linearHead, dense: 256 }
  const { parameters } = describeTransferModel({ name }, { size: 32, classes: 10, head: dense })
  expect(Math.round(parameters / 1e5) / 10).toBe(millions)
})

test('trainable parameters are described without building', () => {
  const of = (trainable?: 'head' | { last: number }) =>
    describeTransferModel({ name: 'mobilenet-v2' }, { size: 96, classes: 10, trainable }).trainableParameters
  expect([of('head'), of({ last: 10 }), of()]).toEqual([12_810, 745_290, 2_236_682])
})

const smallOnes = applicationNames.filter((name) => !/^(vgg|resnet1|efficientnet-b[123])/.test(name))

describe.each(smallOnes)('%s', (name) => {
  const choice = { name, alpha: applications[name].alphas[0]! }

  test('is built as it is described', () => {
    for (const trainable of ['all', 'head', { last: 20 }] as const) {
      const options = { size: 32, classes: 3, head, trainable }
      const model = buildTransferModel(choice, { ...options, seed: 1, pretrained: true })
      const summary = describeTransferModel(choice, options)
      expect([model.parameters, model.trainableParameters]).toEqual([
        summary.parameters,
        summary.trainableParameters,
      ])
      const built = new Map(model.network.layers.map((layer) => [layer.name, layer]))
      for (const layer of summary.layers) {
        const made = built.get(layer.name)!
        expect([made.getClassName(), made.countParams()]).toEqual([layer.type, layer.parameters])
      }
      model.dispose()
    }
  })

  test.skipIf(/resnet|densenet|large/.test(name))('is saved and loaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cotejo-application-'))
    const model = buildTransferModel(choice, { size: 32, classes: 3, seed: 1, head })
    const pixels = tf.randomUniform([1, 32, 32, 3], 0, 1, 'float32', 5)
    const description: ModelDescription = {
      version: 1,
      model: { name: 'cnn', options: cnnOptions.parse({}) },
      labels: ['a', 'b', 'c'],
      preprocessing: { ...model.scaling, size: 32, resize: 'fit' },
      parameters: model.parameters,
      trainableParameters: model.trainableParameters,
      cotejo: '0',
    }
    const values = (output: unknown) => [...(output as Tensor).dataSync()]
    const before = values(model.network.predict(pixels))
    await saveModel(join(folder, 'model'), model.network, description)
    model.dispose()
    const loaded = await loadModel(join(folder, 'model'))
    expect(values(loaded.network.predict(pixels))).toEqual(before)
    expect(loaded.description.preprocessing).toEqual(description.preprocessing)
    loaded.network.dispose()
    await rm(folder, { recursive: true })
  })
})
