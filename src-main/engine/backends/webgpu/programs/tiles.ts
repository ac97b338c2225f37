// The part of a matrix product that one workgroup computes: a rule from the shape, and what else is worth measuring.
import { workgroupLimits } from '../tuning/decisions'

export interface Tile {
  rows: number
  columns: number
  /** Terms that are loaded at a time. */
  depth: number
  /** Sums of one invocation: each × each. */
  each: 4 | 8
}

/** "64x64x16 4": tells tiles apart in keys of programs and in the table of what was measured. */
export const tileName = ({ rows, columns, depth, each }: Tile): string =>
  `${rows}x${columns}x${depth} ${each}`

/**
 * By rule: few rows or columns get a smaller tile, so that little of it is padding; a large one halves what is read of
 * the operands, and is taken where there are enough tiles for all processors of a large card.
 */
export function tileByRule(rows: number, columns: number, parts: number): Tile {
  const fits = (length: number) => padded(length, 128) <= 1.15 * length
  if (
    fits(rows) &&
    fits(columns) &&
    (padded(rows, 128) / 128) * (padded(columns, 128) / 128) * parts >= 256
  ) {
    return { rows: 128, columns: 128, depth: 8, each: 8 }
  }
  // The largest side whose padding is no more than the smallest side's by an eighth of the length.
  const side = (length: number) =>
    [64, 32, 16].find((by) => padded(length, by) - padded(length, 16) <= length / 8) ?? 16
  return { rows: side(rows), columns: side(columns), depth: 16, each: 4 }
}

/** Tiles that are worth measuring for some shape, in the order in which they are; few of them fit a given one. */
const tried: readonly Tile[] = [
  { rows: 64, columns: 64, depth: 16, each: 4 },
  { rows: 64, columns: 64, depth: 16, each: 8 },
  { rows: 128, columns: 64, depth: 16, each: 8 },
  { rows: 64, columns: 128, depth: 16, each: 8 },
  { rows: 128, columns: 128, depth: 8, each: 8 },
  { rows: 128, columns: 128, depth: 16, each: 8 },
  { rows: 32, columns: 32, depth: 32, each: 4 },
  { rows: 32, columns: 32, depth: 16, each: 4 },
  { rows: 64, columns: 32, depth: 16, each: 4 },
  { rows: 32, columns: 64, depth: 16, each: 4 },
  { rows: 128, columns: 32, depth: 16, each: 8 },
  { rows: 32, columns: 128, depth: 16, each: 8 },
  { rows: 128, columns: 16, depth: 16, each: 4 },
  { rows: 16, columns: 128, depth: 16, each: 4 },
  { rows: 64, columns: 16, depth: 16, each: 4 },
  { rows: 16, columns: 64, depth: 16, each: 4 },
  { rows: 16, columns: 32, depth: 32, each: 4 },
  { rows: 32, columns: 16, depth: 32, each: 4 },
]
/** Measured for one product at most: a second of tuning is to be enough for a model. */
const MOST_TILES = 6
/** Computed of a tile's padding, beside the least that any tile computes of it. */
const MOST_PADDING = 1.3

/** The rule's tile, then others that the adapter allows and that are not mostly padding. */
export function tilesFor(rows: number, columns: number, parts: number): [Tile, ...Tile[]] {
  const first = tileByRule(rows, columns, parts)
  const computed = (by: readonly [number, number]) => padded(rows, by[0]) * padded(columns, by[1])
  const least = computed([16, 16])
  const others = tried.filter(
    (tile) =>
      tileName(tile) !== tileName(first) &&
      isAllowed(tile) &&
      computed([tile.rows, tile.columns]) <= MOST_PADDING * least,
  )
  return [first, ...others.slice(0, MOST_TILES - 1)]
}

/** Whether a workgroup may be so large. Both operands lie in workgroup memory, in rows of one vector more than needed. */
export function isAllowed({ rows, columns, depth, each }: Tile, limits = workgroupLimits()): boolean {
  const invocations = (rows / each) * (columns / each)
  const bytes = 16 * depth * (rows / 4 + 1 + columns / 4 + 1)
  return (
    invocations <= limits.maxComputeInvocationsPerWorkgroup && bytes <= limits.maxComputeWorkgroupStorageSize
  )
}

const padded = (length: number, by: number) => Math.ceil(length / by) * by
