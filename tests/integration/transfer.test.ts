// Transfer learning with the engine that users get, on published weights of the smallest MobileNet: two phases, an
// engine killed in the second, folds, prediction, comparison, export; and what is refused before it is queued.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import { openApp } from '../../src-main/app/open'
import type { CallInput, RunSummary } from '../../src-main/contract'
import { eventWhere, runEnded, Workbench } from '../support/app'
import { preparedPack } from '../support/tensorflow'

const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const weights = resolve(root, '../shared/data/weights/mobilenet_2_5_224_tf_no_top.h5')
const ready = existsSync(program) && existsSync(weights)
if (!existsSync(program)) console.warn(`Skipped: ${program} is not built (npm run build).`)
if (!existsSync(weights)) console.warn(`Skipped: ${weights} is not there.`)
const pack = await preparedPack()
const plainTfjs = resolve(import.meta.dirname, '../support/plain-tfjs.mjs')

const SIZE = 64
const phases = [
  { epochs: 20, trainable: 'head' as const, learningRate: 0.01 },
  { epochs: 2, trainable: { last: 6 }, learningRate: 1e-4 },
]
/** 256 features, 3 classes; then the last depthwise and pointwise convolutions with their normalisations. */
const HEAD = 256 * 3 + 3
const END = HEAD + 9 * 256 + 256 * 256 + 4 * 256
const BASE = 218_544

const engines = [['wasm', null] as const, ...(pack === null ? [] : [['tensorflow', pack] as const])]

