// How the base in the box is trained: the run, as the app would have written it in run.json.
import {
  plan as planSchema,
  scalingOf,
  transferOptions,
  type Dataset,
  type Plan,
  type TrainedRun,
  type UsedBase,
} from '../../src-main/contract'
import { cotejoVersion } from '../../src-main/contract/version'

/** Side of the pictures in pixels: that of CIFAR-10. */
export const size = 32

export const baseName = 'cotejo-mini'

/** The base before it is trained: an architecture, and no weights. */
const untrained: UsedBase = {
  version: 1,
  id: baseName,
  title: 'Cotejo Mini',
  architecture: 'cotejo-mini',
  alpha: 1,
  size,
  sha256: null,
  bytes: 0,
  file: null,
  origin: 'box',
  url: null,
  trainedOn: null,
  licence: null,
  accuracy: null,
}

const phase = (epochs: number, learningRate: number, warmupEpochs: number) => ({
  epochs,
  optimizer: { name: 'sgd', momentum: 0.9, nesterov: true, weightDecay: 5e-3 },
  learningRate,
  schedule: { name: 'cosine', warmupEpochs },
})

/**
 * Nesterov momentum under two falls of the rate along a cosine, the second from half the height (Loshchilov and Hutter,
 * "SGDR: Stochastic Gradient Descent with Warm Restarts", ICLR 2017), label smoothing, and CIFAR-10's usual
 * augmentation. Keras's weight decay stands outside of the momentum, so that it is ten times the usual 5e-4.
 * @param epochs of each fall
 */
export const basePlan = (epochs: number): Plan =>
  planSchema.parse({
    phases: [phase(epochs, 0.2, 2), phase(epochs, 0.1, 0.5)],
    batch: 256,
    augmentation: { flip: true, shift: 0.125 },
    labelSmoothing: 0.1,
    restoreBest: false,
  })

export const baseRun = (dataset: Dataset, plan: Plan, seed: number, id: string): TrainedRun => ({
  version: 1,
  id,
  name: 'The base in the box',
  created: new Date().toISOString(),
  dataset: dataset.id,
  datasetName: dataset.name,
  datasetHash: dataset.hash,
  labels: dataset.classes.map(({ name }) => name),
  model: { name: 'transfer', options: transferOptions.parse({ base: baseName, weights: 'random' }) },
  base: untrained,
  preprocessing: { size, resize: 'cover', ...scalingOf('cotejo-mini', 'own') },
  plan,
  seed,
  folds: null,
  backend: 'tensorflow',
  cotejo: cotejoVersion,
})
