import { afterEach, describe, expect, it } from 'vitest'
import {
  attempting,
  decide,
  duringCall,
  forgetDecisions,
  settle,
  takeOpenDecisions,
  useDecisions,
} from './decisions'

const limits = { maxComputeInvocationsPerWorkgroup: 256, maxComputeWorkgroupStorageSize: 16_384 }
const choose = (name = 'sum 8') => decide(name, [256, 128, 64], String)
const call = () => ({ kernelName: 'Sum', inputs: { x: { shape: [8], dtype: 'float32' } }, attrs: {} })

afterEach(forgetDecisions)

describe('decisions', () => {
  it('are made by the rule where nothing was measured', () => {
    expect(choose()).toBe(256)
  })

  it('are made by the table where it has an option that there is', () => {
    useDecisions(limits, new Map([['sum 8', '64']]), false)
    expect(choose()).toBe(64)
    expect(choose('sum 9')).toBe(256)
    useDecisions(limits, new Map([['sum 8', '1024']]), false)
    expect(choose()).toBe(256)
    settle('sum 8', '128')
    expect(choose()).toBe(128)
  })

  it('that are open are written down once, with the call that asks', () => {
    useDecisions(limits, new Map([['sum 1', '64']]), true)
    for (let i = 0; i < 2; i++) for (const name of ['sum 8', 'sum 1']) duringCall(call, () => choose(name))
    // Not in a kernel: nobody could run it again.
    choose('sum 3')
    expect(takeOpenDecisions()).toEqual([{ name: 'sum 8', call: call(), options: ['256', '128', '64'] }])
    expect(takeOpenDecisions()).toEqual([])
  })

  it('with one option, or options of one name, are not open', () => {
    useDecisions(limits, new Map(), true)
    duringCall(call, () => decide('one', [{ size: 64 }, { size: 64 }], ({ size }) => String(size)))
    expect(takeOpenDecisions()).toEqual([])
  })

  it('are not written down where nobody measures', () => {
    useDecisions(limits, new Map(), false)
    duringCall(call, choose)
    expect(takeOpenDecisions()).toEqual([])
  })

  it('can be tried in another way, and are as before after it', () => {
    useDecisions(limits, new Map([['sum 8', '64']]), true)
    expect(attempting('sum 8', '128', () => duringCall(call, choose))).toBe(128)
    expect(() =>
      attempting('sum 8', '128', () => {
        throw new Error('a driver')
      }),
    ).toThrow('a driver')
    expect(choose()).toBe(64)
    expect(takeOpenDecisions()).toEqual([])
  })

  it('do not grow without end', () => {
    useDecisions(limits, new Map(), true)
    for (let i = 0; i < 2000; i++) duringCall(call, () => choose(`sum ${i}`))
    expect(takeOpenDecisions()).toHaveLength(512)
  })
})
