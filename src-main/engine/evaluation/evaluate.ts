// Judges a trained network: what it says about the test, validation and training images, and what that is worth.
import { type Evaluation, type Preprocessing } from '../../contract'
import { type Compute } from '../compute'
import { type OpenDataset } from '../data/open'
import { type Features } from '../features/features'
import { predictFromFeatures } from '../features/predict'
import { predictProbabilities, type ImageReader } from '../models/inference'
import { type Task } from '../task'
import { type LayersModel } from '../tf'
import { evaluateProbabilities } from './evaluate-probabilities'
import { sampled } from './sample'

/** More training images than this are sampled: their figures only serve the gap, and 10,000 give it to ± 1 point. */
export const TRAIN_SAMPLE = 10_000

export interface EvaluateOptions {
  /** NHWC in, probabilities out. */
  network: LayersModel
  preprocessing: Preprocessing
  open: Pick<OpenDataset, 'labels' | 'indices'>
  images: ImageReader
  /** Class names. */
  labels: readonly string[]
  compute: Compute
  /** Of the sample of training images. */
  seed: number
  /** What the training ended with; used where it is of this network. */
  features?: Features | null
}

export interface Evaluated {
  evaluation: Evaluation
  /** Of the test images in the dataset's order: row-major, images × classes. */
  probabilities: Float32Array
}

/**
 * Predicts all test and validation images, and the training images (a seeded sample of 10,000 where there are more;
 * `evaluation.train.count` says how many), without augmentation.
 *
 * @throws UserError `training-diverged` where the network answers with NaN; `cancelled`
 */
export async function evaluateRun(options: EvaluateOptions, task: Task): Promise<Evaluated> {
  const { network, preprocessing, open, images, compute } = options
  const features = options.features?.fits(network) ? options.features : null
  const started = performance.now()
  const indices = {
    test: open.indices('test'),
    validation: open.indices('validation'),
    train: sampled(open.indices('train'), TRAIN_SAMPLE, options.seed),
  }
  const total = indices.test.length + indices.validation.length + indices.train.length
  let done = 0
  const predict = async (index: Int32Array, part: Task) =>
    (features && (await predictFromFeatures(network, features, index, compute, part))) ??
    (await predictProbabilities(network, preprocessing, images, index, compute, part))
  const score = async (index: Int32Array) => {
    const part: Task = {
      signal: task.signal,
      progress: (now) =>
        now.stage === 'features'
          ? task.progress(now)
          : task.progress({ stage: 'evaluate', done: done + now.done, total, unit: 'images' }),
    }
    const probabilities = index.length > 0 ? await predict(index, part) : new Float32Array(0)
    done += index.length
    task.progress({ stage: 'evaluate', done, total, unit: 'images' })
    return { probabilities, labels: Uint16Array.from(index, (i) => open.labels[i]!), index }
  }
  const sets = {
    test: await score(indices.test),
    validation: await score(indices.validation),
    train: await score(indices.train),
  }
  const seconds = (performance.now() - started) / 1000
  return {
    evaluation: evaluateProbabilities(sets, options.labels, seconds),
    probabilities: sets.test.probabilities,
  }
}
