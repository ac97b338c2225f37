// What a network makes of pictures before its last layer: the values that its classes are told apart by.
import { type Preprocessing } from '../../../contract'
import { type Compute } from '../../compute'
import { runGraph, shapeOf, sizeOf } from '../../features/graph'
import { imageTensor, inBatches, inferenceBatch, type ImageReader } from '../../models/inference'
import { preprocess } from '../../models/preprocess'
import { allWeights } from '../../models/weights'
import { throwIfCancelled, type Task } from '../../task'
import { tf, type LayersModel, type Tensor2D, type Tensor4D } from '../../tf'
import { penultimateOf } from '../layers'

export interface Activations {
  /** pictures × d, row by row. */
  values: Float32Array
  d: number
}

export async function penultimateActivations(
  network: LayersModel,
  preprocessing: Preprocessing,
  images: ImageReader,
  indices: Int32Array,
  compute: Compute,
  task: Task,
): Promise<Activations> {
  const penultimate = penultimateOf(network)
  const d = sizeOf(shapeOf(penultimate))
  const values = new Float32Array(indices.length * d)
  const forward = compute.compile('embed', (inputs) => {
    const pictures = preprocess(inputs[inputs.length - 1] as Tensor4D, preprocessing)
    const [rows] = runGraph([penultimate], new Map([[network.inputs[0]!, pictures]]), true)
    return [rows!.reshape<Tensor2D>([-1, d])]
  })
  try {
    await inBatches(indices, inferenceBatch(images.size), async (slice, offset) => {
      throwIfCancelled(task)
      const pictures = imageTensor(images, slice)
      const [rows] = forward.run([...allWeights(network), pictures])
      try {
        values.set((await rows!.data()) as Float32Array, offset * d)
      } finally {
        tf.dispose([pictures, rows!])
      }
      const done = offset + slice.length
      task.progress({ stage: 'predict', done, total: indices.length, unit: 'images' })
      await new Promise(setImmediate)
    })
  } finally {
    forward.dispose()
  }
  return { values, d }
}
