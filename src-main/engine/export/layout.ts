// Weights in the order of axes that a format wants; ours are in TensorFlow's (graph/types.ts).
import { type Weight } from './graph'

/**
 * @param axes of the result, as axes of the weight: [3, 2, 0, 1] brings a kernel [height, width, in, out] to
 *   [out, in, height, width]
 * @returns a copy; the weight itself where nothing changes place
 */
export function permute(weight: Weight, axes: readonly number[]): Weight {
  const { shape, values } = weight
  if (axes.every((axis, i) => axis === i)) return weight
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((all, side) => all * side, 1))
  const sides = axes.map((axis) => shape[axis]!)
  const steps = axes.map((axis) => strides[axis]!)
  const moved = new Float32Array(values.length)
  const last = sides.length - 1
  let at = 0
  const walk = (axis: number, from: number): void => {
    const [side, step] = [sides[axis]!, steps[axis]!]
    if (axis === last) for (let i = 0; i < side; i++, from += step) moved[at++] = values[from]!
    else for (let i = 0; i < side; i++, from += step) walk(axis + 1, from)
  }
  walk(0, 0)
  return { shape: sides, values: moved }
}

/** A weight of one value as many times as there are channels. */
export const perChannel = ({ values }: Weight, channels: number): Float32Array =>
  values.length === channels ? values : new Float32Array(channels).fill(values[0]!)

/** The bytes of numbers as formats store them: little endian, as on every machine that Node runs on. */
export const bytesOf = (values: ArrayBufferView): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
