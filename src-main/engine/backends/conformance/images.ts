// The two image operations, in double precision: resizing and projective transforms.
import { type NdArray, at, atOr, build } from './array'

/** Bilinear resizing of NHWC images; without half-pixel centres the first pixels of both coincide. */
export function resizeBilinear(
  x: NdArray,
  height: number,
  width: number,
  halfPixelCenters: boolean,
): NdArray {
  const [batch, inHeight, inWidth, channels] = x.shape as number[]
  const source = (i: number, output: number, input: number) =>
    Math.max(0, halfPixelCenters ? ((i + 0.5) * input) / output - 0.5 : (i * input) / output)
  return build([batch!, height, width, channels!], ([n, h, w, c]) => {
    const y = source(h!, height, inHeight!)
    const z = source(w!, width, inWidth!)
    const pixel = (row: number, column: number) =>
      at(x, [n!, Math.min(row, inHeight! - 1), Math.min(column, inWidth! - 1), c!])
    return bilinear(y, z, pixel)
  })
}

/**
 * Each output pixel (column, row) is read at ((a·c + b·r + t) / k, (d·c + e·r + u) / k) of the input, with
 * k = p·c + q·r + 1, from the eight numbers a, b, t, d, e, u, p, q of its image.
 */
export function transform(
  x: NdArray,
  transforms: NdArray,
  interpolation: 'nearest' | 'bilinear',
  fill: 'constant' | 'reflect' | 'nearest',
  fillValue: number,
): NdArray {
  const [, height, width] = x.shape as number[]
  return build(x.shape, ([n, r, c, channel]) => {
    const one = transforms.shape[0] === 1 ? 0 : n!
    const [a, b, t, d, e, u, p, q] = transforms.values.subarray(8 * one, 8 * one + 8)
    const k = p! * c! + q! * r! + 1
    const column = inside((a! * c! + b! * r! + t!) / k, width!, fill)
    const row = inside((d! * c! + e! * r! + u!) / k, height!, fill)
    const pixel = (i: number, j: number) => atOr(x, [n!, i, j, channel!], fillValue)
    return interpolation === 'nearest'
      ? pixel(Math.round(row), Math.round(column))
      : bilinear(row, column, pixel)
  })
}

/** A coordinate brought into the picture: mirrored at its borders with the border pixel repeated, or clamped. */
function inside(coordinate: number, length: number, fill: 'constant' | 'reflect' | 'nearest'): number {
  if (fill === 'constant') return coordinate
  if (fill === 'reflect') {
    const period = 2 * length
    const wrapped = ((coordinate % period) + period) % period
    coordinate = wrapped < length ? wrapped : period - wrapped - 1
  }
  return Math.min(Math.max(coordinate, 0), length - 1)
}

function bilinear(row: number, column: number, pixel: (row: number, column: number) => number): number {
  const top = Math.floor(row)
  const left = Math.floor(column)
  const below = row - top
  const right = column - left
  return (
    (1 - below) * ((1 - right) * pixel(top, left) + right * pixel(top, left + 1)) +
    below * ((1 - right) * pixel(top + 1, left) + right * pixel(top + 1, left + 1))
  )
}
