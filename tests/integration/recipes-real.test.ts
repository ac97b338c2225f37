// The advice on a person's own photos: 150 of butterflies, cats and horses, with published weights of MobileNetV2.
// Keras's features with a linear head get 0.993 of them right in 5-fold cross-validation, the seed CNN at 64 px 0.62.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import { openApp } from '../../src-main/app/open'
import { runEnded, Workbench } from '../support/app'
import { preparedPack } from '../support/tensorflow'

const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const photos = resolve(root, '../shared/data/butterfly-cat-horse')
const weights = resolve(root, '../shared/data/weights/mobilenet_v2_1.0_224_no_top.h5')
for (const needed of [program, photos, weights]) {
  if (!existsSync(needed)) console.warn(`Skipped: ${needed} is not there.`)
}
const pack = await preparedPack()
const ready = [program, photos, weights].every((one) => existsSync(one)) && pack !== null

describe.skipIf(!ready)('the advice for 150 photos', () => {
  const bench = new Workbench()
  let app: App
  let dataset: string

  beforeAll(async () => {
    const library = await bench.folder()
    app = await openApp({
      library,
      packs: join(library, 'packs'),
      host: 'cli',
      engine: { node: process.execPath, program, env: { COTEJO_TENSORFLOW_PACK: pack! } },
      log: bench.log,
    })
    dataset = (await app.call('data.import', { source: { kind: 'folder', path: photos } })).dataset.id
    const source = { kind: 'file', path: weights } as const
    await app.call('bases.import', { architecture: 'mobilenet-v2', alpha: 1, source })
  })
  afterAll(async () => {
    await app?.close()
    await bench.close()
  })

  it('is MobileNetV2 with its head alone at 224 px, in folds, beside a CNN from scratch', async () => {
    const [advice] = await app.call('recipes.list', { dataset })
    expect(advice).toMatchObject({ name: 'advice', missing: [], recommended: [] })
    expect(advice!.runs).toMatchObject([
      { name: 'MobileNetV2 1.0, 224 px', size: 224, folds: 5, plan: { phases: [{ trainable: 'head' }] } },
      { name: 'CNN from scratch, 64 px', size: 64, folds: 5 },
    ])
    const codes = advice!.reasons.map(({ code }) => code)
    // The first is about the machine.
    expect(codes.slice(1)).toEqual(['largeEnough', 'features', 'headOnly', 'baseline', 'fewTestPictures'])
  })

  it('gets 0.97 or more of them right, far more than the CNN on the same folds', async () => {
    const { runs } = await app.call('recipes.start', { dataset, recipe: 'advice' })
    const [base, cnn] = [await runEnded(app, runs[0]!.run), await runEnded(app, runs[1]!.run)]
    expect(base).toMatchObject({ status: 'done', testCount: 150, backend: 'tensorflow' })
    expect(base.testAccuracy).toBeGreaterThanOrEqual(0.97)
    expect(cnn).toMatchObject({ status: 'done', testCount: 150 })
    expect(cnn.testAccuracy).toBeGreaterThan(0.45)
    const { verdict, pairs } = await app.call('compare', { runs: runs.map(({ run }) => run) })
    expect(verdict).toMatchObject({ kind: 'better', best: base.run })
    expect(pairs[0]!.difference).toBeGreaterThan(0.1)
  })
})
