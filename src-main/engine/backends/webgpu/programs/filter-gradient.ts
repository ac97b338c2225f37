// The gradient of a convolution in its filter: the sum over all pictures and places of what the filter met times the
// gradient of what it gave. As a product its rows are (filter row, filter column, input channel), its columns the
// output channels, and its depth is batch × height × width of the output.
//
// That depth is long and the result small, so the sum is split into parts that are computed side by side and added up
// afterwards (programs/columns.ts).
import { plainFeatures, type Features } from '../precision'
import type { Program } from '../program'
import { decide } from '../tuning/decisions'
import { keyOf, type Convolution } from './convolution'
import { matrixOperand } from './matrix-operand'
import { elementOf, product, storeColumns } from './product'
import type { Operand } from './product-spec'
import { precisionName, productCost, productTiles } from './product-tile'
import { tileName, type Tile } from './tiles'

/** Workgroups that keep a large card busy: a few for each of its up to 144 processors. */
const ENOUGH_GROUPS = 512
/** Terms of a part at least: fewer, and writing the parts costs as much as computing them. */
const LEAST_TERMS = 256

export interface FilterGradientPlan {
  rows: number
  columns: number
  depth: number
  tile: Tile
  parts: number
  termsPerPart: number
}

/** Tells plans of one convolution apart. */
export const planName = ({ tile, parts }: FilterGradientPlan): string => `${tileName(tile)} /${parts}`

/** The tile, and into how many parts the sum is split: both by rule, or as measured. */
export function planFilterGradient(c: Convolution, features: Features = plainFeatures): FilterGradientPlan {
  const [rows, columns] = [c.filterHeight * c.filterWidth * c.inChannels, c.outChannels]
  const [first, ...others] = productTiles(rows, columns, 1, features)
  const rule = planWith(c, first, ENOUGH_GROUPS)
  const plans = [
    planWith(c, first, ENOUGH_GROUPS / 2),
    planWith(c, first, ENOUGH_GROUPS * 2),
    ...others.map((tile) => planWith(c, tile, ENOUGH_GROUPS)),
  ]
  return decide(`conv2d-filter ${keyOf(c)}${precisionName(features)}`, [rule, ...plans], planName)
}

function planWith(c: Convolution, tile: Tile, groups: number): FilterGradientPlan {
  const rows = c.filterHeight * c.filterWidth * c.inChannels
  const columns = c.outChannels
  const depth = c.batch * c.outHeight * c.outWidth
  const tiles = Math.ceil(rows / tile.rows) * Math.ceil(columns / tile.columns)
  const most = Math.max(1, Math.floor(depth / LEAST_TERMS))
  const wanted = Math.min(most, Math.ceil(groups / tiles))
  const termsPerPart = Math.ceil(depth / wanted / tile.depth) * tile.depth
  return { rows, columns, depth, tile, parts: Math.ceil(depth / termsPerPart), termsPerPart }
}

/** Inputs: x, dy. Output: parts of the gradient [parts, filter height, filter width, inputs, outputs]. */
export function filterGradient(
  c: Convolution,
  plan: FilterGradientPlan,
  features: Features = plainFeatures,
): Program {
  const { rows, columns, depth, tile, parts, termsPerPart } = plan
  const pictures = operandOfPictures(c)
  const gradients = matrixOperand('b', 'dy', columns, depth, 'lines')
  const program = product(
    {
      rows,
      columns,
      parts,
      tile,
      a: pictures,
      b: gradients,
      along: { a: 'lines', b: gradients.along },
      range: `let k_begin = part_number * ${termsPerPart};
  let k_end = min(k_begin + ${termsPerPart}, ${depth});`,
      store: `if (row < ${rows}) { ${storeColumns('result', columns, `(part_number * ${rows} + row) * ${columns} + column`)} }`,
      declarations: `
${gradients.declarations}
${pictureFunction(c)}`,
    },
    [
      { name: 'x', element: elementOf(c.inChannels) },
      { name: 'dy', element: gradients.element },
    ],
    [{ name: 'result', element: elementOf(columns) }],
    features,
  )
  const lengths = { rows, columns, depth, written: parts * rows * columns }
  return { ...program, cost: productCost(lengths, tile, features) }
}

/** Pictures under the filter: rows are (filter row, filter column, channel), the depth goes over output places. */
function operandOfPictures(c: Convolution): Operand {
  const whole = c.inChannels % 4 === 0
  return {
    setup: (at, i) =>
      whole
        ? // Four rows share their place in the filter.
          `let tap_${i} = ${at} / ${c.inChannels};
  let channel_${i} = ${at} % ${c.inChannels};`
        : '',
    load(k, i) {
      const before = `let out_column = ${k} % ${c.outWidth};
      let out_row = (${k} / ${c.outWidth}) % ${c.outHeight};
      let picture = ${k} / ${c.outHeight * c.outWidth};`
      const place = 'picture, out_row, out_column'
      return {
        before,
        value: whole
          ? `pictures_at(${place}, tap_${i}, channel_${i})`
          : `vec4<f32>(${[0, 1, 2, 3]
              .map(
                (j) =>
                  `pictures_at(${place}, (at_a${i} + ${j}) / ${c.inChannels}, (at_a${i} + ${j}) % ${c.inChannels})`,
              )
              .join(', ')})`,
      }
    },
  }
}

function pictureFunction(c: Convolution): string {
  const whole = c.inChannels % 4 === 0
  const type = whole ? 'vec4<f32>' : 'f32'
  const index = `((picture * ${c.inHeight} + y) * ${c.inWidth} + x_) * ${c.inChannels} + channel`
  return `
fn pictures_at(picture: i32, out_row: i32, out_column: i32, tap: i32, channel: i32) -> ${type} {
  let y = out_row * ${c.strideHeight} + tap / ${c.filterWidth} - ${c.padTop};
  let x_ = out_column * ${c.strideWidth} + tap % ${c.filterWidth} - ${c.padLeft};
  let inside = (tap < ${c.filterHeight * c.filterWidth}) & (y >= 0) & (y < ${c.inHeight}) & (x_ >= 0) & (x_ < ${c.inWidth});
  return select(${type}(), x[select(0, ${whole ? `(${index}) / 4` : index}, inside)], inside);
}`
}
