// Probabilities for many pictures, batch by batch, on whatever backend runs.
import type { Preprocessing } from '../../contract'
import type { CompiledFunction, Compute } from '../compute'
import { runGraph } from '../features/graph'
import { imageTensor as upload } from '../fused'
import { inFittingBatches } from '../memory'
import { throwIfCancelled, type Task } from '../task'
import type { LayersModel, Tensor, Tensor4D } from '../tf'
import { preprocess } from './preprocess'
import { allWeights } from './weights'

/** Packed pictures: RGB, 8 bits, row by row, size × size × 3 bytes each. */
export interface ImageReader {
  readonly size: number
  read(indices: ArrayLike<number>, into: Uint8Array): void
}

/** Pictures at a time without gradients: by the size alone, so that results do not depend on the training's batch. */
export const inferenceBatch = (size: number): number =>
  Math.max(8, Math.min(256, Math.floor(2 ** 19 / size ** 2)))

/** Reads pictures into a tensor of their 8-bit values, NHWC; its type is the backend's choice (see engine/fused.ts). */
export function imageTensor(images: ImageReader, indices: ArrayLike<number>): Tensor4D {
  const { size } = images
  const bytes = new Uint8Array(indices.length * size * size * 3)
  images.read(indices, bytes)
  return upload(bytes, [indices.length, size, size, 3])
}

/** The values of a float32 tensor, which is freed. */
export async function readAndDispose(tensor: Tensor): Promise<Float32Array> {
  try {
    return (await tensor.data()) as Float32Array
  } finally {
    tensor.dispose()
  }
}

/** Calls `use` for consecutive slices of `indices`, with their offset. */
export async function inBatches(
  indices: Int32Array,
  batch: number,
  use: (slice: Int32Array, offset: number) => Promise<void>,
): Promise<void> {
  for (let offset = 0; offset < indices.length; offset += batch) {
    await use(indices.subarray(offset, offset + batch), offset)
  }
}

/** Pictures to probabilities as one function: the network's variables and 8-bit pictures in. Dispose of it. */
export function compileForward(
  network: LayersModel,
  preprocessing: Preprocessing,
  compute: Compute,
): CompiledFunction {
  return compute.compile('predict', (inputs) => {
    const pictures = preprocess(inputs[inputs.length - 1] as Tensor4D, preprocessing)
    // Frees what is no longer needed on the way: a deep base makes gigabytes of it for a batch of large pictures.
    return runGraph(network.outputs, new Map([[network.inputs[0]!, pictures]]), true)
  })
}

/**
 * The network's probabilities.
 * @param indices which pictures, in the order of the result
 * @param compiled what `compileForward` made, where the caller keeps it; it stays the caller's
 * @returns float32, indices.length × classes, row by row
 */
export async function predictProbabilities(
  network: LayersModel,
  preprocessing: Preprocessing,
  images: ImageReader,
  indices: Int32Array,
  compute: Compute,
  task: Task,
  compiled?: CompiledFunction,
): Promise<Float32Array> {
  const classes = network.outputs[0]!.shape[1]!
  const result = new Float32Array(indices.length * classes)
  const weights = allWeights(network)
  const first = inferenceBatch(images.size)
  await inFittingBatches(first, compute, async (batch) => {
    const forward = batch === first && compiled ? compiled : compileForward(network, preprocessing, compute)
    try {
      await inBatches(indices, batch, async (slice, offset) => {
        throwIfCancelled(task)
        const pictures = imageTensor(images, slice)
        try {
          const [probabilities] = forward.run([...weights, pictures])
          result.set(await readAndDispose(probabilities!), offset * classes)
        } finally {
          pictures.dispose()
        }
        const done = offset + slice.length
        task.progress({ stage: 'predict', done, total: indices.length, unit: 'images' })
        await new Promise(setImmediate)
      })
    } finally {
      if (forward !== compiled) forward.dispose()
    }
  })
  return result
}
