// The part of a matrix product that one workgroup computes.

export interface Tile {
  rows: number
  columns: number
  /** Terms that are loaded at a time. */
  depth: number
  /** Sums of one invocation: each × each. */
  each: 4 | 8
}

/**
 * The tile for a product. Few rows or columns get a smaller one, so that little of it is padding; a large one halves
 * what is read of the operands, and is taken where there are enough tiles for all processors of a large card.
 */
export function tileFor(rows: number, columns: number, parts: number): Tile {
  const padded = (length: number, by: number) => Math.ceil(length / by) * by
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
