// A small transfer run on pictures that can be told apart: for tests of what is frozen.
import {
  modelChoice,
  trainedRun as runSchema,
  type Dataset,
  type TrainedRun,
  type SplitName,
} from '../../src-main/contract'
import { plan as planSchema } from '../../src-main/contract/plan'
import { buildApplication } from '../../src-main/engine/models/applications/build'
import { tf } from '../../src-main/engine/tf'
import { saveWeights } from '../../src-main/engine/models/weights-file/save'
import { rng } from '../../src-main/engine/rng'

export const transferSize = 32
const perImage = transferSize ** 2 * 3

/** Pictures of two classes: stripes across or along, in random colours on noise. All splits have both. */
export function stripes(count = { train: 10, validation: 4, test: 4 }, seed = 3) {
  const total = count.train + count.validation + count.test
  const random = rng(seed, 'stripes')
  const labels = Uint16Array.from({ length: total }, (_, i) => i % 2)
  const pixels = new Uint8Array(total * perImage)
  for (let i = 0; i < total; i++) {
    const colour = [random.range(80, 255), random.range(80, 255), random.range(80, 255)]
    const phase = random.range(0, 8)
    for (let at = 0; at < transferSize ** 2; at++) {
      const along = labels[i] === 0 ? at % transferSize : Math.floor(at / transferSize)
      const bright = Math.floor(along + phase) % 8 < 4
      for (let c = 0; c < 3; c++) {
        pixels[i * perImage + at * 3 + c] = (bright ? colour[c]! : 20) + random.range(-15, 0)
      }
    }
  }
  const starts = { train: 0, validation: count.train, test: count.train + count.validation }
  const indices = (split: SplitName) => Int32Array.from({ length: count[split] }, (_, i) => starts[split] + i)
  const read = (wanted: ArrayLike<number>, into: Uint8Array) => {
    for (let i = 0; i < wanted.length; i++) {
      const from = wanted[i]! * perImage
      into.set(pixels.subarray(from, from + perImage), i * perImage)
    }
  }
  const images = { size: transferSize, read }
  return { open: { labels, indices, ...divisible(labels) }, images, pixels }
}

/** What a cross-validation asks of a dataset: no two pictures are copies, nothing was split before. */
function divisible(labels: Uint16Array) {
  const classes = ['across', 'along'].map((name, label) => {
    return { name, train: labels.filter((one) => one === label).length, validation: 0, test: 0 }
  })
  const split = { seed: 1, origin: 'drawn', validation: 0.2, test: 0.2 }
  return { groups: Int32Array.from(labels.keys()), dataset: { name: 'Stripes', classes, split } as Dataset }
}

export interface TransferRunOptions {
  plan?: object
  head?: object
  architecture?: 'mobilenet' | 'mobilenet-v2' | 'densenet121' | 'efficientnet-b0'
  alpha?: number
  seed?: number
  folds?: number
}

/**
 * Writes random weights for the base of a run, such that pictures still differ at its end: kernels keep the size of
 * what goes through them (He et al., ICCV 2015), which those that a depthwise network is trained from do not.
 */
export async function livelyWeights(path: string, { base }: TrainedRun, seed = 1): Promise<string> {
  const { architecture: name, alpha } = base!
  const made = buildApplication(name, { size: transferSize, alpha, seed: null }).base
  const random = rng(seed, 'lively')
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  for (const layer of made.layers) {
    const values = layer.getWeights().map((weight) => {
      const shape = weight.shape
      if (shape.length !== 4) return weight.clone()
      const depthwise = layer.getClassName() === 'DepthwiseConv2D'
      const inputs = shape[0]! * shape[1]! * (depthwise ? 1 : shape[2]!)
      return tf.tensor(
        Float32Array.from({ length: weight.size }, () => normal() * Math.sqrt(2 / inputs)),
        shape,
      )
    })
    if (values.length > 0) layer.setWeights(values)
    tf.dispose(values)
  }
  await saveWeights(made, path)
  made.dispose()
  return path
}

/** A base with weights of its own (`livelyWeights`): what is tested is what is frozen, not what it knows. */
export function transferRun(asked: TransferRunOptions = {}): TrainedRun {
  const { plan = {}, head = {}, architecture = 'mobilenet', alpha = 0.25, seed = 1, folds = null } = asked
  return runSchema.parse({
    version: 1,
    id: 'transfer',
    name: 'Transfer',
    created: '2026-01-01T00:00:00Z',
    dataset: 'stripes',
    datasetName: 'Stripes',
    datasetHash: '0',
    labels: ['across', 'along'],
    model: modelChoice.parse({ name: 'transfer', options: { base: 'random', head } }),
    base: { version: 1, id: 'random', title: 'Random', architecture, alpha, size: 224, sha256: null, bytes: 0, file: null, origin: 'catalogue' }, // prettier-ignore
    preprocessing: { size: transferSize, resize: 'cover', scale: 1 / 127.5, offset: [-1, -1, -1], channels: 'rgb' }, // prettier-ignore
    plan: planSchema.parse({
      phases: [{ epochs: 2, learningRate: 0.01, trainable: 'head' }],
      batch: 5,
      ...plan,
    }),
    seed,
    folds,
    backend: 'cpu',
    cotejo: '0.1.0',
  })
}
