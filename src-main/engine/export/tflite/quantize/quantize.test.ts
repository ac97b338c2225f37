// Real numbers on grids of whole ones: how far they may be moved, and what must stay exact.
import { describe, expect, test } from 'vitest'
import { rng } from '../../../rng'
import { type ModelGraph, type Operation } from '../../graph'
import { gridOf, type Range } from './grid'
import { rangesInUse } from './saturation'
import { wholeWeights } from './weights'

describe('a grid', () => {
  test.each<[Range]>([[[-1, 1]], [[0, 6]], [[-0.3, 10]], [[2, 5]], [[-7, -3]], [[0, 0]]])(
    'for %j',
    (range) => {
      const { scale, zeroPoint } = gridOf(range)
      const real = (stored: number) => scale[0]! * (stored - zeroPoint)
      // Zero is a step: borders of pictures are zeros.
      expect(Number.isInteger(zeroPoint)).toBe(true)
      expect(zeroPoint).toBeGreaterThanOrEqual(-128)
      expect(zeroPoint).toBeLessThanOrEqual(127)
      // Both ends are in it, but for half a step.
      expect(real(-128)).toBeLessThanOrEqual(Math.min(range[0], 0) + scale[0]! / 2 + 1e-6)
      expect(real(127)).toBeGreaterThanOrEqual(Math.max(range[1], 0) - scale[0]! / 2 - 1e-6)
    },
  )
})

describe('weights', () => {
  const random = rng(1, 'weights')
  const channels = 5
  const each = 24
  // Channels of very different size, one of nothing but zeros.
  const sizes = [1, 1e-3, 50, 0, 1e-7]
  const values = Float32Array.from({ length: channels * each }, (_, i) => (random.next() - 0.5) * sizes[Math.floor(i / each)]!) // prettier-ignore
  const bias = Float32Array.of(0.5, -3, 100, 2, 1)
  const slow = { axis: 0, stride: each, alike: false }

  test('each channel by its own largest, biases in steps of products', () => {
    const inputScale = 0.02
    const { kernel, bias: offsets } = wholeWeights(values, bias, inputScale, slow)
    const { scale } = kernel.quantization
    expect(scale).toHaveLength(channels)
    values.forEach((value, i) => {
      const step = scale[Math.floor(i / each)]!
      expect(Math.abs(kernel.data[i]! * step - value)).toBeLessThanOrEqual(step / 2 + 1e-9)
      expect(Math.abs(kernel.data[i]!)).toBeLessThanOrEqual(127)
    })
    bias.forEach((value, c) => {
      const step = offsets.quantization.scale[c]!
      expect(step / (scale[c]! * inputScale)).toBeCloseTo(1, 6)
      // Among others that of the channel of zeros, which must not overflow.
      expect(Math.abs(offsets.data[c]! * step - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-6 + step)
    })
    expect(kernel.data[0]).not.toBe(0)
  })

  test('channels that run fastest are found, too', () => {
    const turned = Float32Array.from({ length: values.length }, (_, i) => values[(i % channels) * each + Math.floor(i / channels)]!) // prettier-ignore
    const [one, other] = [
      wholeWeights(values, bias, 1, slow),
      wholeWeights(turned, bias, 1, { axis: 3, stride: 1, alike: false }),
    ]
    expect(Array.from(other.kernel.quantization.scale)).toEqual(Array.from(one.kernel.quantization.scale))
    expect(other.kernel.data[1]).toBe(one.kernel.data[each])
  })

  test('or all alike', () => {
    const { kernel, bias: offsets } = wholeWeights(values, bias, 1, { ...slow, alike: true })
    expect(kernel.quantization.scale).toHaveLength(1)
    expect(offsets.quantization.scale).toHaveLength(1)
    expect(Math.max(...kernel.data.map(Math.abs))).toBe(127)
  })
})

describe('ranges', () => {
  const shape = [-1, 4]
  const operation = (name: string, inputs: string[], rest: object) =>
    ({ name, inputs, shape, ...rest }) as unknown as Operation
  const graph = {
    operations: [
      operation('a', [], { type: 'input' }),
      operation('b', ['a'], { type: 'dense' }),
      operation('c', ['b'], { type: 'activation', function: 'hardSwish' }),
      operation('d', ['c'], { type: 'dense' }),
      operation('e', ['d'], { type: 'activation', function: 'sigmoid' }),
      operation('f', ['d', 'e'], { type: 'multiply' }),
    ],
    output: 'f',
  } as unknown as ModelGraph

  test('end where the activation that takes them does not tell values apart', () => {
    const wide: Range = [-50, 50]
    const found = rangesInUse(graph, new Map(['b', 'c', 'd', 'e', 'f'].map((name) => [name, wide])))
    expect(found.get('b')).toEqual([-3, 50])
    // Something else takes it, too.
    expect(found.get('d')).toEqual(wide)
    expect(found.get('f')).toEqual(wide)
  })
})
