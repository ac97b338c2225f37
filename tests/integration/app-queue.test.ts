// The queue and the trash, with a real engine process that learns nothing: order, holding, closing and opening again,
// removing and bringing back.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import type { AppEvent, QueueState } from '../../src-main/contract'
import { eventWhere, planOf, runEnded, Workbench } from '../support/app'

let bench: Workbench
let library: string
let app: App
let events: AppEvent[]

async function open(): Promise<void> {
  app = await bench.open({ library })
  events = []
  app.listen((event) => void events.push(event))
}

beforeEach(async () => {
  bench = new Workbench()
  library = await bench.folder()
  await open()
  const source = { kind: 'folder' as const, path: await bench.pictures() }
  await app.call('data.import', { source, options: { size: 48 } })
})
afterEach(() => bench.close())

const start = async (name: string, epochs = 1): Promise<string> =>
  (
    await app.call('runs.start', {
      dataset: 'gatos-y-perros',
      model: { name: 'cnn' },
      plan: planOf(epochs),
      name,
    })
  ).run
/** A run that trains until it is told to end: what is started after it waits. */
async function busy(): Promise<string> {
  const name = 'epoch-ms-30'
  const epoch = eventWhere(app, (one) => one.event === 'run.record' && one.record.type === 'epoch')
  const run = await start(name, 5000)
  await epoch
  return run
}
const order = ({ waiting }: QueueState): string[] => waiting.map(({ run }) => run)
const started = (): string[] =>
  events.flatMap((one) => (one.event === 'run.record' && one.record.type === 'start' ? [one.run] : []))

describe('the queue', () => {
  it('is put in another order, and runs in it', async () => {
    const first = await busy()
    for (const name of ['a', 'b', 'c']) await start(name)
    expect(await app.call('queue.get', {})).toEqual({
      active: first,
      waiting: ['a', 'b', 'c'].map((run) => ({ run, held: false })),
    })
    expect(order(await app.call('queue.move', { run: 'c', before: 'a' }))).toEqual(['c', 'a', 'b'])
    expect(order(await app.call('queue.move', { run: 'c', before: 'c' }))).toEqual(['c', 'a', 'b'])
    expect(order(await app.call('queue.move', { run: 'a', before: null }))).toEqual(['c', 'b', 'a'])
    const told = events.filter((one) => one.event === 'queue.changed').at(-1)!
    expect(order(told.queue)).toEqual(['c', 'b', 'a'])
    for (const params of [
      { run: first, before: null },
      { run: 'a', before: first },
    ])
      await expect(app.call('queue.move', params)).rejects.toMatchObject({ code: 'invalid-argument' })
    await app.call('runs.cancel', { run: first })
    for (const run of ['c', 'b', 'a']) await runEnded(app, run)
    expect(started()).toEqual([first, 'c', 'b', 'a'])
    expect(await app.call('queue.get', {})).toEqual({ active: null, waiting: [] })
  })

  it('passes over what is held until it is let go on', async () => {
    const first = await busy()
    for (const name of ['a', 'b']) await start(name)
    await app.call('runs.pause', { run: 'a' })
    expect((await app.call('queue.get', {})).waiting).toEqual([
      { run: 'a', held: true },
      { run: 'b', held: false },
    ])
    await app.call('runs.cancel', { run: first })
    await runEnded(app, 'b')
    expect((await app.call('runs.get', { run: 'a' })).summary.status).toBe('queued')
    // What is started while others are held has its turn.
    await runEnded(app, await start('c'))
    await app.call('queue.hold', { held: false })
    await runEnded(app, 'a')
    expect(started()).toEqual([first, 'b', 'c', 'a'])
  })

  it('waits on, held, in its order, when the library is opened again; what trained is cancelled', async () => {
    const first = await busy()
    for (const name of ['a', 'b', 'c']) await start(name)
    await app.call('queue.move', { run: 'c', before: 'a' })
    await app.call('runs.cancel', { run: 'b' })
    await app.close()
    const reader = await bench.open({ library, readOnly: true })
    expect((await reader.call('runs.get', { run: 'c' })).summary.status).toBe('queued')
    await reader.close()

    await open()
    expect(await app.call('queue.get', {})).toEqual({
      active: null,
      waiting: [
        { run: 'c', held: true },
        { run: 'a', held: true },
      ],
    })
    const status = async (run: string) => (await app.call('runs.get', { run })).summary.status
    expect(await Promise.all([first, 'a', 'b', 'c'].map(status))).toEqual([
      'cancelled',
      'queued',
      'cancelled',
      'queued',
    ])
    await app.call('runs.resume', { run: 'a' })
    await runEnded(app, 'a')
    await app.call('queue.hold', { held: false })
    await runEnded(app, 'c')
    expect(started()).toEqual(['a', 'c'])
    expect(JSON.parse(await readFile(join(library, 'queue.json'), 'utf8'))).toEqual({
      version: 1,
      waiting: [],
    })
  })

  it('that is damaged on disk is told in the log, and its runs can be resumed', async () => {
    await busy()
    await start('a')
    await app.close()
    await writeFile(join(library, 'queue.json'), '{"version":')
    await open()
    expect(await app.call('queue.get', {})).toEqual({ active: null, waiting: [] })
    expect(bench.log.lines.some((line) => line.startsWith('warn') && line.includes('queue.json'))).toBe(true)
    expect((await app.call('runs.get', { run: 'a' })).summary.status).toBe('crashed')
    await app.call('runs.resume', { run: 'a' })
    expect(await runEnded(app, 'a')).toMatchObject({ status: 'done' })
  })
})

