// The gradient of a convolution in its input. As a product its rows are the places of the input, its columns the input
// channels, and its depth is (filter row, filter column, output channel).
//
// With a stride, most taps of the filter do not meet a given place: those that do depend on the place's remainder by
// the stride. Places of one remainder are one part of the product, with the taps that they meet and no others, so no
// term is computed that is zero.
import { plainFeatures, type Features } from '../precision'
import type { Program } from '../program'
import { keyOf, type Convolution } from './convolution'
import { elementOf, product, storeColumns } from './product'
import type { Operand } from './product-spec'
import { productCost, productTile } from './product-tile'
import type { Tile } from './tiles'

/** Places of the part of the remainder 0, which is the largest: its height, its width, and how many in the batch. */
function largestPart(c: Convolution): [height: number, width: number, rows: number] {
  const [height, width] = [Math.ceil(c.inHeight / c.strideHeight), Math.ceil(c.inWidth / c.strideWidth)]
  return [height, width, c.batch * height * width]
}

/** By rule, or as measured. */
export function planInputGradient(c: Convolution, features: Features = plainFeatures): Tile {
  const [, , rows] = largestPart(c)
  const parts = c.strideHeight * c.strideWidth
  return productTile(rows, c.inChannels, parts, `conv2d-input ${keyOf(c)}`, features)
}

/** Inputs: dy, w (the filter). Output: dx, of the input's shape. */
export function inputGradient(c: Convolution, tile: Tile, features: Features = plainFeatures): Program {
  const { strideHeight, strideWidth, inChannels, outChannels } = c
  const parts = strideHeight * strideWidth
  const [partHeight, partWidth, rows] = largestPart(c)
  const four = [0, 1, 2, 3]

  const gradients: Operand = {
    setup: (at, i) =>
      four
        .map(
          (j) => `let row_${i}_${j} = ${at} + ${j};
  let y_${i}_${j} = ((row_${i}_${j} / ${partWidth}) % ${partHeight}) * ${strideHeight} + part_y;
  let x_${i}_${j} = (row_${i}_${j} % ${partWidth}) * ${strideWidth} + part_x;
  let base_${i}_${j} = select(-1, row_${i}_${j} / ${partHeight * partWidth}, row_${i}_${j} < ${rows} && y_${i}_${j} < ${c.inHeight} && x_${i}_${j} < ${c.inWidth});
  let out_y_${i}_${j} = (y_${i}_${j} + ${c.padTop} - tap_y) / ${strideHeight};
  let out_x_${i}_${j} = (x_${i}_${j} + ${c.padLeft} - tap_x) / ${strideWidth};`,
        )
        .join('\n  '),
    load: (k, i) => ({
      before: `let tap = ${k} / ${outChannels};
      let channel = ${k} % ${outChannels};
      let up = tap / max(taps_x, 1);
      let left = tap % max(taps_x, 1);`,
      value: `vec4<f32>(${four.map((j) => `gradient_at(base_${i}_${j}, out_y_${i}_${j} - up, out_x_${i}_${j} - left, channel)`).join(', ')})`,
    }),
  }
  const weights: Operand = {
    setup: () => '',
    load: (k, i) => ({
      before: `let tap = ${k} / ${outChannels};
      let channel = ${k} % ${outChannels};
      let tap_row = tap_y + (tap / max(taps_x, 1)) * ${strideHeight};
      let tap_column = tap_x + (tap % max(taps_x, 1)) * ${strideWidth};
      let base = (tap_row * ${c.filterWidth} + tap_column) * ${inChannels};`,
      value: `vec4<f32>(${four.map((j) => `weight_at(base, at_b${i} + ${j}, channel)`).join(', ')})`,
    }),
  }
  const program = product(
    {
      rows,
      columns: inChannels,
      parts,
      tile,
      a: gradients,
      b: weights,
      along: { a: 'depth', b: 'depth' },
      range: `let part_y = part_number / ${strideWidth};
  let part_x = part_number % ${strideWidth};
  let tap_y = (part_y + ${c.padTop}) % ${strideHeight};
  let tap_x = (part_x + ${c.padLeft}) % ${strideWidth};
  let taps_y = max(${c.filterHeight} - tap_y + ${strideHeight - 1}, 0) / ${strideHeight};
  let taps_x = max(${c.filterWidth} - tap_x + ${strideWidth - 1}, 0) / ${strideWidth};
  let k_begin = 0;
  let k_end = taps_y * taps_x * ${outChannels};`,
      store: `let y = ((row / ${partWidth}) % ${partHeight}) * ${strideHeight} + part_y;
    let x = (row % ${partWidth}) * ${strideWidth} + part_x;
    if (row < ${rows} && y < ${c.inHeight} && x < ${c.inWidth}) {
      let at_place = ((row / ${partHeight * partWidth}) * ${c.inHeight} + y) * ${c.inWidth} + x;
      ${storeColumns('dx', inChannels, `at_place * ${inChannels} + column`)}
    }`,
      declarations: `
fn gradient_at(picture: i32, y: i32, x: i32, channel: i32) -> f32 {
  let inside = (picture >= 0) & (y >= 0) & (y < ${c.outHeight}) & (x >= 0) & (x < ${c.outWidth});
  let place = ((picture * ${c.outHeight} + y) * ${c.outWidth} + x) * ${outChannels} + channel;
  return select(0.0, dy[select(0, place, inside)], inside);
}
fn weight_at(base: i32, column: i32, channel: i32) -> f32 {
  let inside = column < ${inChannels};
  return select(0.0, w[select(0, (base + column) * ${outChannels} + channel, inside)], inside);
}`,
    },
    [
      { name: 'dy', element: 'f32' },
      { name: 'w', element: 'f32' },
    ],
    [{ name: 'dx', element: elementOf(inChannels) }],
    features,
  )
  // Over all parts together each tap is met once.
  const depth = c.filterHeight * c.filterWidth * outChannels
  const written = c.batch * c.inHeight * c.inWidth * inChannels
  return { ...program, cost: productCost({ rows, columns: inChannels, depth, written }, tile, features) }
}
