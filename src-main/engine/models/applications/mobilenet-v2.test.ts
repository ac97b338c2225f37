// MobileNetV2 as Keras has it: parameters, layers, and what trains in each part.
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openCpu } from '../../backends/cpu'
import { BatchNormalization } from '../layers/batchNormalization'
import { tf } from '../../tf'
import { buildApplication, buildTransferModel } from './build'
import { layersOf } from './graph'
import { applicationGraph } from './registry'

beforeAll(() => openCpu())
afterEach(() => tf.disposeVariables())

const choice = { name: 'mobilenet-v2' } as const
const parameters = (alpha: number, size = 96) =>
  layersOf(applicationGraph({ ...choice, alpha }, size)).reduce((sum, node) => sum + node.parameters, 0)

// From Keras 3.15: keras.applications.MobileNetV2(include_top=False, alpha=...).count_params()
test.each([
  [0.35, 410_208],
  [0.5, 706_224],
  [0.75, 1_382_064],
  [1, 2_257_984],
  [1.3, 3_766_048],
  [1.4, 4_363_712],
])('α %f has %d parameters at any size', (alpha, expected) => {
  expect([parameters(alpha), parameters(alpha, 33)]).toEqual([expected, expected])
})

test('is built as it is described', () => {
  const { base } = buildApplication('mobilenet-v2', { size: 33, alpha: 0.35, seed: 1 })
  const nodes = layersOf(applicationGraph({ ...choice, alpha: 0.35 }, 33))
  expect(base.layers.map((layer) => [layer.name, layer.getClassName(), layer.countParams()])).toEqual(
    nodes.map((node) => [node.name, node.spec.type, node.parameters]),
  )
  expect(base.outputs[0]!.shape).toEqual([null, 2, 2, 1280])
})

describe('with a linear head for 10 classes', () => {
  const build = () => buildTransferModel(choice, { size: 32, classes: 10, seed: 1, pretrained: true })

  test('trains as many parameters as Keras does', () => {
    const model = build()
    expect(model.parameters).toBe(2_270_794)
    expect(model.trainableParameters).toBe(2_270_794 - 34_112)
    model.setTrainable('head')
    expect(model.trainableParameters).toBe(12_810)
    model.setTrainable({ last: 10 })
    expect(model.trainableParameters).toBe(745_290)
    model.setTrainable({ from: 'block_16_expand_BN' })
    expect(model.trainableParameters).toBe(745_290)
    model.setTrainable('all')
    expect(model.trainableParameters).toBe(2_270_794 - 34_112)
    expect(() => model.setTrainable({ from: 'block_17_expand' })).toThrow(/no layer named block_17_expand/)
  })

  const moving = ({ network }: ReturnType<typeof build>) =>
    network.layers.filter((l) => l instanceof BatchNormalization && l.statistics().length === 2).length

  test('a frozen BatchNorm has no averages that a step moves', () => {
    const model = build()
    for (const [part, count] of [
      ['all', 52],
      [{ last: 10 }, 4],
      ['head', 0],
    ] as const) {
      model.setTrainable(part, 'training')
      expect(moving(model)).toBe(count)
    }
  })

  test('pretrained, its averages stay unless it is told otherwise; with random weights they move', () => {
    const model = build()
    expect(moving(model)).toBe(0)
    model.setTrainable('all', 'training')
    expect(moving(model)).toBe(52)
    // What trains is the same either way.
    expect(model.trainableParameters).toBe(2_270_794 - 34_112)
    const random = buildTransferModel(choice, { size: 32, classes: 10, seed: 1 })
    expect(moving(random)).toBe(52)
    random.setTrainable('all', 'inference')
    expect(moving(random)).toBe(0)
  })
})

test('refuses what was never published and what is too small', () => {
  expect(() => applicationGraph({ ...choice, alpha: 0.9 }, 96)).toThrow(/width of 0.9/)
  expect(() => applicationGraph(choice, 31)).toThrow(/at least 32 pixels/)
  expect(() => applicationGraph({ name: 'alexnet' as never }, 96)).toThrow(/no architecture named alexnet/)
})
