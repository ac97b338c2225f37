// The test set in the plane: pictures that the model describes alike lie close together.
import { join } from 'node:path'
import { UserError, type EmbeddingMap, type EngineCallParams } from '../../../contract'
import { inTurn } from '../../bases/turns'
import { type Compute } from '../../compute'
import { ensureImages } from '../../data/cache'
import { openDataset } from '../../data/open'
import { sampled } from '../../evaluation/sample'
import { readTested } from '../../evaluation/tested'
import { withModel } from '../../models/pool'
import { throwIfCancelled, type Task } from '../../task'
import { penultimateActivations, type Activations } from './activations'
import { principalComponents } from './principal'
import { tensorProducts } from './products'
import { savedMap, saveMap } from './saved'
import { umap } from './umap'

/** Neighbours are looked for in so many dimensions at most: distances in more tell little more and cost more. */
const DIMENSIONS = 50
/** Fewer points are no map. */
const FEWEST = 5

/**
 * Makes the map of a run's test pictures, or reads the one that was made before.
 * @throws UserError `run-not-finished`, `dataset-not-found`, `dataset-source-missing`, `invalid-argument` where there
 *   are too few test pictures, `cancelled`
 */
export async function embeddingMap(
  { run: asked, limit, keep }: EngineCallParams<'results.map'>,
  compute: Compute,
  task: Task,
): Promise<EmbeddingMap> {
  const { folder, run } = asked
  return await inTurn(`map ${folder}`, task, async () => {
    const { evaluation } = await readTested(folder, run.name)
    const saved = await savedMap(folder, limit, evaluation)
    if (saved) return saved
    const { predictions, labels } = evaluation
    const total = predictions.index.length
    if (total < FEWEST)
      throw new UserError('invalid-argument', `A map needs ${FEWEST} test pictures; there are ${total}.`, {
        detail: { fewest: FEWEST, count: total },
      })
    const all = Int32Array.from({ length: total }, (_, place) => place)
    const places = [...sampled(all, limit, run.seed)]
    const index = places.map((place) => predictions.index[place]!)
    const { x, y } = await layOut(await describe(asked, index, compute, task), run.seed, task)
    const map: EmbeddingMap = {
      run: run.id,
      method: 'umap',
      labels,
      index,
      label: places.map((place) => predictions.label[place]!),
      predicted: places.map((place) => predictions.predicted[place]!),
      x: x.map(short),
      y: y.map(short),
      total,
      trainedOn: run.folds !== null,
    }
    if (keep) await saveMap(folder, limit, map)
    return map
  })
}

/** No screen shows more. */
const short = (value: number): number => Math.round(value * 1e4) / 1e4

async function describe(
  { folder, run, dataset }: EngineCallParams<'results.map'>['run'],
  index: readonly number[],
  compute: Compute,
  task: Task,
): Promise<Activations> {
  if (dataset === null)
    throw new UserError('dataset-not-found', `The dataset of ${run.name} is no longer in the library.`, {
      detail: { run: run.id, dataset: run.dataset },
      hint: 'Its figures are still there; a map needs the pictures.',
    })
  const open = await openDataset(dataset)
  return await withModel(join(folder, 'model'), async ({ network, description: { preprocessing } }) => {
    const images = await ensureImages(open, preprocessing, task)
    try {
      const indices = Int32Array.from(index)
      return await penultimateActivations(network, preprocessing, images, indices, compute, task)
    } finally {
      images.close()
    }
  })
}

async function layOut({ values, d }: Activations, seed: number, task: Task) {
  task.progress({ stage: 'map', done: 0, total: 0, unit: 'steps' })
  const pause = async () => {
    throwIfCancelled(task)
    await new Promise(setImmediate)
  }
  if (!values.every(Number.isFinite))
    throw new UserError('training-diverged', 'The model answers with values that are not numbers.', {
      hint: 'Train again with a lower learning rate.',
    })
  const { values: turned, k } = await principalComponents(values, d, DIMENSIONS, seed, pause, tensorProducts)
  return await umap(turned, k, seed, task, pause)
}
