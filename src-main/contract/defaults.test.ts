import { describe, expect, it } from 'vitest'
import { defaultTransferSize, usualSide } from './defaults'

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

it('defaultTransferSize enlarges small pictures, and never goes below what the base takes', () => {
  const base = { size: 224, smallest: 32 }
  expect([20, 96, 100, 160, 500].map((side) => defaultTransferSize(side, base))).toEqual([
    96, 96, 128, 160, 224,
  ])
  expect(defaultTransferSize(20, { size: 224, smallest: 100 })).toBe(100)
  // What was trained on small pictures is not fed large ones.
  expect([20, 32, 500].map((side) => defaultTransferSize(side, { size: 32, smallest: 32 }))).toEqual([
    32, 32, 64,
  ])
})