describe('what was removed', () => {
  it('comes back as it was, after the library was closed too', async () => {
    const run = await start('a')
    await runEnded(app, run)
    await app.call('runs.rename', { run, name: 'Mi red' })
    const before = await app.call('runs.get', { run })
    const dataset = await app.call('data.get', { dataset: 'gatos-y-perros' })
    const removed = [
      await app.call('runs.remove', { run }),
      await app.call('data.remove', { dataset: 'gatos-y-perros' }),
    ]
    expect(removed).toMatchObject([
      { kind: 'run', id: run, name: 'Mi red' },
      { kind: 'dataset', id: 'gatos-y-perros' },
    ])
    expect(await app.call('runs.list', {})).toEqual([])
    await app.close()
    await open()
    expect((await app.call('trash.list', {})).map(({ item }) => item)).toEqual(
      removed.map(({ item }) => item).reverse(),
    )
    for (const { item } of removed) await app.call('trash.restore', { item })
    expect(await app.call('runs.get', { run })).toEqual(before)
    expect(await app.call('data.get', { dataset: 'gatos-y-perros' })).toEqual(dataset)
    expect(await app.call('trash.list', {})).toEqual([])
    const names = events.map((one) => (one.event === 'run.changed' ? `run ${one.summary.run}` : one.event))
    expect(names).toEqual(expect.arrayContaining([`run ${run}`, 'data.changed', 'trash.changed']))
  })

  it('keeps its id, so that it can come back beside what was made since', async () => {
    const run = await start('a')
    await runEnded(app, run)
    const { item } = await app.call('runs.remove', { run })
    const second = await start('a')
    expect(second).toBe('a-2')
    await runEnded(app, second)
    await app.call('trash.restore', { item })
    expect((await app.call('runs.list', {})).map((one) => one.run).sort()).toEqual(['a', 'a-2'])
  })

  it('is deleted for good when that is asked for', async () => {
    const run = await start('a')
    await runEnded(app, run)
    await app.call('runs.remove', { run })
    expect(await app.call('trash.empty', {})).toEqual({ deleted: 1 })
    expect(await readdir(join(library, '.trash'))).toEqual([])
    expect(await app.call('trash.empty', {})).toEqual({ deleted: 0 })
  })
})
