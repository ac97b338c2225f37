import { describe, expect, it } from 'vitest'
import type { BackendReport } from '../../contract'
import { baseInfo } from '../../../tests/support/recipeFacts'
import { featureSeconds } from './cost'
import { baseName, baseOf, cardOf } from './facts'

describe('cardOf', () => {
  const backend = (more: Partial<BackendReport>): BackendReport => ({
    name: 'tensorflow',
    available: true,
    chosen: true,
    device: 'CPU',
    version: null,
    threads: null,
    problem: null,
    hint: null,
    imagesPerSecond: null,
    ...more,
  })

  it('is the card that the chosen backend computes on, by its own name where that is known', () => {
    const cuda = backend({ device: 'NVIDIA GPU' })
    expect(cardOf({ backends: [cuda], gpus: ['RTX 4070'] })).toBe('RTX 4070')
    expect(cardOf({ backends: [cuda], gpus: [] })).toBe('NVIDIA GPU')
    const webgpu = backend({ name: 'webgpu', device: null, threads: 8 })
    expect(cardOf({ backends: [webgpu], gpus: ['Apple M3'] })).toBe('Apple M3')
  })

  it('is none where the processor computes, whatever card lies idle', () => {
    const gpus = ['RTX 4070']
    expect(cardOf({ backends: [backend({})], gpus })).toBeNull()
    expect(cardOf({ backends: [backend({ device: 'AMD EPYC, 2 threads', threads: 2 })], gpus })).toBeNull()
    const idle = backend({ device: 'NVIDIA GPU', chosen: false })
    expect(cardOf({ backends: [idle, backend({ name: 'wasm', device: null, threads: 2 })], gpus })).toBeNull()
    expect(cardOf({ backends: [], gpus })).toBeNull()
  })
})

it('baseName leaves the file name of an imported base out', () => {
  expect(baseName({ title: 'MobileNetV2 1.0 · my_weights' })).toBe('MobileNetV2 1.0')
  expect(baseName({ title: 'VGG16' })).toBe('VGG16')
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
