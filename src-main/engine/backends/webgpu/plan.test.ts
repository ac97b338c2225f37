import { describe, expect, it } from 'vitest'
import { rng } from '../../rng'
import { leastMemory, planMemory, type Lifetime } from './plan'

const total = (slots: readonly number[]) => slots.reduce((sum, bytes) => sum + bytes, 0)

describe('planMemory', () => {
  it('lets a chain of tensors share two buffers', () => {
    const chain = Array.from({ length: 9 }, (_, i): Lifetime => ({ bytes: 64, first: i, last: i + 1 }))
    expect(planMemory(chain).slots).toEqual([64, 64])
    expect(leastMemory(chain)).toBe(128)
  })

  it('gives a small tensor the tightest buffer that is free', () => {
    const { slots, places } = planMemory([
      { bytes: 1000, first: 0, last: 1 },
      { bytes: 100, first: 0, last: 1 },
      { bytes: 80, first: 2, last: 3 },
    ])
    expect(slots).toEqual([1000, 100])
    expect(places).toEqual([0, 1, 1])
  })

  it('keeps apart what is needed at once, in a buffer that is large enough, near the least there is', () => {
    const random = rng(1, 'plan')
    for (let round = 0; round < 20; round++) {
      const lifetimes = Array.from({ length: 60 }, (_, i): Lifetime => {
        const first = i + Math.floor(random.next() * 3)
        return {
          bytes: 4 * (1 + Math.floor(random.next() * 500)),
          first,
          last: first + Math.floor(random.next() * 20),
        }
      })
      const { slots, places } = planMemory(lifetimes)
      lifetimes.forEach((one, i) => {
        expect(slots[places[i]!]).toBeGreaterThanOrEqual(one.bytes)
        lifetimes.forEach((other, j) => {
          if (i < j && places[i] === places[j])
            expect(one.last < other.first || other.last < one.first).toBe(true)
        })
      })
      expect(total(slots)).toBeGreaterThanOrEqual(leastMemory(lifetimes))
      expect(total(slots)).toBeLessThan(1.5 * leastMemory(lifetimes))
    }
  })
})
