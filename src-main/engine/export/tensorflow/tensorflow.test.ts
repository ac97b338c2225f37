// The graph model in TensorFlow.js: raw pictures in, and what the model's description says out.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pictures } from '../../../../tests/support/keras-formulas'
import { livelyClassifier } from '../../../../tests/support/livelyClassifier'
import { type Architecture, type ModelDescription, type Preprocessing } from '../../../contract'
import { openWasm } from '../../backends/wasm'
import { applicationNames, applicationScaling } from '../../models/applications/registry'
import { preprocess } from '../../models/preprocess'
import { quietTask } from '../../task'
import { tf, type Tensor, type Tensor4D } from '../../tf'
import { checkExport } from '../check'
import { noPictures } from '../check/pictures'
import { type Consumer, type ExportedRun } from '../format'
import { modelGraph } from '../graph'
import { tfjsGraph } from '../tfjs-graph'

const SIZE = 32
const labels = ['a, "b"', 'línea\nnueva', '🦋 פרפר']
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

function runOf(name: Architecture): ExportedRun {
  const { network } = livelyClassifier({ name, size: SIZE, classes: labels.length }, images)
  const preprocessing: Preprocessing = { ...applicationScaling(name), size: SIZE, resize: 'fit' }
  const description = { labels, preprocessing, cotejo: '0.1.0' } as ModelDescription
  const facts = { name, dataset: null, seed: null, test: null }
  return {
    network,
    description,
    facts,
    graph: () => modelGraph(network, description, facts),
    pictures: noPictures,
  }
}

/** A family's largest is built like its smallest. */
const families = applicationNames.filter((one) => !/9$|101|152|b[123]$/.test(one))

test.each(families)('%s says the same as a graph model', async (name) => {
  const run = runOf(name)
  await tfjsGraph.write(folder, run, quietTask())
  const check = await checkExport('tfjs-graph', tfjsGraph, folder, run, quietTask())
  expect(check.largestDifference).toBeLessThan(1e-5)

  const consumer = (await tfjsGraph.open(folder, run)) as Consumer
  const bytes = Uint8Array.from(images.dataSync())
  const said = await consumer.predict(bytes, 2)
  const own = tf.tidy(() =>
    (run.network.predict(preprocess(images, run.description.preprocessing)) as Tensor).dataSync(),
  )
  said.forEach((value, i) => expect(Math.abs(value - own[i]!)).toBeLessThan(1e-5))
  expect(Math.abs(said[0]! - said[labels.length]!)).toBeGreaterThan(1e-3)
  await consumer.dispose()
  run.network.dispose()
})

test('tells its labels, exactly', async () => {
  const run = runOf('cotejo-mini')
  await tfjsGraph.write(folder, run, quietTask())
  const json = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'))
  expect(json.userDefinedMetadata.labels).toEqual(labels)
  expect(json.signature.inputs.image).toMatchObject({ name: 'image:0', dtype: 'DT_UINT8' })
  run.network.dispose()
})
