// Sums down the columns of a matrix: what a bias gradient is, and what puts the parts of a split sum together. Rows lie
// in memory one after the other, so neighbouring invocations take neighbouring columns, and several rows at a time.
import type { Program } from '../program'
import { fold, foldExtensions, foldMemory, type Fold } from './fold'

/** Invocations in a workgroup. */
const SIZE = 256
/** Rows that one invocation adds up before it is worth having more workgroups. */
const ROWS_EACH = 32
/** Workgroups beyond which more do not help: a few for each of the 16 to 144 processors that cards have. */
const ENOUGH_GROUPS = 512

export interface ColumnPlan {
  rows: number
  columns: number
  /** Columns, and lanes over rows, of one workgroup. */
  width: number
  height: number
  /** Parts into which the rows are split; each gives a row of the result. */
  parts: number
  rowsPerPart: number
}

/** How rows × columns are summed. More than one part needs a second pass over the parts. */
export function planColumns(rows: number, columns: number): ColumnPlan {
  let width = 1
  while (width < columns && width < 64) width *= 2
  const height = SIZE / width
  const across = Math.ceil(columns / width)
  const most = Math.max(1, Math.floor(ENOUGH_GROUPS / across))
  const parts = Math.min(most, Math.max(1, Math.ceil(rows / (height * ROWS_EACH))))
  const rowsPerPart = Math.ceil(rows / parts)
  return { rows, columns, width, height, parts: Math.ceil(rows / rowsPerPart), rowsPerPart }
}

/** Input: values [rows, columns]. Output: sums [parts, columns]. */
export function columnSums(plan: ColumnPlan, subgroups = false): Program {
  const { rows, columns, width, height, parts, rowsPerPart } = plan
  const across = Math.ceil(columns / width)
  const sum: Fold = { width, height, type: 'f32', value: 'sum', combine: (a, b) => `${a} + ${b}` }
  return {
    extensions: foldExtensions(subgroups),
    inputs: [{ name: 'values', element: 'f32' }],
    outputs: [{ name: 'sums', element: 'f32' }],
    size: SIZE,
    groups: across * parts,
    declarations: foldMemory(sum),
    body: `
  let row_lane = lane / ${width};
  let column = (group % ${across}) * ${width} + lane % ${width};
  let first = (group / ${across}) * ${rowsPerPart};
  let end = min(first + ${rowsPerPart}, ${rows});
  var sum = 0.0;
  if (column < ${columns}) {
    for (var row = first + row_lane; row < end; row += ${height}) {
      sum += values[row * ${columns} + column];
    }
  }
  ${fold(sum, subgroups)}
  if (row_lane == 0 && column < ${columns}) {
    sums[(group / ${across}) * ${columns} + column] = partial[lane];
  }`,
    cost: { flops: rows * columns, read: 4 * rows * columns, written: 4 * parts * columns },
  }
}
