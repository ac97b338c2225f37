// Loss and accuracy of the model as it is now on a set of pictures: the validation after each epoch.
import type { Preprocessing, SetMetrics } from '../../contract'
import type { Compute } from '../compute'
import type { ImageModel } from '../models/build'
import { inBatches, inferenceBatch, type ImageReader } from '../models/inference'
import { preprocess } from '../models/preprocess'
import { allWeights } from '../models/weights'
import { tf, type Tensor1D, type Tensor2D, type Tensor4D } from '../tf'
import { loadBatch } from './batches'
import { batchMetrics } from './loss'

export interface SetEvaluator {
  /**
   * Evaluates the present weights. `between` is called after each batch (to stop, to stay responsive).
   * @returns null for an empty set
   */
  run(indices: Int32Array, between: () => Promise<void>): Promise<SetMetrics | null>
  dispose(): void
}

export function createSetEvaluator(
  model: ImageModel,
  preprocessing: Preprocessing,
  images: ImageReader,
  labels: Uint16Array,
  compute: Compute,
): SetEvaluator {
  const weights = allWeights(model.network)
  const compiled = compute.compile('evaluate', (inputs) => {
    const [pictures, truth] = inputs.slice(weights.length) as [Tensor4D, Tensor1D]
    return [batchMetrics(model.logits.apply(preprocess(pictures, preprocessing)) as Tensor2D, truth)]
  })
  return {
    async run(indices, between) {
      let [loss, correct] = [0, 0]
      await inBatches(indices, inferenceBatch(images.size), async (slice) => {
        const batch = loadBatch(images, labels, slice)
        const [metrics] = compiled.run([...weights, batch.images, batch.labels])
        const values = await metrics!.data()
        tf.dispose([batch.images, batch.labels, metrics!])
        loss += values[0]!
        correct += values[1]!
        await between()
      })
      const count = indices.length
      return count === 0 ? null : { loss: loss / count, accuracy: correct / count, count }
    },
    dispose: () => compiled.dispose(),
  }
}
