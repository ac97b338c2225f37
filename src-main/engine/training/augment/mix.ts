// MixUp and CutMix: each picture is mixed with its neighbour in the batch, and so are the labels, in the loss.
// H. Zhang, M. Cisse, Y. N. Dauphin, D. Lopez-Paz, "mixup: Beyond Empirical Risk Minimization", ICLR 2018.
// S. Yun, D. Han, S. J. Oh, S. Chun, J. Choe, Y. Yoo, "CutMix: Regularization Strategy to Train Strong Classifiers with
// Localizable Features", ICCV 2019.
// Batches are in random order, so the neighbour is a random picture. The share is drawn for each picture.
import type { Augmentation } from '../../../contract/plan'
import { tf, type Tensor, type Tensor2D, type Tensor4D } from '../../tf'
import { betaTable } from './beta'
import { salt, uniform, type Draws } from './draws'
import { rectangles } from './erase'

export const mixes = (o: Augmentation): boolean => o.mixUp > 0 || o.cutMix > 0

/**
 * The entries of a batch and what is mixed into each: the next entry. A whole batch is a ring, into its last entry the
 * first one is mixed; in an open one the last entry is only there to be mixed into the one before it.
 */
function pairs<T extends Tensor>(batch: T, open: boolean): { own: T; others: T } {
  const [count, ...shape] = batch.shape as [number, ...number[]]
  const from = (at: number, length: number) =>
    tf.slice(batch, [at, ...shape.map(() => 0)], [length, ...shape]) as T
  if (open) return { own: from(0, count - 1), others: from(1, count - 1) }
  const first = from(0, 1)
  return { own: batch, others: count === 1 ? first : (tf.concat([from(1, count - 1), first]) as T) }
}

/** `share` of each entry and the rest of its neighbour. @param share [batch, 1] */
export const blend = (batch: Tensor2D, share: Tensor2D, open = false): Tensor2D =>
  tf.tidy(() => {
    const { own, others } = pairs(batch, open)
    return own.sub(others).mul<Tensor2D>(share).add(others)
  })

/**
 * Beta(α, α) numbers. The table of quantiles is read by hat functions, one product with it: a gather would read its
 * indices back from TensorFlow.
 * @returns [batch, 1]
 */
function beta(batch: number, alpha: number, draws: Draws, of: number): Tensor2D {
  const table = betaTable(alpha)
  const at = uniform(batch, draws, of, 2).mul(table.length - 1)
  const hats = tf.sub(1, at.sub(tf.range(0, table.length).reshape([1, -1])).abs()).relu()
  return tf.matMul(hats as Tensor2D, tf.tensor2d(table, [table.length, 1]))
}

/** The rectangles that CutMix takes from neighbours, [batch, size, size, 1]. */
function cutRectangles(batch: number, size: number, alpha: number, draws: Draws): Tensor {
  const share = beta(batch, alpha, draws, salt.cutMix).reshape([batch, 1, 1, 1])
  const half = tf
    .sub(1, share)
    .maximum(0)
    .sqrt()
    .mul(size / 2)
  const edges = (of: number): [Tensor, Tensor] => {
    const centre = uniform(batch, draws, of, 4).mul(size)
    const edge = (at: Tensor) => at.round().clipByValue(0, size)
    return [edge(centre.sub(half)), edge(centre.add(half))]
  }
  return rectangles(size, [...edges(salt.cutY), ...edges(salt.cutX)])
}

/**
 * Mixes a batch.
 * @returns the pictures, and the share of each that is its own, [batch, 1]: with CutMix the part of its area that is
 *   left, with MixUp what was drawn
 */
export function mix(
  images: Tensor4D,
  o: Augmentation,
  draws: Draws,
  open: boolean,
): { images: Tensor4D; share: Tensor2D } {
  const { own: mine, others } = pairs(images, open)
  const [batch, size] = mine.shape
  const up = o.mixUp > 0 ? beta(batch, o.mixUp, draws, salt.mixUp).reshape([batch, 1, 1, 1]) : null
  const cut = o.cutMix > 0 ? tf.sub(1, cutRectangles(batch, size, o.cutMix, draws)) : null
  let own: Tensor = (up ?? cut)!
  if (up && cut) {
    const isCut = uniform(batch, draws, salt.mixOrCut, 4).less(0.5).cast('float32')
    own = cut.sub(up).mul(isCut).add(up)
  }
  return {
    images: mine.sub(others).mul(own).add(others) as Tensor4D,
    share: own.mean([1, 2]) as Tensor2D,
  }
}
