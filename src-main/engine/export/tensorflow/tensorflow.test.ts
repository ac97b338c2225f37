// The graph model in TensorFlow.js: raw pictures in, and what the run's model says out.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyLayer } from '../../../../tests/support/everyLayer'
import { exportedRun, LABELS } from '../../../../tests/support/exportedRun'
import { pictures } from '../../../../tests/support/keras-formulas'
import { livelyClassifier } from '../../../../tests/support/livelyClassifier'
import { type Preprocessing } from '../../../contract'
import { openWasm } from '../../backends/wasm'
import { applicationScaling } from '../../models/applications/registry'
import { preprocess } from '../../models/preprocess'
import { quietTask } from '../../task'
import { tf, type LayersModel, type Tensor, type Tensor4D } from '../../tf'
import { checkExport } from '../check'
import { type Consumer } from '../format'
import { tfjsGraph } from '../tfjs-graph'
import { SavedModel } from './messages'
import { savedModel } from './saved-model'
import { foldBatchNormalization } from '../graph'

const SIZE = 32
const caffe: Preprocessing = { size: SIZE, resize: 'fit', scale: 0.01, offset: [-0.4, -0.45, -0.5], deviation: [0.2, 0.25, 0.3], channels: 'bgr' } // prettier-ignore
let images: Tensor4D
let folder: string

beforeAll(async () => {
  await openWasm()
  images = pictures(SIZE)
  folder = await mkdtemp(join(tmpdir(), 'cotejo-graph-'))
})
afterAll(async () => {
  images.dispose()
  await rm(folder, { recursive: true, force: true })
})

/** Writes, checks, and asks about two pictures that must not be told the same. */
async function compare(network: LayersModel, preprocessing: Preprocessing): Promise<void> {
  const run = exportedRun(network, preprocessing)
  await tfjsGraph.write(folder, run, quietTask())
  const check = await checkExport('tfjs-graph', tfjsGraph, folder, run, quietTask())
  expect(check.largestDifference).toBeLessThan(1e-5)

  const consumer = (await tfjsGraph.open(folder, run)) as Consumer
  const said = await consumer.predict(Uint8Array.from(images.dataSync()), 2)
  const own = tf.tidy(() => (network.predict(preprocess(images, preprocessing)) as Tensor).dataSync())
  said.forEach((value, i) => expect(Math.abs(value - own[i]!)).toBeLessThan(1e-5))
  expect(Math.abs(said[0]! - said[LABELS.length]!)).toBeGreaterThan(1e-3)
  await consumer.dispose()
  network.dispose()
}

test('every layer says the same as a graph model', () => compare(everyLayer(SIZE, LABELS.length), caffe))

test.each(['mobilenet-v2', 'efficientnet-b0', 'mobilenet-v3-small'] as const)(
  '%s says the same as a graph model',
  async (name) => {
    const { network } = livelyClassifier({ name, size: SIZE, classes: LABELS.length }, images)
    await compare(network, { ...applicationScaling(name), size: SIZE, resize: 'fit' })
  },
)

test('the graph model tells its labels and what it takes', async () => {
  const run = exportedRun(everyLayer(SIZE, LABELS.length), caffe)
  await tfjsGraph.write(folder, run, quietTask())
  const json = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'))
  expect(json.userDefinedMetadata.labels).toEqual(LABELS)
  expect(json.signature.inputs.image).toMatchObject({ name: 'image:0', dtype: 'DT_UINT8' })
})

test('the SavedModel is one graph to serve, with two signatures and the labels', async () => {
  const run = exportedRun(everyLayer(SIZE, LABELS.length), caffe)
  const bytes = savedModel(foldBatchNormalization(await run.graph()))
  const read = SavedModel.toObject(SavedModel.decode(bytes), { longs: Number, enums: String })
  const [graph, ...others] = read.metaGraphs
  expect(others).toEqual([])
  expect(graph.metaInfoDef.tags).toEqual(['serve'])
  expect(Object.keys(graph.signatureDef)).toEqual(['serving_default', 'classify'])
  const sides = [-1, SIZE, SIZE, 3].map((size) => ({ size }))
  expect(graph.signatureDef.serving_default.inputs.image).toEqual({ name: 'image:0', dtype: 'DT_UINT8', tensorShape: { dim: sides } }) // prettier-ignore
  const words = graph.graphDef.node.find((one: { name: string }) => one.name === 'labels')
  expect(words.attr.value.tensor.stringVal.map((one: Uint8Array) => Buffer.from(one).toString())).toEqual(
    LABELS,
  )
})
