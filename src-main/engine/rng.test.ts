import { describe, expect, it } from 'vitest'
import { hashText, rng } from './rng'

describe('rng', () => {
  it('gives the same numbers for the same seed and stream, others for others', () => {
    const take = (seed: number, stream: string) => {
      const random = rng(seed, stream)
      return Array.from({ length: 8 }, () => random.next())
    }
    expect(take(1, 'cat')).toEqual(take(1, 'cat'))
    expect(take(1, 'cat')).not.toEqual(take(2, 'cat'))
    expect(take(1, 'cat')).not.toEqual(take(1, 'dog'))
  })

  it('stays what it was: splits of old datasets must be drawn again alike', () => {
    const random = rng(1, 'cat')
    expect([random.below(1000), random.below(1000), random.below(1000)]).toMatchInlineSnapshot(`
      [
        548,
        195,
        353,
      ]
    `)
  })

  it('is uniform: chi-squared over 20 cells, and pairs do not correlate', () => {
    const random = rng(42)
    const n = 40_000
    const cells = new Array<number>(20).fill(0)
    let previous = random.next()
    let product = 0
    for (let i = 0; i < n; i++) {
      const value = random.next()
      cells[Math.floor(value * 20)]++
      product += (value - 0.5) * (previous - 0.5)
      previous = value
    }
    const chi = cells.reduce((sum, cell) => sum + (cell - n / 20) ** 2 / (n / 20), 0)
    expect(chi).toBeLessThan(43.8) // 19 degrees of freedom, p = 0.001
    expect(Math.abs((product / n) * 12)).toBeLessThan(4 / Math.sqrt(n))
  })

  it('shuffles into every order about equally often', () => {
    const random = rng(7)
    const seen = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle([1, 2, 3]).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    for (const times of seen.values()) expect(times).toBeGreaterThan(850)
  })

  it('hashes text as FNV-1a does', () => {
    // Test vectors of the FNV reference code (Noll).
    expect(hashText('')).toBe(0x811c9dc5)
    expect(hashText('a')).toBe(0xe40c292c)
    expect(hashText('foobar')).toBe(0xbf9cf968)
  })
})
