// The way from a batch to logits, as functions of tensors: by the whole network from pictures, or by what is behind a
// cut from features. The training step and the validation are the same for both.
import type { Preprocessing } from '../../contract'
import type { Augmentation } from '../../contract/plan'
import type { Cut } from '../features/cut'
import { variablesOf } from '../features/graph'
import { featuresOf, logitsOf } from '../features/halves'
import type { ImageModel } from '../models/build'
import { preprocess } from '../models/preprocess'
import { allWeights } from '../models/weights'
import type { Tensor, Tensor2D, Tensor4D, Variable } from '../tf'
import { augment, mixes } from './augment'
import type { Draws } from './augment/draws'
import { augments } from './augment/views'

/** NHWC RGB pictures of 8-bit values, or features, float32 [batch, values]. */
export type BatchImages = Tensor4D | Tensor2D

export interface Forward {
  /** What `logits` depends on beside its input. */
  readonly variables: readonly Variable[]
  /** Pictures of a batch are mixed with each other. */
  readonly mixes: boolean
  /** Each step draws random numbers for its pictures. */
  readonly draws: boolean
  /**
   * A training batch as `logits` takes it, augmented.
   * @param open the last picture is only there to be mixed into the one before it
   * @returns `share` as `augment` does
   */
  augmented(images: BatchImages, draws: Draws, open?: boolean): { input: Tensor; share: Tensor2D | undefined }
  /** A batch as `logits` takes it. */
  unchanged(images: BatchImages): Tensor
  /** @param inference false in a training step, inside of which layers that train are in training mode */
  logits(input: Tensor, inference: boolean): Tensor2D
}

/**
 * @param cut where what stays the same in a phase ends: up to there the network is run as it is for features that are
 *   kept, so that keeping them changes nothing; null runs it as one
 */
export function forwardFromPictures(
  model: ImageModel,
  augmentation: Augmentation,
  preprocessing: Preprocessing,
  cut: Cut | null = null,
): Forward {
  const prepared = (pictures: Tensor4D) =>
    cut ? featuresOf(model.logits, cut, preprocessing, pictures) : preprocess(pictures, preprocessing)
  return {
    variables: allWeights(model.network),
    mixes: mixes(augmentation),
    draws: augments(augmentation),
    augmented(images, draws, open = false) {
      const { images: changed, share } = augment(
        images.cast('float32') as Tensor4D,
        augmentation,
        draws,
        open,
      )
      return { input: prepared(changed), share }
    },
    unchanged: (images) => prepared(images as Tensor4D),
    logits(input, inference) {
      if (cut) return logitsOf(model.logits, cut, input as Tensor2D, inference)
      return model.logits.apply(input, inference ? undefined : { training: true }) as Tensor2D
    },
  }
}

/** Features are made of pictures that were augmented and prepared: nothing is left of it for the step. */
export function forwardFromFeatures(model: ImageModel, cut: Cut): Forward {
  return {
    variables: variablesOf(cut.behind),
    mixes: false,
    draws: false,
    augmented: (images) => ({ input: images, share: undefined }),
    unchanged: (images) => images,
    logits: (input, inference) => logitsOf(model.logits, cut, input as Tensor2D, inference),
  }
}
