// Which backend a run gets, with backends and steps that are made up.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { modelChoice, plan as planSchema, type BackendName, type TrainedRun } from '../../contract'
import type { Backends, UsableBackend } from '../backends/choose'
import type { Compute } from '../compute'
import { quietTask } from '../task'
import { createChoice, type ChoiceNote, type ChooseOptions } from './choose'
import type { Stepper } from './measure'
import type { Sighting } from './messages'

let packs: string
beforeEach(async () => {
  packs = await mkdtemp(join(tmpdir(), 'cotejo-choice-'))
})
afterEach(() => rm(packs, { recursive: true, force: true }))

/** Milliseconds of a step; a text is why there is none. */
type Steps = Partial<Record<BackendName, number | string>>

function bench(steps: Steps, options: { broken?: BackendName[]; identity?: string; measure?: boolean } = {}) {
  const { broken = [], identity = 'driver 1', measure = true } = options
  const asked: BackendName[] = []
  const use = async (name: BackendName | null) => {
    if (name !== null && broken.includes(name)) throw new Error(`${name} does not open.`)
    return { name: name ?? 'wasm' } as Compute
  }
  const backends = {
    use: vi.fn(use),
    useAfter: vi.fn(async () => ({ name: 'wasm' }) as Compute),
    usable: vi.fn(async () =>
      Object.keys(steps).map((name): UsableBackend => ({ name: name as BackendName, identity })),
    ),
  }
  const stepper: Stepper =
    ({ backend, work }) =>
    (tell) => {
      asked.push(backend)
      const told = (one: Sighting) => queueMicrotask(() => tell(one))
      const pace = steps[backend]!
      if (typeof pace === 'string') told({ seen: 'failed', reason: pace })
      else {
        told({ seen: 'open', device: `Device of ${backend}` })
        told({ seen: 'first', pictures: work.batch, milliseconds: 10 * pace })
        const several = Math.ceil(2000 / pace)
        told({ seen: 'timed', steps: several, pictures: several * work.batch, milliseconds: several * pace })
      }
      return { stop: () => {} }
    }
  const warnings: string[] = []
  const choose = createChoice(backends as unknown as Backends, measure ? stepper : null, (text) =>
    warnings.push(text),
  )
  return { backends, asked, warnings, choose }
}

