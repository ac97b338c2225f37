// What a trained network asks of this machine: counted where it can be counted, timed where it cannot.
import { cancelled, type Cost, type ModelDescription } from '../../../contract'
import { type Compute } from '../../compute'
import { runGraph } from '../../features/graph'
import { imageTensor, inferenceBatch, type ImageReader } from '../../models/inference'
import { preprocess } from '../../models/preprocess'
import { allWeights, countElements, innermostLayers } from '../../models/weights'
import { type Task } from '../../task'
import { tf, type LayersModel, type Tensor, type Tensor4D } from '../../tf'
import { multiplyAdds } from './multiply-adds'
import { quantile, timed, type TimingLimits } from './timing'

/** All of it together takes about a second; of networks that are slow, a few runs. */
const onePicture: TimingLimits = { warmUp: 3, least: 5, most: 50, seconds: 0.5 }
const manyPictures: TimingLimits = { warmUp: 1, least: 2, most: 8, seconds: 0.4 }
/** A batch shall not take longer than this, as far as one picture tells. */
const BATCH_SECONDS = 1

export interface CostOptions {
  /** The whole network, from pictures to probabilities. */
  network: LayersModel
  description: Pick<ModelDescription, 'preprocessing' | 'parameters' | 'trainableParameters'>
  images: ImageReader
  /** Pictures to measure with; one is enough. */
  pictures: ArrayLike<number>
  compute: Compute
}

/**
 * Runs `use` with a network whose layers are all frozen, as in a model that is only asked: what was trained and what
 * was not must not make two runs of one architecture differ.
 */
async function frozen<T>(network: LayersModel, use: () => Promise<T>): Promise<T> {
  const layers = innermostLayers(network)
  const before = layers.map((layer) => layer.trainable)
  layers.forEach((layer) => (layer.trainable = false))
  try {
    return await use()
  } finally {
    layers.forEach((layer, i) => (layer.trainable = before[i]!))
  }
}

/** From 8-bit pixels in memory to probabilities in memory: with the way to the device and back. */
async function times(
  { network, description, images, pictures, compute }: CostOptions,
  task: Task,
): Promise<Pick<Cost, 'latency' | 'throughput'>> {
  const weights = allWeights(network)
  const forward = compute.compile('measure', (inputs) => {
    const prepared = preprocess(inputs[inputs.length - 1] as Tensor4D, description.preprocessing)
    return runGraph(network.outputs, new Map([[network.inputs[0]!, prepared]]), true)
  })
  const predict = (batch: number) => {
    const indices = Int32Array.from({ length: batch }, (_, i) => pictures[i % pictures.length]!)
    return async () => {
      const input = imageTensor(images, indices)
      let outputs: Tensor[] = []
      try {
        outputs = forward.run([...weights, input])
        await outputs[0]!.data()
      } finally {
        tf.dispose([input, ...outputs])
      }
    }
  }
  try {
    const single = await timed(predict(1), onePicture, task)
    const latency = { median: quantile(single, 0.5), p95: quantile(single, 0.95), runs: single.length }
    const fits = Math.max(1, (BATCH_SECONDS * 1000) / latency.median)
    const batch = Math.min(inferenceBatch(images.size), 2 ** Math.floor(Math.log2(fits)))
    const many = batch === 1 ? single : await timed(predict(batch), manyPictures, task)
    const imagesPerSecond = (batch / quantile(many, 0.5)) * 1000
    return { latency, throughput: { imagesPerSecond, batch } }
  } finally {
    forward.dispose()
  }
}

/**
 * @param onProblem is told why times are missing, where they are: a model that was trained and judged does not fail
 * for want of them
 * @throws UserError `cancelled`, nothing else
 */
export async function measureCost(
  options: CostOptions,
  task: Task,
  onProblem: (reason: string) => void = () => {},
): Promise<Cost> {
  const { network, description, compute } = options
  task.progress({ stage: 'measure', done: 0, total: 0, unit: 'steps' })
  let measured: Pick<Cost, 'latency' | 'throughput'> = { latency: null, throughput: null }
  try {
    measured = await frozen(network, () => times(options, task))
  } catch (thrown) {
    if (task.signal.aborted) throw cancelled()
    onProblem(thrown instanceof Error ? thrown.message : String(thrown))
  }
  return {
    parameters: description.parameters,
    trainableParameters: description.trainableParameters,
    multiplyAdds: multiplyAdds(network),
    // Saved as 32-bit floats, averages of normalisations included.
    bytes: 4 * countElements(allWeights(network)),
    ...measured,
    backend: compute.name,
    device: compute.device,
  }
}