describe.skipIf(!ready).each(engines)('transfer learning on %s', (backend, folder) => {
  const bench = new Workbench()
  let app: App
  let library: string
  let dataset: string
  let base: string

  beforeAll(async () => {
    library = await bench.folder()
    app = await openApp({
      library,
      packs: join(library, 'packs'),
      host: 'cli',
      engine: {
        node: process.execPath,
        program,
        env: folder === null ? {} : { COTEJO_TENSORFLOW_PACK: folder },
      },
      log: bench.log,
    })
    const source = { kind: 'sample', perClass: 40 } as const
    dataset = (await app.call('data.import', { source, options: { size: SIZE, seed: 3 } })).dataset.id
    const imported = await app.call('bases.import', {
      architecture: 'mobilenet',
      alpha: 0.25,
      source: { kind: 'file', path: weights },
    })
    base = imported.id
    expect(imported).toMatchObject({ state: 'installed', parameters: BASE, smallest: 32 })
  })
  afterAll(async () => {
    await app?.close()
    await bench.close()
  })

  type Changes = Omit<Partial<CallInput<'runs.start'>>, 'plan'> & { plan?: object; options?: object }
  const request = ({ options = {}, plan = {}, ...changes }: Changes = {}): CallInput<'runs.start'> => ({
    dataset,
    model: { name: 'transfer', options: { base, ...options } },
    size: SIZE,
    plan: { phases, batch: 16, ...plan },
    seed: 5,
    backend,
    ...changes,
  })
  async function trained(asked: CallInput<'runs.start'>): Promise<RunSummary> {
    const { run } = await app.call('runs.start', asked)
    const summary = await runEnded(app, run)
    expect(summary).toMatchObject({ status: 'done', reason: null })
    return summary
  }
  const recordsOf = async (run: string) => (await app.call('runs.history', { run })).records
  // How long it took, and what a picture costs, is measured each time.
  const evaluationOf = async (run: string) => ({ ...(await app.call('runs.get', { run })).evaluation!, seconds: 0, cost: null }) // prettier-ignore

  it('trains the head, then the last layers; says what trained; beats the same layers with random weights', async () => {
    const summary = await trained(request({ name: 'whole' }))
    expect(summary).toMatchObject({
      model: base,
      parameters: BASE + HEAD,
      trainableParameters: END,
      epochs: 22,
      backend,
    })
    const told = (await recordsOf('whole')).flatMap((one) => (one.type === 'phase' ? [one.trainableParameters] : [])) // prettier-ignore
    expect(told).toEqual([HEAD, END])
    const { run } = await app.call('runs.get', { run: 'whole' })
    // −1 to 1, as MobileNet was trained.
    expect(run.preprocessing).toMatchObject({
      size: SIZE,
      scale: 1 / 127.5,
      offset: [-1, -1, -1],
      channels: 'rgb',
    })
    expect(run.base).toMatchObject({ id: base, architecture: 'mobilenet', alpha: 0.25, origin: 'file' })
    expect(summary.testAccuracy).toBeGreaterThan(0.6)

    const short = [{ ...phases[0], epochs: 5 }]
    const random = await trained(request({ options: { weights: 'random' }, plan: { phases: short } }))
    expect(random.name).toContain('random weights')
    expect(random.trainAccuracy!).toBeLessThan(summary.trainAccuracy!)
  })

  it('gets the same numbers after the engine was killed in the second phase', async () => {
    const reached = eventWhere(
      app,
      (one) => one.event === 'run.record' && one.run === 'broken' && one.record.type === 'epoch' && one.record.epoch === 21, // prettier-ignore
    )
    await app.call('runs.start', request({ name: 'broken' }))
    await reached
    const { engine } = JSON.parse(await readFile(join(library, 'lock.json'), 'utf8')) as { engine: { pid: number } } // prettier-ignore
    process.kill(engine.pid, 'SIGKILL')
    // It may have been done by then; either way the numbers are those of an undisturbed run.
    if ((await runEnded(app, 'broken')).status !== 'done') {
      const done = eventWhere(app, (one) => one.event === 'run.changed' && one.summary.run === 'broken' && one.summary.status === 'done') // prettier-ignore
      await app.call('runs.resume', { run: 'broken' })
      await done
    }
    expect(await evaluationOf('broken')).toEqual(await evaluationOf('whole'))
    const records = await recordsOf('broken')
    expect(records.flatMap((one) => (one.type === 'phase' ? [one.phase] : []))).toEqual([1, 2])
    expect(records.map((one) => one.seq)).toEqual(records.map((_, at) => at))
  })

  it('gets the same results whether what is frozen is kept or computed in each step', async () => {
    const short = phases.map((one) => ({ ...one, epochs: 1 }))
    await trained(request({ name: 'cached', plan: { phases: short } }))
    await trained(request({ name: 'uncached', plan: { phases: short, cacheFeatures: false } }))
    const [kept, computed] = [await evaluationOf('cached'), await evaluationOf('uncached')]
    expect(computed.predictions.predicted).toEqual(kept.predictions.predicted)
    expect(computed.test.loss).toBeCloseTo(kept.test.loss, 3)
  })

  it('predicts and exports; plain TensorFlow.js says the same of the export', async () => {
    const picture = join(library, 'exact.png')
    const colour = { r: 200, g: 120, b: 40 }
    await sharp({ create: { width: SIZE, height: SIZE, channels: 3, background: colour } })
      .png()
      .toFile(picture)
    const { predictions } = await app.call('predict', { run: 'whole', pictures: [{ path: picture }] })
    const { download } = await app.call('export', { run: 'whole', format: 'tfjs' })
    const out = app.downloadFolder(download!)!
    expect((await stat(join(out, 'weights.bin'))).size).toBe(4 * (BASE + HEAD))
    expect(await readFile(join(out, 'README.md'), 'utf8')).toContain('It stands on MobileNet 0.25')
    const { stdout } = await promisify(execFile)(process.execPath, [plainTfjs, out, picture])
    const theirs = JSON.parse(stdout) as number[]
    predictions[0]!.probabilities.forEach((one, i) => expect(theirs[i]).toBeCloseTo(one, 4))
  })

  it('compares with a wrong scaling, named as such, and cross-validates', async () => {
    const wrong = await trained(request({ options: { scaling: 'raw' } }))
    expect(wrong.name).toMatch(/64 px, pixels 0 to 255 on purpose$/)
    const notes = (await recordsOf(wrong.run)).flatMap((one) => (one.type === 'note' ? [one.message] : []))
    expect(notes.join()).toContain('“raw”, where its own is “signed”')
    const compared = await app.call('compare', { runs: ['whole', wrong.run] })
    const same = Object.fromEntries(compared.conditions.map((one) => [one.name, one.same]))
    expect(same).toMatchObject({ split: true, plan: true, preprocessing: false, model: false })
    const crossed = await trained(request({ name: 'folds', folds: 3, plan: { phases: phases.slice(0, 1) } }))
    expect(crossed).toMatchObject({ folds: 3, testCount: 120, trainableParameters: HEAD })
  })

  it('refuses what cannot be done before it is queued, and says what to do', async () => {
    const count = (await app.call('runs.list', {})).length
    const refused = (asked: CallInput<'runs.start'>) => expect(app.call('runs.start', asked)).rejects
    await refused(request({ options: { base: 'surprise-net' } })).toMatchObject({ code: 'base-unknown' })
    await refused(request({ options: { base: 'vgg16-224' } })).toMatchObject({
      code: 'base-not-installed',
      hint: expect.stringContaining('cotejo bases install vgg16-224'),
    })
    await refused(request({ size: 31 })).toMatchObject({ code: 'model-input-too-small' })
    const part = { trainable: { from: 'conv_pw_99' } }
    await refused(request({ plan: { phases: [phases[0], { ...phases[1], ...part }] } })).toMatchObject({
      code: 'invalid-argument',
      message: expect.stringContaining('conv_pw_99'),
    })
    await refused(request({ model: { name: 'cnn' } })).toMatchObject({ code: 'invalid-argument' })
    expect(await app.call('runs.list', {})).toHaveLength(count)
  })

  it('describes a base that is not installed, and what of it would train', async () => {
    const describe = (trainable?: { last: number } | 'head') =>
      app.call('models.describe', {
        model: { name: 'transfer', options: { base: 'mobilenet-v2-1.0-224' } },
        ...(trainable && { trainable }),
        size: 32,
        classes: 10,
      })
    expect(await describe('head')).toMatchObject({ parameters: 2_270_794, trainableParameters: 12_810 })
    expect((await describe({ last: 10 })).trainableParameters).toBe(745_290)
    const whole = await describe()
    expect(whole.trainableParameters).toBe(2_270_794 - 34_112)
    expect(whole.layers.at(-1)).toMatchObject({ name: 'probabilities', outputShape: [null, 10] })
  })
})
