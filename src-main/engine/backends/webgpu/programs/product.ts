// A matrix product in tiles, the heart of both gradients of a convolution. Its operands are not matrices in memory but
// are gathered from pictures while a tile is loaded (implicit im2col), so nothing is unfolded.
//
// A workgroup computes a tile of rows × columns. For `depth` terms at a time it brings what the tile needs of both
// operands into workgroup memory, in vectors of four rows or columns; each invocation keeps 4 × 4 or 8 × 8 sums in
// registers, written out one by one, as compilers keep indexed arrays in memory.
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

const letters = ['x', 'y', 'z', 'w']

/** The program of a product. The inputs are the operands' own. */
export function product(spec: Product, inputs: Program['inputs'], outputs: Program['outputs']): Program {
  const { rows, columns, parts, tile, a, b, along } = spec
  const [tall, wide] = [tile.rows / tile.each, tile.columns / tile.each]
  const size = tall * wide
  const [down, across] = [Math.ceil(rows / tile.rows), Math.ceil(columns / tile.columns)]
  const vectors = tile.each / 4
  // One vector more than a row of the tile has, so that writes along the depth meet different banks.
  const strides = { a: tile.rows / 4 + 1, b: tile.columns / 4 + 1 }

  const loads = (which: 'a' | 'b') => {
    const lines = (which === 'a' ? tile.rows : tile.columns) / 4
    const total = lines * tile.depth
    const operand = which === 'a' ? a : b
    const base = which === 'a' ? 'row_base' : 'column_base'
    return Array.from({ length: Math.ceil(total / size) }, (_, i) => {
      const place = i === 0 ? 'lane' : `(lane + ${i * size})`
      const [line, term] =
        along[which] === 'depth'
          ? [`${place} / ${tile.depth}`, `${place} % ${tile.depth}`]
          : [`${place} % ${lines}`, `${place} / ${lines}`]
      const name = `${which}${i}`
      const { before, value } = operand.load(`k_${name}`, i)
      const guarded = (text: string) =>
        (i + 1) * size > total ? `if (${place} < ${total}) {\n${text}\n}` : `{\n${text}\n}`
      return {
        setup: `let line_${name} = ${line};
  let term_${name} = ${term};
  let at_${name} = ${base} + line_${name} * 4;
  ${operand.setup(`at_${name}`, i)}`,
        step: guarded(`    let k_${name} = k_tile + term_${name};
    var loaded = vec4<f32>();
    if (k_${name} < k_end) {
      ${before}
      loaded = ${value};
    }
    tile_${which}[term_${name} * ${strides[which]} + line_${name}] = loaded;`),
      }
    })
  }
  const [loadA, loadB] = [loads('a'), loads('b')]
  const each = Array.from({ length: tile.each }, (_, i) => i)
  const halves = Array.from({ length: vectors }, (_, j) => j)

  return {
    inputs,
    outputs,
    size,
    groups: down * across * parts,
    declarations: `${spec.declarations}
var<workgroup> tile_a: array<vec4<f32>, ${tile.depth * strides.a}>;
var<workgroup> tile_b: array<vec4<f32>, ${tile.depth * strides.b}>;`,
    body: `
  let part_number = group / ${down * across};
  let row_base = ((group / ${across}) % ${down}) * ${tile.rows};
  let column_base = (group % ${across}) * ${tile.columns};
  let tall_lane = lane / ${wide};
  let wide_lane = lane % ${wide};
  ${spec.range}
  ${[...loadA, ...loadB].map(({ setup }) => setup).join('\n  ')}
  ${each.flatMap((i) => halves.map((j) => `var sum_${i}_${j} = vec4<f32>();`)).join(' ')}
  for (var k_tile = k_begin; k_tile < k_end; k_tile += ${tile.depth}) {
    ${[...loadA, ...loadB].map(({ step }) => step).join('\n    ')}
    workgroupBarrier();
    for (var term = 0; term < ${tile.depth}; term++) {
      ${halves.map((j) => `let left_${j} = tile_a[term * ${strides.a} + tall_lane * ${vectors} + ${j}];`).join('\n      ')}
      ${halves.map((j) => `let right_${j} = tile_b[term * ${strides.b} + wide_lane * ${vectors} + ${j}];`).join('\n      ')}
      ${each
        .flatMap((i) => halves.map((j) => `sum_${i}_${j} += left_${i >> 2}.${letters[i % 4]} * right_${j};`))
        .join('\n      ')}
    }
    workgroupBarrier();
  }
  ${each
    .flatMap((i) =>
      halves.map(
        (j) => `{
    let row = row_base + tall_lane * ${tile.each} + ${i};
    let column = column_base + wide_lane * ${tile.each} + ${4 * j};
    let value = sum_${i}_${j};
    ${spec.store}
  }`,
      ),
    )
    .join('\n  ')}`,
  }
}

/** The element of a buffer whose innermost dimension has this length: vectors where they fit. */
export const elementOf = (length: number): 'f32' | 'vec4<f32>' => (length % 4 === 0 ? 'vec4<f32>' : 'f32')

/** Statements that store the columns of `value` that there are. `place` is the index of the first, in numbers. */
export function storeColumns(buffer: string, columns: number, place: string): string {
  if (columns % 4 === 0) return `if (column < ${columns}) { ${buffer}[(${place}) / 4] = value; }`
  return `let place = ${place};
    ${letters.map((letter, c) => `if (column + ${c} < ${columns}) { ${buffer}[place + ${c}] = value.${letter}; }`).join('\n    ')}`
}
