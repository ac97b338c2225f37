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
 * The order of one epoch of balanced sampling: as many entries as there are training pictures, of each class equally
 * many (to one; which classes get one more is drawn). The pictures of a class come in passes, each in a new order, so
 * that none comes twice more often than another: small classes are repeated, of large ones another part is shown each
 * epoch.
 */
export function balancedOrder(
  indices: Int32Array,
  labels: ArrayLike<number>,
  seed: number,
  epoch: number,
): Int32Array {
  const random = rng(seed, `sampling/${epoch}`)
  const classes = new Map<number, number[]>()
  for (const index of indices) {
    const members = classes.get(labels[index]!)
    if (members) members.push(index)
    else classes.set(labels[index]!, [index])
  }
  const order: number[] = []
  const names = random.shuffle([...classes.keys()].sort((a, b) => a - b))
  names.forEach((name, place) => {
    const members = classes.get(name)!
    let left = Math.floor((indices.length + place) / names.length)
    while (left > 0) {
      order.push(...random.shuffle(members).slice(0, left))
      left -= members.length
    }
  })
  return Int32Array.from(random.shuffle(order))
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

export const labelTensor = (labels: Uint16Array, indices: Int32Array): Tensor1D =>
  tf.tensor1d(
    Int32Array.from(indices, (i) => labels[i]!),
    'int32',
  )

/** Loads one batch. The caller disposes of it. */
export const loadBatch = (images: ImageReader, labels: Uint16Array, indices: Int32Array): LabelledBatch => ({
  images: imageTensor(images, indices),
  labels: labelTensor(labels, indices),
})
