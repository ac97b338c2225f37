import { expect, test } from 'vitest'
import { plainFeatures, type Features } from '../precision'
import { productCost, productTile, productTiles } from './product-tile'

const units = (m: number, n: number, k: number, min = 32, max = 32): Features => ({
  half: true,
  subgroups: { min, max },
  matrices: { m, n, k },
})

test.each([
  [units(16, 16, 16), 4096, 256],
  [units(8, 8, 8, 4, 64), 64 * 9, 320],
  [units(8, 16, 16, 8, 32), 27, 10],
  [units(16, 16, 16, 128, 128), 1000, 33],
])(
  'tiles of matrix units are whole blocks, with a subgroup for each column of them',
  (features, rows, columns) => {
    const { m, n, k } = features.matrices!
    const [tile] = productTiles(rows, columns, 1, features)
    expect([tile.rows % m, tile.columns % n, tile.depth % k]).toEqual([0, 0, 0])
    expect((tile.columns / n) * features.subgroups!.max).toBeLessThanOrEqual(256)
  },
)

test('large tiles of matrix units are for products with many of them', () => {
  const features = units(16, 16, 16)
  expect(productTile(128 * 200, 256, 1, 'many', features)).toMatchObject({ rows: 128, columns: 128 })
  expect(productTile(128 * 2, 256, 1, 'few', features)).toMatchObject({ rows: 64, columns: 64 })
})

test('what a product takes: the same of memory in float16, half of workgroup memory', () => {
  const lengths = { rows: 130, columns: 64, depth: 100, written: 130 * 64 }
  const tile = { rows: 64, columns: 32, depth: 16, each: 4 } as const
  const cost = productCost(lengths, tile, plainFeatures)
  // Three tiles down, two across: rows are read twice, columns three times.
  expect(cost).toMatchObject({
    flops: 2 * 192 * 64 * 100,
    read: 4 * 100 * (2 * 130 + 3 * 64),
    written: 4 * 130 * 64,
  })
  // 128 invocations in each of six workgroups read two vectors of 16 bytes for each term.
  expect(cost.shared).toBe(6 * 128 * 2 * 16 * 100)
  const mixed = productCost(lengths, tile, { ...plainFeatures, half: true })
  expect(mixed).toEqual({ ...cost, shared: cost.shared! / 2 })
  // Blocks of 16 × 16: four down with their own rows, two across, columns once.
  const matrices = productCost(lengths, tile, units(16, 16, 16))
  expect(matrices.shared).toBe(6 * 100 * 2 * (2 * 64 + 32))
})
