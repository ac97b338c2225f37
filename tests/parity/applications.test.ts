// Every application against Keras: parameters, layers and their order, and the same output from the same weights, at
// two input sizes. The numbers come from applications-reference.json, which applications-reference.py made with Keras;
// with COTEJO_KERAS_PARITY=1 they are made anew, at other sizes, with a Keras that pip installs (600 MB), and weight
// files that Keras writes are loaded.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Architecture } from '../../src-main/contract'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { buildApplication } from '../../src-main/engine/models/applications/build'
import { layersOf } from '../../src-main/engine/models/applications/graph'
import {
  applicationGraph,
  applicationNames,
  applications,
} from '../../src-main/engine/models/applications/registry'
import { preprocess } from '../../src-main/engine/models/preprocess'
import { loadWeights } from '../../src-main/engine/models/weights-file/load'
import { tf, type Tensor } from '../../src-main/engine/tf'
import { fill, formula, pictures, weighted } from '../support/keras-formulas'
import { pythonWith } from '../support/python'
import { preparedPack } from '../support/tensorflow'

interface Output {
  size: number
  shape: number[]
  mean: number
  deviation: number
  /** 16 values, every 7919th of both pictures' outputs. */
  values: number[]
}

interface Reference {
  name: Architecture
  alpha: number
  gain: number
  parameters: number
  layers: number
  layersCrc: number
  outputs: Output[]
}

const run = promisify(execFile)
const script = fileURLToPath(new URL('applications-reference.py', import.meta.url))
const live = process.env['COTEJO_KERAS_PARITY'] === '1'
const python = live ? await pythonWith(['tensorflow-cpu', 'keras', 'h5py']) : null
const most = { maxBuffer: 2 ** 26 }

const text = python
  ? (await run(python, [script, '48', '97'], most)).stdout
  : await readFile(new URL('applications-reference.json', import.meta.url), 'utf8')
const references = JSON.parse(text) as Reference[]
const called = references.map((one) => [`${one.name} ${one.alpha}`, one] as const)

test('all architectures and widths have a reference', () => {
  const expected = applicationNames.flatMap((name) =>
    applications[name].alphas.map((alpha) => `${name} ${alpha}`),
  )
  expect(called.map(([name]) => name)).toEqual(expected)
})

test.each(called)('%s has the parameters and layers of Keras, in its order', (_, one) => {
  for (const { size, shape } of one.outputs) {
    const output = applicationGraph(one, size)
    const layers = layersOf(output)
    expect(layers.reduce((sum, node) => sum + node.parameters, 0)).toBe(one.parameters)
    expect(output.shape).toEqual(shape)
    expect(layers.length).toBe(one.layers)
    // Ours has a depthwise convolution where Keras has a convolution with a group a channel.
    const className = (name: string, type: string) =>
      type === 'DepthwiseConv2D' && name.startsWith('convnext') ? 'Conv2D' : type
    const list = layers.map((node) => `${node.name} ${className(node.name, node.spec.type)}`)
    expect(crc32(list.join('\n'))).toBe(one.layersCrc)
  }
})

/** Builds, fills and runs an architecture. */
function compare({ name, alpha, gain }: Reference, expected: Output) {
  const { base, scaling } = buildApplication(name, { size: expected.size, alpha, seed: null })
  expect(base.countParams()).toBe(layersOf(applicationGraph({ name, alpha }, expected.size)).reduce((sum, node) => sum + node.parameters, 0)) // prettier-ignore
  fill(base, gain)
  const [values, mean, deviation] = tf.tidy(() => {
    const pixels = pictures(expected.size)
    const output = base.predict(
      preprocess(pixels, { ...scaling, size: expected.size, resize: 'stretch' }),
    ) as Tensor
    expect(output.shape.slice(1)).toEqual(expected.shape)
    const all = output.dataSync() as Float32Array
    const average = all.reduce((sum, v) => sum + v, 0) / all.length
    const variance = all.reduce((sum, v) => sum + (v - average) ** 2, 0) / all.length
    return [expected.values.map((_, i) => all[(i * 7919) % all.length]!), average, Math.sqrt(variance)]
  })
  base.dispose()
  const norm = (numbers: number[]) => Math.sqrt(numbers.reduce((sum, v) => sum + v * v, 0))
  const difference = norm(values.map((v, i) => v - expected.values[i]!)) / norm(expected.values)
  expect(difference).toBeLessThan(1e-4)
  expect(Math.abs(mean - expected.mean) / expected.deviation).toBeLessThan(1e-4)
  expect(Math.abs(deviation / expected.deviation - 1)).toBeLessThan(1e-4)
  return difference
}

function suite(open: () => Promise<Compute>, names?: readonly string[]) {
  let compute: Compute
  let largest = 0
  beforeAll(async () => {
    compute = await open()
  })
  afterAll(async () => {
    console.log(`${compute.name}: largest relative difference from Keras ${largest.toExponential(1)}`)
    await compute.dispose()
  })
  const chosen = called.filter(([name]) => !names || names.includes(name))
  test.each(chosen)('%s gives what Keras gives', (_, one) => {
    for (const output of one.outputs) largest = Math.max(largest, compare(one, output))
  })
}

const pack = await preparedPack()
describe.skipIf(pack === null)('on tensorflow', () => suite(() => openTensorflow(pack!, { cpuOnly: true })))

describe('on wasm', () => {
  const some = ['mobilenet 0.25', 'mobilenet-v2 0.35', 'mobilenet-v3-small 0.75', 'efficientnet-b0 1', 'efficientnet-v2-b0 1', 'vgg16 1', 'resnet50 1', 'densenet121 1', 'convnext-tiny 1'] // prettier-ignore
  suite(openWasm, some)

  describe.skipIf(!python)('weight files that Keras wrote', () => {
    let folder: string
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'cotejo-keras-'))
      await run(python!, [script, '--weights', folder], most)
    })
    afterAll(() => rm(folder, { recursive: true, force: true }))

    test.each([
      ['mobilenet-v2', 0.35],
      ['efficientnet-b0', 1],
      ['convnext-tiny', 1],
    ] as const)('%s', async (name, alpha) => {
      const { gain } = references.find((one) => one.name === name)!
      for (const ending of ['.h5', '.weights.h5']) {
        const { base } = buildApplication(name, { size: 32, alpha, seed: null })
        await loadWeights(base, join(folder, name + ending))
        for (const layer of weighted(base.layers)) {
          layer.getWeights().forEach((value, index) => {
            // Keras keeps the count of its Normalization as a whole number.
            if (layer.getClassName() === 'Normalization' && index === 2) return
            expect(Buffer.from(value.dataSync().buffer).equals(Buffer.from(formula(layer, index, gain).buffer)), layer.name).toBe(true) // prettier-ignore
          })
        }
        base.dispose()
      }
    })
  })
})
