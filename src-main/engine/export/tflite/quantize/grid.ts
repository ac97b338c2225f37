// 8-bit whole numbers for real ones: real = scale · (stored − zeroPoint), stored from −128 to 127.
import { type Quantization } from '../model'

/** Smallest and largest value. */
export type Range = readonly [low: number, high: number]

const STEPS = 255
const LOWEST = -128

/** For a tensor that is nothing but zeros. */
const SOME = 1 / STEPS

/** One scale for all values. */
export const uniform = (scale: number, zeroPoint: number): Quantization => ({
  scale: Float32Array.of(scale),
  zeroPoint,
  axis: 0,
})

/** Zero must be a step exactly: borders of pictures are zeros. */
export const withZero = ([low, high]: Range): Range => [Math.min(low, 0), Math.max(high, 0)]

/** The grid that covers a range; all 256 steps are used. */
export function gridOf(range: Range): Quantization {
  const [low, high] = withZero(range)
  const scale = Math.fround((high - low) / STEPS) || SOME
  return uniform(scale, Math.round(LOWEST - low / scale))
}

export const joined = (ranges: readonly Range[]): Range => [
  Math.min(0, ...ranges.map(([low]) => low)),
  Math.max(0, ...ranges.map(([, high]) => high)),
]

export const sameGrid = (a: Quantization, b: Quantization): boolean =>
  a.scale[0] === b.scale[0] && a.zeroPoint === b.zeroPoint
