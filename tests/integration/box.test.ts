// The base that ships with Cotejo is what its record says, and as good as its card says: with the classifier that is in
// its file, on every tenth test picture of CIFAR-10. Needs ../shared/data for that; skips it without.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { extract } from 'tar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scalingOf } from '../../src-main/contract'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import { openWasm } from '../../src-main/engine/backends/wasm'
import { builtInBases, type StoredBase } from '../../src-main/engine/bases/folder'
import type { Compute } from '../../src-main/engine/compute'
import { ensureImages } from '../../src-main/engine/data/cache'
import { importDataset } from '../../src-main/engine/data/import'
import { openDataset } from '../../src-main/engine/data/open'
import { buildTransferModel } from '../../src-main/engine/models/applications/build'
import { predictProbabilities } from '../../src-main/engine/models/inference'
import { loadWeights } from '../../src-main/engine/models/weights-file/load'
import { quietTask } from '../../src-main/engine/task'
import { preparedPack } from '../support/tensorflow'

const archive = resolve(import.meta.dirname, '../../../shared/data/cifar10-jpg.tar')
const present = existsSync(archive)
if (!present) console.log('skipped: the pictures of CIFAR-10 are not here (../shared/data/cifar10-jpg.tar)')

let compute: Compute
let base: StoredBase
beforeAll(async () => {
  const pack = await preparedPack()
  compute = pack ? await openTensorflow(pack, { cpuOnly: true }) : await openWasm()
  base = (await builtInBases()).find(({ record }) => record.id === 'cotejo-mini')!
})
afterAll(() => compute.dispose())

interface Facts {
  labels: string[]
  parameters: { base: number; whole: number }
  test: { accuracy: number; count: number }
}
const facts = async () => JSON.parse(await readFile(join(base.folder, 'facts.json'), 'utf8')) as Facts
const mini = { name: 'cotejo-mini' } as const

test('record, facts and card tell of the file beside them', async () => {
  const { record, file, folder } = base
  const bytes = await readFile(file)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(record.sha256)
  expect(bytes.length).toBe(record.bytes)
  expect(bytes.length).toBeLessThan(2_000_000)
  const { test: tested, parameters } = await facts()
  expect(tested.accuracy).toBeGreaterThanOrEqual(0.88)
  expect(record.accuracy!.top1).toBe(tested.accuracy)
  const model = buildTransferModel(mini, { size: 32, classes: 10, seed: 1, pretrained: true })
  expect([model.base.countParams(), model.parameters]).toEqual([parameters.base, parameters.whole])
  model.dispose()
  const card = await readFile(join(folder, 'README.md'), 'utf8')
  expect(card).toContain(record.sha256)
  expect(card).toContain(`${(100 * tested.accuracy).toFixed(2)} %`)
  expect((await stat(join(folder, 'README.md'))).size).toBeGreaterThan(1000)
})

test('its weights load at any size', async () => {
  const at = async (size: number) => {
    const model = buildTransferModel(mini, { size, classes: 3, seed: 1, pretrained: true })
    await loadWeights(model.base, base.file)
    const variance = model.network.getLayer('block3_bn2').getWeights()[3]!.dataSync()
    const shape = model.base.outputs[0]!.shape
    model.dispose()
    return { shape, variance }
  }
  const [small, large] = [await at(32), await at(96)]
  expect(small.shape).toEqual([null, 4, 4, 128])
  expect(large.shape).toEqual([null, 12, 12, 128])
  expect(large.variance).toEqual(small.variance)
})

describe.skipIf(!present)('on 1,000 test pictures of CIFAR-10', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cotejo-box-'))
    await extract({
      file: archive,
      cwd: folder,
      filter: (path) => !/\.jpg$/.test(path) || /^test\/.*0\.jpg$/.test(path),
    })
    await rm(join(folder, 'train'), { recursive: true, force: true })
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('it is as right as its card says', async () => {
    const { labels, test: claimed } = await facts()
    const dataset = join(folder, 'imported')
    const source = { kind: 'folder', path: join(folder, 'test'), owned: false } as const
    await importDataset({ id: 'some', folder: dataset, source, options: { size: 32 }, seed: 1 }, quietTask())
    const open = await openDataset(dataset)
    expect(open.dataset.classes.map(({ name }) => name)).toEqual(labels)
    const images = await ensureImages(open, { size: 32, resize: 'cover' }, quietTask())
    const model = buildTransferModel(mini, { size: 32, classes: 10, seed: 1, pretrained: true })
    await loadWeights(model.network, base.file)
    const all = Int32Array.from(open.labels, (_, i) => i)
    const probabilities = await predictProbabilities(
      model.network,
      { size: 32, resize: 'cover', ...scalingOf('cotejo-mini', 'own') },
      images,
      all,
      compute,
      quietTask(),
    )
    const right = all.filter((i) => {
      const row = probabilities.subarray(10 * i, 10 * i + 10)
      return row.indexOf(Math.max(...row)) === open.labels[i]
    }).length
    expect(all.length).toBe(1000)
    // Four standard deviations of the accuracy on a tenth of the pictures.
    const deviation = Math.sqrt((claimed.accuracy * (1 - claimed.accuracy)) / all.length)
    expect(Math.abs(right / all.length - claimed.accuracy)).toBeLessThan(4 * deviation)
    model.dispose()
    images.close()
  }, 120_000)
})
