import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UserError, type AppEvent, type Progress } from '../contract'
import { createSession, type SessionFrame } from './session'
import type { App, CallContext } from './types'

/** An app whose calls are ended by the test. */
class HandApp implements App {
  readonly made: { name: string; params: unknown; context: CallContext; resolve: (x: unknown) => void }[] = []
  readonly listeners = new Set<(event: AppEvent) => void>()
  uploads = {} as App['uploads']

  call(name: string, params: unknown, context: CallContext = {}): Promise<never> {
    return new Promise((resolve, reject) => {
      this.made.push({ name, params, context, resolve: resolve as (x: unknown) => void })
      context.signal?.addEventListener('abort', () => reject(new UserError('cancelled', 'Cancelled.')))
    })
  }
  listen(listener: (event: AppEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  downloadFolder = () => null
  close = async () => {}
}

let app: HandApp
let sent: SessionFrame[]
const open = (limits?: Parameters<typeof createSession>[2]) =>
  createSession(app, (text) => void sent.push(JSON.parse(text) as SessionFrame), limits)
const settled = () => new Promise((done) => setImmediate(done))

beforeEach(() => {
  app = new HandApp()
  sent = []
})
afterEach(() => void vi.useRealTimers())

describe('createSession', () => {
  it('answers calls by their id, as text or as objects', async () => {
    const session = open()
    session.receive('{"id":1,"call":"data.list","params":{}}')
    session.receive({ id: 2, call: 'app.info', params: {} })
    expect(app.made.map((one) => one.name)).toEqual(['data.list', 'app.info'])
    app.made[1]!.resolve({ second: true })
    await settled()
    app.made[0]!.resolve([])
    await settled()
    expect(sent).toEqual([
      { id: 2, result: { second: true } },
      { id: 1, result: [] },
    ])
  })

  it('forwards events until it is closed', () => {
    const session = open()
    app.listeners.forEach((listener) => listener({ event: 'data.changed' }))
    session.close()
    expect(app.listeners.size).toBe(0)
    expect(sent).toEqual([{ event: 'data.changed' }])
  })

  it('cancels one call when asked, and all when the connection goes', async () => {
    const session = open()
    for (const id of [1, 2, 3]) session.receive({ id, call: 'data.list', params: {} })
    session.receive({ id: 4, call: 'cancel', params: { id: 2 } })
    await settled()
    expect(sent).toContainEqual({ id: 4, result: {} })
    expect(sent).toContainEqual({ id: 2, error: { code: 'cancelled', message: 'Cancelled.' } })
    session.close()
    await settled()
    expect(app.made.map((one) => one.context.signal?.aborted)).toEqual([true, true, true])
    expect(sent).toHaveLength(2)
  })

  it('survives anything that comes in, and answers where there is an id', async () => {
    const session = open({ frame: 1000, calls: 256, progressMs: 100 })
    const strange = [
      '',
      '{',
      'null',
      '[]',
      '42',
      null,
      undefined,
      7n,
      Symbol('x'),
      () => {},
      { id: '1', call: 'data.list' },
      { id: 1.5, call: 'data.list' },
      `"${'x'.repeat(2000)}"`,
      '{"__proto__":{"id":3}}',
    ]
    for (const raw of strange) expect(() => session.receive(raw)).not.toThrow()
    expect(sent).toEqual([])
    session.receive({ id: 1, call: 5 })
    session.receive(`{"id": 2, "call": "data.list", "params": "${'x'.repeat(2000)}"}`)
    session.receive({ id: 3, call: 'toString', params: {} })
    session.receive({ id: 4, call: 'cancel', params: {} })
    await settled()
    expect(sent.map((one) => ('id' in one ? one.id : null))).toEqual([1, 2, 3, 4])
    for (const frame of sent) expect(frame).toMatchObject({ error: { code: 'invalid-argument' } })
    expect(app.made).toHaveLength(0)
  })

  it('ends when its connection cannot be written to', () => {
    createSession(app, () => {
      throw new Error('closed')
    })
    expect(() => app.listeners.forEach((listener) => listener({ event: 'data.changed' }))).not.toThrow()
    expect(app.listeners.size).toBe(0)
  })

  it('bounds the calls in progress, and takes no second call with the same id', async () => {
    const session = open({ frame: 1000, calls: 2, progressMs: 100 })
    for (const id of [1, 1, 2, 3]) session.receive({ id, call: 'data.list', params: {} })
    await settled()
    expect(app.made).toHaveLength(2)
    expect(sent).toMatchObject([{ id: 3, error: { code: 'invalid-argument' } }])
  })

  it('thins progress, but keeps the last of each stage and says it before the result', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const session = open()
    session.receive({ id: 1, call: 'data.list', params: {} })
    const { progress } = app.made[0]!.context
    const at = (stage: Progress['stage'], done: number): Progress => ({
      stage,
      done,
      total: 10,
      unit: 'images',
    })
    for (let done = 0; done < 5; done++) progress!(at('scan', done))
    for (let done = 0; done < 3; done++) progress!(at('decode', done))
    vi.advanceTimersByTime(100)
    progress!(at('decode', 7))
    progress!(at('decode', 8))
    app.made[0]!.resolve('done')
    await settled()
    const said = sent.map((one) =>
      'progress' in one ? `${one.progress.stage} ${one.progress.done}` : 'result',
    )
    expect(said).toEqual(['scan 0', 'scan 4', 'decode 0', 'decode 2', 'decode 7', 'decode 8', 'result'])
  })
})
