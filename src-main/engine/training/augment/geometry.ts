// Where pixels are: flip, shift, turn, zoom and RandAugment's moves, in one resampling.
import type { Augmentation } from '../../../contract/plan'
import { tf, type Tensor, type Tensor4D } from '../../tf'
import { salt, signed, uniform, type Draws } from './draws'
import { aboutCentre, compose, rows, type Maps } from './maps'
import { randMaps, type RandChange } from './randAugment'

/** The maps of flip, shift, rotation and zoom. */
function plainMaps(batch: number, size: number, o: Augmentation, draws: Draws): Maps {
  const zero = tf.zeros([batch, 1])
  const one = tf.ones([batch, 1])
  const angle =
    o.rotation > 0 ? signed(batch, draws, salt.rotation, 2).mul((o.rotation * Math.PI) / 180) : null
  const scale = o.zoom > 0 ? one.div(signed(batch, draws, salt.zoom, 2).mul(o.zoom).add(1)) : one
  const mirror = o.flip ? uniform(batch, draws, salt.flip, 2).less(0.5).cast('float32').mul(2).sub(1) : one
  const cos = angle ? angle.cos().mul(scale) : scale
  const sin = angle ? angle.sin().mul(scale) : zero
  // In whole pixels, so that a mere shift does not blur.
  const shift = (of: number): Tensor =>
    o.shift > 0
      ? signed(batch, draws, of, 2)
          .mul(o.shift * size)
          .round()
      : zero
  return aboutCentre(
    [cos.mul(mirror), sin.neg(), sin.mul(mirror), cos],
    [shift(salt.shiftX), shift(salt.shiftY)],
    size,
  )
}

/** What lies outside the picture is its mirror image. */
export function resample(
  images: Tensor4D,
  o: Augmentation,
  changes: readonly RandChange[],
  draws: Draws,
): Tensor4D {
  const exact = o.rotation === 0 && o.zoom === 0 && changes.length === 0
  if (!o.flip && o.shift === 0 && exact) return images
  const [batch, size] = images.shape
  const maps = changes.reduce(
    (made, change) => compose(made, randMaps(change, o.randAugment, size)),
    plainMaps(batch, size, o, draws),
  )
  return tf.image.transform(images, rows(maps), exact ? 'nearest' : 'bilinear', 'reflect')
}
