// What the operations mean, in plain loops and double precision. Only values: gradients are checked against central
// differences of these (check.ts), which owe nothing to anybody's formulas.
import { type NdArray, at, atOr, build, eachIndex, offsetOf, sizeOf } from './array'

export type Padding = 'same' | 'valid'

/** Output length and padding before the first element, as TensorFlow defines them. */
export function windows(input: number, taps: number, stride: number, padding: Padding, dilation = 1) {
  const reach = (taps - 1) * dilation + 1
  if (padding === 'valid') return { output: Math.ceil((input - reach + 1) / stride), before: 0 }
  const output = Math.ceil(input / stride)
  return { output, before: Math.floor(Math.max(0, (output - 1) * stride + reach - input) / 2) }
}

/** x: NHWC, filter: height, width, in, out. */
export function conv2d(x: NdArray, filter: NdArray, stride: number, padding: Padding, dilation = 1): NdArray {
  const [batch, height, width] = x.shape as [number, number, number, number]
  const [filterHeight, filterWidth, inputs, outputs] = filter.shape as [number, number, number, number]
  const rows = windows(height, filterHeight, stride, padding, dilation)
  const columns = windows(width, filterWidth, stride, padding, dilation)
  return build([batch, rows.output, columns.output, outputs], ([n, oh, ow, co]) => {
    let sum = 0
    for (let kh = 0; kh < filterHeight; kh++) {
      const ih = oh! * stride + kh * dilation - rows.before
      for (let kw = 0; kw < filterWidth; kw++) {
        const iw = ow! * stride + kw * dilation - columns.before
        if (ih < 0 || ih >= height || iw < 0 || iw >= width) continue
        const pixel = ((n! * height + ih) * width + iw) * inputs
        const tap = (kh * filterWidth + kw) * inputs
        for (let ci = 0; ci < inputs; ci++) {
          sum += x.values[pixel + ci]! * filter.values[(tap + ci) * outputs + co!]!
        }
      }
    }
    return sum
  })
}

/** filter: height, width, in, multiplier. */
export function depthwiseConv2d(x: NdArray, filter: NdArray, stride: number, padding: Padding): NdArray {
  const [batch, height, width] = x.shape as number[]
  const [filterHeight, filterWidth, channels, multiplier] = filter.shape as number[]
  const rows = windows(height!, filterHeight!, stride, padding)
  const columns = windows(width!, filterWidth!, stride, padding)
  return build([batch!, rows.output, columns.output, channels! * multiplier!], ([n, oh, ow, co]) => {
    const ci = Math.floor(co! / multiplier!)
    let sum = 0
    eachIndex([filterHeight!, filterWidth!], ([kh, kw]) => {
      const ih = oh! * stride + kh! - rows.before
      const iw = ow! * stride + kw! - columns.before
      sum += atOr(x, [n!, ih, iw, ci], 0) * at(filter, [kh!, kw!, ci, co! % multiplier!])
    })
    return sum
  })
}

/** Elements outside the picture do not take part, neither in the maximum nor in the mean. */
export function pool(
  kind: 'max' | 'avg',
  x: NdArray,
  size: number,
  stride: number,
  padding: Padding,
): NdArray {
  const [batch, height, width, channels] = x.shape as number[]
  const rows = windows(height!, size, stride, padding)
  const columns = windows(width!, size, stride, padding)
  return build([batch!, rows.output, columns.output, channels!], ([n, oh, ow, c]) => {
    const seen: number[] = []
    eachIndex([size, size], ([kh, kw]) => {
      const value = atOr(
        x,
        [n!, oh! * stride + kh! - rows.before, ow! * stride + kw! - columns.before, c!],
        NaN,
      )
      if (!Number.isNaN(value)) seen.push(value)
    })
    return kind === 'max' ? Math.max(...seen) : seen.reduce((sum, value) => sum + value, 0) / seen.length
  })
}

/** Matrices in the last two axes; the axes before them are equal or absent in both. */
export function matMul(a: NdArray, b: NdArray, transposeA: boolean, transposeB: boolean): NdArray {
  const [m, depth] = last2(a, transposeA)
  const n = last2(b, transposeB)[1]
  const outer = a.shape.slice(0, -2)
  return build([...outer, m, n], (index) => {
    const matrix = offsetOf(outer, index.slice(0, -2))
    const [i, j] = index.slice(-2) as [number, number]
    let sum = 0
    for (let k = 0; k < depth; k++) {
      const left = transposeA ? k * m + i : i * depth + k
      const right = transposeB ? j * depth + k : k * n + j
      sum += a.values[matrix * m * depth + left]! * b.values[matrix * depth * n + right]!
    }
    return sum
  })
}

function last2({ shape }: NdArray, transposed: boolean): [number, number] {
  const [rows, columns] = shape.slice(-2) as [number, number]
  return transposed ? [columns, rows] : [rows, columns]
}

