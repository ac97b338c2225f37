// Every augmentation against loops in double precision that were given the same random numbers, on the wasm backend;
// tests/integration/augment-tensorflow.test.ts does the same on captured TensorFlow.
import { beforeAll, expect, test } from 'vitest'
import { augmentCases, checkAugmentation } from '../../../tests/support/augmentCases'
import { openWasm } from '../backends/wasm'
import type { Compute } from '../compute'
import { betaQuantile, betaTable } from './augment/beta'

let compute: Compute
beforeAll(async () => void (compute = await openWasm()))

test.each(Object.entries(augmentCases))('%s', (_name, options) => checkAugmentation(compute, options))

test('quantiles of Beta(α, α): closed forms, symmetry and moments', () => {
  for (const u of [1e-6, 0.01, 0.2, 0.5, 0.77, 0.999]) {
    expect(betaQuantile(u, 1)).toBeCloseTo(u, 10)
    // The arcsine law.
    expect(betaQuantile(u, 0.5)).toBeCloseTo(Math.sin((Math.PI * u) / 2) ** 2, 10)
    const x = betaQuantile(u, 2)
    expect(3 * x ** 2 - 2 * x ** 3).toBeCloseTo(u, 10)
    for (const alpha of [0.1, 0.2, 3, 10]) {
      expect(betaQuantile(1 - u, alpha)).toBeCloseTo(1 - betaQuantile(u, alpha), 10)
    }
  }
  for (const alpha of [0.1, 0.2, 1, 4, 10]) {
    const table = betaTable(alpha)
    const middles = Array.from({ length: table.length - 1 }, (_, i) => (table[i]! + table[i + 1]!) / 2)
    const mean = middles.reduce((a, b) => a + b) / middles.length
    const variance = middles.reduce((sum, v) => sum + (v - mean) ** 2, 0) / middles.length
    expect(mean).toBeCloseTo(0.5, 6)
    expect(variance).toBeCloseTo(1 / (4 * (2 * alpha + 1)), 3)
  }
})
