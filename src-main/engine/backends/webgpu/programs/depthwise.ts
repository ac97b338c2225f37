// Gradients of a depthwise convolution. Each channel is by itself, so there is no product to tile: what counts is that
// every number is read from memory about once. `multiplier` output channels belong to each input channel.
import type { Program } from '../program'
import { decide } from '../tuning/decisions'
import { planColumns } from './columns'
import { keyOf, type Convolution } from './convolution'
import { perIndex } from './elementwise'

/** Sums of one invocation at most: they are kept in registers. */
export const MOST_TAPS = 64

export interface DepthwisePlan {
  rows: number
  columns: number
  /** Channels, and lanes over places, of one workgroup. */
  width: number
  height: number
  /** Sums computed apart, one for each lane of each workgroup. */
  parts: number
  rowsPerPart: number
}

/** Lanes over places: enough for all processors, few enough that the parts are small beside the pictures. */
const MOST_PARTS = 1024
/** Places that one invocation goes over at least. */
const LEAST_ROWS = 32

/** Tells plans of one convolution apart. */
export const planName = ({ width, height, parts }: DepthwisePlan): string => `${width}x${height} /${parts}`

/** How the places of the output are split: by rule, or as measured. */
export function planDepthwiseFilter(c: Convolution): DepthwisePlan {
  const plans: [DepthwisePlan, ...DepthwisePlan[]] = [
    planWith(c, 256, MOST_PARTS),
    planWith(c, 256, MOST_PARTS / 2),
    planWith(c, 256, MOST_PARTS * 2),
    planWith(c, 128, MOST_PARTS),
    planWith(c, 64, MOST_PARTS),
  ]
  return decide(`depthwise-filter ${keyOf(c)}`, plans, planName)
}

function planWith(c: Convolution, size: number, mostParts: number): DepthwisePlan {
  const [rows, columns] = [c.batch * c.outHeight * c.outWidth, c.outChannels]
  const { width } = planColumns(rows, columns)
  const height = size / width
  const wanted = Math.min(mostParts, Math.max(1, Math.ceil(rows / LEAST_ROWS)))
  const parts = Math.ceil(wanted / height) * height
  return { rows, columns, width, height, parts, rowsPerPart: Math.ceil(rows / parts) }
}

/**
 * Inputs: x, dy. Output: parts of the filter's gradient [parts, taps, output channels]. An invocation takes one output
 * channel and some places, and keeps the sums of all taps: it reads dy once. Lanes are not brought together in
 * workgroup memory, tap after tap with a barrier each: adding up the parts is a small sum of its own.
 */
export function depthwiseFilterGradient(c: Convolution, plan: DepthwisePlan): Program {
  const { rows, columns, width, height, parts, rowsPerPart } = plan
  const multiplier = c.outChannels / c.inChannels
  const across = Math.ceil(columns / width)
  const taps = Array.from({ length: c.filterHeight * c.filterWidth }, (_, tap) => ({
    tap,
    row: Math.floor(tap / c.filterWidth),
    column: tap % c.filterWidth,
  }))
  return {
    inputs: [
      { name: 'x', element: 'f32' },
      { name: 'dy', element: 'f32' },
    ],
    outputs: [{ name: 'result', element: 'f32' }],
    size: width * height,
    groups: (across * parts) / height,
    declarations: `
fn picture_at(picture: i32, y: i32, left: i32, channel: i32) -> f32 {
  let inside = (y >= 0) & (y < ${c.inHeight}) & (left >= 0) & (left < ${c.inWidth});
  let place = ((picture * ${c.inHeight} + y) * ${c.inWidth} + left) * ${c.inChannels} + channel;
  return select(0.0, x[select(0, place, inside)], inside);
}`,
    body: `
  let column = (group % ${across}) * ${width} + lane % ${width};
  if (column >= ${columns}) { return; }
  let channel = column / ${multiplier};
  // Lanes of a workgroup take neighbouring places: what the taps of one meet, the next meets too.
  let group_row = (group / ${across}) * ${height};
  let part = group_row + lane / ${width};
  let end = min((group_row + ${height}) * ${rowsPerPart}, ${rows});
  ${taps.map(({ tap }) => `var sum_${tap} = 0.0;`).join(' ')}
  for (var row = group_row * ${rowsPerPart} + lane / ${width}; row < end; row += ${height}) {
    let gradient = dy[row * ${columns} + column];
    let y = ((row / ${c.outWidth}) % ${c.outHeight}) * ${c.strideHeight} - ${c.padTop};
    let left = (row % ${c.outWidth}) * ${c.strideWidth} - ${c.padLeft};
    let picture = row / ${c.outHeight * c.outWidth};
    ${taps.map(({ tap, row, column }) => `sum_${tap} += gradient * picture_at(picture, y + ${row}, left + ${column}, channel);`).join('\n    ')}
  }
  ${taps.map(({ tap }) => `result[(part * ${taps.length} + ${tap}) * ${columns} + column] = sum_${tap};`).join('\n  ')}`,
    cost: {
      flops: 2 * rows * columns * taps.length,
      read: 4 * rows * columns * (1 + taps.length),
      written: 4 * parts * taps.length * columns,
    },
  }
}

