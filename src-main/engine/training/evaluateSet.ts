// Loss and accuracy of the model as it is now on a set of pictures: the validation after each epoch.
import type { SetMetrics } from '../../contract'
import type { Compute } from '../compute'
import { inFittingBatches } from '../memory'
import { inBatches, readAndDispose } from '../models/inference'
import { tf, type Tensor1D } from '../tf'
import { labelTensor } from './batches'
import type { BatchImages, Forward } from './forward'
import { batchMetrics } from './loss'

export interface SetEvaluator {
  /**
   * Evaluates the present weights. `between` is called after each batch (to stop, to stay responsive).
   * @returns null for an empty set
   */
  run(indices: Int32Array, between: () => Promise<void>): Promise<SetMetrics | null>
  dispose(): void
}

/**
 * @param load what `forward` takes for these pictures
 * @param batch pictures at a time
 */
export function createSetEvaluator(
  forward: Forward,
  load: (indices: Int32Array) => BatchImages,
  batch: number,
  labels: Uint16Array,
  compute: Compute,
): SetEvaluator {
  const weights = forward.variables
  const compile = () =>
    compute.compile('evaluate', (inputs) => {
      const [images, truth] = inputs.slice(weights.length) as [BatchImages, Tensor1D]
      return [batchMetrics(forward.logits(forward.unchanged(images), true), truth)]
    })
  let compiled = compile()
  /** What fitted last time. */
  let fitting = batch

  /** With what has no memory left from a larger batch. */
  function shrink(size: number): void {
    if (size === fitting) return
    compiled.dispose()
    compiled = compile()
    fitting = size
  }

  return {
    run: (indices, between) =>
      inFittingBatches(fitting, compute, async (size) => {
        shrink(size)
        const results: Tensor1D[] = []
        try {
          await inBatches(indices, size, async (slice) => {
            const inputs = tf.tidy(() => [load(slice), labelTensor(labels, slice)])
            try {
              const [metrics] = compiled.run([...weights, ...inputs])
              results.push(metrics as Tensor1D)
            } finally {
              tf.dispose(inputs)
            }
            await compute.pace?.()
            await between()
          })
          return await summed(results, indices.length)
        } finally {
          tf.dispose(results)
        }
      }),
    dispose: () => compiled.dispose(),
  }
}

/** Read at once, at the end: a device that computes beside the processor is kept busy until then. */
async function summed(results: readonly Tensor1D[], count: number): Promise<SetMetrics | null> {
  if (count === 0) return null
  const all = tf.concat([...results])
  const values = await readAndDispose(all)
  let [loss, correct] = [0, 0]
  for (let i = 0; i < values.length; i += 2) {
    loss += values[i]!
    correct += values[i + 1]!
  }
  return { loss: loss / count, accuracy: correct / count, count }
}
