// Colours: saturation and hue about each pixel's grey, contrast about each picture's mean, brightness.
import type { Augmentation } from '../../../contract/plan'
import { tf, type Tensor, type Tensor4D } from '../../tf'
import { salt, signed, type Draws } from './draws'

/** Weights of red, green and blue in a grey value (ITU-R BT.601), the Y of YIQ. */
export const luma = [0.299, 0.587, 0.114] as const

/**
 * A quarter turn of the hue: x → grey + quarterTurn · x turns the I and Q of a colour (YIQ, as NTSC defined it) by
 * 90 degrees. It is T⁻¹ · [0 0 0; 0 0 -1; 0 1 0] · T for the matrix T from RGB to YIQ, and maps greys to zero.
 */
const quarterTurn = quarterTurnOf([luma, [0.595716, -0.274453, -0.321263], [0.211456, -0.522591, 0.311135]])

type Row = readonly [number, number, number]

/** Row by row, nine numbers. */
function quarterTurnOf([y, i, q]: readonly [Row, Row, Row]): number[] {
  const cross = (a: Row, b: Row) => [
    a[1] * b[2] - a[2] * b[1],
    a[2] * b[0] - a[0] * b[2],
    a[0] * b[1] - a[1] * b[0],
  ]
  const determinant = cross(i, q).reduce((sum, v, k) => sum + v * y[k]!, 0)
  // Columns of the inverse that belong to I and Q.
  const [ofI, ofQ] = [cross(q, y), cross(y, i)].map((column) => column.map((v) => v / determinant))
  return [0, 1, 2].flatMap((r) => [0, 1, 2].map((c) => ofQ![r]! * i[c]! - ofI![r]! * q[c]!))
}

/** The grey value of each pixel, [batch, height, width, 1]. */
export const greyOf = (images: Tensor): Tensor => images.mul(tf.tensor1d([...luma])).sum(3, true)

/** Hue by up to a fraction of the wheel and saturation by a factor; the grey value of each pixel stays. */
function chroma(x: Tensor, o: Augmentation, draws: Draws): Tensor {
  const batch = x.shape[0]!
  const grey = greyOf(x)
  let colour = x.sub(grey)
  if (o.hue > 0) {
    const angle = signed(batch, draws, salt.hue, 4).mul(2 * Math.PI * o.hue)
    const turned = x
      .reshape([-1, 3])
      .matMul(tf.tensor2d(quarterTurn, [3, 3]).transpose())
      .reshape(x.shape)
    colour = colour.mul(angle.cos()).add(turned.mul(angle.sin()))
  }
  if (o.saturation > 0) colour = colour.mul(factor(batch, draws, salt.saturation, o.saturation))
  return colour.add(grey)
}

/** In 1 ± range, one a picture. */
const factor = (batch: number, draws: Draws, of: number, range: number): Tensor =>
  signed(batch, draws, of, 4).mul(range).add(1)

/** @returns not yet brought back into 0..255 */
export function recolour(images: Tensor4D, o: Augmentation, draws: Draws): Tensor4D {
  const batch = images.shape[0]
  let x: Tensor = images
  if (o.saturation > 0 || o.hue > 0) x = chroma(x, o, draws)
  if (o.contrast > 0) {
    const mean = x.mean([1, 2, 3], true)
    x = x
      .sub(mean)
      .mul(factor(batch, draws, salt.contrast, o.contrast))
      .add(mean)
  }
  if (o.brightness > 0) x = x.add(signed(batch, draws, salt.brightness, 4).mul(255 * o.brightness))
  return x as Tensor4D
}

export const changesColour = (o: Augmentation): boolean =>
  o.saturation > 0 || o.hue > 0 || o.contrast > 0 || o.brightness > 0
