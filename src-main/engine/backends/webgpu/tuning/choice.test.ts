import { describe, expect, it } from 'vitest'
import { isHopeless, ratioOf, winnerOf, type Measured } from './choice'

const measured = (option: string, ...pairs: [number, number][]): Measured => ({ option, pairs })

describe('the choice between measured options', () => {
  it('takes the fastest beside the rule', () => {
    const others = [measured('a', [10, 8], [10, 8]), measured('b', [10, 6]), measured('c', [10, 7])]
    expect(winnerOf('rule', others)).toEqual({ option: 'b', ratio: 0.6 })
  })

  it('keeps the rule where others are faster by noise alone, or nothing was measured', () => {
    expect(winnerOf('rule', [measured('a', [10, 9.6])])).toEqual({ option: 'rule', ratio: 1 })
    expect(winnerOf('rule', [measured('a')])).toEqual({ option: 'rule', ratio: 1 })
    expect(winnerOf('rule', [])).toEqual({ option: 'rule', ratio: 1 })
  })

  it('compares within pairs, as a clock that rises or falls changes both', () => {
    // By its own times alone `a` looks faster than `b`; it was measured while the device was faster.
    const a = measured('a', [5, 4.5], [5, 4.5], [5, 4.5])
    const b = measured('b', [10, 7], [10, 7], [10, 7])
    expect(winnerOf('rule', [a, b]).option).toBe('b')
  })

  it('is not misled by one measurement that was disturbed', () => {
    expect(ratioOf(measured('a', [10, 8], [10, 90], [10, 8.1]))).toBeCloseTo(0.81)
    expect(ratioOf(measured('a', [90, 10], [10, 12], [10, 11]))).toBeCloseTo(1.1)
  })

  it('gives up on what is far slower', () => {
    expect(isHopeless([10, 13])).toBe(true)
    expect(isHopeless([10, 11])).toBe(false)
  })
})
