// Runs from start to end with a real engine process that learns nothing: queue, records, crash, resume, recovery.
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import type { AppEvent, CallInput, RunRecord, RunStatus } from '../../src-main/contract'
import { eventWhere, planOf, runEnded, Workbench } from '../support/app'

let bench: Workbench
let library: string
let app: App
let events: AppEvent[]

beforeEach(async () => {
  bench = new Workbench()
  library = await bench.folder()
  await open()
})
afterEach(() => bench.close())

async function open(): Promise<void> {
  app = await bench.open({ library })
  events = []
  app.listen((event) => void events.push(event))
  if ((await app.call('data.list', {})).length === 0) {
    await app.call('data.import', {
      source: { kind: 'folder', path: await bench.pictures() },
      options: { size: 48 },
    })
  }
}

type Start = Partial<CallInput<'runs.start'>>
const start = (more: Start = {}) =>
  app.call('runs.start', { dataset: 'gatos-y-perros', model: { name: 'cnn' }, plan: planOf(3), ...more })

const historyOf = async (run: string): Promise<RunRecord[]> =>
  (await readFile(join(library, 'runs', run, 'history.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RunRecord)
const statusesOf = (run: string): RunStatus[] =>
  events.flatMap((one) =>
    one.event === 'run.changed' && one.summary.run === run ? [one.summary.status] : [],
  )
const recordsOf = (run: string) =>
  events.flatMap((one) => (one.event === 'run.record' && one.run === run ? [one.record] : []))
const recordOf = (run: string, type: RunRecord['type']) =>
  eventWhere(app, (one) => one.event === 'run.record' && one.run === run && one.record.type === type)

describe('a run', () => {
  it('is written down, trained, relayed record by record, and summed up', async () => {
    const queued = await start({ seed: 7 })
    expect(queued).toMatchObject({ name: 'CNN 48 px', size: 48, seed: 7, model: 'cnn', epochsPlanned: 3 })
    expect(queued.run).toMatch(/^cnn-48px-\d{8}$/)
    const summary = await runEnded(app, queued.run)
    expect(summary).toMatchObject({
      status: 'done',
      reason: null,
      backend: 'wasm',
      epochs: 3,
      bestEpoch: 3,
      parameters: 2_000_000,
      trainAccuracy: 0.9,
      testAccuracy: 0.75,
      testCount: 4,
      efficiency: 0.375,
      seconds: 1.5,
      imagesPerSecond: 100,
    })

    const written = JSON.parse(await readFile(join(library, 'runs', queued.run, 'run.json'), 'utf8'))
    expect(written).toMatchObject({
      version: 1,
      id: queued.run,
      labels: ['cat', 'dog'],
      preprocessing: { size: 48, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
      model: { name: 'cnn', options: { filters: [32, 64], dense: 512 } },
      plan: { batch: 32, phases: [{ epochs: 3, learningRate: 1e-3, optimizer: { name: 'adam' } }] },
      backend: null,
    })
    expect(recordsOf(queued.run)).toEqual(await historyOf(queued.run))
    const statuses = statusesOf(queued.run)
    expect([statuses[0], statuses.at(-1)]).toEqual(['queued', 'done'])
    expect(new Set(statuses.slice(1, -1))).toEqual(new Set(['running']))
    expect(events).toContainEqual({
      event: 'run.stage',
      run: queued.run,
      stage: 'prepare',
      done: 1,
      total: 2,
    })
    expect(events.filter((one) => one.event === 'run.stage')).toHaveLength(1)
    expect(events).toContainEqual({ event: 'engine.ready', backend: 'wasm', device: 'CPU, fake' })
    expect(await app.call('app.info', {})).toMatchObject({ backend: 'wasm', library })
    const got = await app.call('runs.get', { run: queued.run })
    expect(got.evaluation?.confusion).toEqual([
      [1, 1],
      [1, 1],
    ])
    const { records, next } = await app.call('runs.history', { run: queued.run, since: 2 })
    expect(records[0]!.seq).toBe(2)
    expect(next).toBe(records.at(-1)!.seq + 1)
  })

  it('waits for the one before, and ids and names stay apart', async () => {
    const runs = await Promise.all([
      start({ name: 'a epoch-ms-40' }),
      start(),
      start(),
      start({ name: 'Ñandú' }),
    ])
    expect(runs.map((one) => one.status)).toEqual(expect.arrayContaining(['queued']))
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '')
    expect(runs.map((one) => one.run)).toEqual([
      'a-epoch-ms-40',
      `cnn-48px-${day}`,
      `cnn-48px-${day}-2`,
      'nandu',
    ])
    expect(runs.map((one) => one.name)).toEqual(['a epoch-ms-40', 'CNN 48 px', 'CNN 48 px (2)', 'Ñandú'])
    await runEnded(app, 'nandu')
    const order = events.flatMap((one) =>
      one.event === 'run.record' && ['start', 'end'].includes(one.record.type)
        ? [`${one.record.type} ${one.run}`]
        : [],
    )
    expect(order).toEqual(runs.flatMap((one) => [`start ${one.run}`, `end ${one.run}`]))
    expect((await app.call('runs.list', {})).map((one) => one.run).sort()).toEqual(
      runs.map((one) => one.run).sort(),
    )
  })

  it('pauses, resumes and is cancelled, with what it recorded kept', async () => {
    const { run } = await start({ name: 'epoch-ms-30', plan: planOf(200) })
    await recordOf(run, 'epoch')
    const paused = recordOf(run, 'paused')
    await app.call('runs.pause', { run })
    await paused
    expect((await app.call('runs.get', { run })).summary.status).toBe('paused')
    const resumed = recordOf(run, 'resumed')
    await app.call('runs.resume', { run })
    await resumed
    expect((await app.call('runs.get', { run })).summary.status).toBe('running')
    await app.call('runs.cancel', { run })
    const { summary } = await app.call('runs.get', { run })
    expect(summary).toMatchObject({ status: 'cancelled', testAccuracy: null })
    expect(summary.epochs).toBeGreaterThan(0)
    await expect(app.call('runs.cancel', { run })).rejects.toMatchObject({ code: 'invalid-argument' })
  })

  it('is cancelled before its turn, and not removed while it waits', async () => {
    const first = await start({ name: 'epoch-ms-30', plan: planOf(200) })
    const second = await start({ name: 'second' })
    await expect(app.call('runs.remove', { run: 'second' })).rejects.toMatchObject({ code: 'run-running' })
    await expect(app.call('runs.remove', { run: first.run })).rejects.toMatchObject({ code: 'run-running' })
    await expect(app.call('data.remove', { dataset: first.dataset })).rejects.toMatchObject({
      code: 'run-running',
    })
    await app.call('runs.cancel', { run: second.run })
    expect(await historyOf('second')).toMatchObject([{ seq: 0, type: 'end', status: 'cancelled' }])
    await app.call('runs.cancel', { run: first.run })
    expect(statusesOf('second')).toEqual(['queued', 'cancelled'])
  })

  it('fails with the reason that the engine gave, also when the engine forgot to end it', async () => {
    const failed = await runEnded(app, (await start({ name: 'fail-at-2' })).run)
    expect(failed).toMatchObject({ status: 'failed', reason: 'The loss is not a number.', epochs: 2 })
    const silent = await runEnded(app, (await start({ name: 'no-end' })).run)
    expect(silent).toMatchObject({ status: 'failed', epochs: 3 })
    await expect(app.call('runs.resume', { run: 'no-end' })).rejects.toMatchObject({
      code: 'invalid-argument',
    })
  })
})

describe('an engine that dies in a run', () => {
  it('is told, leaves the record closed with its reason, and the next run trains', async () => {
    const crash = eventWhere(app, (one) => one.event === 'engine.crashed')
    await start({ name: 'crash-at-2', plan: planOf(4) })
    await start({ name: 'exit-at-1' })
    await start({ name: 'fine' })
    expect(await crash).toEqual({
      event: 'engine.crashed',
      run: 'crash-at-2',
      reason: 'The engine stopped by the signal SIGKILL.',
    })
    expect(await runEnded(app, 'crash-at-2')).toMatchObject({ status: 'crashed', epochs: 2, seconds: 1 })
    const history = await historyOf('crash-at-2')
    expect(history.map((one) => one.seq)).toEqual(history.map((_, at) => at))
    expect(history.at(-1)).toMatchObject({ type: 'end', status: 'crashed', bestEpoch: 2 })
    expect(recordsOf('crash-at-2').at(-1)).toEqual(history.at(-1))
    expect(await runEnded(app, 'exit-at-1')).toMatchObject({
      status: 'crashed',
      reason: 'The engine stopped with the exit status 3: Fatal error: tensor exploded.',
    })
    expect(await runEnded(app, 'fine')).toMatchObject({ status: 'done' })
  })

  it('hangs rather than dies: a cancel ends it, and so does closing', async () => {
    const { run } = await start({ name: 'hang-at-1' })
    await recordOf(run, 'epoch')
    await app.call('runs.cancel', { run })
    expect((await app.call('runs.get', { run })).summary).toMatchObject({
      status: 'cancelled',
      reason: 'The engine did not answer and was ended.',
    })
    const second = await start({ name: 'hang-at-1' })
    await recordOf(second.run, 'epoch')
    await app.close()
    await open()
    expect((await app.call('runs.get', { run: second.run })).summary.status).toBe('cancelled')
  })

  it('continues from the checkpoint when it is resumed', async () => {
    const { run } = await start({ name: 'crash-at-2', plan: planOf(4) })
    await runEnded(app, run)
    const before = await historyOf(run)
    const ended = recordOf(run, 'end')
    await app.call('runs.resume', { run })
    await ended
    const summary = await runEnded(app, run)
    expect(summary).toMatchObject({ status: 'done', epochs: 4, bestEpoch: 4 })
    const history = await historyOf(run)
    expect(history.slice(0, before.length)).toEqual(before)
    expect(history.map((one) => one.seq)).toEqual(history.map((_, at) => at))
    expect(history.flatMap((one) => (one.type === 'epoch' ? [one.epoch] : []))).toEqual([1, 2, 3, 4])
    await expect(app.call('runs.resume', { run })).rejects.toMatchObject({ code: 'invalid-argument' })
  })
})

describe('the runs of a library', () => {
  it('are there again after it was closed, renamed and all', async () => {
    const { run } = await start({ plan: planOf(1) })
    await runEnded(app, run)
    const asked = await readFile(join(library, 'runs', run, 'run.json'), 'utf8')
    expect((await app.call('runs.rename', { run, name: 'Mi primera red 🦋' })).name).toBe('Mi primera red 🦋')
    const before = await app.call('runs.list', {})
    await app.close()
    await open()
    expect(await app.call('runs.list', {})).toEqual(before)
    expect((await app.call('runs.get', { run })).run.name).toBe('Mi primera red 🦋')
    expect(await readFile(join(library, 'runs', run, 'run.json'), 'utf8')).toBe(asked)
    await app.call('runs.remove', { run })
    expect(events).toContainEqual({ event: 'run.removed', run })
    expect(await readdir(join(library, 'runs'))).toEqual([])
    await expect(app.call('runs.get', { run })).rejects.toMatchObject({ code: 'run-not-found' })
  })

  it('that are damaged are left out, named in the log, and break nothing', async () => {
    const { run } = await start({ plan: planOf(1) })
    await runEnded(app, run)
    const runs = join(library, 'runs')
    for (const name of ['half', 'empty', 'Not An Id']) await mkdir(join(runs, name))
    await writeFile(join(runs, 'half', 'run.json'), '{"version": 1, "id"')
    await writeFile(join(runs, 'file'), '')
    const copy = JSON.parse(await readFile(join(runs, run, 'run.json'), 'utf8'))
    await mkdir(join(runs, 'copy'))
    await writeFile(join(runs, 'copy', 'run.json'), JSON.stringify(copy))
    for (let at = 0; at < 3; at++) {
      expect((await app.call('runs.list', {})).map((one) => one.run)).toEqual([run])
    }
    expect(bench.log.lines.filter((line) => line.startsWith('warn The run half'))).toHaveLength(1)
    // Damage inside a good run: bad lines of its history and a broken evaluation.
    await appendFile(join(runs, run, 'history.jsonl'), 'garbage\n{"seq":')
    await writeFile(join(runs, run, 'evaluation.json'), '[]')
    expect(await app.call('runs.list', {})).toMatchObject([{ run, status: 'done', testAccuracy: null }])
    await app.close()
    await open()
    expect(await app.call('runs.list', {})).toMatchObject([{ run, status: 'done' }])
  })

  it('are listed quickly when there are hundreds', async () => {
    const { run } = await start({ plan: planOf(1) })
    await runEnded(app, run)
    const source = join(library, 'runs', run)
    const asked = JSON.parse(await readFile(join(source, 'run.json'), 'utf8'))
    const evaluation = await readFile(join(source, 'evaluation.json'))
    const records = await historyOf(run)
    const [first, batch] = [records[0]!, records[1]!]
    const batches = Array.from({ length: 2000 }, (_, at) => ({ ...batch, seq: at + 1, t: at }))
    const rest = records.filter((one) => one.type === 'epoch' || one.type === 'end')
    const whole = [first, ...batches, ...rest.map((one, at) => ({ ...one, seq: 2001 + at }))]
    const history = whole.map((one) => `${JSON.stringify(one)}\n`).join('')
    for (let at = 0; at < 300; at++) {
      const folder = join(library, 'runs', `copy-${at}`)
      await mkdir(folder)
      await writeFile(join(folder, 'run.json'), JSON.stringify({ ...asked, id: `copy-${at}` }))
      await writeFile(join(folder, 'history.jsonl'), history)
      await writeFile(join(folder, 'evaluation.json'), evaluation)
    }
    const timed = async () => {
      const started = performance.now()
      expect(await app.call('runs.list', {})).toHaveLength(301)
      return performance.now() - started
    }
    const cold = await timed()
    const warm = await timed()
    console.log(`301 runs: ${Math.round(cold)} ms the first time, ${Math.round(warm)} ms after`)
    // Wide limits: the machine may be busy.
    expect(cold).toBeLessThan(10_000)
    expect(warm).toBeLessThan(1500)
    await rm(join(library, 'runs'), { recursive: true })
    expect(await app.call('runs.list', {})).toEqual([])
  })
})
