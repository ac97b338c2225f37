// 10,000 malformed, forged, oversized and disordered messages at each end of the contract: the main side lives, what
// reaches the engine is what the contract allows, and afterwards everything still answers.
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { EngineClient } from '../../src-main/app/engine-client/client'
import { EngineProcess } from '../../src-main/app/engine-client/process'
import type { App } from '../../src-main/app/types'
import { calls, engineCalls, engineInput, engineOutput, type EngineInput } from '../../src-main/contract'
import { serve } from '../../src-main/hosts/serve/server'
import { fakeEngine, Workbench } from '../support/app'
import { frame, line, nonsense, seeded, type Random } from '../support/random-messages'

const ipc = vi.hoisted(() => ({
  listeners: new Map<string, (event: unknown, argument: unknown) => void>(),
  handlers: new Map<string, (event: unknown, argument: unknown) => Promise<unknown>>(),
  dialogs: 0,
  opened: [] as string[],
}))
vi.mock('electron', () => ({
  ipcMain: {
    on: (channel: string, listener: never) => ipc.listeners.set(channel, listener),
    handle: (channel: string, handler: never) => ipc.handlers.set(channel, handler),
    removeAllListeners: (channel: string) => ipc.listeners.delete(channel),
    removeHandler: (channel: string) => ipc.handlers.delete(channel),
  },
  dialog: { showOpenDialog: async () => (ipc.dialogs++, { filePaths: [] }) },
  shell: {
    openPath: async (path: string) => void ipc.opened.push(path),
    showItemInFolder: (path: string) => void ipc.opened.push(path),
  },
}))
const { connectWindow } = await import('../../src-main/hosts/electron/bridge')
const { CHANNELS } = await import('../../src-main/hosts/electron/channels')
const { Language } = await import('../../src-main/hosts/electron/texts')

const MESSAGES = 10_000
const bench = new Workbench()
let app: App
let sent: EngineInput[]
const surprises: unknown[] = []
const surprised = (reason: unknown): void => void surprises.push(reason)

beforeEach(async () => {
  surprises.length = 0
  process.on('unhandledRejection', surprised)
  process.on('uncaughtException', surprised)
  sent = []
  const { send } = EngineProcess.prototype
  vi.spyOn(EngineProcess.prototype, 'send').mockImplementation(function (this: EngineProcess, input) {
    sent.push(structuredClone(input))
    return send.call(this, input)
  })
  app = await bench.open({ library: join(await bench.folder(), 'library'), host: 'serve' })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await bench.close()
  process.off('unhandledRejection', surprised)
  process.off('uncaughtException', surprised)
})

