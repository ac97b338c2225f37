// A convolution. As a product its rows are the places of the output in all pictures, its columns the output channels,
// and its depth is (filter row, filter column, input channel).
//
// The package's kernel tiles each picture by itself, 32 places by 32 channels: small pictures are mostly padding there,
// and large ones are read twice as often as with tiles of 64.
import { plainFeatures, type Features } from '../precision'
import type { Cost, Program } from '../program'
import { decide } from '../tuning/decisions'
import { finishDeclarations, finishing, type Finish } from './activation'
import { keyOf, type Convolution } from './convolution'
import { matrixOperand } from './matrix-operand'
import { elementOf, isWorthIt, product, storeColumns } from './product'
import type { Operand } from './product-spec'
import { precisionName, productCost, productTiles } from './product-tile'
import { tileName, type Tile } from './tiles'

/** Workgroups that keep a large card busy. */
const ENOUGH_GROUPS = 256

const lengths = (c: Convolution) => ({
  rows: c.batch * c.outHeight * c.outWidth,
  columns: c.outChannels,
  depth: c.filterHeight * c.filterWidth * c.inChannels,
})

/**
 * The tile, by rule or as measured.
 * @returns null where the package's kernel does not take more; in float16 there is none but ours
 */
export function planForward(c: Convolution, features: Features = plainFeatures): Tile | null {
  const { rows, columns } = lengths(c)
  const [first, ...others] = productTiles(rows, columns, 1, features)
  const groups = Math.ceil(rows / first.rows) * Math.ceil(columns / first.columns)
  // Nothing is split here: where there are few tiles, smaller ones give the card more to do.
  const small: Tile = {
    rows: Math.min(32, first.rows),
    columns: Math.min(32, first.columns),
    depth: 16,
    each: 4,
  }
  const rule = groups < ENOUGH_GROUPS && !features.matrices ? small : first
  if (!features.half && !isForwardBetter(c, rule)) return null
  return decide(`conv2d ${keyOf(c)}${precisionName(features)}`, [rule, first, ...others], tileName)
}

/** What the program takes with a tile. */
export function forwardCost(c: Convolution, tile: Tile, features: Features = plainFeatures): Cost {
  const { rows, columns, depth } = lengths(c)
  return productCost({ rows, columns, depth, written: rows * columns }, tile, features)
}

/** What the package's kernel takes, by its source: tiles of 32 × 32, those of each picture apart. */
export function packageForwardCost(c: Convolution): Cost & { invocations: number } {
  const { columns, depth } = lengths(c)
  const places = c.outHeight * c.outWidth
  const [down, across] = [Math.ceil(places / 32), Math.ceil(columns / 32)]
  const inVectors = (c.inChannels % 4 === 0 || c.inChannels % 3 === 0) && columns % 4 === 0
  return {
    invocations: c.batch * down * across * (inVectors ? 64 : 256),
    flops: 2 * c.batch * down * 32 * across * 32 * depth,
    read: 4 * c.batch * depth * (places * across + columns * down),
    written: 4 * c.batch * places * columns,
  }
}

/**
 * Whether a convolution is better off with this program than with the package's kernel, by what both compute and read.
 * Where the package sees few tiles it has kernels that are made for that.
 */
function isForwardBetter(c: Convolution, tile: Tile): boolean {
  const [ours, theirs] = [forwardCost(c, tile), packageForwardCost(c)]
  const tiles = c.batch * Math.ceil((c.outHeight * c.outWidth) / 32) * Math.ceil(c.outChannels / 32)
  if (tiles <= 16) return false
  return isWorthIt(ours.flops / theirs.flops, ours.read / theirs.read)
}

/** Inputs: x, w (the filter), and bias where `finish` has one. Output: y. */
export function forward(
  c: Convolution,
  tile: Tile,
  finish: Finish,
  features: Features = plainFeatures,
): Program {
  const { rows, columns, depth } = lengths(c)
  const filter = matrixOperand('b', 'w', columns, depth, 'lines')
  const four = [0, 1, 2, 3]
  const pictures: Operand = {
    setup: (at, i) =>
      four
        .map(
          (j) => `let row_${i}_${j} = ${at} + ${j};
  let y_${i}_${j} = ((row_${i}_${j} / ${c.outWidth}) % ${c.outHeight}) * ${c.strideHeight} - ${c.padTop};
  let x_${i}_${j} = (row_${i}_${j} % ${c.outWidth}) * ${c.strideWidth} - ${c.padLeft};
  let picture_${i}_${j} = select(-1, row_${i}_${j} / ${c.outHeight * c.outWidth}, row_${i}_${j} < ${rows});`,
        )
        .join('\n  '),
    load: (k, i) => ({
      before: `let tap = ${k} / ${c.inChannels};
      let channel = ${k} % ${c.inChannels};
      let down = tap / ${c.filterWidth};
      let right = tap % ${c.filterWidth};`,
      value: `vec4<f32>(${four.map((j) => `picture_at(picture_${i}_${j}, y_${i}_${j} + down, x_${i}_${j} + right, channel)`).join(', ')})`,
    }),
  }
  const program = product(
    {
      rows,
      columns,
      parts: 1,
      tile,
      a: pictures,
      b: filter,
      along: { a: 'depth', b: filter.along },
      range: `let k_begin = 0;
  let k_end = ${depth};`,
      store: `if (row < ${rows}) { ${finishing(storeColumns('y', columns, `row * ${columns} + column`))} }`,
      declarations: `
fn picture_at(picture: i32, y: i32, x_: i32, channel: i32) -> f32 {
  let inside = (picture >= 0) & (y >= 0) & (y < ${c.inHeight}) & (x_ >= 0) & (x_ < ${c.inWidth});
  let place = ((picture * ${c.inHeight} + y) * ${c.inWidth} + x_) * ${c.inChannels} + channel;
  return select(0.0, x[select(0, place, inside)], inside);
}
${filter.declarations}
${finishDeclarations(finish, columns)}`,
    },
    [
      { name: 'x', element: 'f32' },
      { name: 'w', element: filter.element },
      ...(finish.bias ? [{ name: 'bias', element: elementOf(columns) }] : []),
    ],
    [{ name: 'y', element: elementOf(columns) }],
    features,
  )
  return { ...program, cost: forwardCost(c, tile, features) }
}
