// The order of the training pictures, and the batches on the device.
import { rng } from '../rng'
import { imageTensor, type ImageReader } from '../models/inference'
import { tf, type Tensor1D, type Tensor4D } from '../tf'

/**
 * The training pictures in the order of one epoch. It depends on seed and epoch alone: a resumed run needs no state
 * of a generator.
 */
export function epochOrder(indices: Int32Array, seed: number, epoch: number): Int32Array {
  return Int32Array.from(rng(seed, `shuffle/${epoch}`).shuffle(Array.from(indices)))
}

/**
 * Steps in an epoch. The last batch is smaller where the pictures do not divide evenly, and is trained on like the
 * others (as Keras does): every picture counts once an epoch. Backends that capture the step capture it twice.
 */
export const stepsPerEpoch = (images: number, batch: number): number => Math.ceil(images / batch)

export interface LabelledBatch {
  images: Tensor4D
  labels: Tensor1D
}

/** Loads one batch. The caller disposes of it. */
export function loadBatch(images: ImageReader, labels: Uint16Array, indices: Int32Array): LabelledBatch {
  return {
    images: imageTensor(images, indices),
    labels: tf.tensor1d(
      Int32Array.from(indices, (i) => labels[i]!),
      'int32',
    ),
  }
}
