// The choice of a backend by measuring a run's own model: real backends, in real processes. WebGPU is on a software
// adapter, which says whether it works, not whether it is fast; TensorFlow takes part where its pack is installed.
// Needs the build (`npm test` makes it).
import { existsSync, symlinkSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../src-main/app/open'
import type { App } from '../../src-main/app/types'
import {
  fastest,
  modelChoice,
  plan as planSchema,
  type AppEvent,
  type AppEventOf,
  type CallInput,
  type RunRecord,
  type TrainedRun,
} from '../../src-main/contract'
import { defaultPacksFolder } from '../../src-main/engine/backends/tensorflow/pack-folder'
import { openWasm } from '../../src-main/engine/backends/wasm'
import { ADAPTER_VARIABLE } from '../../src-main/engine/backends/webgpu'
import { timedSteps, type Timed } from '../../src-main/engine/choice/steps'
import { workOf } from '../../src-main/engine/choice/work'
import type { Compute } from '../../src-main/engine/compute'
import { tf } from '../../src-main/engine/tf'
import { eventWhere, runEnded, Workbench } from '../support/app'
import { preparedPack } from '../support/tensorflow'
import { toyRun } from '../support/toyRun'
import { transferRun } from '../support/transferRun'
import { adapterForTests } from '../support/webgpu'

const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const built = existsSync(program)
if (!built) console.warn(`Skipped: ${program} is not built (npm run build).`)

describe('the steps that are timed', () => {
  let compute: Compute
  beforeAll(async () => {
    compute = await openWasm({ threads: 1 })
  })
  afterAll(() => compute.dispose())

  async function take(run: TrainedRun, count: number) {
    const tensors = tf.memory().numTensors
    const taken: Timed[] = []
    let ready = 0
    for await (const one of timedSteps(run, workOf(run, 1000), compute, (pictures) => (ready = pictures))) {
      taken.push(one)
      if (taken.length === count) break
    }
    expect(tf.memory().numTensors).toBe(tensors)
    return { taken, ready }
  }

  it('are those of the run: its batch, from pictures', async () => {
    const augmentation = { flip: true, shift: 0.1 }
    const plan = planSchema.parse({ phases: [{ epochs: 5 }], batch: 6, augmentation })
    const { taken, ready } = await take({ ...toyRun(), plan }, 3)
    expect(ready).toBe(6)
    expect(taken[0]).toMatchObject({ steps: 1, pictures: 6 })
    for (const { steps, pictures, milliseconds } of taken) {
      expect(pictures).toBe(6 * steps)
      expect(milliseconds).toBeGreaterThan(0)
    }
  })

  it('are what is frozen, where that is most of the work; else those of the part that trains', async () => {
    const frozen = transferRun({ plan: { phases: [{ epochs: 5, trainable: 'head' }], batch: 4 } })
    expect(workOf(frozen, 1000).kind).toBe('features')
    expect((await take(frozen, 2)).ready).toBeGreaterThan(4)
    const part = transferRun({ plan: { phases: [{ epochs: 5, trainable: { last: 2 } }], batch: 4 } })
    expect(workOf(part, 1000).kind).toBe('part')
    expect((await take(part, 2)).ready).toBe(4)
  })
})

const adapter = await adapterForTests()

describe.skipIf(!built || adapter === null)('a run of the app that leaves its backend open', () => {
  const bench = new Workbench()
  let app: App
  let dataset: string
  let native: boolean

  beforeAll(async () => {
    const library = await bench.folder()
    const packs = join(library, 'packs')
    mkdirSync(packs)
    native = (await preparedPack()) !== null && existsSync(defaultPacksFolder())
    if (native) {
      for (const name of readdirSync(defaultPacksFolder()).filter((one) => one.startsWith('tensorflow-')))
        symlinkSync(join(defaultPacksFolder(), name), join(packs, name), 'junction')
    }
    const engine = { node: process.execPath, program, env: { [ADAPTER_VARIABLE]: adapter! } }
    app = await openApp({ library, packs, host: 'cli', engine, log: bench.log })
    const source = { kind: 'sample' as const, perClass: 20 }
    dataset = (await app.call('data.import', { source, options: { size: 16 } })).dataset.id
  })
  afterAll(async () => {
    await app?.close()
    await bench.close()
  })

  /** Long enough to be worth a choice; nobody waits for its end. */
  const request = (name: string): CallInput<'runs.start'> => ({
    name,
    dataset,
    model: modelChoice.parse({ name: 'cnn', options: { filters: [4], dense: 8 } }) as never,
    size: 16,
    plan: { phases: [{ epochs: 10_000 }], batch: 8 },
    seed: 1,
  })

  async function choiceOf(name: string) {
    const records: RunRecord[] = []
    const isRecord = (one: AppEvent): one is AppEventOf<'run.record'> => one.event === 'run.record'
    const started = eventWhere(app, (one) => {
      if (isRecord(one)) records.push(one.record)
      return isRecord(one) && one.record.type !== 'note'
    })
    const { run } = await app.call('runs.start', request(name))
    await started
    await app.call('runs.cancel', { run })
    await runEnded(app, run)
    const [note, start] = records
    const about = note?.type === 'note' ? note.about : undefined
    if (about?.key !== 'backend-measured') throw new Error(`No measurement: ${JSON.stringify(records)}`)
    return { about, start }
  }

  it('gets the one that was measured to be the fastest; the next of its kind gets it without measuring', async () => {
    const { about, start } = await choiceOf('first')
    expect(about.kept).toBe(false)
    expect(about.speeds.map(({ backend }) => backend).sort()).toEqual(
      native ? ['tensorflow', 'wasm', 'webgpu'] : ['wasm', 'webgpu'],
    )
    for (const { device, imagesPerSecond, basis, problem, cause } of about.speeds) {
      expect(device).toBeTruthy()
      // A software adapter on a busy machine may take longer to compile than a backend is given.
      if (cause === 'slow-start') continue
      expect(problem).toBeNull()
      expect(imagesPerSecond).toBeGreaterThan(0)
      expect(basis).toBeTruthy()
    }
    expect(about.backend).toBe(fastest(about)!.backend)
    expect(start).toMatchObject({ type: 'start', backend: about.backend })

    const again = await choiceOf('again')
    expect(again.about).toEqual({ ...about, kept: true })

    const { measurements } = await app.call('app.doctor', {})
    expect(measurements).toMatchObject([{ at: about.at, model: { title: 'CNN', size: 16, batch: 8 } }])
    expect(await app.call('app.forgetSpeeds', {})).toEqual({ forgotten: 1 })
    expect((await app.call('app.doctor', {})).measurements).toEqual([])
  })

  it('is cancelled while it is measured', async () => {
    const stage = eventWhere(app, (one) => one.event === 'run.stage' && one.stage === 'measure')
    const { run } = await app.call('runs.start', request('cancelled'))
    await stage
    await app.call('runs.cancel', { run })
    expect(await runEnded(app, run)).toMatchObject({ status: 'cancelled' })
  })
})