export function unary(x: NdArray, f: (value: number) => number): NdArray {
  return { shape: x.shape, values: x.values.map(f) }
}

/** Elementwise with broadcasting. */
export function binary(a: NdArray, b: NdArray, f: (a: number, b: number) => number): NdArray {
  const rank = Math.max(a.shape.length, b.shape.length)
  const length = (array: NdArray, axis: number) => array.shape[axis - rank + array.shape.length] ?? 1
  const shape = Array.from({ length: rank }, (_, axis) => Math.max(length(a, axis), length(b, axis)))
  const pick = (array: NdArray, index: readonly number[]) =>
    at(
      array,
      index.slice(rank - array.shape.length).map((i, axis) => (array.shape[axis] === 1 ? 0 : i)),
    )
  return build(shape, (index) => f(pick(a, index), pick(b, index)))
}

/** Folds the axes away; `finish` gets the sum, maximum… and how many elements there were. */
export function reduce(
  x: NdArray,
  axes: readonly number[],
  keepDims: boolean,
  start: number,
  fold: (soFar: number, value: number) => number,
): NdArray {
  const kept = x.shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
  const values = new Float64Array(sizeOf(kept)).fill(start)
  eachIndex(x.shape, (index, offset) => {
    const to = offsetOf(
      kept,
      index.map((i, axis) => (axes.includes(axis) ? 0 : i)),
    )
    values[to] = fold(values[to]!, x.values[offset]!)
  })
  return { shape: keepDims ? kept : x.shape.filter((_, axis) => !axes.includes(axis)), values }
}

export const sum = (x: NdArray, axes: readonly number[], keepDims = false) =>
  reduce(x, axes, keepDims, 0, (a, b) => a + b)
export const max = (x: NdArray, axes: readonly number[], keepDims = false) =>
  reduce(x, axes, keepDims, -Infinity, Math.max)
export function mean(x: NdArray, axes: readonly number[], keepDims = false): NdArray {
  const count = axes.reduce((product, axis) => product * x.shape[axis]!, 1)
  return unary(sum(x, axes, keepDims), (value) => value / count)
}

/** Over the last axis. */
export function logSoftmax(x: NdArray): NdArray {
  const axis = [x.shape.length - 1]
  const shifted = binary(x, max(x, axis, true), (a, b) => a - b)
  return binary(shifted, unary(sum(unary(shifted, Math.exp), axis, true), Math.log), (a, b) => a - b)
}

/** Normalised over the axes, then scaled and shifted: batch normalisation in training. */
export function normalize(
  x: NdArray,
  scale: NdArray,
  shift: NdArray,
  axes: readonly number[],
  epsilon: number,
): NdArray {
  const centred = binary(x, mean(x, axes, true), (a, b) => a - b)
  const variance = mean(
    unary(centred, (value) => value * value),
    axes,
    true,
  )
  const normal = binary(centred, variance, (a, b) => a / Math.sqrt(b + epsilon))
  return binary(
    binary(normal, scale, (a, b) => a * b),
    shift,
    (a, b) => a + b,
  )
}

export function pad(x: NdArray, paddings: readonly (readonly [number, number])[], value: number): NdArray {
  return build(
    x.shape.map((length, axis) => length + paddings[axis]![0] + paddings[axis]![1]),
    (index) =>
      atOr(
        x,
        index.map((i, axis) => i - paddings[axis]![0]),
        value,
      ),
  )
}

export function transpose(x: NdArray, perm: readonly number[]): NdArray {
  return build(
    perm.map((axis) => x.shape[axis]!),
    (index) => {
      const from = new Array<number>(perm.length)
      perm.forEach((axis, i) => (from[axis] = index[i]!))
      return at(x, from)
    },
  )
}

export function slice(x: NdArray, begin: readonly number[], size: readonly number[]): NdArray {
  return build(size, (index) =>
    at(
      x,
      index.map((i, axis) => i + begin[axis]!),
    ),
  )
}

export function concat(parts: readonly NdArray[], axis: number): NdArray {
  const shape = [...parts[0]!.shape]
  shape[axis] = parts.reduce((length, part) => length + part.shape[axis]!, 0)
  return build(shape, (index) => {
    let i = index[axis]!
    const part = parts.find(
      (candidate) => i < candidate.shape[axis]! || ((i -= candidate.shape[axis]!), false),
    )!
    return at(
      part,
      index.map((value, a) => (a === axis ? i : value)),
    )
  })
}

export function gather(x: NdArray, indices: readonly number[], axis: number): NdArray {
  const shape = x.shape.map((length, a) => (a === axis ? indices.length : length))
  return build(shape, (index) =>
    at(
      x,
      index.map((i, a) => (a === axis ? indices[i]! : i)),
    ),
  )
}

export function tile(x: NdArray, times: readonly number[]): NdArray {
  return build(
    x.shape.map((length, axis) => length * times[axis]!),
    (index) =>
      at(
        x,
        index.map((i, axis) => i % x.shape[axis]!),
      ),
  )
}
