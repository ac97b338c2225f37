// Architectures: parameter counts, names and shapes, seeds, and what cannot be built.
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { modelChoice, type ModelChoice } from '../../contract'
import { tf, type Tensor } from '../tf'
import { buildFresh } from './build'
import { describeModel } from './describe'

beforeAll(() => cpuCompute())
afterEach(() => tf.disposeVariables())

const choice = (name: 'cnn' | 'mlp', options: object = {}): ModelChoice =>
  modelChoice.parse({ name, options })

test('the seed CNN has 2,122,186 parameters at 32 × 32 × 3 and 10 classes', () => {
  const model = buildFresh(choice('cnn'), { size: 32, classes: 10, seed: 1 })
  expect(model.network.countParams()).toBe(2_122_186)
  expect([model.parameters, model.trainableParameters]).toEqual([2_122_186, 2_122_186])
})

const varied: [string, ModelChoice, number, number][] = [
  ['CNN with everything', choice('cnn', { filters: [4, 6, 8], convolutionsPerBlock: 2, kernel: 5, batchNorm: true, dense: 16, blockDropout: 0.1, dropout: 0.5, activation: 'elu' }), 17, 3], // prettier-ignore
  ['CNN without a dense layer', choice('cnn', { filters: [4], dense: 0, pooling: 'globalAverage' }), 9, 2],
  ['CNN with kernel 1 and tanh', choice('cnn', { filters: [3, 3], kernel: 1, dense: 5, activation: 'tanh' }), 12, 4], // prettier-ignore
  ['MLP', choice('mlp', { hidden: [12, 7], batchNorm: true, dropout: 0.2 }), 8, 5],
  ['softmax regression', choice('mlp', { hidden: [] }), 8, 2],
]

describe.each(varied)('%s', (_name, model, size, classes) => {
  test('is described as it is built', () => {
    const summary = describeModel(model, { size, classes })
    const built = buildFresh(model, { size, classes, seed: 3 })
    const layers = built.network.layers.slice(1)
    expect(summary.layers).toEqual(
      layers.map((layer) => ({
        name: layer.name,
        type: layer.getClassName(),
        outputShape: layer.outputShape,
        parameters: layer.countParams(),
      })),
    )
    expect(summary.parameters).toBe(built.network.countParams())
    const trainable = built.network.trainableWeights.reduce((sum, w) => sum + tf.util.sizeFromShape(w.shape as number[]), 0) // prettier-ignore
    expect(summary.trainableParameters).toBe(trainable)
  })

  test('gives probabilities that are the softmax of its logits', () => {
    const built = buildFresh(model, { size, classes, seed: 3 })
    const x = tf.randomUniform([2, size, size, 3], 0, 1, 'float32', 7)
    const probabilities = built.network.predict(x) as Tensor
    const softmax = tf.softmax(built.logits.predict(x) as Tensor)
    expect(probabilities.shape).toEqual([2, classes])
    expect(tf.max(tf.abs(probabilities.sub(softmax))).dataSync()[0]).toBeLessThan(1e-6)
  })
})

test('layers are told without allocating, whatever their size', () => {
  const before = tf.memory().numTensors
  const summary = describeModel(choice('cnn', { filters: [1024], dense: 4096 }), {
    size: 1024,
    classes: 1000,
  })
  expect(summary.parameters).toBeGreaterThan(1e12)
  expect(tf.memory().numTensors).toBe(before)
})

const weightsOf = (seed: number) => {
  const model = buildFresh(choice('cnn', { filters: [4, 4], dense: 8 }), { size: 8, classes: 3, seed })
  return model.network.getWeights().map((w) => Array.from(w.dataSync()))
}

test('the same seed gives the same weights, another seed others, and no two layers alike', () => {
  const [first, again, other] = [weightsOf(5), weightsOf(5), weightsOf(6)]
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
  const kernels = first.filter((w) => w.some((v) => v !== 0)).map((w) => w[0])
  expect(new Set(kernels).size).toBe(kernels.length)
})

test('kernels are Glorot uniform: within ±sqrt(6 / (fan in + fan out)), near both ends; biases are zero', () => {
  const model = buildFresh(choice('cnn', { filters: [16, 32], dense: 64 }), {
    size: 16,
    classes: 10,
    seed: 2,
  })
  for (const w of model.network.weights) {
    const values = Array.from(w.read().dataSync())
    if (w.originalName.endsWith('bias')) expect(values.every((v) => v === 0)).toBe(true)
    else {
      const field = w.shape.slice(0, -2).reduce<number>((a, b) => a * b!, 1)
      const [fanIn, fanOut] = w.shape.slice(-2).map((side) => side! * field)
      const limit = Math.sqrt(6 / (fanIn! + fanOut!))
      const largest = Math.max(...values.map(Math.abs))
      expect(largest).toBeLessThanOrEqual(limit * (1 + 1e-6))
      expect(largest).toBeGreaterThan(limit * 0.97)
    }
  }
})

test('pictures too small for the pools are a user error that says what would do', () => {
  const model = choice('cnn', { filters: [4, 4, 4, 4] })
  const build = () => buildFresh(model, { size: 15, classes: 2, seed: 1 })
  expect(build).toThrow(expect.objectContaining({ code: 'model-input-too-small', detail: { blocks: 4, smallest: 16, size: 15 } })) // prettier-ignore
  expect(() => describeModel(model, { size: 16, classes: 2 })).not.toThrow()
})

test('a model that could not be trained in memory is refused before anything is allocated', () => {
  const build = () => buildFresh(choice('cnn'), { size: 512, classes: 2, seed: 1 })
  expect(build).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})