const runOf = (more: Partial<TrainedRun> = {}, epochs = 20, batch = 32): TrainedRun => ({
  version: 1,
  id: 'a',
  name: 'A',
  created: new Date(0).toISOString(),
  dataset: 'd',
  datasetName: 'D',
  datasetHash: '',
  labels: ['cat', 'dog'],
  model: modelChoice.parse({ name: 'cnn' }) as TrainedRun['model'],
  preprocessing: { size: 64, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
  plan: planSchema.parse({ phases: [{ epochs }], batch }),
  seed: 1,
  folds: null,
  backend: null,
  cotejo: '0',
  ...more,
})

async function chosen(made: ReturnType<typeof bench>, more: Partial<ChooseOptions> = {}) {
  const notes: ChoiceNote[] = []
  const options = {
    run: runOf(),
    packs,
    trainImages: 2000,
    before: null,
    note: (n: ChoiceNote) => notes.push(n),
  }
  const compute = await made.choose({ ...options, ...more }, quietTask())
  return { name: compute.name, note: notes[0], notes }
}

describe('a run that leaves its backend open', () => {
  it('gets the one that trains its model fastest, and its history says why', async () => {
    const made = bench({ webgpu: 10, tensorflow: 64, wasm: 320 })
    const { name, note } = await chosen(made)
    expect(name).toBe('webgpu')
    expect(made.asked).toEqual(['webgpu', 'tensorflow', 'wasm'])
    expect(note!.message).toMatch(
      /^webgpu 3200 images\/s, tensorflow 500, wasm 100: webgpu is used; measured on \d{4}-\d\d-\d\d\.$/,
    )
    expect(note!.about).toMatchObject({
      key: 'backend-measured',
      backend: 'webgpu',
      kept: false,
      speeds: [
        { device: 'Device of webgpu', imagesPerSecond: 3200 },
        { backend: 'tensorflow' },
        { backend: 'wasm' },
      ],
    })
  })

  it('is not given a card because it is one', async () => {
    expect((await chosen(bench({ webgpu: 500, tensorflow: 50, wasm: 300 }))).name).toBe('tensorflow')
    await rm(packs, { recursive: true })
    expect((await chosen(bench({ webgpu: 500, tensorflow: 400, wasm: 300 }))).name).toBe('wasm')
  })

  it('does without one that fails, and says why', async () => {
    const { name, note } = await chosen(bench({ webgpu: 'The memory ran out.', wasm: 100 }))
    expect(name).toBe('wasm')
    expect(note!.message).toContain(
      'wasm 320 images/s, webgpu was left out (The memory ran out): wasm is used',
    )
  })

  it('takes the next where the fastest does not open after all', async () => {
    const made = bench({ webgpu: 10, tensorflow: 50, wasm: 100 }, { broken: ['webgpu'] })
    const { name, note } = await chosen(made)
    expect(name).toBe('tensorflow')
    expect(note!.message).toContain('webgpu was left out (webgpu does not open)')
    expect(made.warnings).toHaveLength(1)
  })

  it('takes the usual one where none can be measured, and keeps nothing', async () => {
    const made = bench({ webgpu: 'x', wasm: 'y' })
    const { name, note } = await chosen(made)
    expect([name, note!.message.includes('webgpu was left out (x)')]).toEqual(['wasm', true])
    await chosen(made)
    expect(made.asked).toHaveLength(4)
  })

  it('measures once for a model, whatever the data, the seed, the epochs and the folds are', async () => {
    const made = bench({ webgpu: 10, wasm: 100 })
    await chosen(made)
    const other = runOf({ id: 'b', dataset: 'other', seed: 7, folds: 5 }, 40)
    const { name, note } = await chosen(made, { run: other, trainImages: 5000 })
    expect([name, made.asked.length]).toEqual(['webgpu', 2])
    expect(note!.about).toMatchObject({ kept: true })
  })

  it('measures again for another batch, another driver, and a day after a backend failed', async () => {
    const made = bench({ webgpu: 10, wasm: 100 })
    await chosen(made)
    await chosen(made, { run: runOf({}, 20, 64) })
    expect(made.asked).toHaveLength(4)
    const updated = bench({ webgpu: 'It broke.', wasm: 100 }, { identity: 'driver 2' })
    await chosen(updated)
    await chosen(updated)
    expect(updated.asked).toHaveLength(2)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 3600 * 1000 })
    try {
      await chosen(updated)
    } finally {
      vi.useRealTimers()
    }
    expect(updated.asked).toHaveLength(4)
  })

  it('is not kept waiting where there is nothing to choose, or little to win', async () => {
    const alone = bench({ wasm: 100 })
    expect(await chosen(alone)).toMatchObject({ name: 'wasm', notes: [] })
    const short = bench({ webgpu: 10, wasm: 100 })
    expect(await chosen(short, { run: runOf({}, 1), trainImages: 100 })).toMatchObject({
      name: 'wasm',
      notes: [],
    })
    expect([alone.asked, short.asked]).toEqual([[], []])
    // Not even the driver is asked for one that is short.
    expect(short.backends.usable).not.toHaveBeenCalled()
  })

  it('goes on where it was begun, else says that it cannot', async () => {
    const made = bench({ webgpu: 10, wasm: 100 }, { broken: ['tensorflow'] })
    expect(await chosen(made, { before: 'wasm' })).toMatchObject({ name: 'wasm', notes: [] })
    const { name, note } = await chosen(made, { before: 'tensorflow' })
    expect(name).toBe('wasm')
    expect(note!.about).toMatchObject({ key: 'backend-gone', before: 'tensorflow', backend: 'wasm' })
    expect(made.asked).toEqual([])
  })

  it('is cancelled while it is measured', async () => {
    const abort = new AbortController()
    const made = bench({ webgpu: 10, wasm: 100 })
    const options = { run: runOf(), packs, trainImages: 2000, before: null, note: () => {} }
    const task = { signal: abort.signal, progress: () => abort.abort() }
    await expect(made.choose(options, task)).rejects.toMatchObject({ code: 'cancelled' })
    expect(made.backends.use).not.toHaveBeenCalled()
  })
})

it('a run that names its backend gets it', async () => {
  const made = bench({ webgpu: 10, wasm: 100 })
  const { name, notes } = await chosen(made, { run: runOf({ backend: 'tensorflow' }), before: 'wasm' })
  expect([name, notes, made.asked]).toEqual(['tensorflow', [], []])
})
