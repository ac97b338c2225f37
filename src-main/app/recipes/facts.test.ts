import { describe, expect, it } from 'vitest'
import { baseInfo } from '../../../tests/support/recipeFacts'
import { featureSeconds } from './cost'
import { baseOf, usualSide } from './facts'

describe('usualSide', () => {
  const spread = (edges: number[], counts: number[]) => {
    const one = { edges, counts }
    return { spread: { side: one, aspect: one, brightness: one } }
  }
  const folder = { kind: 'folder', size: 64 } as const

  it('is where the middle of the pictures lies', () => {
    expect(usualSide(folder, spread([32, 64, 128, 256], [1, 2, 4]))).toBe(128)
    expect(usualSide(folder, spread([32, 64, 128, 256], [5, 2, 1]))).toBe(32)
    expect(usualSide(folder, spread([100, 200, 300], [3, 3]))).toBe(100)
  })

  it('falls back on what is known of the set', () => {
    expect(usualSide(folder, {})).toBe(64)
    expect(usualSide({ kind: 'cifar10', size: 64 }, {})).toBe(32)
    expect(usualSide(folder, spread([1, 2], [0]))).toBe(64)
  })
})

describe('baseOf', () => {
  const of = (id: string, state: 'installed' | 'available', more = {}) =>
    baseInfo('mobilenet-v2', state, { id, ...more })

  it('takes one that is here first, then full width, then the catalogue’s', () => {
    const narrow = of('narrow', 'installed', { alpha: 0.35 })
    const full = of('full', 'available')
    const mine = of('mine', 'installed', { origin: 'file' })
    const installed = of('installed', 'installed')
    expect(baseOf([narrow, full], 'mobilenet-v2')).toBe(narrow)
    expect(baseOf([full, narrow, mine], 'mobilenet-v2')).toBe(mine)
    expect(baseOf([mine, installed], 'mobilenet-v2')).toBe(installed)
    expect(baseOf([full], 'vgg16')).toBeNull()
  })
})

it('featureSeconds is what was measured: 60,000 pictures at 96 px on two cores in 214 s', () => {
  const base = baseInfo('mobilenet-v2', 'installed')
  expect(featureSeconds(60_000, 96, base, { card: null, cores: 2 })).toBeCloseTo(214, 0)
  expect(featureSeconds(60_000, 192, base, { card: null, cores: 8 })).toBeCloseTo(214, 0)
  expect(featureSeconds(60_000, 96, base, { card: 'RTX', cores: 2 })).toBeLessThan(12)
})
