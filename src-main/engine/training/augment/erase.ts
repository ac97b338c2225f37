// Random erasing: a rectangle of a picture becomes its mean colour, so that no single part decides.
// Z. Zhong, L. Zheng, G. Kang, S. Li, Y. Yang, "Random Erasing Data Augmentation", AAAI 2020.
// As there, its area is 2 to 33 % of the picture and its proportions 0.3 to 3.3; it is filled with a mean, which did
// about as well as noise there and costs no random number a pixel.
import { tf, type Tensor, type Tensor4D } from '../../tf'
import { salt, uniform, type Draws } from './draws'

const area = [0.02, 0.33] as const
/** Height over width, drawn evenly on a logarithmic scale. */
const steepest = Math.log(1 / 0.3)

/**
 * 1 inside of rectangles, one a picture.
 * @param rect first and last + 1 row, first and last + 1 column, [batch, 1, 1, 1] each, whole numbers
 * @returns [batch, size, size, 1]
 */
export function rectangles(
  size: number,
  [top, bottom, left, right]: readonly [Tensor, Tensor, Tensor, Tensor],
): Tensor {
  const along = tf.range(0, size)
  const between = (at: Tensor, from: Tensor, to: Tensor) =>
    at.greaterEqual(from).cast('float32').mul(at.less(to).cast('float32'))
  return between(along.reshape([1, size, 1, 1]), top, bottom).mul(
    between(along.reshape([1, 1, size, 1]), left, right),
  )
}

/** Erases in a fraction `probability` of the pictures. */
export function erase(images: Tensor4D, probability: number, draws: Draws): Tensor4D {
  const [batch, size] = images.shape
  const draw = (of: number) => uniform(batch, draws, of, 4)
  const share = draw(salt.eraseArea)
    .mul(area[1] - area[0])
    .add(area[0])
  const aspect = draw(salt.eraseAspect).mul(2).sub(1).mul(steepest).exp()
  const side = (fraction: Tensor) => fraction.sqrt().mul(size).round().clipByValue(1, size)
  const [height, width] = [side(share.mul(aspect)), side(share.div(aspect))]
  const start = (of: number, length: Tensor) =>
    draw(of)
      .mul(tf.sub(size + 1, length))
      .floor()
  const [top, left] = [start(salt.eraseY, height), start(salt.eraseX, width)]
  const inside = rectangles(size, [top, top.add(height), left, left.add(width)])
  const mask = inside.mul(draw(salt.erase).less(probability).cast('float32'))
  return images.add(mask.mul(images.mean([1, 2], true).sub(images))) as Tensor4D
}
