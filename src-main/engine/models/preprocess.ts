// The one place that turns 8-bit pixel values into a model's input: training, evaluation, prediction and export
// all mean this.
import type { Preprocessing } from '../../contract'
import { tf, type Tensor4D } from '../tf'

/**
 * v → (v * scale + offset[channel]) / deviation[channel], in the channel order that the model wants.
 * @param images NHWC, RGB, values 0..255 as int32 or float32
 * @returns float32 of the same shape; offsets are in the order of `channels`
 */
export function preprocess(images: Tensor4D, p: Preprocessing): Tensor4D {
  return tf.tidy(() => {
    let x: Tensor4D = images.dtype === 'float32' ? images : images.cast('float32')
    if (p.channels === 'bgr') x = x.reverse(3)
    if (p.scale !== 1) x = x.mul(p.scale)
    const [first, second, third] = p.offset
    if (first !== second || second !== third) x = x.add(tf.tensor1d(p.offset))
    else if (first !== 0) x = x.add(first)
    return p.deviation ? x.div(tf.tensor1d(p.deviation)) : x.clone()
  })
}
