// Random changes to the pictures of a batch, as tensor operations on 8-bit values: every picture gets changes of its
// own, drawn from the step's seed. First where pixels are, in one resampling; then their colours.
import type { Augmentation } from '../../contract/plan'
import { statelessUniform } from '../random'
import { tf, type Tensor, type Tensor1D, type Tensor2D, type Tensor4D } from '../tf'

/** Salts of the draws below; layers use their number in the network, which stays under this. */
const SALT = 1 << 16
const draw = {
  flip: SALT,
  shiftX: SALT + 1,
  shiftY: SALT + 2,
  rotation: SALT + 3,
  zoom: SALT + 4,
  brightness: SALT + 5,
  contrast: SALT + 6,
  saturation: SALT + 7,
}

/** Weights of red, green and blue in a grey value (ITU-R BT.601). */
const luma = [0.299, 0.587, 0.114]

/**
 * Augments a batch.
 * @param images NHWC RGB, values 0..255, float32
 * @param seed int32 [2]: run seed and step
 * @returns a new tensor of the same shape, values within 0..255
 */
export function augment(images: Tensor4D, options: Augmentation, seed: Tensor1D): Tensor4D {
  return tf.tidy(() => recolour(resample(images, options, seed), options, seed))
}

/** Uniform in [-1, 1), one number a picture, shape [batch, 1, …]. */
function signed(batch: number, seed: Tensor1D, salt: number, rank: number): Tensor {
  const shape = [batch, ...Array<number>(rank - 1).fill(1)]
  return statelessUniform(shape, seed, salt).mul(2).sub(1)
}

/**
 * The rows [a0 a1 a2 b0 b1 b2 0 0] of the maps from a pixel of the result to a place in the source:
 * x = a0 u + a1 v + a2, y = b0 u + b1 v + b2.
 */
function transforms(batch: number, size: number, o: Augmentation, seed: Tensor1D): Tensor2D {
  const zero = tf.zeros([batch, 1])
  const one = tf.ones([batch, 1])
  const angle =
    o.rotation > 0 ? signed(batch, seed, draw.rotation, 2).mul((o.rotation * Math.PI) / 180) : null
  const scale = o.zoom > 0 ? one.div(signed(batch, seed, draw.zoom, 2).mul(o.zoom).add(1)) : one
  const mirror = o.flip
    ? statelessUniform([batch, 1], seed, draw.flip).less(0.5).cast('float32').mul(2).sub(1)
    : one
  const cos = angle ? angle.cos().mul(scale) : scale
  const sin = angle ? angle.sin().mul(scale) : zero
  const [a0, a1] = [cos.mul(mirror), sin.neg()]
  const [b0, b1] = [sin.mul(mirror), cos]
  // The centre stays where it is, but for the shift, in whole pixels so that a mere shift does not blur.
  const centre = (size - 1) / 2
  const moved = (salt: number) =>
    o.shift > 0
      ? signed(batch, seed, salt, 2)
          .mul(o.shift * size)
          .round()
      : zero
  const keep = (row0: Tensor, row1: Tensor) => tf.sub(centre, row0.add(row1).mul(centre))
  const a2 = keep(a0, a1).add(moved(draw.shiftX))
  const b2 = keep(b0, b1).add(moved(draw.shiftY))
  return tf.concat([a0, a1, a2, b0, b1, b2, zero, zero], 1) as Tensor2D
}

/** Flip, shift, turn and zoom in one pass. What lies outside the picture is its mirror image. */
function resample(images: Tensor4D, o: Augmentation, seed: Tensor1D): Tensor4D {
  if (!o.flip && o.shift === 0 && o.rotation === 0 && o.zoom === 0) return images
  const [batch, size] = images.shape
  const exact = o.rotation === 0 && o.zoom === 0
  const maps = transforms(batch, size, o, seed)
  return tf.image.transform(images, maps, exact ? 'nearest' : 'bilinear', 'reflect')
}

/** Brightness (a shift by up to a fraction of 255), contrast about each picture's mean, saturation about its greys. */
function recolour(images: Tensor4D, o: Augmentation, seed: Tensor1D): Tensor4D {
  if (o.brightness === 0 && o.contrast === 0 && o.saturation === 0) return images
  const batch = images.shape[0]
  const factor = (salt: number, range: number) => signed(batch, seed, salt, 4).mul(range).add(1)
  let x: Tensor = images
  if (o.saturation > 0) {
    const grey = x.mul(tf.tensor1d(luma)).sum(3, true)
    x = x.sub(grey).mul(factor(draw.saturation, o.saturation)).add(grey)
  }
  if (o.contrast > 0) {
    const mean = x.mean([1, 2, 3], true)
    x = x.sub(mean).mul(factor(draw.contrast, o.contrast)).add(mean)
  }
  if (o.brightness > 0) x = x.add(signed(batch, seed, draw.brightness, 4).mul(255 * o.brightness))
  return x.clipByValue(0, 255) as Tensor4D
}
