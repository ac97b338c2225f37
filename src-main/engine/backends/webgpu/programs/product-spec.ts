// What a matrix product in tiles is made of.
import type { Program } from '../program'
import type { Tile } from './tiles'

/**
 * Text that loads four values of an operand. `setup` is put before the loop over the depth and may declare names that
 * end in `i`, the number of the load; `value` is an expression (vec4<f32>) of four neighbours at the depth `k`.
 */
export interface Operand {
  /** @param at name of the first of the four rows or columns, i32 */
  setup(at: string, i: number): string
  /** Statements, then the expression. `k` (i32) is below the depth. */
  load(k: string, i: number): { before: string; value: string }
}

export interface Product {
  rows: number
  columns: number
  /** Parts computed apart: of a split sum, or of interleaved pictures. */
  parts: number
  tile: Tile
  a: Operand
  b: Operand
  /** Statements at the beginning; knows `part_number`, declares `k_begin` and `k_end` (i32). */
  range: string
  /** Which depth neighbouring invocations take: true where an operand is contiguous along the depth. */
  along: { a: 'depth' | 'lines'; b: 'depth' | 'lines' }
  /** Statements that store a vector `value` of up to four columns from `column` on, at `row`. */
  store: string
  declarations: string
}

/** What a product is without its operands' buffers. */
export type ProductCore = Omit<Program, 'inputs' | 'outputs'>

/** Workgroups of a product, and the statements that say which of it one computes. */
export function tiling({ rows, columns, parts, tile, range }: Product): { groups: number; opening: string } {
  const [down, across] = [Math.ceil(rows / tile.rows), Math.ceil(columns / tile.columns)]
  return {
    groups: down * across * parts,
    opening: `let part_number = group / ${down * across};
  let row_base = ((group / ${across}) % ${down}) * ${tile.rows};
  let column_base = (group % ${across}) * ${tile.columns};
  ${range}`,
  }
}
