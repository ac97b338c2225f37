// Which tile a product takes: tiles.ts says so for invocations that keep their sums in registers; matrix units want
// whole multiples of what they multiply at once.
import { plainFeatures, type Features } from '../precision'
import type { Cost } from '../program'
import { decide } from '../tuning/decisions'
import { tileName, tilesFor, type Tile } from './tiles'

/** Invocations of a workgroup at most: what WebGPU promises. */
const MOST_INVOCATIONS = 256
/** Tiles beyond which a large card has enough to do. */
const ENOUGH_TILES = 256

/** Ends the name of a decision: what is fastest in float32 need not be so in another precision. */
export const precisionName = ({ half, matrices }: Features): string =>
  matrices ? ' matrices' : half ? ' mixed' : ''

/** The tile of the rule, then others that are worth measuring. */
export function productTiles(
  rows: number,
  columns: number,
  parts: number,
  features: Features,
): [Tile, ...Tile[]] {
  return features.matrices ? [matrixTile(rows, columns, parts, features)] : tilesFor(rows, columns, parts)
}

/**
 * The tile of a product, by rule or as measured.
 * @param name tells the product apart from all others, by kernel and shape
 */
export function productTile(
  rows: number,
  columns: number,
  parts: number,
  name: string,
  features: Features = plainFeatures,
): Tile {
  return decide(name + precisionName(features), productTiles(rows, columns, parts, features), tileName)
}

function matrixTile(rows: number, columns: number, parts: number, features: Features): Tile {
  const [matrices, subgroups] = [features.matrices!, features.subgroups!]
  // A subgroup for each block of columns, however large subgroups turn out to be.
  const mostAcross = Math.max(1, Math.floor(MOST_INVOCATIONS / subgroups.max))
  const padded = (length: number, by: number) => Math.ceil(length / by) * by
  const side = (length: number, unit: number, most: number) =>
    unit *
    ([8, 4, 2, 1].find(
      (count) => count <= most && padded(length, count * unit) - padded(length, unit) <= length / 8,
    ) ?? 1)
  const tile = (most: number): Tile => ({
    rows: side(rows, matrices.m, most),
    columns: side(columns, matrices.n, Math.min(most, mostAcross)),
    depth: Math.max(16, matrices.k),
    each: 4,
  })
  const large = tile(8)
  const tiles = Math.ceil(rows / large.rows) * Math.ceil(columns / large.columns) * parts
  return tiles >= ENOUGH_TILES ? large : tile(4)
}

/**
 * What a product takes, the padding of tiles included.
 * @param depth terms of a sum, those of all parts together
 * @param written numbers
 */
export function productCost(
  { rows, columns, depth, written }: { rows: number; columns: number; depth: number; written: number },
  tile: Tile,
  features: Features,
): Cost {
  const [down, across] = [Math.ceil(rows / tile.rows), Math.ceil(columns / tile.columns)]
  return {
    flops: 2 * down * tile.rows * across * tile.columns * depth,
    read: 4 * depth * (rows * across + columns * down),
    written: 4 * written,
    shared: down * across * depth * sharedPerTerm(tile, features),
  }
}

/** Bytes that a workgroup reads of its memory for one term of its sums. */
function sharedPerTerm({ rows, columns, each }: Tile, { half, matrices }: Features): number {
  // Each block has its own rows loaded; a subgroup keeps the columns for all of its blocks.
  if (matrices) return 2 * (rows * (columns / matrices.n) + columns)
  return (half ? 2 : 4) * ((rows * columns) / each) * 2
}
