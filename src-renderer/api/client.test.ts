import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type CallFrame } from '../../src-main/contract'
import { ConnectionLost, createClient, type Client } from './client'

let sent: CallFrame[]
let client: Client
beforeEach(() => {
  sent = []
  client = createClient((frame) => sent.push(frame))
})
const progress = { stage: 'scan', done: 1, total: 4, unit: 'files' }

describe('a call', () => {
  it('gets its own answer, whatever the order', async () => {
    const first = client.call('runs.pause', { run: 'a' })
    const second = client.call('data.list', {})
    expect(sent.map(({ id, call }) => [id, call])).toEqual([
      [1, 'runs.pause'],
      [2, 'data.list'],
    ])
    client.receive({ id: 2, result: [] })
    client.receive({ id: 1, result: {} })
    await expect(second).resolves.toEqual([])
    await expect(first).resolves.toEqual({})
  })

  it('reports progress until it is answered, and only what is valid', async () => {
    const onProgress = vi.fn()
    const call = client.call('data.list', {}, { onProgress })
    client.receive({ id: 1, progress })
    client.receive({ id: 1, progress: { ...progress, stage: 'nonsense' } })
    client.receive({ id: 1, result: [] })
    await call
    client.receive({ id: 1, progress })
    expect(onProgress.mock.calls).toEqual([[progress]])
  })

  it('is refused with the error of the main side', async () => {
    const call = client.call('runs.get', { run: 'gone' })
    client.receive({
      id: 1,
      error: { code: 'run-not-found', message: 'No.', detail: { run: 'gone' }, hint: 'List.' },
    })
    await expect(call).rejects.toMatchObject({
      code: 'run-not-found',
      detail: { run: 'gone' },
      hint: 'List.',
    })
  })

  it('is refused where the answer is not what the contract says', async () => {
    const call = client.call('runs.rename', { run: 'a', name: 'b' })
    client.receive({ id: 1, result: { nothing: true } })
    await expect(call).rejects.toMatchObject({ code: 'fault' })
  })

  it('is refused when the connection breaks', async () => {
    const call = client.call('data.list', {})
    client.fail(new ConnectionLost())
    await expect(call).rejects.toMatchObject({ code: 'connection-lost' })
  })

  it('is refused when it cannot be sent', async () => {
    const broken = createClient(() => {
      throw new ConnectionLost()
    })
    await expect(broken.call('data.list', {})).rejects.toBeInstanceOf(ConnectionLost)
  })
})

describe('cancelling', () => {
  it('asks the main side to end the call, once, and waits for its word', async () => {
    const controller = new AbortController()
    const call = client.call('data.list', {}, { signal: controller.signal })
    controller.abort()
    expect(sent[1]).toMatchObject({ call: 'cancel', params: { id: 1 } })
    client.receive({ id: 1, error: { code: 'cancelled', message: 'Cancelled.' } })
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('sends nothing for a call that was cancelled before, and nothing after the answer', async () => {
    await expect(client.call('data.list', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(sent).toEqual([])
    const controller = new AbortController()
    const call = client.call('data.list', {}, { signal: controller.signal })
    client.receive({ id: sent[0]!.id, result: [] })
    await call
    controller.abort()
    expect(sent).toHaveLength(1)
  })
})

it('hands on valid events and drops the rest', () => {
  const heard = vi.fn()
  const end = client.listen(heard)
  client.receiveEvent({ event: 'run.removed', run: 'a' })
  client.receiveEvent({ event: 'run.removed', run: '../etc' })
  client.receiveEvent('nonsense')
  end()
  client.receiveEvent({ event: 'run.removed', run: 'b' })
  expect(heard.mock.calls).toEqual([[{ event: 'run.removed', run: 'a' }]])
})

it('is not disturbed by frames that are not replies', () => {
  for (const frame of [null, 7, 'x', {}, { id: 'one' }, { id: 99, result: 1 }])
    expect(() => client.receive(frame)).not.toThrow()
})
