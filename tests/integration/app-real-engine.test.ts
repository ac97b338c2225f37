// App with the engine that users get: the main job, an engine killed in the middle of a run, and the same numbers
// after it was resumed as without the interruption. Needs the build (`npm test` makes it).
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import { openApp } from '../../src-main/app/open'
import { augmentationPolicies, type AppEvent, type CallInput } from '../../src-main/contract'
import { eventWhere, runEnded, Workbench } from '../support/app'

const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const built = existsSync(program)
if (!built) console.warn(`Skipped: ${program} is not built (npm run build).`)

describe.skipIf(!built)('app with the real engine', () => {
  const bench = new Workbench()
  let app: App
  let library: string
  let dataset: string
  const events: AppEvent[] = []

  beforeAll(async () => {
    library = await bench.folder()
    app = await openApp({
      library,
      packs: join(library, 'packs'),
      host: 'cli',
      engine: { node: process.execPath, program },
      log: bench.log,
    })
    app.listen((event) => void events.push(event))
    const imported = await app.call('data.import', {
      source: { kind: 'sample', perClass: 20 },
      options: { size: 32, seed: 3 },
    })
    dataset = imported.dataset.id
  })
  afterAll(async () => {
    await app?.close()
    await bench.close()
  })

  const request = (name: string): CallInput<'runs.start'> => ({
    name,
    dataset,
    model: { name: 'cnn', options: { filters: [8, 8], dense: 16, dropout: 0.2 } },
    size: 32,
    plan: { phases: [{ epochs: 5 }], batch: 16, augmentation: { flip: true } },
    seed: 5,
    backend: 'wasm',
  })
  const epochOf = (run: string, epoch: number) =>
    eventWhere(
      app,
      (one) =>
        one.event === 'run.record' &&
        one.run === run &&
        one.record.type === 'epoch' &&
        one.record.epoch === epoch,
    )

  it('imports, shows, trains, evaluates, compares, predicts and exports', async () => {
    const { images, total } = await app.call('data.images', { dataset, split: 'test' })
    expect(total).toBeGreaterThan(0)
    const thumbnail = await app.call('data.thumbnail', { dataset, index: images[0]!.index, side: 64 })
    expect(Buffer.from(thumbnail.base64, 'base64').subarray(0, 2).toString('hex')).toBe('ffd8')

    const { run } = await app.call('runs.start', request('whole'))
    const summary = await runEnded(app, run)
    expect(summary).toMatchObject({ status: 'done', reason: null, epochs: 5, backend: 'wasm' })
    const { evaluation } = await app.call('runs.get', { run })
    expect(evaluation!.test.count).toBe(total)
    expect(summary.testAccuracy).toBe(evaluation!.test.accuracy)

    // Made at the end of the run, and kept beside the evaluation that they are of.
    const kept = JSON.parse(await readFile(join(library, 'runs', run, 'figures.json'), 'utf8'))
    const { figures } = await app.call('runs.figures', { run })
    expect(figures).toEqual(kept.figures)
    expect(figures).toMatchObject({ count: total, accuracy: { value: summary.testAccuracy } })
    const { classes } = await app.call('runs.curves', { run })
    expect(classes.map((one) => one.roc!.x.at(-1))).toEqual([1, 1, 1])
    const compared = await app.call('compare', { runs: [run] })
    expect(compared.runs[0]!.epochsHistory).toHaveLength(5)
    expect(compared.runs[0]!.figures).toEqual(figures)
    expect(compared.entries).toMatchObject([{ runs: [run], rank: 1, over: 'images' }])
    const picture = { name: 'thumbnail.jpg', base64: thumbnail.base64 }
    const { predictions } = await app.call('predict', { run, pictures: [picture] })
    expect(predictions[0]!.probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 5)
    const exported = await app.call('export', { run, format: 'tfjs' })
    expect((await stat(join(app.downloadFolder(exported.download!)!, 'model.json'))).size).toBeGreaterThan(0)
  })

  it('goes on after the engine was killed in a run, and the resumed run gets the same numbers', async () => {
    const reached = epochOf('broken', 2)
    const crashed = eventWhere(app, (one) => one.event === 'engine.crashed')
    await app.call('runs.start', request('broken'))
    await reached
    const { engine } = JSON.parse(await readFile(join(library, 'lock.json'), 'utf8'))
    process.kill(engine.pid, 'SIGKILL')
    expect(await crashed).toMatchObject({ run: 'broken', reason: expect.stringContaining('SIGKILL') })
    expect(await runEnded(app, 'broken')).toMatchObject({ status: 'crashed', testAccuracy: null })

    const ended = eventWhere(
      app,
      (one) => one.event === 'run.changed' && one.summary.run === 'broken' && one.summary.status === 'done',
    )
    await app.call('runs.resume', { run: 'broken' })
    await ended
    const whole = (await app.call('runs.get', { run: 'whole' })).evaluation!
    const broken = (await app.call('runs.get', { run: 'broken' })).evaluation!
    // How long it took, and what a picture cost, is measured each time.
    expect({ ...broken, seconds: 0, cost: null }).toEqual({ ...whole, seconds: 0, cost: null })
    const { records } = await app.call('runs.history', { run: 'broken' })
    expect(records.map((one) => one.seq)).toEqual(records.map((_, at) => at))
    expect(records.flatMap((one) => (one.type === 'epoch' ? [one.epoch] : []))).toEqual([1, 2, 3, 4, 5])
  })

  it('cross-validates, also when the engine is killed in a later fold, and compares runs with folds', async () => {
    const folds = (name: string, seed: number): CallInput<'runs.start'> => ({
      ...request(name),
      model: { name: 'mlp', options: { hidden: [8] } },
      size: 16,
      plan: { phases: [{ epochs: 3 }], batch: 16, classBalance: 'sampling' },
      folds: 3,
      seed,
    })
    await app.call('runs.start', folds('folds a', 1))
    expect(await runEnded(app, 'folds-a')).toMatchObject({ status: 'done', folds: 3, epochsPlanned: 12 })

    const second = eventWhere(
      app,
      (one) => one.event === 'run.record' && one.run === 'folds-b' && one.record.type === 'start' && one.record.fold === 2, // prettier-ignore
    )
    await app.call('runs.start', folds('folds b', 2))
    await second
    const { engine } = JSON.parse(await readFile(join(library, 'lock.json'), 'utf8'))
    process.kill(engine.pid, 'SIGKILL')
    expect(await runEnded(app, 'folds-b')).toMatchObject({ status: 'crashed' })
    const ended = eventWhere(app, (one) => one.event === 'run.changed' && one.summary.run === 'folds-b' && one.summary.status === 'done') // prettier-ignore
    await app.call('runs.resume', { run: 'folds-b' })
    await ended

    const { images } = (await app.call('data.get', { dataset })).dataset
    const { evaluation } = await app.call('runs.get', { run: 'folds-b' })
    expect(evaluation!.test.count).toBe(images.total)
    expect(evaluation!.folds).toHaveLength(3)
    const fair = await app.call('compare', { runs: ['folds-a', 'folds-b'] })
    expect(fair.pairs[0]!.mcnemar).not.toBeNull()
    const unfair = await app.call('compare', { runs: ['folds-a', 'whole'] })
    expect([unfair.verdict.kind, unfair.pairs[0]!.mcnemar]).toEqual(['unfair', null])
  })

  it('shows what an augmentation makes of the pictures', async () => {
    const augmentation = augmentationPolicies.standard
    const preview = await app.call('augment.preview', {
      dataset,
      indices: [0, 5],
      augmentation,
      count: 2,
      size: 48,
    })
    expect(preview.images.map(({ index, version }) => [index, version])).toEqual([[0, 0], [0, 1], [5, 0], [5, 1]]) // prettier-ignore
    expect(new Set(preview.images.map(({ base64 }) => base64)).size).toBe(4)
  })

  it('says what a model that cannot be built lacks, and the doctor what the machine has', async () => {
    await expect(
      app.call('models.describe', {
        model: { name: 'cnn', options: { filters: [8, 8, 8, 8, 8, 8] } },
        size: 16,
        classes: 3,
      }),
    ).rejects.toMatchObject({ code: 'model-input-too-small' })
    const report = await app.call('app.doctor', {})
    expect(report.backends.find((one) => one.name === 'wasm')).toMatchObject({ available: true })
  })
})
