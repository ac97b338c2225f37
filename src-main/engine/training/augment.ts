// Random changes to the pictures of a batch, as tensor operations on 8-bit values: every picture gets changes of its
// own, drawn from the step's seed or from a table (augment/views.ts). Where pixels are, in one resampling; then
// colours; then RandAugment's colours, erasing, and mixing with another picture.
import type { Augmentation } from '../../contract/plan'
import { tf, type Tensor2D, type Tensor4D } from '../tf'
import { changesColour, recolour } from './augment/colour'
import { erase } from './augment/erase'
import { resample } from './augment/geometry'
import { mix, mixes } from './augment/mix'
import type { Draws } from './augment/draws'
import { drawChanges, randColours } from './augment/randAugment'

export { blend, mixes } from './augment/mix'

export type Augmented = {
  /** Values within 0..255. */
  images: Tensor4D
  /** Where pictures are mixed (`mixes`): the share of each that is its own; the rest is the next one's. [batch, 1] */
  share: Tensor2D | undefined
}

/**
 * Augments a batch.
 * @param images NHWC RGB, square, values 0..255, float32
 * @param draws int32 [2]: run seed and step; or a table of numbers of each picture (augment/views.ts)
 * @param open the last picture is only there to be mixed into the one before it, and does not come out
 * @returns new tensors
 */
export function augment(
  images: Tensor4D,
  options: Augmentation,
  draws: Draws,
  open: boolean = false,
): Augmented {
  return tf.tidy((): Augmented => {
    const changes = drawChanges(images.shape[0], options.randAugment, draws)
    let x: Tensor4D = resample(images, options, changes, draws)
    if (changesColour(options)) x = recolour(x, options, draws).clipByValue(0, 255) as Tensor4D
    for (const change of changes) x = randColours(x, change, options.randAugment)
    if (options.erasing > 0) x = erase(x, options.erasing, draws)
    if (mixes(options)) return mix(x, options, draws, open)
    return { images: x === images ? images.clone() : x, share: undefined }
  })
}
