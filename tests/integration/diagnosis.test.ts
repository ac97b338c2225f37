// Real trainings through the real engine, made to go wrong in a known way: the right finding comes, and no other cause.
// Needs the build (`npm test` makes it).
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../src-main/app/open'
import type { App } from '../../src-main/app/types'
import { type CallInput, type Diagnosis, type RunFigures, type RunSummary } from '../../src-main/contract'
import { runEnded, Workbench } from '../support/app'
import { pictureFolder } from '../support/pictures'

const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const built = existsSync(program)
if (!built) console.warn(`Skipped: ${program} is not built (npm run build).`)

const causes = ['wrong-scaling', 'rate-too-high', 'rate-too-low', 'leakage', 'stopped-too-early']

describe.skipIf(!built)('diagnosis of real trainings', () => {
  const bench = new Workbench()
  let app: App
  let sample: string

  beforeAll(async () => {
    const library = await bench.folder()
    const engine = { node: process.execPath, program }
    app = await openApp({ library, packs: join(library, 'packs'), host: 'cli', engine, log: bench.log })
    const source = { kind: 'sample', perClass: 20 } as const
    sample = (await app.call('data.import', { source, options: { size: 32, seed: 3 } })).dataset.id
  })
  afterAll(async () => {
    await app?.close()
    await bench.close()
  })

  type Asked = Partial<CallInput<'runs.start'>> & { phases: CallInput<'runs.start'>['plan']['phases'] }

  async function train({ phases, ...asked }: Asked): Promise<RunFigures & { summary: RunSummary }> {
    const { run } = await app.call('runs.start', {
      dataset: sample,
      model: { name: 'cnn', options: { filters: [8, 16], dense: 32 } },
      size: 32,
      plan: { phases, batch: 16 },
      seed: 2,
      backend: 'wasm',
      ...asked,
    })
    const summary = await runEnded(app, run)
    return { summary, ...(await app.call('runs.figures', { run })) }
  }
  const found = ({ diagnosis }: RunFigures, name: Diagnosis['name']) =>
    diagnosis.find((one) => one.name === name)
  const causesOf = ({ diagnosis }: RunFigures) =>
    diagnosis.map(({ name }) => name).filter((name) => causes.includes(name))

  it('a training at a usual rate that levels off has none of the causes, and its cost', async () => {
    const worth = await train({ phases: [{ epochs: 25, learningRate: 0.003 }] })
    expect(causesOf(worth)).toEqual([])
    expect(worth.diagnosis.length).toBeGreaterThan(0)
    const { multiplyAdds, latency, throughput, parameters, bytes } = worth.cost!
    expect(multiplyAdds).toBe(32 * 32 * 9 * 3 * 8 + 16 * 16 * 9 * 8 * 16 + 8 * 8 * 16 * 32 + 32 * 3)
    expect([parameters, bytes]).toEqual([worth.summary.parameters, 4 * worth.summary.parameters!])
    expect(latency!.p95).toBeGreaterThanOrEqual(latency!.median)
    expect(throughput!.imagesPerSecond).toBeGreaterThan(0)
    // The comparison tells the same of it.
    const { runs } = await app.call('compare', { runs: [worth.summary.run] })
    expect(runs[0]!.diagnosis).toEqual(worth.diagnosis)
    expect(runs[0]!.cost).toEqual(worth.cost)
  })

  it('a rate a hundred times too high', async () => {
    const worth = await train({ phases: [{ epochs: 8, learningRate: 0.2 }] })
    expect(causesOf(worth)).toEqual(['rate-too-high'])
    expect(found(worth, 'rate-too-high')).toMatchObject({ advice: ['lower-rate', 'warm-up'], evidence: { suggestedRate: 0.02 } }) // prettier-ignore
  })

  it('a rate at which the loss is no longer a number: the run failed, and says why', async () => {
    const optimizer = { name: 'sgd' } as const
    // Unlike ReLU, ELU does not die: it runs away.
    const model = { name: 'cnn' as const, options: { filters: [8, 16], activation: 'elu' as const } }
    const worth = await train({ model, phases: [{ epochs: 5, learningRate: 90, optimizer }] })
    expect(worth.summary.status).toBe('failed')
    expect(worth).toMatchObject({ figures: null, diagnosis: [{ name: 'rate-too-high', evidence: { variant: 'diverged' } }] }) // prettier-ignore
  })

  it('a rate a thousand times too low', async () => {
    const worth = await train({ phases: [{ epochs: 8, learningRate: 2e-6 }] })
    expect(causesOf(worth)).toEqual(['rate-too-low'])
  })

  it('one epoch', async () => {
    const worth = await train({ phases: [{ epochs: 1, learningRate: 0.002 }] })
    expect(causesOf(worth)).toEqual(['stopped-too-early'])
    expect(found(worth, 'stopped-too-early')!.advice[0]).toBe('more-epochs')
  })

  it('folds: each picture tested once, causes only where most folds have them', async () => {
    const worth = await train({ phases: [{ epochs: 8, learningRate: 0.2 }], folds: 3 })
    const { evidence } = found(worth, 'rate-too-high')!
    expect(evidence.foldsOf).toBe(3)
    expect(Number(evidence.folds)).toBeGreaterThanOrEqual(2)
  })

  it('fine-tuning at a rate that spoils the base', async () => {
    const worth = await train({
      model: { name: 'transfer', options: { base: 'cotejo-mini' } },
      phases: [
        { epochs: 3, trainable: 'head', learningRate: 0.01 },
        { epochs: 2, trainable: { last: 20 }, learningRate: 0.3 },
      ],
    })
    expect(found(worth, 'rate-too-high')?.evidence).toMatchObject({
      variant: 'spoiled',
      phase: 2,
      learningRate: 0.3,
    })
    // The whole network is measured, not the features that its head was trained on.
    expect(worth.cost!.multiplyAdds!).toBeGreaterThan(10e6)
  })

  it('pixels on another scale than the base knows', async () => {
    const worth = await train({
      model: { name: 'transfer', options: { base: 'cotejo-mini', scaling: 'raw' } },
      phases: [{ epochs: 1, trainable: 'head' }],
    })
    expect(worth.diagnosis[0]).toMatchObject({
      name: 'wrong-scaling',
      evidence: { scaling: 'raw', own: 'signed' },
    })
  })

  it('a test with planted copies, until they are taken out of training', async () => {
    const folder = await bench.folder()
    await pictureFolder(join(folder, 'train'), 24)
    for (const name of await readdir(join(folder, 'train'))) {
      await mkdir(join(folder, 'test', name), { recursive: true })
      const move = (i: number) => [join(folder, 'train', name, `${name} ${i}.png`), join(folder, 'test', name, `${name} ${i}.png`)] as const // prettier-ignore
      // Four of each class are new, two are copies.
      for (const i of [18, 19, 20, 21]) await rename(...move(i))
      for (const i of [2, 3]) await cp(...move(i))
    }
    const { dataset, report } = await app.call('data.import', {
      source: { kind: 'folder', path: folder },
      options: { size: 32, validation: 0.1 },
    })
    const leaks = report.findings.find(({ kind }) => kind === 'leakage')!
    const phases = [{ epochs: 4, learningRate: 0.002 }]
    const before = await train({ dataset: dataset.id, phases })
    const { evidence, severity } = found(before, 'leakage')!
    expect([severity, evidence.count]).toEqual(['warning', 18])
    expect(Number(evidence.copies)).toBeGreaterThanOrEqual(5)

    const inTraining = leaks.files.filter(({ split }) => split === 'train')
    const decisions = inTraining.map(({ index }) => ({ index: index!, action: 'leave-out' as const }))
    await app.call('data.decide', { dataset: dataset.id, decisions })
    const after = await train({ dataset: dataset.id, phases })
    expect(found(after, 'leakage')).toBeUndefined()
    // What was trained before is as it was.
    const again = await app.call('runs.figures', { run: before.summary.run })
    expect(again.diagnosis).toEqual(before.diagnosis)
  })
})
