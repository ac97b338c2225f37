import { describe, expect, it } from 'vitest'
import { type RunRecord } from '../../src-main/contract'
import { RunTrace } from './trace'

const start: RunRecord = {
  seq: 0,
  t: 0,
  type: 'start',
  at: '2026-01-01T00:00:00.000Z',
  backend: 'wasm',
  device: 'CPU',
  parameters: 10,
  trainableParameters: 10,
  epochs: 4,
  stepsPerEpoch: 100,
  images: { train: 1600, validation: 100, test: 100 },
}
const batch = (step: number, seq = step): RunRecord => ({
  seq,
  t: step,
  type: 'batch',
  step,
  epoch: Math.ceil(step / 100),
  loss: 1 / step,
  accuracy: 0.5,
  learningRate: 0.001,
  imagesPerSecond: 160,
})
const epoch = (number: number, seq: number, validation = true): RunRecord => ({
  seq,
  t: seq,
  type: 'epoch',
  epoch: number,
  step: number * 100,
  train: { loss: 0.5, accuracy: 0.8, count: 1600 },
  validation: validation ? { loss: 0.6, accuracy: 0.7, count: 100 } : null,
  learningRate: 0.001,
  seconds: 12,
  imagesPerSecond: 133,
  best: true,
})

/** A trace whose frames the test draws by hand. */
function traced() {
  const frames: { frame: () => void; urgent: boolean }[] = []
  const trace = new RunTrace((frame, urgent) => frames.push({ frame, urgent }))
  return { trace, frames, draw: () => frames.splice(0).forEach(({ frame }) => frame()) }
}

describe('RunTrace', () => {
  it('keeps every batch, in epochs on the x axis', () => {
    const { trace } = traced()
    trace.add(start)
    for (let step = 1; step <= 400; step++) trace.add(batch(step))
    expect(trace.current.batch.loss.length).toBe(400)
    expect([trace.current.batch.loss.x(49), trace.current.batch.loss.y(49)]).toEqual([0.5, 1 / 50])
    expect(trace.steps).toEqual({ done: 400, total: 400 })
  })

  it('takes a record once, however often it comes', () => {
    const { trace } = traced()
    expect(trace.add(start)).toBe(true)
    expect(trace.add(batch(1))).toBe(true)
    expect(trace.add(batch(1))).toBe(false)
    expect(trace.add(batch(9))).toBe(true)
    expect(trace.current.batch.loss.length).toBe(2)
    expect(trace.next).toBe(10)
  })

  it('asks for one drawing, however many batches come before it', () => {
    const { trace, frames, draw } = traced()
    trace.add(start)
    draw()
    for (let step = 1; step <= 10_000; step++) trace.add(batch(step))
    expect(frames.map(({ urgent }) => urgent)).toEqual([false])
    expect(trace.version.value).toBe(1)
    draw()
    expect(trace.version.value).toBe(2)
    trace.add(batch(10_001))
    draw()
    expect(trace.version.value).toBe(3)
  })

  it('does not let an epoch wait for batches', () => {
    const { trace, frames, draw } = traced()
    trace.add(start)
    draw()
    trace.add(batch(1))
    trace.add(epoch(1, 2))
    expect(frames.map(({ urgent }) => urgent)).toEqual([false, true])
    frames.pop()!.frame()
    expect(trace.version.value).toBe(2)
    // The drawing that was asked for the batch finds nothing left to do.
    draw()
    expect(trace.version.value).toBe(2)
  })

  it('leaves out validation where there was none', () => {
    const { trace } = traced()
    for (const record of [start, epoch(1, 1), epoch(2, 2, false)]) trace.add(record)
    expect([trace.current.train.loss.length, trace.current.validation.loss.length]).toEqual([2, 1])
  })

  it('tells the time left from the pace of batches, then of whole epochs', () => {
    const { trace } = traced()
    expect(trace.secondsLeft).toBeNull()
    trace.add(start)
    trace.add(batch(50))
    // 3.5 epochs of 1600 images at 160 a second.
    expect(trace.secondsLeft).toBeCloseTo(35)
    trace.add(epoch(1, 100))
    trace.add(batch(100, 101))
    expect(trace.secondsLeft).toBeCloseTo(36)
  })

  it('has no time left when it has ended, and has again when it goes on', () => {
    const { trace } = traced()
    for (const record of [start, batch(10)]) trace.add(record)
    trace.add({ seq: 11, t: 20, type: 'end', status: 'crashed' })
    expect(trace.secondsLeft).toBeNull()
    trace.add({ seq: 12, t: 30, type: 'resumed' })
    expect(trace.secondsLeft).not.toBeNull()
  })
})
