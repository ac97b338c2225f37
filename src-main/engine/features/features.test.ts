// What features are kept under, and what happens where there is little room for them.
import { beforeAll, describe, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { stripes } from '../../../tests/support/transferRun'
import { temporaryFolder } from '../../../tests/support/toyRun'
import { plan as planSchema, type Preprocessing } from '../../contract'
import type { Compute } from '../compute'
import { buildTransferModel, type TransferModel } from '../models/applications/build'
import { chooseCut, cutsOf, type Cut } from './cut'
import { Features, type FeaturesOptions } from './features'
import { functionName, RowNames } from './identity'
import { FeatureStore } from './store'

let compute: Compute
let model: TransferModel
beforeAll(async () => {
  compute = await cpuCompute()
  model = buildTransferModel({ name: 'mobilenet', alpha: 0.25 }, { size: 32, classes: 2, seed: 1 })
  model.setTrainable('head')
})

const preprocessing: Preprocessing = {
  ...{ size: 32, resize: 'cover', scale: 1 / 127.5, offset: [-1, -1, -1], channels: 'rgb' },
}
const { augmentation } = planSchema.parse({ phases: [{ epochs: 1 }], augmentation: { flip: true } })
const quiet = { between: async () => {}, progress: () => {} }
const all = Int32Array.from({ length: 18 }, (_, i) => i)

const open = (options: Partial<FeaturesOptions> = {}) =>
  Features.open({
    ...{ network: model.logits, cut: chooseCut(model.logits)!, preprocessing, augmentation, seed: 1 },
    ...{ images: stripes().images, compute, store: null },
    ...options,
  })

async function rows(features: Features, pictures: Int32Array, view: number | null = null) {
  const tensor = features.tensor(pictures, view)
  const values = Array.from(tensor.dataSync())
  tensor.dispose()
  return values
}

describe('names', () => {
  const named = (cut: Cut, changed: Partial<Preprocessing> = {}, backend = compute) =>
    functionName(cut, { ...preprocessing, ...changed }, backend)

  test('of what is computed: cut, weights, size, scaling, backend', async () => {
    const cut = chooseCut(model.logits)!
    const name = await named(cut)
    expect(name).toMatch(/^[0-9a-f]{32}$/)
    expect(await named(cut)).toBe(name)
    // How a picture was made square shows in its pixels.
    expect(await named(cut, { resize: 'fit' })).toBe(name)
    const others = [
      await named(cutsOf(model.logits)[4]!),
      await named(cut, { size: 64 }),
      await named(cut, { scale: 1 / 255 }),
      await named(cut, { offset: [-1, -1, 0] }),
      await named(cut, { channels: 'bgr' }),
      await named(cut, { deviation: [2, 2, 2] }),
      await named(cut, {}, { ...compute, name: 'wasm' }),
      await named(cut, {}, { ...compute, version: 'another' }),
    ]
    expect(new Set([name, ...others]).size).toBe(others.length + 1)
  })

  test('of the weights as they are, whatever made them', async () => {
    const build = (seed: number) => {
      const made = buildTransferModel({ name: 'mobilenet', alpha: 0.25 }, { size: 32, classes: 3, seed })
      made.setTrainable('head')
      return made
    }
    const [same, different] = [build(1), build(2)]
    const name = await named(chooseCut(model.logits)!)
    expect(await named(chooseCut(same.logits)!)).toBe(name)
    expect(await named(chooseCut(different.logits)!)).not.toBe(name)
    const averages = same.network.getLayer('conv_pw_13_bn').getWeights()
    same.network.getLayer('conv_pw_13_bn').setWeights([...averages.slice(0, 3), averages[3]!.mul(1.001)])
    expect(await named(chooseCut(same.logits)!)).not.toBe(name)
    same.dispose()
    different.dispose()
  })

  test('of rows: the pixels, and of a view all that it is made from', () => {
    const { images, pixels } = stripes()
    pixels.set(pixels.subarray(0, 3072), 3 * 3072)
    const names = new RowNames(images)
    const view = { augmentation, seed: 1, view: 0 }
    expect(names.of(3, null)).toBe(names.of(0, null))
    const others = [
      names.of(0, null),
      names.of(1, null),
      names.of(0, view),
      names.of(3, view),
      names.of(0, { ...view, view: 1 }),
      names.of(0, { ...view, seed: 2 }),
      names.of(0, { ...view, augmentation: { ...augmentation, hue: 0.1 } }),
    ]
    expect(new Set(others).size).toBe(others.length)
  })
})

describe('where there is little room', () => {
  test('rows are read from disk, and are the same', async () => {
    const inMemory = await open()
    await inMemory.ensure([{ pictures: all, view: null }], quiet)
    const expected = await rows(inMemory, all)
    inMemory.close()
    expect(new Set(expected).size).toBeGreaterThan(100)

    const store = new FeatureStore(temporaryFolder(), { reserve: 0 })
    for (const memory of [0, 5 * 4 * 256]) {
      const features = await open({ store, memory })
      const ensured = await features.ensure([{ pictures: all, view: null }], quiet)
      expect(ensured).toMatchObject(memory === 0 ? { computed: 18, found: 0 } : { computed: 0, found: 18 })
      expect(await rows(features, all)).toEqual(expected)
      features.close()
    }
  })

  test('without a disk and without memory there are none', async () => {
    const features = await open({ memory: 5 * 4 * 256 })
    expect(await features.ensure([{ pictures: all, view: null }], quiet)).toBeNull()
    features.close()
  })

  test('a cancelled computation keeps what it has', async () => {
    const store = new FeatureStore(temporaryFolder(), { reserve: 0 })
    const many = Int32Array.from({ length: 300 }, (_, i) => i)
    const { images, pixels } = stripes({ train: 300, validation: 0, test: 0 })
    expect(pixels.length).toBe(300 * 3072)
    const features = await open({ store, images })
    let batches = 0
    const stop = { ...quiet, progress: (done: number) => void (done > 0 && batches++), between: async () => {
      if (batches > 0) throw new Error('cancelled')
    } } // prettier-ignore
    await expect(features.ensure([{ pictures: many, view: null }], stop)).rejects.toThrow('cancelled')
    features.close()
    const again = await open({ store, images })
    expect(await again.ensure([{ pictures: many, view: null }], quiet)).toMatchObject({
      computed: 44,
      found: 256,
    })
    again.close()
  })
})

test('pictures that are the same are computed once', async () => {
  const { images, pixels } = stripes()
  for (let i = 1; i < 18; i++) pixels.set(pixels.subarray(0, 3072), i * 3072)
  const features = await open({ images })
  const totals: number[] = []
  const watch = { ...quiet, progress: (_: number, total: number) => void totals.push(total) }
  await features.ensure([{ pictures: all, view: null }], watch)
  expect(totals[0]).toBe(1)
  const values = await rows(features, all)
  expect(values.slice(0, 256)).toEqual(values.slice(17 * 256))
  features.close()
})

test('they are of a network as long as its frozen part is what it was', async () => {
  const features = await open()
  expect(features.fits(model.network)).toBe(true)
  const layer = model.network.getLayer('conv1')
  const weights = layer.getWeights()
  layer.setWeights(weights.map((weight) => weight.mul(2)))
  expect(features.fits(model.network)).toBe(false)
  layer.setWeights(weights)
  features.close()
})
