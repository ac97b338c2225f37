// One process has a library open for writing: seen with real processes, also ones that are killed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { processStart, stillLives } from '../../src-main/app/library/process'
import { planOf, Workbench } from '../support/app'
import { bundle } from '../support/bundle'
import { Holder } from '../support/holder'

let program: string
let bench: Workbench
let holders: Holder[]
const hold = (library: string) => {
  const holder = new Holder(program, library)
  holders.push(holder)
  return holder
}
const lockOf = async (library: string) => JSON.parse(await readFile(join(library, 'lock.json'), 'utf8'))

beforeAll(async () => {
  program = await bundle(resolve(import.meta.dirname, '../support/hold-library.ts'))
})
afterAll(() => rm(dirname(program), { recursive: true, force: true }))
beforeEach(() => {
  bench = new Workbench()
  holders = []
})
afterEach(async () => {
  for (const holder of holders) await holder.kill()
  await bench.close()
})

/** Pid and start of a process that has ended. */
async function deadProcess() {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const started = await processStart(child.pid!)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return { pid: child.pid!, started }
}

describe('the lock of a library', () => {
  it('keeps a second process out and says who has it, until the first closes', async () => {
    const library = await bench.folder()
    const holder = hold(library)
    await holder.opened()
    await expect(bench.open({ library })).rejects.toMatchObject({
      code: 'library-in-use',
      detail: { program: 'serve', pid: holder.process.pid, host: hostname() },
    })
    await holder.close()
    const app = await bench.open({ library })
    const second = await hold(library).opened()
    expect(second.failed).toMatchObject({
      code: 'library-in-use',
      detail: { program: 'cli', pid: process.pid },
    })
    expect(second.failed!.message).toContain(`process ${process.pid}`)
    await app.close()
    expect(await readdir(library)).not.toContain('lock.json')
  })

  it('keeps the same process out too', async () => {
    const library = await bench.folder()
    await bench.open({ library })
    await expect(bench.open({ library })).rejects.toMatchObject({ code: 'library-in-use' })
  })

  it('lets readers in, who see what the writer does', async () => {
    const library = await bench.folder()
    const holder = hold(library)
    await holder.opened()
    holder.call('data.import', { source: { kind: 'folder', path: await bench.pictures() }, options: {} })
    await holder.said((word) => 'result' in word)
    holder.call('runs.start', {
      name: 'epoch-ms-100',
      dataset: 'gatos-y-perros',
      model: { name: 'cnn' },
      plan: planOf(50),
    })
    await holder.said((word) => word.event === 'run.record')

    const reader = await bench.open({ library, readOnly: true })
    expect(await reader.call('data.list', {})).toHaveLength(1)
    expect(await reader.call('runs.list', {})).toMatchObject([{ status: 'running' }])
    await expect(reader.call('runs.cancel', { run: 'epoch-ms-100' })).rejects.toMatchObject({
      code: 'no-permission',
    })
    await expect(reader.call('data.remove', { dataset: 'gatos-y-perros' })).rejects.toMatchObject({
      code: 'no-permission',
    })
    await expect(reader.uploads.begin()).rejects.toMatchObject({ code: 'no-permission' })
    await holder.kill()
    expect(await reader.call('runs.list', {})).toMatchObject([{ status: 'crashed' }])
  })

  it('is taken over from a process that was killed, whose run and engine are brought to an end', async () => {
    const library = await bench.folder()
    const holder = hold(library)
    await holder.opened()
    holder.call('data.import', { source: { kind: 'folder', path: await bench.pictures() }, options: {} })
    await holder.said((word) => 'result' in word)
    const request = { dataset: 'gatos-y-perros', model: { name: 'cnn' as const }, plan: planOf(500) }
    holder.call('runs.start', { ...request, name: 'first epoch-ms-20' })
    holder.call('runs.start', { ...request, name: 'second' })
    await holder.said((word) => (word.result as { run?: string } | undefined)?.run === 'second')
    await holder.said(
      (word) => word.event === 'run.record' && (word.record as { type: string }).type === 'epoch',
    )
    await mkdir(join(library, '.tmp', 'import-half'))
    const { engine } = await lockOf(library)
    expect(await stillLives(engine.pid, engine.started)).toBe(true)
    await holder.kill()

    const app = await bench.open({ library })
    expect(await stillLives(engine.pid, engine.started)).toBe(false)
    expect(await readdir(join(library, '.tmp'))).toEqual([])
    const runs = await app.call('runs.list', {})
    expect(runs.map((one) => [one.run, one.status, one.reason])).toEqual(
      expect.arrayContaining([
        ['first-epoch-ms-20', 'crashed', 'The program ended while it trained.'],
        // What waited still waits.
        ['second', 'queued', null],
      ]),
    )
    expect(runs.find((one) => one.run === 'first-epoch-ms-20')!.epochs).toBeGreaterThan(0)
  })

  it('has one winner when many find the same dead lock', async () => {
    const library = await bench.folder()
    const dead = await deadProcess()
    await writeFile(join(library, 'lock.json'), JSON.stringify(staleLock(dead)))
    const many = Array.from({ length: 4 }, () => hold(library))
    const words = await Promise.all(many.map((one) => one.opened()))
    expect(words.filter((word) => 'opened' in word)).toHaveLength(1)
    for (const word of words) if (word.failed) expect(word.failed.code).toBe('library-in-use')
    expect((await readdir(library)).filter((name) => name.startsWith('lock'))).toEqual(['lock.json'])
  })

  it('is taken over when its pid belongs to another process by now, not when it is of another machine', async () => {
    const library = await bench.folder()
    const file = join(library, 'lock.json')
    await writeFile(file, JSON.stringify(staleLock({ pid: process.pid, started: 'long ago:1' })))
    await (await bench.open({ library })).close()

    const elsewhere = { ...staleLock({ pid: 1_000_000_000, started: 'x' }), host: 'another-machine' }
    await writeFile(file, JSON.stringify(elsewhere))
    await expect(bench.open({ library })).rejects.toMatchObject({
      code: 'library-in-use',
      detail: { host: 'another-machine' },
      hint: expect.stringContaining(file),
    })
    expect(await lockOf(library)).toEqual(elsewhere)
  })

  it('is taken over when its file is damaged, as after a power cut', async () => {
    const library = await bench.folder()
    await writeFile(join(library, 'lock.json'), '')
    await writeFile(join(library, 'lock.json.takeover'), JSON.stringify(staleLock(await deadProcess())))
    await bench.open({ library })
    expect(await lockOf(library)).toMatchObject({ pid: process.pid, program: 'cli' })
  })
})

const staleLock = (owner: { pid: number; started: string | null }) => ({
  version: 1,
  token: 'dead',
  ...owner,
  host: hostname(),
  program: 'electron',
  since: '2026-11-01T10:00:00.000Z',
  engine: null,
})
