// The catalogue is whole and means what it says; that it says what Keras says is in tests/parity.
import { afterEach, expect, test, vi } from 'vitest'
import { baseInfo, baseRecord } from '../../../contract'
import { application, applicationNames } from '../../models/applications/registry'
import { availableInfo, catalogueRecord, parametersOf } from '../facts'
import { addressOf, catalogue, inCatalogue } from './index'

afterEach(() => vi.unstubAllEnvs())

test('ids and files are there once', () => {
  for (const part of ['id', 'file', 'url'] as const)
    expect(new Set(catalogue.map((one) => one[part])).size).toBe(catalogue.length)
})

test('every published width of every architecture is there, but for the one in the box', () => {
  const published = applicationNames
    .filter((name) => name !== 'cotejo-mini')
    .flatMap((name) => application(name).alphas.map((alpha) => `${name} ${alpha}`))
  expect(catalogue.map((one) => `${one.architecture} ${one.alpha}`).sort()).toEqual(published.sort())
})

test.each(catalogue.map((one) => [one.id, one] as const))('%s', (_, one) => {
  expect(one.url.startsWith('https://storage.googleapis.com/')).toBe(true)
  expect(one.url.endsWith(`/${one.file}`)).toBe(true)
  expect(one.size).toBe(application(one.architecture).size)
  if (one.hash)
    expect(one.hash.hex).toMatch(one.hash.algorithm === 'md5' ? /^[0-9a-f]{32}$/ : /^[0-9a-f]{64}$/)
  // Four bytes a parameter, and a header for each layer.
  const numbers = 4 * parametersOf(one.architecture, one.alpha)
  expect(one.bytes).toBeGreaterThan(numbers)
  expect(one.bytes).toBeLessThan(numbers * 1.5 + 2e6)
  expect(one.accuracy.top1).toBeGreaterThan(0.45)
  expect(one.accuracy.top1).toBeLessThan(0.85)
  expect(one.accuracy.source).toMatch(/^https:\/\//)
  expect(baseInfo.parse(availableInfo(one, 0))).toMatchObject({ id: one.id, state: 'available' })
  expect(baseInfo.parse(availableInfo(one, 5))).toMatchObject({ state: 'partial', partialBytes: 5 })
  expect(baseRecord.parse(catalogueRecord(one, 'a'.repeat(64), 1)).id).toBe(one.id)
})

test('names are as people write them', () => {
  expect(inCatalogue('mobilenet-v2-1.0-224')?.title).toBe('MobileNetV2 1.0')
  expect(inCatalogue('mobilenet-0.25-224')?.alpha).toBe(0.25)
  expect(inCatalogue('resnet50-224')?.title).toBe('ResNet50')
  expect(inCatalogue('efficientnet-b3-300')?.size).toBe(300)
  expect(inCatalogue('nothing')).toBeNull()
})

test('a mirror has all files in one folder', () => {
  const one = inCatalogue('vgg16-224')!
  expect(addressOf(one)).toBe(one.url)
  for (const mirror of ['http://school.example/weights', 'http://school.example/weights/']) {
    vi.stubEnv('COTEJO_BASES_URL', mirror)
    expect(addressOf(one)).toBe(`http://school.example/weights/${one.file}`)
  }
})
