import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backoff, createSocket } from './socket'

class FakeSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static made: FakeSocket[] = []
  readyState = 0
  sent: string[] = []
  onopen?: () => void
  onclose?: (event: { code: number }) => void
  onmessage?: (event: { data: unknown }) => void
  constructor() {
    FakeSocket.made.push(this)
  }
  send(text: string) {
    this.sent.push(text)
  }
  open() {
    this.readyState = FakeSocket.OPEN
    this.onopen?.()
  }
  close(code = 1006) {
    this.readyState = 3
    this.onclose?.({ code })
  }
}

const start = () => {
  const heard: string[] = []
  const lost = vi.fn()
  const states: string[] = []
  const socket = createSocket('ws://test', { onMessage: (text) => heard.push(text), onLost: lost })
  socket.watch((state) => states.push(state))
  return { socket, heard, lost, states }
}
const last = () => FakeSocket.made.at(-1)!

beforeEach(() => {
  FakeSocket.made = []
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', FakeSocket)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('createSocket', () => {
  it('keeps what is sent while it connects', () => {
    const { socket, states } = start()
    socket.send('early')
    last().open()
    socket.send('late')
    expect(last().sent).toEqual(['early', 'late'])
    expect(states).toEqual(['connecting', 'open'])
  })

  it('comes back after it was lost, and refuses to send meanwhile', async () => {
    const { socket, lost, states } = start()
    last().open()
    last().close()
    expect(lost).toHaveBeenCalledOnce()
    expect(() => socket.send('x')).toThrow()
    await vi.advanceTimersByTimeAsync(250)
    last().open()
    expect(FakeSocket.made).toHaveLength(2)
    expect(states).toEqual(['connecting', 'open', 'lost', 'open'])
  })

  it('waits longer after each failure, and says when it was never let in', () => {
    const { states } = start()
    for (const wait of [250, 500, 1000]) {
      last().close()
      const before = FakeSocket.made.length
      vi.advanceTimersByTime(wait - 1)
      expect(FakeSocket.made).toHaveLength(before)
      vi.advanceTimersByTime(1)
      expect(FakeSocket.made).toHaveLength(before + 1)
    }
    expect(states.at(-1)).toBe('refused')
  })

  it('ends as refused when the server came back with another token', async () => {
    const states: string[] = []
    const isRefused = vi.fn().mockRejectedValueOnce(new TypeError('no server')).mockResolvedValue(true)
    createSocket('ws://test', { onMessage: () => {}, onLost: () => {}, isRefused }).watch((state) =>
      states.push(state),
    )
    last().open()
    last().close()
    // The server is not there yet: tried again.
    await vi.advanceTimersByTimeAsync(250)
    expect(FakeSocket.made).toHaveLength(2)
    last().close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.made).toHaveLength(2)
    expect(states).toEqual(['connecting', 'open', 'lost', 'refused'])
  })

  it('does not come back when the server refused the token', () => {
    const { states } = start()
    last().open()
    last().close(1008)
    vi.advanceTimersByTime(60_000)
    expect(FakeSocket.made).toHaveLength(1)
    expect(states.at(-1)).toBe('refused')
  })
})

it('backoff has an end', () => expect(backoff(50)).toBe(8000))
