// A product of two matrices. Long sums with few results are split into parts that are computed side by side and added
// up afterwards, in the same order every time: the package adds such parts up by atomics, in the order of the moment.
import { plainFeatures, type Features } from '../precision'
import type { Cost, Program } from '../program'
import { decide } from '../tuning/decisions'
import { finishDeclarations, finishing, type Finish } from './activation'
import { perIndex } from './elementwise'
import { matrixOperand } from './matrix-operand'
import { elementOf, isWorthIt, product, storeColumns } from './product'
import { precisionName, productCost, productTiles } from './product-tile'
import { tileName, type Tile } from './tiles'

/** a is [rows, depth], or [depth, rows] where it is transposed; b is [depth, columns] or [columns, depth]. */
export interface MatMul {
  rows: number
  columns: number
  depth: number
  transposeA: boolean
  transposeB: boolean
}

export interface MatMulPlan {
  tile: Tile
  parts: number
  termsPerPart: number
}

/** Workgroups that keep a large card busy. */
const ENOUGH_GROUPS = 256
/** Terms of a part at least: fewer, and adding up the parts costs as much as computing them. */
const LEAST_TERMS = 128

export const matMulKey = (m: MatMul): string =>
  `${m.rows}x${m.depth}${m.transposeA ? "'" : ''} ${m.depth}x${m.columns}${m.transposeB ? "'" : ''}`

export const matMulPlanName = ({ tile, parts }: MatMulPlan): string => `${tileName(tile)} /${parts}`

/**
 * By rule, or as measured.
 * @returns null where the package's kernel does not take more; in float16 there is none but ours
 */
export function planMatMul(m: MatMul, features: Features = plainFeatures): MatMulPlan | null {
  const [first, ...others] = productTiles(m.rows, m.columns, 1, features)
  const rule = planWith(m, first)
  if (!features.half && !isMatMulBetter(m, rule)) return null
  const plans = others.map((tile) => planWith(m, tile))
  return decide(`matmul ${matMulKey(m)}${precisionName(features)}`, [rule, ...plans], matMulPlanName)
}

function planWith({ rows, columns, depth }: MatMul, tile: Tile): MatMulPlan {
  const tiles = Math.ceil(rows / tile.rows) * Math.ceil(columns / tile.columns)
  const most = Math.max(1, Math.floor(depth / LEAST_TERMS))
  const wanted = Math.min(most, Math.max(1, Math.floor(ENOUGH_GROUPS / tiles)))
  const termsPerPart = Math.ceil(depth / wanted / tile.depth) * tile.depth
  return { tile, parts: Math.ceil(depth / termsPerPart), termsPerPart }
}

/** What the program takes; adding up the parts is another. */
export function matMulCost(m: MatMul, { tile, parts }: MatMulPlan, features: Features = plainFeatures): Cost {
  return productCost({ ...m, written: parts * m.rows * m.columns }, tile, features)
}

/** What the package's kernel takes, by its source; null for those of its kernels that ours do not stand for. */
function packageMatMulCost({ rows, columns, depth }: MatMul): Cost | 'by atomics' | null {
  const cost = (tall: number, wide: number): Cost => {
    const [down, across] = [Math.ceil(rows / tall), Math.ceil(columns / wide)]
    return {
      flops: 2 * down * tall * across * wide * depth,
      read: 4 * depth * (rows * across + columns * down),
      written: 4 * rows * columns,
    }
  }
  const tiles = Math.ceil(rows / 32) * Math.ceil(columns / 32)
  if (tiles > 16 || (tiles > 8 && rows > 8)) {
    return cost(rows <= 8 ? 8 : 32, depth <= 16 && columns <= 16 ? 16 : 32)
  }
  if (rows * columns <= 128) return null
  return depth >= 2000 ? 'by atomics' : cost(8, 16)
}

/** By what both compute and move; or for the same sums each time. */
function isMatMulBetter(m: MatMul, plan: MatMulPlan): boolean {
  const theirs = packageMatMulCost(m)
  if (theirs === null || theirs === 'by atomics') return theirs !== null
  const ours = matMulCost(m, plan)
  const sums = plan.parts > 1 ? partsCost(m, plan, false) : { flops: 0, read: 0, written: 0 }
  const bytes = ours.read + ours.written + sums.read + sums.written
  return isWorthIt((ours.flops + sums.flops) / theirs.flops, bytes / (theirs.read + theirs.written))
}

/** Inputs: a, b, and bias where there is one part and `finish` has one. Output: y [parts, rows, columns]. */
export function matMul(
  m: MatMul,
  plan: MatMulPlan,
  finish: Finish,
  features: Features = plainFeatures,
): Program {
  const { rows, columns, depth } = m
  const { tile, parts, termsPerPart } = plan
  const a = matrixOperand('a', 'a', rows, depth, m.transposeA ? 'lines' : 'depth')
  const b = matrixOperand('b', 'b', columns, depth, m.transposeB ? 'depth' : 'lines')
  const whole = parts === 1
  const store = storeColumns('y', columns, `(part_number * ${rows} + row) * ${columns} + column`)
  const program = product(
    {
      rows,
      columns,
      parts,
      tile,
      a,
      b,
      along: { a: a.along, b: b.along },
      range: `let k_begin = part_number * ${termsPerPart};
  let k_end = min(k_begin + ${termsPerPart}, ${depth});`,
      store: `if (row < ${rows}) { ${whole ? finishing(store) : store} }`,
      declarations: `${a.declarations}
${b.declarations}
${whole ? finishDeclarations(finish, columns) : ''}`,
    },
    [
      { name: 'a', element: a.element },
      { name: 'b', element: b.element },
      ...(whole && finish.bias ? [{ name: 'bias', element: elementOf(columns) }] : []),
    ],
    [{ name: 'y', element: elementOf(columns) }],
    features,
  )
  return { ...program, cost: matMulCost(m, plan, features) }
}

function partsCost({ rows, columns }: MatMul, { parts }: MatMulPlan, bias: boolean): Cost {
  return {
    flops: rows * columns * parts,
    read: 4 * rows * columns * (parts + (bias ? 1 : 0)),
    written: 4 * rows * columns,
  }
}

/** Inputs: parts [parts, rows, columns], and bias where `finish` has one. Output: their sum, finished. */
export function finishParts(m: MatMul, plan: MatMulPlan, finish: Finish): Program {
  const { rows, columns } = m
  const whole = columns % 4 === 0
  const element = elementOf(columns)
  const count = (rows * columns) / (whole ? 4 : 1)
  const sum = whole ? 'sum' : 'vec4<f32>(sum)'
  const column = whole ? `(i * 4) % ${columns}` : `i % ${columns}`
  return perIndex(count, {
    inputs: ['parts', ...(finish.bias ? ['bias'] : [])].map((name) => ({ name, element })),
    outputs: [{ name: 'y', element }],
    declarations: finishDeclarations(finish, columns),
    body: `var sum = parts[i];
    for (var part = 1; part < ${plan.parts}; part++) { sum += parts[part * ${count} + i]; }
    y[i] = finished(${sum}, ${column})${whole ? '' : '.x'};`,
    cost: partsCost(m, plan, finish.bias),
  })
}
