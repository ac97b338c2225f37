// The inner part of a product without matrix units: each invocation keeps 4 × 4 or 8 × 8 sums in registers, written out
// one by one, as compilers keep indexed arrays in memory.
import type { Product } from './product-spec'

const letters = ['x', 'y', 'z', 'w']

export interface RegisterTile {
  /** Invocations of a workgroup. */
  size: number
  /** Vectors in workgroup memory from one term to the next, of each operand. */
  strides: { a: number; b: number }
  /** Statements: where this invocation is in the tile, and its sums. */
  setup: string
  /** Names of the sums, vec4<f32> each. */
  sums: readonly string[]
  /** Statements that take all terms of the tile into the sums. */
  multiply: string
  /** Statements that store the sums. @param value makes the expression of what is stored of a sum */
  store(value: (sum: string) => string): string
}

/** @param read makes the expression (vec4<f32>) of a vector in workgroup memory */
export function registerTile({ tile, store }: Product, read: (vector: string) => string): RegisterTile {
  const [tall, wide] = [tile.rows / tile.each, tile.columns / tile.each]
  const vectors = tile.each / 4
  // One vector more than a row of the tile has, so that writes along the depth meet different banks.
  const strides = { a: tile.rows / 4 + 1, b: tile.columns / 4 + 1 }
  const each = Array.from({ length: tile.each }, (_, i) => i)
  const halves = Array.from({ length: vectors }, (_, j) => j)
  const places = each.flatMap((i) => halves.map((j) => ({ i, j, sum: `sum_${i}_${j}` })))
  const readAll = (name: string, buffer: string, stride: number, lane: string) =>
    halves
      .map((j) => `let ${name}_${j} = ${read(`${buffer}[term * ${stride} + ${lane} * ${vectors} + ${j}]`)};`)
      .join('\n      ')
  return {
    size: tall * wide,
    strides,
    setup: `let tall_lane = lane / ${wide};
  let wide_lane = lane % ${wide};
  ${places.map(({ sum }) => `var ${sum} = vec4<f32>();`).join(' ')}`,
    sums: places.map(({ sum }) => sum),
    multiply: `for (var term = 0; term < ${tile.depth}; term++) {
      ${readAll('left', 'tile_a', strides.a, 'tall_lane')}
      ${readAll('right', 'tile_b', strides.b, 'wide_lane')}
      ${places.map(({ i, j, sum }) => `${sum} += left_${i >> 2}.${letters[i % 4]} * right_${j};`).join('\n      ')}
    }`,
    store: (value) =>
      places
        .map(
          ({ i, j, sum }) => `{
    let row = row_base + tall_lane * ${tile.each} + ${i};
    let column = column_base + wide_lane * ${tile.each} + ${4 * j};
    let value = ${value(sum)};
    ${store}
  }`,
        )
        .join('\n  '),
  }
}
