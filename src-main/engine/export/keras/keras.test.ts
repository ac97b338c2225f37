// Keras files, read back by TensorFlow.js, which builds the same layers.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyLayer } from '../../../../tests/support/everyLayer'
import { exportedRun, LABELS } from '../../../../tests/support/exportedRun'
import { livelyClassifier } from '../../../../tests/support/livelyClassifier'
import { type ExportFormat, type Preprocessing } from '../../../contract'
import { openWasm } from '../../backends/wasm'
import { applicationScaling } from '../../models/applications/registry'
import { quietTask } from '../../task'
import { type LayersModel } from '../../tf'
import { checkExport } from '../check'
import { h5 } from '../h5'
import { keras } from '../keras'

const SIZE = 32
/** Blue first, a mean and a deviation each: all that a preparation can be. */
const caffe: Preprocessing = { size: SIZE, resize: 'fit', scale: 0.01, offset: [-0.4, -0.45, -0.5], deviation: [0.2, 0.25, 0.3], channels: 'bgr' } // prettier-ignore
let folder: string

beforeAll(async () => {
  await openWasm()
  folder = await mkdtemp(join(tmpdir(), 'cotejo-keras-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const formats = { keras, h5 } as const

async function differences(network: LayersModel, preprocessing: Preprocessing): Promise<number[]> {
  const run = exportedRun(network, preprocessing)
  const found: number[] = []
  for (const [name, format] of Object.entries(formats)) {
    await format.write(folder, run, quietTask())
    const check = await checkExport(name as ExportFormat, format, folder, run, quietTask())
    found.push(check.largestDifference!)
  }
  network.dispose()
  return found
}

const expectExact = (found: number[]) => found.forEach((one) => expect(one).toBeLessThan(1e-5))

test('every layer says the same in both files', async () => {
  expectExact(await differences(everyLayer(SIZE, LABELS.length), caffe))
})

test.each(['mobilenet-v2', 'efficientnet-b0', 'mobilenet-v3-small'] as const)(
  '%s says the same in both files',
  async (name) => {
    const { network } = livelyClassifier({ name, size: SIZE, classes: LABELS.length })
    expectExact(await differences(network, { ...applicationScaling(name), size: SIZE, resize: 'fit' }))
  },
)

test('a file that another model was written into is caught', async () => {
  const run = exportedRun(everyLayer(SIZE, LABELS.length), caffe)
  const other = everyLayer(SIZE, LABELS.length)
  other.getLayer('logits').setWeights(
    other
      .getLayer('logits')
      .getWeights()
      .map((one) => one.neg()),
  )
  for (const [name, format] of Object.entries(formats)) {
    await format.write(folder, exportedRun(other, caffe), quietTask())
    await expect(checkExport(name as ExportFormat, format, folder, run, quietTask())).rejects.toMatchObject({
      code: 'export-differs',
    })
  }
})

test('labels are in the file, whatever they hold, and no layer is ours', async () => {
  const run = exportedRun(everyLayer(SIZE, LABELS.length), caffe)
  await keras.write(folder, run, quietTask())
  const files = unzipSync(await readFile(join(folder, 'model.keras')))
  expect(JSON.parse(strFromU8(files['metadata.json']!)).labels).toEqual(LABELS)
  const { config } = JSON.parse(strFromU8(files['config.json']!))
  const layers = config.layers as { module: string; registered_name: unknown }[]
  expect(layers.every(({ module, registered_name }) => module === 'keras.layers' && !registered_name)).toBe(
    true,
  )
})