/** Invocations of a workgroup: by rule, or as measured. */
export const planDepthwiseInput = (c: Convolution): number =>
  decide(`depthwise-input ${keyOf(c)}`, [256, 128, 64], String)

/** Inputs: dy, w (the filter). Output: dx. One invocation for each number of it, or for four channels. */
export function depthwiseInputGradient(c: Convolution, size: number): Program {
  const multiplier = c.outChannels / c.inChannels
  const whole = multiplier === 1 && c.inChannels % 4 === 0
  const element = whole ? 'vec4<f32>' : 'f32'
  const channels = whole ? c.inChannels / 4 : c.inChannels
  const outChannels = whole ? channels : c.outChannels
  const count = c.batch * c.inHeight * c.inWidth * channels
  const meets =
    Math.ceil(c.filterHeight / c.strideHeight) * Math.ceil(c.filterWidth / c.strideWidth) * multiplier
  const numbers = count * (whole ? 4 : 1)
  return perIndex(
    count,
    {
      inputs: [
        { name: 'dy', element },
        { name: 'w', element },
      ],
      outputs: [{ name: 'dx', element }],
      declarations: '',
      body: `let channel = i % ${channels};
    let x = (i / ${channels}) % ${c.inWidth} + ${c.padLeft};
    let y = (i / ${channels * c.inWidth}) % ${c.inHeight} + ${c.padTop};
    let picture = i / ${channels * c.inWidth * c.inHeight};
    var sum = ${element}();
    for (var tap_y = y % ${c.strideHeight}; tap_y < ${c.filterHeight}; tap_y += ${c.strideHeight}) {
      let out_y = (y - tap_y) / ${c.strideHeight};
      if (tap_y > y || out_y >= ${c.outHeight}) { continue; }
      for (var tap_x = x % ${c.strideWidth}; tap_x < ${c.filterWidth}; tap_x += ${c.strideWidth}) {
        let out_x = (x - tap_x) / ${c.strideWidth};
        if (tap_x > x || out_x >= ${c.outWidth}) { continue; }
        let place = ((picture * ${c.outHeight} + out_y) * ${c.outWidth} + out_x) * ${outChannels};
        let tap = (tap_y * ${c.filterWidth} + tap_x) * ${outChannels};
        for (var q = channel * ${multiplier}; q < (channel + 1) * ${multiplier}; q++) {
          sum += dy[place + q] * w[tap + q];
        }
      }
    }
    dx[i] = sum;`,
      cost: { flops: 2 * numbers * meets, read: 8 * numbers * meets, written: 4 * numbers },
    },
    size,
  )
}
