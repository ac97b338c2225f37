// Our own layers: what they compute, their gradients, what they read and return, and how they are saved.
import { beforeAll, describe, expect, test } from 'vitest'
import { openCpu } from '../../backends/cpu'
import { rng } from '../../rng'
import { tf, type Tensor, type Tensor1D, type Variable } from '../../tf'
import { inTrainingStep } from '../stepContext'
import { BatchNormalization, type BatchNormalizationConfig } from './batchNormalization'
import { normalizeByBatch } from './batchStatistics'
import { Dropout } from './dropout'

beforeAll(() => openCpu())

const random = rng(3)
const normal = (count: number) => Array.from({ length: count }, () => random.range(-1, 1))
const inStep = <T>(forward: () => T, seed: [number, number] = [1, 1]) => {
  const statistics = new Map<Variable, Tensor>()
  const result = inTrainingStep({ seed: tf.tensor1d(seed, 'int32'), statistics }, forward)
  return { result, statistics }
}

describe('normalisation by the batch', () => {
  const [rows, channels, epsilon] = [6, 3, 0.01]
  const x = normal(rows * channels)
  const gamma = normal(channels)
  const beta = normal(channels)
  const weight = normal(rows * channels)

  /** sum(weight · y), in double precision. */
  function reference(x: number[], gamma: number[], beta: number[]): number {
    let sum = 0
    for (let c = 0; c < channels; c++) {
      const column = x.filter((_, i) => i % channels === c)
      const mean = column.reduce((a, b) => a + b) / rows
      const variance = column.reduce((a, b) => a + (b - mean) ** 2, 0) / rows
      column.forEach((value, r) => {
        const y = (gamma[c]! * (value - mean)) / Math.sqrt(variance + epsilon) + beta[c]!
        sum += weight[r * channels + c]! * y
      })
    }
    return sum
  }
  const slope = (vary: number[], evaluate: (varied: number[]) => number) =>
    vary.map((_, i) => {
      const at = (step: number) => evaluate(vary.map((v, j) => (j === i ? v + step : v)))
      return (at(1e-5) - at(-1e-5)) / 2e-5
    })

  test('values and gradients equal plain loops and finite differences in double precision', () => {
    const f = (x: Tensor, g: Tensor, b: Tensor) =>
      normalizeByBatch(x, g as Tensor1D, b as Tensor1D, epsilon, () => {})
        .mul(tf.tensor(weight, x.shape))
        .sum() as never
    const inputs = [tf.tensor(x, [2, 3, 1, channels]), tf.tensor1d(gamma), tf.tensor1d(beta)]
    const { value, grads } = tf.valueAndGrads(f as never)(inputs)
    expect(value.dataSync()[0]).toBeCloseTo(reference(x, gamma, beta), 5)
    const expected = [
      slope(x, (v) => reference(v, gamma, beta)),
      slope(gamma, (v) => reference(x, v, beta)),
      slope(beta, (v) => reference(x, gamma, v)),
    ]
    grads.forEach((grad, i) => {
      const ours = Array.from(grad.dataSync())
      expected[i]!.forEach((one, j) => expect(Math.abs(ours[j]! - one)).toBeLessThan(2e-5))
    })
  })
})

describe('BatchNormalization', () => {
  const x = () => tf.tensor(normal(24), [4, 2, 3])
  const made = (config: BatchNormalizationConfig = {}) => {
    const layer = new BatchNormalization(config)
    layer.build([null, 2, 3])
    return layer
  }

  test('a step returns the new averages and assigns nothing', () => {
    const layer = made({ momentum: 0.9 })
    const input = x()
    const before = layer.getWeights().map((w) => Array.from(w.dataSync()))
    const { statistics } = inStep(() => layer.call(input))
    expect(layer.getWeights().map((w) => Array.from(w.dataSync()))).toEqual(before)
    const [mean, variance] = layer.statistics().map((v) => statistics.get(v)!)
    const { mean: m, variance: v } = tf.moments(input, [0, 1])
    const distance = (a: Tensor, b: Tensor) => a.sub(b).abs().max().dataSync()[0]!
    expect(distance(mean!, m.mul(0.1))).toBeLessThan(1e-6)
    expect(distance(variance!, v.mul(0.1).add(0.9))).toBeLessThan(1e-6)
  })

  test('frozen, it is in inference mode during training and keeps its averages', () => {
    const layer = made()
    const input = x()
    const inference = Array.from(layer.call(input).dataSync())
    expect(Array.from(inStep(() => layer.call(input)).result.dataSync())).not.toEqual(inference)
    layer.trainable = false
    const { result, statistics } = inStep(() => layer.call(input))
    expect(Array.from(result.dataSync())).toEqual(inference)
    expect([statistics.size, layer.statistics().length]).toEqual([0, 0])
  })

  test.each([
    { scale: false, center: true },
    { scale: true, center: false },
    { scale: false, center: false },
  ])('trains with %o', (config) => {
    const layer = made(config)
    const trained = layer.trainableWeights.map((w) => w.read() as Variable)
    expect(trained.length).toBe(Number(config.scale) + Number(config.center))
    const input = tf.variable(x())
    const loss = () => inStep(() => layer.call(input)).result.square().mul(tf.range(0, 24).reshape([4, 2, 3])).sum() // prettier-ignore
    const { grads } = tf.variableGrads(loss as never, [input, ...trained])
    for (const grad of Object.values(grads)) expect(grad.abs().max().dataSync()[0]).toBeGreaterThan(0)
  })

  test('is saved as TensorFlow.js saves its own', () => {
    expect(made().getClassName()).toBe('BatchNormalization')
    expect(made({ name: 'bn', momentum: 0.8, epsilon: 0.1, scale: false }).getConfig()).toMatchObject({
      name: 'bn',
      axis: -1,
      momentum: 0.8,
      epsilon: 0.1,
      scale: false,
      center: true,
    })
  })
})

describe('Dropout', () => {
  const ones = () => tf.ones([200, 50])
  const masked = (layer: Dropout, seed: [number, number]) =>
    Array.from(inStep(() => layer.call(ones()), seed).result.dataSync())

  test('drops the asked fraction and keeps the mean', () => {
    const values = masked(new Dropout({ rate: 0.3, seed: 1 }), [1, 0])
    const dropped = values.filter((v) => v === 0).length / values.length
    expect(Math.abs(dropped - 0.3)).toBeLessThan(0.02)
    expect(values.find((v) => v !== 0)).toBeCloseTo(1 / 0.7, 6)
  })

  test('the mask follows from seed, step and salt, and each changes it', () => {
    const layer = new Dropout({ rate: 0.5, seed: 1 })
    const first = masked(layer, [1, 0])
    expect(masked(layer, [1, 0])).toEqual(first)
    expect(masked(layer, [1, 1])).not.toEqual(first)
    expect(masked(layer, [2, 0])).not.toEqual(first)
    expect(masked(new Dropout({ rate: 0.5, seed: 2 }), [1, 0])).not.toEqual(first)
  })

  test('the gradient passes where the mask lets through', () => {
    const layer = new Dropout({ rate: 0.5, seed: 1 })
    const gradient = inStep(() => tf.grad((x) => layer.call(x).sum())(ones())).result
    expect(Array.from(gradient.dataSync())).toEqual(masked(layer, [1, 1]))
  })

  test('inference leaves the input alone', () => {
    expect(Array.from(new Dropout({ rate: 0.5 }).call(ones()).dataSync()).every((v) => v === 1)).toBe(true)
  })
})
