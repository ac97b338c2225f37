// Affine maps of a batch: for each picture, from a pixel of the result to a place in the source.
import { tf, type Tensor, type Tensor2D } from '../../tf'

/** x = a0 u + a1 v + a2, y = b0 u + b1 v + b2; each coefficient has shape [batch, 1]. */
export interface Maps {
  a0: Tensor
  a1: Tensor
  a2: Tensor
  b0: Tensor
  b1: Tensor
  b2: Tensor
}

/**
 * Maps that leave the centre of the picture where it is, but for a shift.
 * @param linear a0, a1, b0, b1
 * @param shift of x and y, in pixels
 */
export function aboutCentre(
  [a0, a1, b0, b1]: readonly [Tensor, Tensor, Tensor, Tensor],
  [x, y]: readonly [Tensor, Tensor],
  size: number,
): Maps {
  const centre = (size - 1) / 2
  const rest = (row0: Tensor, row1: Tensor) => tf.sub(centre, row0.add(row1).mul(centre))
  return { a0, a1, a2: rest(a0, a1).add(x), b0, b1, b2: rest(b0, b1).add(y) }
}

/** The map of a picture that was made by `inner` and then by `outer`. */
export const compose = (inner: Maps, outer: Maps): Maps => {
  const { a0, a1, a2, b0, b1, b2 } = inner
  return {
    a0: a0.mul(outer.a0).add(a1.mul(outer.b0)),
    a1: a0.mul(outer.a1).add(a1.mul(outer.b1)),
    a2: a0.mul(outer.a2).add(a1.mul(outer.b2)).add(a2),
    b0: b0.mul(outer.a0).add(b1.mul(outer.b0)),
    b1: b0.mul(outer.a1).add(b1.mul(outer.b1)),
    b2: b0.mul(outer.a2).add(b1.mul(outer.b2)).add(b2),
  }
}

/** As rows [a0 a1 a2 b0 b1 b2 0 0], which `tf.image.transform` takes. */
export function rows({ a0, a1, a2, b0, b1, b2 }: Maps): Tensor2D {
  const zero = tf.zerosLike(a0)
  return tf.concat([a0, a1, a2, b0, b1, b2, zero, zero], 1) as Tensor2D
}
