// A classifier that is sure of what it says, without a training: published weights, or random kernels between batch
// normalizations that fit the pictures, and a head fitted to the features by ridge regression. What rounding does to a
// model is worth a look only where the model has something to say.
import {
  modelChoice,
  pixelScalings,
  scalingOf,
  type Architecture,
  type ModelDescription,
  type Preprocessing,
} from '../../src-main/contract'
import { decodePicture } from '../../src-main/engine/data/decode'
import { bareFacts } from '../../src-main/engine/export/facts'
import { interpret, modelGraph, type ModelGraph, type Operation } from '../../src-main/engine/export/graph'
import { buildTransferModel } from '../../src-main/engine/models/applications/build'
import { buildFresh } from '../../src-main/engine/models/build'
import { loadWeights } from '../../src-main/engine/models/weights-file/load'
import { tf, type LayersModel, type Tensor, type Tensor2D, type Tensor4D } from '../../src-main/engine/tf'

export interface LabelledPictures {
  count: number
  pixels: Uint8Array
  labels: number[]
}

/**
 * @param tinted leaves little of the pictures and gives them a colour by the label: three classes that even random
 *   kernels tell apart
 */
export async function labelledPictures(
  files: readonly { path: string; label: number }[],
  size: number,
  tinted: boolean,
): Promise<LabelledPictures> {
  const each = size * size * 3
  const pixels = new Uint8Array(files.length * each)
  for (const [i, { path, label }] of files.entries()) {
    const picture = await decodePicture(path, { size, resize: 'cover' })
    pixels.set(tinted ? picture.map((v, at) => 0.06 * v + (at % 3 === label ? 100 : 20)) : picture, i * each)
  }
  return { count: files.length, pixels, labels: files.map(({ label }) => label) }
}

export const tensorOf = ({ count, pixels }: LabelledPictures, size: number): Tensor4D =>
  tf.tensor4d(Int32Array.from(pixels), [count, size, size, 3], 'int32')

/** Solves A · X = B for a symmetric positive A, by Gaussian elimination. */
function solve(a: readonly number[][], b: readonly number[][]): number[][] {
  const rows = a.map((row, i) => Float64Array.from([...row, ...b[i]!]))
  for (const [pivot, line] of rows.entries()) {
    for (const [i, row] of rows.entries()) {
      const factor = i === pivot ? 0 : row[pivot]! / line[pivot]!
      if (factor !== 0) row.forEach((value, j) => (row[j] = value - factor * line[j]!))
    }
  }
  return rows.map((row, i) => Array.from(row.slice(a.length), (value) => value / row[i]!))
}

type BatchNormalization = Extract<Operation, { type: 'batchNormalization' }>

/** What a branch adds to what goes past it: a part, as in a trained network. */
const BRANCH = 0.1

/** Gives each batch normalization the mean and variance of what goes into it: it comes before what it changes. */
function fitNormalizations(graph: ModelGraph, images: Tensor4D): void {
  const added = new Set(graph.operations.flatMap((one) => (one.type === 'add' ? one.inputs : [])))
  const after = new Map(
    graph.operations
      .filter((one): one is BatchNormalization => one.type === 'batchNormalization')
      .map((one) => [one.inputs[0]!, one]),
  )
  interpret(graph, images, ({ name }, value) => {
    const normalization = after.get(name)
    if (!normalization) return
    tf.tidy(() => {
      const { mean, variance } = tf.moments(value, [0, 1, 2].slice(0, value.rank - 1))
      if (added.has(normalization.name)) normalization.gamma.values.fill(BRANCH)
      normalization.mean.values.set(mean.dataSync<'float32'>())
      normalization.variance.values.set(variance.dataSync<'float32'>())
    })
  }).dispose()
}

/** Fits the last layer: 6 for the class, −6 for the others. */
function fitHead(graph: ModelGraph, images: Tensor4D, labels: readonly number[], classes: number): void {
  const logits = graph.operations.find((one) => one.name === 'logits')
  if (logits?.type !== 'dense') throw new Error('The model has no layer called logits')
  let features: Tensor | undefined
  interpret(graph, images, ({ name }, value) => {
    if (name === logits.inputs[0]) features = value.clone()
  }).dispose()
  tf.tidy(() => {
    const x = features as Tensor2D
    const mean = x.mean(0)
    const centred = x.sub(mean) as Tensor2D
    const products = centred.matMul(centred, false, true).arraySync() as number[][]
    const ridge = products.reduce((sum, row, i) => sum + row[i]!, 0) / labels.length / 10
    const targets = labels.map((label) => Array.from({ length: classes }, (_, c) => (c === label ? 6 : -6)))
    const damped = products.map((row, i) => row.map((value, j) => value + (i === j ? ridge : 0)))
    const kernel = centred.matMul(tf.tensor2d(solve(damped, targets)), true) as Tensor2D
    logits.kernel.values.set(kernel.dataSync<'float32'>())
    const bias = mean.expandDims(0).matMul(kernel).neg().add(-2)
    logits.bias!.values.set(bias.dataSync<'float32'>())
  })
  features!.dispose()
}

async function networkOf(name: 'cnn' | Architecture, size: number, classes: number, weights: string | null) {
  if (name === 'cnn') return buildFresh(modelChoice.parse({ name }), { size, classes, seed: 5 }).network
  const made = buildTransferModel({ name }, { size, classes, seed: 5 })
  if (weights) await loadWeights(made.base, weights)
  return made.network
}

/**
 * @param weights file of the base; random where there is none
 * @param train what normalizations and head are fitted to
 */
export async function fittedGraph(
  name: 'cnn' | Architecture,
  labels: readonly string[],
  size: number,
  weights: string | null,
  train: LabelledPictures,
): Promise<{ network: LayersModel; graph: ModelGraph; description: ModelDescription }> {
  const network = await networkOf(name, size, labels.length, weights)
  const scaling = name === 'cnn' ? pixelScalings.unit : scalingOf(name, 'own')
  const preprocessing: Preprocessing = { size, resize: 'cover', ...scaling }
  const description = { model: { name: 'cnn' }, labels, preprocessing, cotejo: '0' } as ModelDescription
  const facts = bareFacts(name, description)
  const graph = await modelGraph(network, description, facts)
  const images = tensorOf(train, size)
  if (!weights) fitNormalizations(graph, images)
  fitHead(graph, images, train.labels, labels.length)
  images.dispose()
  return { network, graph, description }
}
