// Explanations of a run on disk, as app asks for them: the sample, a small network, its evaluation.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  cnnOptions,
  embeddingMap as mapShape,
  engineCalls,
  explanation,
  mlpOptions,
  type Dataset,
  type ModelChoice,
  type ModelDescription,
  type TestedRun,
} from '../../src-main/contract'
import { type Compute } from '../../src-main/engine/compute'
import { ensureImages } from '../../src-main/engine/data/cache'
import { importDataset } from '../../src-main/engine/data/import'
import { openDataset } from '../../src-main/engine/data/open'
import { evaluateRun, writeEvaluation } from '../../src-main/engine/evaluation'
import { testRun } from '../../src-main/engine/evaluation/testing'
import { explainPicture } from '../../src-main/engine/explain'
import { embeddingMap } from '../../src-main/engine/explain/map'
import { buildFresh } from '../../src-main/engine/models/build'
import { forgetModels } from '../../src-main/engine/models/pool'
import { saveModel } from '../../src-main/engine/models/storage'
import { quietTask } from '../../src-main/engine/task'
import { tf } from '../../src-main/engine/tf'
import { cpuCompute } from '../support/cpuCompute'

const SIZE = 16
let work: string
let compute: Compute
let dataset: Dataset
const folderOf = (name: string) => join(work, name)
const preprocessing = {
  size: SIZE,
  resize: 'cover' as const,
  scale: 1 / 255,
  offset: [0, 0, 0] as [number, number, number],
  channels: 'rgb' as const,
}

/** A run with a model of its own weights, tested on the sample. */
async function makeRun(id: string, model: ModelChoice, folds?: number): Promise<TestedRun> {
  const folder = folderOf(id)
  await mkdir(folder)
  const open = await openDataset(folderOf('sample'))
  const images = await ensureImages(open, preprocessing, quietTask())
  const labels = dataset.classes.map((one) => one.name)
  const made = buildFresh(model, { size: SIZE, classes: labels.length, seed: 3 })
  const evaluated = await evaluateRun(
    { network: made.network, preprocessing, open, images, labels, compute, seed: 1 },
    quietTask(),
  )
  await writeEvaluation(folder, evaluated)
  const description = { version: 1, model, labels, preprocessing, parameters: 0, trainableParameters: 0, cotejo: '1' } // prettier-ignore
  await saveModel(join(folder, 'model'), made.network, description as ModelDescription)
  images.close()
  made.dispose()
  return {
    folder,
    run: testRun({ id, right: null, size: SIZE, ...(folds && { folds }) }).run,
    dataset: folderOf('sample'),
  }
}

let cnn: TestedRun
let mlp: TestedRun
beforeAll(async () => {
  compute = await cpuCompute()
  work = await mkdtemp(join(tmpdir(), 'cotejo-explain-'))
  await mkdir(folderOf('sample'))
  const source = { kind: 'sample', perClass: 20 }
  const params = { id: 'sample', folder: folderOf('sample'), source, options: { size: SIZE } }
  dataset = (await importDataset(engineCalls['data.import'].params.parse(params), quietTask())).dataset
  cnn = await makeRun('cnn', { name: 'cnn', options: cnnOptions.parse({ filters: [4, 6], dense: 8 }) })
  mlp = await makeRun('mlp', { name: 'mlp', options: mlpOptions.parse({ hidden: [8] }) })
})
afterAll(async () => {
  forgetModels()
  await rm(work, { recursive: true, force: true })
})

const ask = (run: TestedRun, rest: object, task = quietTask()) =>
  explainPicture(
    engineCalls.explain.params.parse({ run, packs: work, picture: { index: testIndex }, ...rest }),
    compute,
    task,
  )
let testIndex = 0
beforeAll(async () => {
  testIndex = (await openDataset(folderOf('sample'))).indices('test')[0]!
})

const pixelsOf = async ({ base64 }: { base64: string }) => {
  const { data, info } = await sharp(Buffer.from(base64, 'base64'))
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, ...info }
}

test('Grad-CAM: heat, picture and overlay of one size; the probabilities of a prediction', async () => {
  const result = await ask(cnn, { side: 64 })
  expect(explanation.parse(result)).toEqual(result)
  const evaluation = JSON.parse(await readFile(join(cnn.folder, 'evaluation.json'), 'utf8'))
  const place = evaluation.predictions.index.indexOf(testIndex)
  expect(result).toMatchObject({
    method: 'grad-cam',
    trainedOn: false,
    label: evaluation.predictions.predicted[place],
  })
  expect(result.probabilities[result.label]).toBeCloseTo(evaluation.predictions.confidence[place], 5)
  expect(result.from).toBe(`block2_conv${cnnOptions.parse({}).convolutionsPerBlock} (8 × 8)`)
  expect([result.heat.rows, result.heat.columns, result.heat.values.length]).toEqual([8, 8, 64])
  if (result.peak > 0) expect(Math.max(...result.heat.values)).toBe(1)
  const [image, overlay] = [await pixelsOf(result.image), await pixelsOf(result.overlay)]
  expect([image.width, image.height, image.channels]).toEqual([64, 64, 3])
  expect([overlay.width, overlay.height, overlay.channels]).toEqual([64, 64, 4])
})

