import { describe, expect, it } from 'vitest'
import type { Progress } from '../contract'
import { reportingTask } from './progress'

const signal = new AbortController().signal

describe('reportingTask', () => {
  it('thins to one message every 100 ms but always sends the first and the last', () => {
    let clock = 0
    const sent: Progress[] = []
    const task = reportingTask(
      signal,
      (p) => sent.push(p),
      () => clock,
    )
    for (let done = 0; done <= 1000; done++) {
      clock = done
      task.progress({ stage: 'decode', done, total: 1000, unit: 'images' })
    }
    expect(sent[0].done).toBe(0)
    expect(sent.at(-1)!.done).toBe(1000)
    expect(sent.length).toBeLessThanOrEqual(12)
  })

  it('adds the rate and the time left', () => {
    let clock = 0
    const sent: Progress[] = []
    const task = reportingTask(
      signal,
      (p) => sent.push(p),
      () => clock,
    )
    for (let second = 0; second <= 20; second++) {
      clock = second * 1000
      task.progress({ stage: 'decode', done: second * 50, total: 2000, unit: 'images' })
    }
    expect(sent.at(-1)!.rate).toBeCloseTo(50, 6)
    expect(sent.at(-1)!.secondsLeft).toBeCloseTo(20, 6)
  })

  it('starts anew with a new stage', () => {
    let clock = 0
    const sent: Progress[] = []
    const task = reportingTask(
      signal,
      (p) => sent.push(p),
      () => clock,
    )
    task.progress({ stage: 'scan', done: 5, total: 10, unit: 'files' })
    clock = 1
    task.progress({ stage: 'decode', done: 0, total: 10, unit: 'images' })
    expect(sent.map((p) => p.stage)).toEqual(['scan', 'decode'])
    expect(sent[1].rate).toBeUndefined()
  })
})