/** What went to the engine is what the contract allows; nothing was thrown that nobody caught. */
function expectSound(): void {
  expect(surprises).toEqual([])
  for (const input of sent) {
    expect(engineInput.safeParse(input).success, JSON.stringify(input)?.slice(0, 300)).toBe(true)
    if (!('call' in input)) continue
    expect(Object.hasOwn(engineCalls, input.call), input.call).toBe(true)
    const { params } = engineCalls[input.call as keyof typeof engineCalls]
    expect(params.safeParse(input.params).success, input.call).toBe(true)
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
}

/** Values that get further than nonsense: names, paths below the test's own folder, small numbers. */
const plausible =
  (folder: string) =>
  (random: Random): unknown =>
    [
      'cats-1',
      join(folder, 'nothing-here'),
      `${folder}/../../../etc/passwd`,
      1,
      { kind: 'folder', path: join(folder, 'nothing-here') },
      { kind: 'upload', upload: '../../x' },
      { kind: 'paths', paths: [join(folder, 'a'), '\0'] },
      ['cats-1', 'cats-1'],
      { name: 'cnn', options: {} },
      { phases: [{ epochs: 1 }] },
      nonsense(random),
      nonsense(random),
    ][Math.floor(random() * 12)]

describe('the main side', () => {
  it('takes 10,000 messages over the bridge of the desktop app', async () => {
    class Contents extends EventEmitter {
      readonly mainFrame = { url: 'app://cotejo/index.html' }
      readonly answers = new Map<number, number>()
      isDestroyed = () => false
      send = (_channel: string, text: string) => {
        const { id } = JSON.parse(text) as { id?: number }
        if (id !== undefined) this.answers.set(id, (this.answers.get(id) ?? 0) + 1)
      }
    }
    const contents = new Contents()
    const window = Object.assign(new EventEmitter(), { webContents: contents, isDestroyed: () => false })
    const language = new Language(['en'])
    const parts = { app, commands: { ready: () => {} }, language, log: bench.log }
    connectWindow(window as never, parts)
    const mine = { sender: contents, senderFrame: contents.mainFrame }
    const random = seeded(1)
    const value = plausible(await bench.folder())
    const channels = [CHANNELS.openFolder, CHANNELS.language, CHANNELS.ready]
    for (let at = 0; at < MESSAGES; at++) {
      const message = random() < 0.2 ? line(random, frame(random, calls, value)) : frame(random, calls, value)
      if (random() < 0.9) ipc.listeners.get(CHANNELS.call)!(mine, message)
      else if (random() < 0.7) ipc.listeners.get(channels[at % 3]!)!(mine, nonsense(random))
      else await ipc.handlers.get(CHANNELS.chooseFiles)!(mine, nonsense(random)).catch(() => {})
      // Frames of others are not even looked at.
      ipc.listeners.get(CHANNELS.call)!(
        { ...mine, senderFrame: null },
        { id: 77_777, call: 'app.info', params: {} },
      )
      // The engine keeps up: a session takes so many calls at once, and refuses the rest unread.
      if (at % 200 === 0) await app.call('app.doctor', {})
    }
    await vi.waitFor(() => {
      ipc.listeners.get(CHANNELS.call)!(mine, { id: 99_999, call: 'app.info', params: {} })
      expect(contents.answers.get(99_999)).toBeGreaterThan(0)
    })
    expect(contents.answers.has(77_777)).toBe(false)
    expect(['en', 'es', 'pt-BR']).toContain(language.name)
    expect(ipc.opened).toEqual([])
    // The sieve is one: something passed besides what is asked above, and far from all.
    expect(sent.length).toBeGreaterThan(100)
    expect(sent.length).toBeLessThan(MESSAGES)
    expectSound()
    window.emit('closed')
  })

  it('takes 10,000 messages over a WebSocket', async () => {
    const limits = { socket: { burst: 1e6, framesPerSecond: 1e6, frameBytes: 65_536 } }
    const serving = await serve(app, { renderer: await bench.folder(), log: bench.log, limits })
    const connect = async (): Promise<WebSocket> => {
      const socket = new WebSocket(`ws://127.0.0.1:${serving.port}/api?token=${serving.token}`)
      await new Promise((done, fail) => socket.on('open', done).on('error', fail))
      return socket
    }
    const random = seeded(2)
    const value = plausible(await bench.folder())
    let socket = await connect()
    for (let at = 0; at < MESSAGES; at++) {
      const kind = random()
      if (kind < 0.002) socket.send('x'.repeat(70_000))
      else if (kind < 0.004) socket.send(Buffer.from([1, 2, 3]))
      else socket.send(line(random, frame(random, calls, value)))
      if (kind < 0.004 || at % 500 === 0) {
        // What is too large or no text ends its connection, and no other.
        if (kind < 0.004)
          await new Promise((done) => (socket.readyState === 3 ? done(0) : socket.once('close', done)))
        else await new Promise((done) => setTimeout(done, 5))
        if (socket.readyState !== WebSocket.OPEN) socket = await connect()
      }
    }
    const last = await connect()
    const answer = new Promise<string>((done) => last.on('message', (data: Buffer) => done(data.toString())))
    last.send('{"id":1,"call":"app.info","params":{}}')
    expect(await answer).toContain('"host":"serve"')
    await serving.close()
    expectSound()
  })

  it('hands no call to the engine’s channel that the contract does not allow, whoever asks', async () => {
    const client = new EngineClient({
      launcher: { node: process.execPath, program: fakeEngine },
      log: { ...bench.log, file: () => {}, flush: async () => {} },
      onEvent: () => {},
      onCrash: () => {},
    })
    const random = seeded(5)
    const value = plausible(await bench.folder())
    const names = Object.keys(engineCalls) as (keyof typeof engineCalls)[]
    const asked: Promise<unknown>[] = []
    for (let at = 0; at < MESSAGES; at++) {
      const made = frame(random, engineCalls, value)
      const params = (made as { params?: unknown } | null | undefined)?.params
      // What passes is the fake engine's to answer; here it matters what passed.
      asked.push(client.call(names[at % names.length]!, params as never).catch(() => {}))
    }
    await client.call('doctor', { packs: '/nowhere', measure: false })
    await client.close()
    await Promise.all(asked)
    expectSound()
  })

  it('takes whatever an engine says', async () => {
    const program = resolve(import.meta.dirname, '../support/hostile-engine.mjs')
    const engine = { node: process.execPath, program, env: { HOSTILE_SEED: '3' } }
    const library = join(await bench.folder(), 'library')
    const tricked = await bench.open({ library, host: 'serve', engine })
    const events: string[] = []
    tricked.listen(({ event }) => events.push(event))
    for (let round = 0; round < 10; round++) {
      expect(await tricked.call('engine.packs', {})).toEqual([])
      await expect(tricked.call('augment.preview', { dataset: 'x' } as never)).rejects.toThrow()
    }
    expect(events.filter((one) => one.startsWith('run.'))).toEqual([])
    expect(surprises).toEqual([])
  })
})

const root = resolve(import.meta.dirname, '../..')
const engineProgram = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
if (!existsSync(engineProgram)) console.warn(`Skipped: ${engineProgram} is not built (npm run build).`)

describe.skipIf(!existsSync(engineProgram))('the engine', () => {
  it('takes 10,000 messages over its channel, and answers in frames of the contract', async () => {
    const folder = await bench.folder()
    const child = fork(engineProgram, [], { cwd: folder, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    const heard: unknown[] = []
    child.on('message', (message) => heard.push(message))
    const until = (test: (message: Record<string, unknown>) => boolean): Promise<unknown> =>
      vi.waitUntil(() => heard.find((one) => test(one as Record<string, unknown>)), {
        timeout: 60_000,
        interval: 20,
      })
    await until(({ event }) => event === 'ready')

    // Nothing that would compute for long, or reach outside of the test's folder.
    const {
      'packs.install': _install,
      'bases.install': _download,
      doctor: _doctor,
      ...harmless
    } = engineCalls
    const random = seeded(4)
    const value = plausible(folder)
    const inside = (message: unknown): boolean =>
      !/"(?:stop)":true|etc\/passwd/.test(JSON.stringify(message) ?? '')
    for (let at = 0; at < MESSAGES; at++) {
      const message = asJson(frame(random, harmless, value))
      if (message === undefined || !inside(message)) continue
      child.send(message as object)
      if (at % 500 === 0) await new Promise((done) => setTimeout(done, 5))
    }
    child.send({ id: 123_456, call: 'packs.list', params: { packs: join(folder, 'packs') } })
    expect(await until(({ id }) => id === 123_456)).toHaveProperty('result')
    for (const message of heard)
      expect(engineOutput.safeParse(message).success, JSON.stringify(message)).toBe(true)
    expect(child.exitCode).toBeNull()
    const ended = new Promise((done) => child.once('exit', done))
    child.send({ stop: true })
    expect(await ended).toBe(0)
  })
})

/** As the channel carries it. */
function asJson(message: unknown): unknown {
  try {
    const text = JSON.stringify(message)
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
