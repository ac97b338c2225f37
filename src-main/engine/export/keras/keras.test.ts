// Keras files, read back by TensorFlow.js, which builds the same layers.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pictures } from '../../../../tests/support/keras-formulas'
import { livelyClassifier } from '../../../../tests/support/livelyClassifier'
import { type Architecture, type ModelDescription, type Preprocessing } from '../../../contract'
import { openWasm } from '../../backends/wasm'
import { applicationNames, applicationScaling } from '../../models/applications/registry'
import { quietTask } from '../../task'
import { type Tensor4D } from '../../tf'
import { checkExport } from '../check'
import { noPictures } from '../check/pictures'
import { type ExportedRun } from '../format'
import { modelGraph } from '../graph'
import { h5 } from '../h5'
import { keras } from '../keras'

const SIZE = 32
const labels = ['a, "b"', 'línea\nnueva', '🦋 פרפר']
let images: Tensor4D
let folder: string

beforeAll(async () => {
  await openWasm()
  images = pictures(SIZE)
  folder = await mkdtemp(join(tmpdir(), 'cotejo-keras-'))
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

/** A family's largest is built like its smallest; bytes come in another order where the weights are larger. */
const families = applicationNames.filter((one) => !/9$|101|152|b[123]$|large/.test(one))

test.each(families)('%s says the same in both files', async (name) => {
  const run = runOf(name)
  for (const [format, one] of Object.entries({ keras, h5 })) {
    await one.write(folder, run, quietTask())
    const check = await checkExport(format as 'keras', one, folder, run, quietTask())
    expect(check.largestDifference, format).toBeLessThan(1e-5)
  }
  run.network.dispose()
})

test('labels are in the files, whatever they hold', async () => {
  const run = runOf('cotejo-mini')
  await keras.write(folder, run, quietTask())
  const files = unzipSync(await readFile(join(folder, 'model.keras')))
  expect(JSON.parse(strFromU8(files['metadata.json']!)).labels).toEqual(labels)
  run.network.dispose()
})
