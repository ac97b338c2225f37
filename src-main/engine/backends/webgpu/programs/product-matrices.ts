// A product by matrix units, which multiply float16 matrices of fixed lengths and add up in float32 (WGSL's subgroup
// matrices, Dawn's experiment). A subgroup does it as one: it has a column of blocks of the tile and every so many of
// its rows, as there may be more subgroups than columns: how large they are is known only when the program runs.
//
// Sums leave the units through workgroup memory, a block of each subgroup at a time, as only whole blocks can be
// stored and results have edges.
import type { Features, MatrixShape } from '../precision'
import { tiling, type Product, type ProductCore } from './product-spec'
import { firstPowers, nextPowers, rangeDeclarations, tellMagnitudes, unscaled } from './range'
import { tileLoads } from './tile-loads'

export function matricesProduct(
  spec: Product,
  { m, n, k }: MatrixShape,
  { min, max }: NonNullable<Features['subgroups']>,
): ProductCore {
  const { tile } = spec
  const [down, across] = [tile.rows / m, tile.columns / n]
  // One subgroup for each column of blocks, and more where they are smaller than the largest.
  const size = across * max
  const { groups, opening } = tiling(spec)
  // Eight more than a row of the tile has: 16 bytes, which loads have to begin at.
  const strides = { a: tile.rows + 8, b: tile.columns + 8 }
  const slots = Math.min(down * across, size / min)
  const loads = { a: tileLoads(spec, 'a', size), b: tileLoads(spec, 'b', size) }
  const all = [...loads.a, ...loads.b]
  const blocks = Array.from({ length: down }, (_, i) => i)
  const ofBlocks = (text: (i: number) => string) =>
    blocks.map((i) => `if (row_of_${i} < ${down}) { ${text(i)} }`).join('\n      ')
  const put = (which: 'a' | 'b') =>
    loads[which]
      .map(({ name, line, term, guarded }) =>
        guarded(`let half_${name} = vec4<f16>(loaded_${name} * scale_${which});
      let to_${name} = ${term} * ${strides[which]} + ${line} * 4;
      ${['x', 'y', 'z', 'w'].map((letter, c) => `tile_${which}[to_${name} + ${c}] = half_${name}.${letter};`).join(' ')}`),
      )
      .join('\n    ')
  return {
    size,
    groups,
    extensions: ['half', 'subgroups', 'matrices'],
    declarations: `${spec.declarations}
${rangeDeclarations}
alias Left = subgroup_matrix_left<f16, ${k}, ${m}>;
alias Right = subgroup_matrix_right<f16, ${n}, ${k}>;
alias Sums = subgroup_matrix_result<f32, ${n}, ${m}>;
var<workgroup> tile_a: array<f16, ${tile.depth * strides.a}>;
var<workgroup> tile_b: array<f16, ${tile.depth * strides.b}>;
var<workgroup> blocks: array<f32, ${slots * m * n}>;`,
    body: `
  ${opening}
  ${all.map((load) => load.setup).join('\n  ')}
  let column_of_subgroup = i32(subgroup) % ${across};
  let row_step = i32(subgroups) / ${across};
  ${blocks.map((i) => `let row_of_${i} = i32(subgroup) / ${across} + ${i} * row_step;`).join('\n  ')}
  ${blocks.map((i) => `var sums_${i}: Sums;`).join(' ')}
  ${firstPowers}
  ${all.map(({ name, load }) => `var loaded_${name}: vec4<f32>;\n  ${load('k_begin')}`).join('\n  ')}
  ${tellMagnitudes(loads, true)}
  workgroupBarrier();
  for (var k_tile = k_begin; k_tile < k_end; k_tile += ${tile.depth}) {
    ${nextPowers(ofBlocks((i) => `sums_${i} = subgroupMatrixScalarMultiply(sums_${i}, growth);`))}
    ${put('a')}
    ${put('b')}
    workgroupBarrier();
    let k_next = k_tile + ${tile.depth};
    ${all.map(({ load }) => load('k_next')).join('\n    ')}
    for (var inner = 0; inner < ${tile.depth}; inner += ${k}) {
      let right = subgroupMatrixLoad<Right, row_major>(&tile_b, u32(inner * ${strides.b} + column_of_subgroup * ${n}), ${strides.b}u);
      ${ofBlocks(
        (
          i,
        ) => `let left = subgroupMatrixLoad<Left, col_major>(&tile_a, u32(inner * ${strides.a} + row_of_${i} * ${m}), ${strides.a}u);
        sums_${i} = subgroupMatrixMultiplyAccumulate(left, right, sums_${i});`,
      )}
    }
    ${tellMagnitudes(loads, true)}
    workgroupBarrier();
  }
  ${blocks
    .map(
      (i) => `if (row_of_${i} < ${down}) {
    subgroupMatrixStore<row_major>(&blocks, subgroup * ${m * n}u, sums_${i}, ${n}u);
  }
  workgroupBarrier();
  for (var cell = lane; cell < i32(subgroups) * ${(m * n) / 4}; cell += ${size}) {
    let slot = cell / ${(m * n) / 4};
    let block_row = slot / ${across} + ${i} * row_step;
    if (block_row < ${down}) {
      let row = row_base + block_row * ${m} + (cell / ${n / 4}) % ${m};
      let column = column_base + (slot % ${across}) * ${n} + (cell % ${n / 4}) * 4;
      let sum = vec4<f32>(blocks[cell * 4], blocks[cell * 4 + 1], blocks[cell * 4 + 2], blocks[cell * 4 + 3]);
      let value = ${unscaled('sum')};
      ${spec.store}
    }
  }
  workgroupBarrier();`,
    )
    .join('\n  ')}`,
  }
}
