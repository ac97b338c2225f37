import { describe, expect, it } from 'vitest'
import { ReadBuffers } from './read-buffers'

describe('ReadBuffers', () => {
  it('lends memory of the length asked for, to one at a time', () => {
    const buffers = new ReadBuffers()
    const first = buffers.take(100_000)
    const second = buffers.take(70_000)
    expect([first.length, second.length]).toEqual([100_000, 70_000])
    expect(first.buffer).not.toBe(second.buffer)
    buffers.giveBack(first)
    const third = buffers.take(120_000)
    expect(third.length).toBe(120_000)
    expect(third.buffer).toBe(first.buffer)
    expect(buffers.take(120_000).buffer).not.toBe(first.buffer)
  })

  it('keeps nothing that is large', () => {
    const buffers = new ReadBuffers()
    const large = buffers.take(5_000_000)
    expect(large.length).toBe(5_000_000)
    buffers.giveBack(large)
    expect(buffers.take(5_000_000).buffer).not.toBe(large.buffer)
  })
})
