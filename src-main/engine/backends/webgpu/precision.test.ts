import { expect, test } from 'vitest'
import { UserError } from '../../../contract'
import {
  dawnToggles,
  featuresOf,
  featuresToRequest,
  matrixShape,
  precisionText,
  wantedPrecision,
  withoutSubgroups,
  type Precision,
} from './precision'

const config = (componentType: string, resultComponentType: string, M: number, N: number, K: number) => ({
  componentType,
  resultComponentType,
  M,
  N,
  K,
})

function adapter(features: string[], info: object = {}, storage = 32_768) {
  const given = {
    features: new Set(features) as unknown as GPUSupportedFeatures,
    limits: { maxComputeWorkgroupStorageSize: storage } as GPUSupportedLimits,
  }
  const facts = { subgroupMinSize: 8, subgroupMaxSize: 32, ...info } as unknown as GPUAdapterInfo
  return (precision: Precision) => featuresOf(given, facts, precision, 'Card')
}

const matrices = 'chromium-experimental-subgroup-matrix'

test('float32 is what is computed in unless another is named', () => {
  expect(wantedPrecision('')).toBe('float32')
  expect(wantedPrecision('mixed')).toBe('mixed')
  expect(precisionText('float32')).toBe('')
  expect(precisionText('mixed')).toContain('mixed precision')
  expect(precisionText('mixed-matrices')).toContain('mixed precision')
})

test('a precision that there is not is refused with those that there are', () => {
  let error: unknown
  try {
    wantedPrecision('half')
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(UserError)
  expect(error).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining('float32, mixed, mixed-matrices') as string,
  })
})

test('nothing that is unsafe or not needed is asked for unasked', () => {
  expect(dawnToggles('float32')).toEqual([])
  expect(dawnToggles('mixed').join()).not.toContain('unsafe')
  expect(dawnToggles('mixed-matrices').join()).toContain('allow_unsafe_apis')
  expect(featuresToRequest('float32')).toEqual(['subgroups'])
})

test('a device is used for what it has', () => {
  const all = adapter(['subgroups', 'shader-f16', matrices], {
    subgroupMatrixConfigs: [config('f16', 'f32', 16, 16, 16)],
  })
  expect(all('float32')).toEqual({ half: false, subgroups: { min: 8, max: 32 }, matrices: null })
  expect(all('mixed')).toEqual({ half: true, subgroups: { min: 8, max: 32 }, matrices: null })
  expect(all('mixed-matrices').matrices).toEqual({ m: 16, n: 16, k: 16 })
  expect(adapter([])('float32').subgroups).toBeNull()
})

test.each([
  ['mixed', adapter(['subgroups'])],
  ['mixed-matrices', adapter(['subgroups', 'shader-f16'])],
  [
    'mixed-matrices',
    adapter(['shader-f16', matrices], { subgroupMatrixConfigs: [config('f16', 'f32', 8, 8, 8)] }),
  ],
  [
    'mixed-matrices',
    adapter(['subgroups', 'shader-f16', matrices], {
      subgroupMatrixConfigs: [config('f16', 'f16', 8, 8, 8)],
    }),
  ],
  [
    'mixed-matrices',
    adapter(
      ['subgroups', 'shader-f16', matrices],
      { subgroupMatrixConfigs: [config('f16', 'f32', 8, 8, 8)] },
      16_384,
    ),
  ],
] as const)('%s precision is refused where the device lacks what it needs', (precision, features) => {
  expect(() => features(precision)).toThrow(expect.objectContaining({ code: 'backend-unavailable' }) as Error)
})

test('of the shapes of matrix units, float16 with sums in float32 and most at once is taken', () => {
  const shapes = [
    config('f16', 'f16', 16, 16, 16),
    config('f16', 'f32', 8, 8, 8),
    config('f16', 'f32', 8, 16, 16),
    config('u8', 'u32', 16, 16, 32),
    config('f16', 'f32', 32, 32, 32),
  ]
  expect(matrixShape(shapes)).toEqual({ m: 8, n: 16, k: 16 })
  expect(matrixShape([])).toBeNull()
})

test('subgroups that compute wrong are left out, which matrix units cannot do without', () => {
  const subgroups = { min: 8, max: 32 }
  expect(withoutSubgroups({ half: true, subgroups, matrices: null }, 'Card')).toEqual({
    half: true,
    subgroups: null,
    matrices: null,
  })
  const matrices = { m: 8, n: 8, k: 8 }
  expect(() => withoutSubgroups({ half: true, subgroups, matrices }, 'Card')).toThrow(UserError)
})
