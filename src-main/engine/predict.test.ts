import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { cpuCompute } from '../../tests/support/cpuCompute'
import { mlpOptions, predictions, type ModelDescription } from '../contract'
import { type Compute } from './compute'
import { buildFresh } from './models/build'
import { forgetModels } from './models/pool'
import { saveModel } from './models/storage'
import { predictPictures } from './predict'
import { quietTask } from './task'
import { tf } from './tf'

let compute: Compute
let folder: string
beforeAll(async () => void (compute = await cpuCompute()))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cotejo-predict-'))
  await save(1)
})
afterEach(async () => {
  forgetModels()
  await rm(folder, { recursive: true, force: true })
})

const SIZE = 8
const description: ModelDescription = {
  version: 1,
  model: { name: 'mlp', options: mlpOptions.parse({ hidden: [4] }) },
  labels: ['cat', 'dog', 'fish'],
  preprocessing: { size: SIZE, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
  parameters: 0,
  trainableParameters: 0,
  cotejo: '0.1.0',
}

async function save(seed: number): Promise<void> {
  const model = buildFresh(
    { name: 'mlp', options: mlpOptions.parse({ hidden: [4] }) },
    { size: SIZE, classes: 3, seed },
  )
  await saveModel(join(folder, 'model'), model.network, description)
  model.dispose()
}

const png = (colour: string) =>
  sharp({ create: { width: 20, height: 12, channels: 3, background: colour } })
    .png()
    .toBuffer()

const picture = async (name: string, colour: string) => ({
  name,
  base64: (await png(colour)).toString('base64'),
})

const ask = (pictures: Parameters<typeof predictPictures>[0]['pictures'], signal?: AbortSignal) =>
  predictPictures({ folder, run: 'mlp-1', packs: folder, pictures }, compute, quietTask(signal))

test('a path and bytes are the same picture; what cannot be read is said one by one', async () => {
  const path = join(folder, 'rojo ñ.png')
  await writeFile(path, await png('#c02010'))
  const text = join(folder, 'nota.txt')
  await writeFile(text, 'no picture')
  const result = await ask([
    { path },
    { path: text },
    await picture('red', '#c02010'),
    { path: join(folder, 'gone.png') },
  ])
  expect(predictions.parse(result)).toEqual(result)
  const [a, b] = result.predictions
  expect(result.predictions.map((p) => p.file)).toEqual(['rojo ñ.png', 'red'])
  expect(a!.probabilities).toEqual(b!.probabilities)
  expect(a!.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5)
  expect(a!.confidence).toBe(Math.max(...a!.probabilities))
  expect(a!.label).toBe(result.labels[a!.probabilities.indexOf(a!.confidence)])
  expect(result.failed.map((f) => [f.file, f.place])).toEqual([
    ['nota.txt', 1],
    ['gone.png', 3],
  ])
  expect(result.failed.every((f) => f.message.length > 5)).toBe(true)
})

test('many pictures come back in order', async () => {
  const shades = Array.from({ length: 70 }, (_, i) => `rgb(${i * 3}, ${255 - i * 3}, 90)`)
  const pictures = await Promise.all(shades.map((shade, i) => picture(String(i), shade)))
  const together = await ask(pictures)
  expect(together.predictions.map((p) => p.file)).toEqual(shades.map((_, i) => String(i)))
  const [alone] = (await ask([pictures[50]!])).predictions
  together.predictions[50]!.probabilities.forEach((p, i) =>
    expect(p).toBeCloseTo(alone!.probabilities[i]!, 5),
  )
})

test('a model that was trained again is loaded again, and no weight is left behind', async () => {
  const one = [await picture('a', '#3060a0')]
  const first = await ask(one)
  const tensors = tf.memory().numTensors
  expect(await ask(one)).toEqual(first)
  await save(2)
  expect((await ask(one)).predictions[0]!.probabilities).not.toEqual(first.predictions[0]!.probabilities)
  await new Promise(setImmediate)
  expect(tf.memory().numTensors).toBe(tensors)
})

test('a run without a model, and a cancelled call', async () => {
  await rm(join(folder, 'model'), { recursive: true })
  await expect(ask([await picture('a', '#000')])).rejects.toMatchObject({ code: 'run-not-finished' })
  await save(1)
  expect((await ask([await picture('a', '#000')])).predictions).toHaveLength(1)
  await expect(ask([await picture('a', '#000')], AbortSignal.abort())).rejects.toMatchObject({
    code: 'cancelled',
  })
})
