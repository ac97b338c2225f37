// RandAugment: two changes a picture, each chosen evenly among twelve, all as strong as one magnitude M says.
// E. D. Cubuk, B. Zoph, J. Shlens, Q. V. Le, "RandAugment: Practical automated data augmentation with a reduced search
// space", CVPR Workshops 2020.
//
// The subset: the paper's fourteen without equalize (a histogram of each picture) and sharpness. At magnitude M of 10:
//   identity                                  autocontrast: each channel stretched to 0..255
//   rotate by ±3 M degrees                    solarize: values from 256 - 25.6 M on are inverted
//   shear in x, in y by ±0.03 M               colour, contrast, brightness by a factor of 1 ± 0.09 M
//   translate in x, in y by ±4.5 M % of side  posterize to 8 - round(0.4 M) bits
// What is moved in from outside is the mirror image (the paper fills with grey). Moves come before colours, so that
// both changes' moves are one resampling.
import { tf, type Tensor, type Tensor4D } from '../../tf'
import { greyOf } from './colour'
import { salt, uniform, type Draws } from './draws'
import { aboutCentre, type Maps } from './maps'

/** Changes a picture; the paper's usual number. */
const CHANGES = 2

export const randKinds = [
  'identity',
  'autocontrast',
  'rotate',
  'solarize',
  'colour',
  'posterize',
  'contrast',
  'brightness',
  'shearX',
  'shearY',
  'translateX',
  'translateY',
] as const
export type RandKind = (typeof randKinds)[number]

/** What was drawn for one change. */
export interface RandChange {
  /** 1 for pictures that get this kind, else 0; [batch, 1]. */
  is(kind: RandKind): Tensor
  /** -1 or 1 for each picture; [batch, 1]. */
  sign: Tensor
}

/** @returns none at magnitude 0 */
export function drawChanges(batch: number, magnitude: number, draws: Draws): RandChange[] {
  if (magnitude === 0) return []
  return Array.from({ length: CHANGES }, (_, n) => {
    const kind = uniform(batch, draws, salt.randKind + 8 * n, 2)
      .mul(randKinds.length)
      .floor()
    const sign = uniform(batch, draws, salt.randSign + 8 * n, 2)
      .less(0.5)
      .cast('float32')
      .mul(2)
      .sub(1)
    return { is: (name) => kind.equal(randKinds.indexOf(name)).cast('float32'), sign }
  })
}

/** The moves of one change; the identity for pictures whose kind is none. */
export function randMaps({ is, sign }: RandChange, magnitude: number, size: number): Maps {
  const angle = sign.mul(is('rotate')).mul((3 * magnitude * Math.PI) / 180)
  const shear = (kind: RandKind) => sign.mul(is(kind)).mul(0.03 * magnitude)
  const shift = (kind: RandKind) => sign.mul(is(kind)).mul(Math.round(0.045 * magnitude * size))
  const [cos, sin] = [angle.cos(), angle.sin()]
  return aboutCentre(
    [cos, shear('shearX').sub(sin), shear('shearY').add(sin), cos],
    [shift('translateX'), shift('translateY')],
    size,
  )
}

/** The colours of one change. @param x values 0..255 @returns values 0..255 */
export function randColours(x: Tensor4D, { is, sign }: RandChange, magnitude: number): Tensor4D {
  const of = (kind: RandKind) => is(kind).reshape([-1, 1, 1, 1])
  const [colour, contrast, brightness] = [of('colour'), of('contrast'), of('brightness')]

  // Colour, contrast and brightness blend with the picture's greys, its mean grey, and black.
  const grey = greyOf(x)
  const base = grey.mul(colour).add(grey.mean([1, 2], true).mul(contrast))
  const change = sign.reshape([-1, 1, 1, 1]).mul(0.09 * magnitude)
  const factor = change.mul(colour.add(contrast).add(brightness)).add(1)
  let y = x.sub(base).mul(factor).add(base).clipByValue(0, 255)

  const solarized = of('solarize').mul(y.greaterEqual(256 - 25.6 * magnitude).cast('float32'))
  y = y.add(solarized.mul(y.mul(-2).add(255)))

  const step = 2 ** Math.round(0.4 * magnitude)
  y = y.add(of('posterize').mul(y.div(step).floor().mul(step).sub(y)))

  const low = y.min([1, 2], true)
  const range = y.max([1, 2], true).sub(low)
  // A channel of one value alone stays what it is.
  const stretch = of('autocontrast').mul(range.greater(0).cast('float32'))
  const stretched = y.sub(low).mul(tf.scalar(255).div(range.maximum(1e-3)))
  return y.add(stretch.mul(stretched.sub(y))).clipByValue(0, 255) as Tensor4D
}
