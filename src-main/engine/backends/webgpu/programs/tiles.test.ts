import { afterEach, describe, expect, it } from 'vitest'
import { forgetDecisions, useDecisions } from '../tuning/decisions'
import { productTile } from './product-tile'
import { isAllowed, tileByRule, tileName, tilesFor } from './tiles'

const promised = { maxComputeInvocationsPerWorkgroup: 256, maxComputeWorkgroupStorageSize: 16_384 }
const large = { maxComputeInvocationsPerWorkgroup: 1024, maxComputeWorkgroupStorageSize: 65_536 }
const shapes = [
  [27, 32, 1],
  [288, 64, 1],
  [16, 16, 1],
  [1, 1, 1],
  [147_456, 96, 1],
  [9216, 576, 4],
  [960, 320, 1],
  [1_000_000, 128, 1],
] as const

afterEach(forgetDecisions)

describe('tiles', () => {
  it.each([promised, large])('of every shape are allowed, different, few, the rule’s first: %o', (limits) => {
    useDecisions(limits, new Map(), false)
    for (const [rows, columns, parts] of shapes) {
      const tiles = tilesFor(rows, columns, parts)
      expect(tiles[0]).toEqual(tileByRule(rows, columns, parts))
      expect(tiles.every((tile) => isAllowed(tile))).toBe(true)
      expect(new Set(tiles.map(tileName)).size).toBe(tiles.length)
      expect(tiles.length).toBeLessThanOrEqual(6)
      // Whole vectors of four rows and columns in each invocation.
      for (const tile of tiles) {
        expect([tile.rows % tile.each, tile.columns % tile.each]).toEqual([0, 0])
      }
    }
    expect(tilesFor(288, 64, 1).length).toBeGreaterThan(2)
  })

  it('take more of a workgroup where the adapter has it', () => {
    const largest = { rows: 128, columns: 128, depth: 16, each: 8 } as const
    expect(isAllowed(largest, promised)).toBe(false)
    expect(isAllowed(largest, large)).toBe(true)
    expect(tilesFor(1_000_000, 128, 1)).not.toContainEqual(largest)
    useDecisions(large, new Map(), false)
    expect(tilesFor(1_000_000, 128, 1)).toContainEqual(largest)
  })

  it('by rule follow from the shape', () => {
    expect(tileByRule(16 * 1024, 256, 1)).toEqual({ rows: 128, columns: 128, depth: 8, each: 8 })
    expect(tileByRule(27, 32, 1)).toEqual({ rows: 32, columns: 32, depth: 16, each: 4 })
    expect(tileByRule(3, 5, 1)).toEqual({ rows: 16, columns: 16, depth: 16, each: 4 })
  })

  it('are the table’s where it names one that there is', () => {
    const [rule, other] = tilesFor(288, 64, 1)
    useDecisions(promised, new Map([['product', tileName(other!)]]), false)
    expect(productTile(288, 64, 1, 'product')).toEqual(other)
    expect(productTile(288, 64, 1, 'another')).toEqual(rule)
    expect(tileByRule(288, 64, 1)).toEqual(rule)
    // The same name, for a shape that such a tile does not fit.
    expect(productTile(3, 5, 1, 'product')).toEqual(tileByRule(3, 5, 1))
  })
})
