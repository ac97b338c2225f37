// The engine client against a real child process: lazy start, frames, cancel, crash, a new start, and the end.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EngineClient, type EngineClientOptions } from '../../src-main/app/engine-client/client'
import { openLog, hostLogOnly } from '../../src-main/app/log'
import type { Progress } from '../../src-main/contract'
import { fakeEngine, memoryLog, Workbench, type MemoryLog } from '../support/app'

let bench: Workbench
let log: MemoryLog
let clients: EngineClient[]
let crashes: string[]
let pids: (number | null)[]

beforeEach(() => {
  bench = new Workbench()
  log = memoryLog()
  clients = []
  crashes = []
  pids = []
})
afterEach(async () => {
  for (const client of clients) {
    client.kill()
    await client.close()
  }
  await bench.close()
})

function open(habits = '', more: Partial<EngineClientOptions> = {}): EngineClient {
  const client = new EngineClient({
    launcher: { node: process.execPath, program: fakeEngine, env: { FAKE_ENGINE: habits } },
    log: hostLogOnly(log),
    onEvent: () => {},
    onCrash: (reason) => void crashes.push(reason),
    onProcess: (pid) => void pids.push(pid),
    ...more,
  })
  clients.push(client)
  return client
}

const doctor = { packs: '/packs', measure: false }
const describeModel = { model: { name: 'cnn' as const }, size: 32, classes: 2 }

describe('the engine client', () => {
  it('starts an engine at the first call only, and one for many calls', async () => {
    const client = open()
    expect(pids).toEqual([])
    const answers = await Promise.all([
      client.call('doctor', doctor),
      client.call('models.describe', describeModel),
    ])
    expect(answers[0].gpus).toEqual(['Fake GPU'])
    expect(answers[1].inputShape).toEqual([32, 32, 3])
    expect(pids).toEqual([client.pid])
    await client.close()
    expect(pids).toEqual([expect.any(Number), null])
    expect(crashes).toEqual([])
    await expect(client.call('doctor', doctor)).rejects.toMatchObject({ code: 'engine-stopped' })
  })

  it('hands progress through, and a cancelled call ends with the work', async () => {
    const client = open()
    const pictures = await bench.pictures(['cat', 'dog', 'slow'], 10)
    const folder = await bench.folder()
    const abort = new AbortController()
    const progress: Progress[] = []
    const source = { kind: 'folder' as const, path: pictures, owned: false }
    await expect(
      client.call(
        'data.import',
        { id: 'x', folder, source, options: {} },
        {
          signal: abort.signal,
          progress(now) {
            progress.push(now)
            if (progress.length === 3) abort.abort()
          },
        },
      ),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(progress[0]).toMatchObject({ stage: 'decode', done: 1 })
    expect(progress.length).toBeLessThan(20)
    expect(await readdir(folder)).toEqual([])
    await expect(client.call('doctor', doctor, { signal: abort.signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('rejects what waits when the engine is killed, and starts a new one for the next call', async () => {
    const client = open()
    await client.call('doctor', doctor)
    const first = client.pid!
    // This model is never described: size 13 hangs.
    const waiting = client.call('models.describe', { ...describeModel, size: 13 })
    const caught = expect(waiting).rejects.toMatchObject({
      code: 'engine-stopped',
      detail: { signal: 'SIGKILL' },
      hint: expect.stringContaining('memory'),
    })
    process.kill(first, 'SIGKILL')
    await caught
    expect(crashes).toEqual(['The engine stopped by the signal SIGKILL.'])
    await client.call('doctor', doctor)
    expect(client.pid).not.toBe(first)
  })

  it('says why an engine does not start, and tries again at the next call', async () => {
    const client = open('die-at-start')
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(client.call('doctor', doctor)).rejects.toMatchObject({
        code: 'engine-stopped',
        message: expect.stringContaining('libmissing.so.2: cannot open shared object file'),
        detail: { exitCode: 7 },
      })
    }
    const missing = open('', { launcher: { node: '/nowhere/node', program: fakeEngine } })
    await expect(missing.call('doctor', doctor)).rejects.toMatchObject({
      code: 'engine-stopped',
      message: expect.stringContaining('ENOENT'),
    })
  })

  it('gives up an engine that never gets ready', async () => {
    const client = open('never-ready', { readyLimit: 300 })
    await expect(client.call('doctor', doctor)).rejects.toMatchObject({
      code: 'engine-stopped',
      message: expect.stringContaining('not ready'),
    })
  })

  it('insists when the engine ignores that it is asked to stop', async () => {
    const client = open('ignore-stop', { stopLimits: { ask: 100, terminate: 100 } })
    await client.call('doctor', doctor)
    const started = Date.now()
    await client.close()
    expect(Date.now() - started).toBeGreaterThanOrEqual(190)
    expect(Date.now() - started).toBeLessThan(3000)
    expect(crashes).toEqual([])
  })

  it('logs frames that are not in the contract and goes on; a broken result is a fault of its call', async () => {
    const client = open('bad-frames')
    await client.call('doctor', doctor)
    expect(log.lines.filter((line) => line.includes('not in the contract'))).toHaveLength(2)
    await expect(client.call('packs.list', { packs: '/packs' })).rejects.toThrow('broke the contract')
    await expect(client.call('doctor', { packs: '', measure: false })).rejects.toThrow()
    await client.call('doctor', doctor)
    expect(pids).toHaveLength(1)
  })

  it('keeps what the engine prints in a log that does not grow without end', async () => {
    const folder = join(await bench.folder(), 'logs')
    const file = openLog(folder, log, 2000)
    const client = open('die-at-start', { log: file })
    await client.call('doctor', doctor).catch(() => {})
    await file.flush()
    expect(await readFile(join(folder, 'cotejo.log'), 'utf8')).toContain(
      'engine stderr: Error: libmissing.so.2',
    )
    for (let at = 0; at < 50; at++) {
      file.warn(`line ${at} ${'x'.repeat(100)}`)
      if (at % 10 === 9) await file.flush()
    }
    await file.flush()
    expect((await readdir(folder)).sort()).toEqual(['cotejo.1.log', 'cotejo.2.log', 'cotejo.log'])
    expect(await readFile(join(folder, 'cotejo.log'), 'utf8')).toContain('line 49')
  })
})
