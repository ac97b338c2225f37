// What the flags of a plan come to.
import { describe, expect, test } from 'vitest'
import { baseNamed } from './model-flags'
import { partNamed, phaseNamed, planFor } from './plan-flags'
import type { BaseInfo } from '../../contract'

describe('a part', () => {
  test.each([
    ['head', 'head'],
    ['all', 'all'],
    ['last:10', { last: 10 }],
    ['from:block_13_expand', { from: 'block_13_expand' }],
  ])('%s', (text, part) => expect(partNamed(text)).toEqual(part))

  test.each(['', 'tail', 'last', 'last:', 'last:0', 'last:x', 'last:1.5', 'from:', 'head:1'])(
    '“%s” is none',
    (text) => expect(() => partNamed(text)).toThrow(/head, all, last:N/),
  )
})

test('a phase by its settings', () => {
  expect(phaseNamed('epochs=5, trainable=last:10,lr=1e-5,schedule=cosine,warmup=0.5,optimizer=sgd')).toEqual({
    epochs: 5,
    trainable: { last: 10 },
    lr: 1e-5,
    schedule: 'cosine',
    warmup: 0.5,
    optimizer: 'sgd',
  })
  for (const wrong of [
    'epochs',
    'epochs=0',
    'speed=3',
    'lr=0',
    'schedule=hexagon',
    'optimizer=',
    '__proto__=1',
  ])
    expect(() => phaseNamed(wrong), wrong).toThrow()
})

describe('a plan', () => {
  test('on a pretrained base trains the head alone, and ends early', () => {
    const plan = planFor(105, {}, 'pretrained')
    expect(plan.phases).toMatchObject([{ trainable: 'head', learningRate: 1e-3 }])
    expect(plan.earlyStopping).not.toBeNull()
  })

  test('with random weights trains all of it, as a model from scratch', () => {
    expect(planFor(105, {}, 'random').phases).toMatchObject([{ trainable: 'all', learningRate: 1e-3 }])
    expect(planFor(105, {}, 'random')).toEqual(planFor(105, {}))
  })

  test('a part of the base gets a small rate, unless one is named', () => {
    const rate = (flags: object) => planFor(105, flags, 'pretrained').phases[0]!.learningRate
    expect(rate({ trainable: { last: 10 } })).toBe(1e-4)
    expect(rate({ trainable: { last: 10 }, lr: 0.01 })).toBe(0.01)
  })

  test('phases in their order; whoever names epochs gets them', () => {
    const flags = {
      phase: [phaseNamed('epochs=5'), phaseNamed('trainable=last:10')],
      views: 4,
      featureCache: false,
    }
    const plan = planFor(105, flags, 'pretrained')
    expect(plan.phases).toMatchObject([
      { epochs: 5, trainable: 'head', learningRate: 1e-3 },
      { trainable: { last: 10 }, learningRate: 1e-4 },
    ])
    expect(plan).toMatchObject({ earlyStopping: null, views: 4, cacheFeatures: false })
    expect(planFor(105, { phase: [phaseNamed('lr=0.1')] }, 'pretrained').earlyStopping).not.toBeNull()
  })

  test('from scratch has phases too, but no parts', () => {
    expect(planFor(105, { phase: [phaseNamed('epochs=2')] }).phases).toMatchObject([
      { epochs: 2, trainable: 'all', learningRate: 1e-3 },
    ])
    for (const flags of [{ trainable: 'head' as const }, { phase: [phaseNamed('trainable=last:3')] }])
      expect(() => planFor(105, flags)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  })
})

describe('a base by its name', () => {
  const base = (id: string, alpha: number, state: BaseInfo['state'], size = 224) =>
    ({ id, architecture: 'mobilenet-v2', alpha, state, size }) as BaseInfo
  const all = [
    base('mobilenet-v2-0.35-224', 0.35, 'available'),
    base('mobilenet-v2-1.0-96', 1, 'available', 96),
    base('mobilenet-v2-1.0-224', 1, 'available'),
  ]

  test('is its id', () => expect(baseNamed('mobilenet-v2-0.35-224', all)!.alpha).toBe(0.35))
  test('is its architecture: of the full width, at the largest size', () => {
    expect(baseNamed('mobilenet-v2', all)!.id).toBe('mobilenet-v2-1.0-224')
  })
  test('is its architecture: the one that is installed', () => {
    const own = base('own', 0.5, 'installed')
    expect(baseNamed('mobilenet-v2', [...all, own])).toBe(own)
    expect(baseNamed('mobilenet-v2', [...all, own, base('other', 1, 'built-in', 96)])!.id).toBe('other')
  })
  test('is not another architecture', () => expect(baseNamed('mobilenet', all)).toBeNull())
})
