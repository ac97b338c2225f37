// The preview: what training would be shown, of the user's own pictures, and nothing made for it but the answer.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { augmentation, augmentationPolicies, previewResult, type Augmentation } from '../contract'
import { openWasm } from './backends/wasm'
import type { Compute } from './compute'
import { importDataset } from './data/import'
import { sharp } from './data/sharp'
import { scratch, writeTree } from './data/testing'
import { previewAugmentation } from './preview'
import { quietTask } from './task'
import { tf } from './tf'
import { augment } from './training/augment'

const side = 16
let compute: Compute
const folder = scratch()
const dataset = join(folder.path, 'dataset')
const drawn = new Map<string, Buffer>()

/** Left half of one colour, right half of another. */
function halves(left: number, right: number): Promise<Buffer> {
  const pixels = Buffer.alloc(side * side * 3)
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.floor(i / 3) % side < side / 2 ? left : right
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer()
}

beforeAll(async () => {
  compute = await openWasm()
  for (let i = 0; i < 5; i++) {
    drawn.set(`a/${i}.png`, await halves(20 * i, 30 * i))
    drawn.set(`b/${i}.png`, await halves(250 - 20 * i, 30 * i))
  }
  const source = join(folder.path, 'photos')
  await writeTree(source, Object.fromEntries(drawn))
  await importDataset(
    { id: 'photos', folder: dataset, source: { kind: 'folder', path: source, owned: false }, options: { size: side }, seed: 1 }, // prettier-ignore
    quietTask(),
  )
})
afterAll(() => folder.remove())

const ask = (chosen: Partial<Augmentation>, more: object = {}) =>
  previewAugmentation(
    { dataset, packs: '', indices: [7, 2], count: 2, seed: 5, size: side, augmentation: augmentation.parse(chosen), ...more }, // prettier-ignore
    compute,
    quietTask(),
  )
const decode = async ({ base64 }: { base64: string }) =>
  Array.from(await sharp(Buffer.from(base64, 'base64')).raw().toBuffer())
const original = async (index: number) => {
  const name = index < 5 ? `a/${index}.png` : `b/${index - 5}.png`
  return Array.from(await sharp(drawn.get(name)!).raw().toBuffer())
}

test('without changes it is the pictures themselves, in the order asked for', async () => {
  const { size, images } = previewResult.parse(await ask({}))
  expect(size).toBe(side)
  expect(images.map(({ index, version, mixed }) => [index, version, mixed])).toEqual([
    [7, 0, null],
    [7, 1, null],
    [2, 0, null],
    [2, 1, null],
  ])
  for (const image of images) expect(await decode(image)).toEqual(await original(image.index))
})

test('a version is what the training step of that number makes of the pictures', async () => {
  const policy = augmentationPolicies.strong
  const { images } = await ask(policy)
  const batch = tf.tensor4d([...(await original(7)), ...(await original(2))], [2, side, side, 3])
  for (const version of [0, 1]) {
    const made = augment(batch, policy, tf.tensor1d([5, version], 'int32'))
    const expected = Array.from(Uint8ClampedArray.from(made.images.dataSync()))
    const shown = images.filter((one) => one.version === version)
    expect((await Promise.all(shown.map(decode))).flat()).toEqual(expected)
    expect(shown.map((one) => one.mixed!.index)).toEqual([2, 7])
    expect(shown.map((one) => one.mixed!.share)).toEqual(Array.from(made.share!.dataSync()))
  }
  expect(await ask(policy)).toEqual({ size: side, images })
})

test('another size makes no cache', async () => {
  const before = readdirSync(dataset)
  const { images } = await ask({ flip: true }, { size: 120 })
  const { width, format } = await sharp(Buffer.from(images[0]!.base64, 'base64')).metadata()
  expect([width, format, images[0]!.mime]).toEqual([120, 'jpeg', 'image/jpeg'])
  expect(readdirSync(dataset)).toEqual(before)
})

test('what cannot be shown is said', async () => {
  await expect(ask({}, { indices: [10] })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask({}, { indices: [0, 1, 2, 3, 4], count: 13 })).rejects.toMatchObject({
    code: 'invalid-argument',
  })
  await expect(ask({}, { dataset: folder.path })).rejects.toMatchObject({ code: 'dataset-not-found' })
})