test('every class can be asked about; a class that is none is refused', async () => {
  const heats = await Promise.all([0, 1, 2].map((label) => ask(cnn, { label })))
  expect(new Set(heats.map((one) => JSON.stringify(one.heat.values))).size).toBeGreaterThan(1)
  await expect(ask(cnn, { label: 99 })).rejects.toMatchObject({ code: 'invalid-argument' })
})

test('a model without convolutions is explained by occlusion, and says so', async () => {
  const stages: string[] = []
  const task = { ...quietTask(), progress: (now: { stage: string }) => void stages.push(now.stage) }
  const result = await ask(mlp, { method: 'grad-cam' }, task)
  expect(result.method).toBe('occlusion')
  expect(result.from).toBe('2 × 2 pixels of 16 × 16')
  expect(new Set(stages)).toEqual(new Set(['explain']))
  expect(result.peak).toBeLessThanOrEqual(result.probabilities[result.label]!)
})

test('a picture from anywhere is the same as from the dataset; a file with both side by side', async () => {
  const open = await openDataset(folderOf('sample'))
  const images = await ensureImages(open, preprocessing, quietTask())
  const pixels = new Uint8Array(SIZE * SIZE * 3)
  images.read([testIndex], pixels)
  images.close()
  const png = await sharp(pixels, { raw: { width: SIZE, height: SIZE, channels: 3 } })
    .png()
    .toBuffer()
  const out = join(work, 'heat.png')
  const picture = { name: 'x.png', base64: png.toString('base64') }
  const given = await ask(cnn, { picture, out, side: 64 })
  const ours = await ask(cnn, { side: 64 })
  expect(given).toEqual({ ...ours, trainedOn: null })
  const written = await sharp(out).metadata()
  expect([written.format, written.width, written.height]).toEqual(['png', 130, 64])
})

test('what the model trained on is said: the training part, and everything with folds', async () => {
  const trained = (await openDataset(folderOf('sample'))).indices('train')[0]!
  expect((await ask(cnn, { picture: { index: trained } })).trainedOn).toBe(true)
  expect((await ask({ ...cnn, run: { ...cnn.run, folds: 5 } }, {})).trainedOn).toBe(true)
})

test('a dataset that is gone, a picture that is none, a call that was cancelled', async () => {
  await expect(ask({ ...cnn, dataset: null }, {})).rejects.toMatchObject({ code: 'dataset-not-found' })
  await expect(ask(cnn, { picture: { index: 1e6 } })).rejects.toMatchObject({ code: 'not-found' })
  const cancelled = quietTask(AbortSignal.abort())
  await expect(ask(cnn, {}, cancelled)).rejects.toMatchObject({ code: 'cancelled' })
  await expect(ask(mlp, { method: 'occlusion' }, cancelled)).rejects.toMatchObject({ code: 'cancelled' })
})

test('no tensor is left behind', async () => {
  await ask(cnn, {})
  await ask(mlp, {})
  const before = tf.memory().numTensors
  await ask(cnn, { label: 1 })
  await ask(mlp, { label: 1 })
  expect(tf.memory().numTensors).toBe(before)
})

const map = (run: TestedRun, rest: object = {}, task = quietTask()) =>
  embeddingMap({ run, limit: 100, keep: true, packs: work, ...rest }, compute, task)

test('a map has a place for each test picture, is the same again, and costs nothing the second time', async () => {
  const stages: string[] = []
  const task = { ...quietTask(), progress: (now: { stage: string }) => void stages.push(now.stage) }
  const first = await map(cnn, {}, task)
  expect(mapShape.parse(first)).toEqual(first)
  const test = [...(await openDataset(folderOf('sample'))).indices('test')]
  expect(first.index).toEqual(test)
  expect(first).toMatchObject({ total: test.length, trainedOn: false })
  expect([first.x, first.y].every((list) => list.every(Number.isFinite))).toBe(true)
  expect(new Set(first.x).size).toBeGreaterThan(test.length / 2)
  expect(new Set(stages)).toEqual(new Set(['predict', 'map']))

  stages.length = 0
  expect(await map(cnn, {}, task)).toEqual(first)
  expect(stages).toEqual([])
  // A file of another version, or of another evaluation, is made again.
  const file = join(cnn.folder, 'map.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"version":1', '"version":9'))
  expect(await map(cnn, {}, task)).toEqual(first)
  expect(stages.length).toBeGreaterThan(0)
})

test('a sample of many, without keeping it; a cancelled one ends', async () => {
  const some = await map(mlp, { limit: 8, keep: false })
  expect(some.index).toHaveLength(8)
  await expect(readFile(join(mlp.folder, 'map.json'))).rejects.toThrow()
  const abort = new AbortController()
  const task = {
    signal: abort.signal,
    progress: ({ stage, done }: { stage: string; done: number }) => {
      if (stage === 'map' && done > 0) abort.abort()
    },
  }
  await expect(map(mlp, {}, task)).rejects.toMatchObject({ code: 'cancelled' })
  await expect(map({ ...mlp, dataset: null })).rejects.toMatchObject({ code: 'dataset-not-found' })
})
