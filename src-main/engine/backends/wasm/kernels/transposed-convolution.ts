// The gradient of a convolution with respect to its input, by ordinary convolutions at stride 1.
//
// dx[i] = Σ dy[o] · w[k] over o·s + k = i + pad. Rows with the same r = i mod s meet the same taps k ≡ r + pad (mod s),
// so each of the s × s phases of dx is one convolution of dy with those taps in reverse, and no zero is multiplied.
// At stride 1 there is one phase and nothing to interleave.
import { type TensorInfo } from '../../../tf'
import { type Workspace, floats } from './kernel'

/** One spatial axis of the forward convolution. */
export interface Axis {
  input: number
  output: number
  taps: number
  stride: number
  /** Padding before the first element. */
  pad: number
}

/** Where the elements i ≡ remainder (mod stride) of one axis of dx come from. */
export interface Phase {
  remainder: number
  /** How many elements of dx there are. */
  count: number
  /** First tap that reaches them; the others follow at the stride. */
  firstTap: number
  taps: number
  /** Padding of dy; negative values leave elements of dy away. */
  before: number
  after: number
}

/** The phases of one axis, `stride` of them at most. */
export function phasesOf({ input, output, taps, stride, pad }: Axis): Phase[] {
  return Array.from({ length: Math.min(stride, input) }, (_, remainder) => {
    const count = Math.ceil((input - remainder) / stride)
    const firstTap = (remainder + pad) % stride
    const reaching = Math.max(0, Math.ceil((taps - firstTap) / stride))
    const shift = Math.floor((remainder + pad) / stride)
    const before = reaching - 1 - shift
    return {
      remainder,
      count,
      firstTap,
      taps: reaching,
      before,
      after: count + reaching - 1 - output - before,
    }
  })
}

/** Convolves `dy` at stride 1 with the reversed taps of a phase; `pad` is of all four axes. */
export type PhaseConvolution = (dy: TensorInfo, rows: Phase, columns: Phase, pad: Padding) => TensorInfo
export type Padding = [number, number][]

/** @returns dx, of shape [batch, rows.input, columns.input, channels] */
export function transposedConvolution(
  workspace: Workspace,
  dy: TensorInfo,
  [rows, columns]: [Axis, Axis],
  channels: number,
  convolve: PhaseConvolution,
): TensorInfo {
  const batch = dy.shape[0]!
  const compute = (row: Phase, column: Phase): TensorInfo | null => {
    const [top, height] = reached(row, rows.output)
    const [left, width] = reached(column, columns.output)
    if (row.taps === 0 || column.taps === 0 || height === 0 || width === 0) return null
    return convolve(
      workspace.slice(dy, [0, top, left, 0], [batch, height, width, dy.shape[3]!]),
      row,
      column,
      [
        [0, 0],
        [Math.max(0, row.before), Math.max(0, row.after)],
        [Math.max(0, column.before), Math.max(0, column.after)],
        [0, 0],
      ],
    )
  }
  if (rows.stride === 1 && columns.stride === 1) {
    const whole = compute(phasesOf(rows)[0]!, phasesOf(columns)[0]!)
    if (whole) return whole
  }
  const parts = phasesOf(rows).flatMap((row) =>
    phasesOf(columns).map((column) => ({ row, column, values: compute(row, column) })),
  )
  const dx = workspace.empty([batch, rows.input, columns.input, channels])
  const target = floats(workspace.backend, dx)
  for (const { row, column, values } of parts) {
    const source = values && floats(workspace.backend, values)
    let from = 0
    for (let n = 0; n < batch; n++) {
      for (let i = 0; i < row.count; i++) {
        const line = (n * rows.input + row.remainder + i * rows.stride) * columns.input + column.remainder
        for (let j = 0; j < column.count; j++) {
          const to = (line + j * columns.stride) * channels
          if (source) for (let c = 0; c < channels; c++) target[to + c] = source[from++]!
          else target.fill(0, to, to + channels)
        }
      }
    }
  }
  return dx
}

/** Which elements of dy a phase meets: the first, and how many. */
function reached({ before, after }: Phase, output: number): [number, number] {
  const first = Math.min(Math.max(0, -before), output)
  return [first, output - first - Math.min(Math.max(0, -after), output - first)]
}
