// Arrays in double precision for the reference: shape, values, and loops over indices. Clear before fast.

export interface NdArray {
  readonly shape: readonly number[]
  readonly values: Float64Array
}

export const sizeOf = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1)

/** Position of an element in row-major order. */
export function offsetOf(shape: readonly number[], index: readonly number[]): number {
  return index.reduce((offset, i, axis) => offset * shape[axis]! + i, 0)
}

/** Calls `visit` with every index of a shape, in row-major order. The index is one array, changed between calls. */
export function eachIndex(
  shape: readonly number[],
  visit: (index: readonly number[], offset: number) => void,
): void {
  const index = new Array<number>(shape.length).fill(0)
  const size = sizeOf(shape)
  for (let offset = 0; offset < size; offset++) {
    visit(index, offset)
    for (let axis = shape.length - 1; axis >= 0 && ++index[axis]! === shape[axis]; axis--) index[axis] = 0
  }
}

/** An array whose elements are given by a function of their index. */
export function build(shape: readonly number[], element: (index: readonly number[]) => number): NdArray {
  const values = new Float64Array(sizeOf(shape))
  eachIndex(shape, (index, offset) => (values[offset] = element(index)))
  return { shape: [...shape], values }
}

export const at = (array: NdArray, index: readonly number[]) => array.values[offsetOf(array.shape, index)]!

/** An element, or `otherwise` where the index is outside. */
export function atOr(array: NdArray, index: readonly number[], otherwise: number): number {
  return index.every((i, axis) => i >= 0 && i < array.shape[axis]!) ? at(array, index) : otherwise
}
