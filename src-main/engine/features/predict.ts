// Probabilities from features: what `predictProbabilities` gives, without what is before the cut.
import type { Compute } from '../compute'
import { inFittingBatches } from '../memory'
import { inBatches, readAndDispose } from '../models/inference'
import { throwIfCancelled, type Task } from '../task'
import type { LayersModel, Tensor2D } from '../tf'
import type { Cut } from './cut'
import type { Features } from './features'
import { variablesOf } from './graph'
import { logitsOf } from './halves'

/** Rows at a time without gradients: by their length alone. */
export const featureBatch = ({ values }: Cut): number =>
  Math.max(8, Math.min(512, Math.floor(2 ** 21 / values)))

/**
 * The network's probabilities, from the features of a cut that fits it.
 * @param indices which pictures, in the order of the result
 * @returns float32, indices.length × classes, row by row; null where there is no room for the features
 */
export async function predictFromFeatures(
  network: LayersModel,
  features: Features,
  indices: Int32Array,
  compute: Compute,
  task: Task,
): Promise<Float32Array | null> {
  const ensured = await features.ensure([{ pictures: indices, view: null }], {
    between: () => pause(task),
    progress: (done, total) => task.progress({ stage: 'features', done, total, unit: 'images' }),
  })
  if (!ensured) return null
  const { cut } = features
  const classes = network.outputs[0]!.shape[1]!
  const result = new Float32Array(indices.length * classes)
  const variables = variablesOf([...cut.behind])
  await inFittingBatches(featureBatch(cut), compute, async (batch) => {
    const forward = compute.compile('predict-from-features', (inputs) => [
      logitsOf(network, cut, inputs[inputs.length - 1] as Tensor2D, true),
    ])
    try {
      await inBatches(indices, batch, async (slice, offset) => {
        await pause(task)
        const rows = features.tensor(slice, null)
        try {
          const [probabilities] = forward.run([...variables, rows])
          result.set(await readAndDispose(probabilities!), offset * classes)
        } finally {
          rows.dispose()
        }
        const done = offset + slice.length
        task.progress({ stage: 'predict', done, total: indices.length, unit: 'images' })
      })
    } finally {
      forward.dispose()
    }
  })
  return result
}

async function pause(task: Task): Promise<void> {
  await new Promise(setImmediate)
  throwIfCancelled(task)
}
