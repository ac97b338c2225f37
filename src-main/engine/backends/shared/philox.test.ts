import { describe, expect, it } from 'vitest'
import { fillUniform, philox } from './philox'

const block = (counter: number[], key: number[]) => {
  const words = Int32Array.from(counter, (word) => word | 0)
  philox(words, key[0]! | 0, key[1]! | 0)
  return Array.from(words, (word) => word >>> 0)
}

describe('philox4x32-10', () => {
  // Known answers that the authors publish with their library Random123 (kat_vectors).
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])('gives the published words for counter %j and key %j', (counter, key, expected) => {
    expect(block(counter, key)).toEqual(expected)
  })
})

describe('fillUniform', () => {
  const draw = (count: number, key0 = 1, key1 = 2, stream = 3) => {
    const values = new Float32Array(count)
    fillUniform(values, key0, key1, stream)
    return values
  }

  it('takes the words in order, 24 bits of each', () => {
    const first = block([0, 0, 3, 0], [1, 2])
    const second = block([1, 0, 3, 0], [1, 2])
    const expected = [...first, ...second].slice(0, 6).map((word) => Math.floor(word / 256) / 2 ** 24)
    expect(Array.from(draw(6))).toEqual(expected)
  })

  it('depends on seed, step and stream, and on nothing else', () => {
    const reference = draw(64)
    expect(draw(64)).toEqual(reference)
    for (const other of [draw(64, 2), draw(64, 1, 3), draw(64, 1, 2, 4)]) {
      const equal = other.filter((value, i) => value === reference[i]).length
      expect(equal).toBeLessThan(2)
    }
  })

  it('is uniform: moments, tenths and neighbours', () => {
    const count = 200_000
    const values = draw(count)
    let sum = 0
    let squares = 0
    let neighbours = 0
    const tenths = new Array<number>(10).fill(0)
    values.forEach((value, i) => {
      expect(value >= 0 && value < 1).toBe(true)
      sum += value
      squares += (value - 0.5) ** 2
      neighbours += (value - 0.5) * ((values[i + 1] ?? 0.5) - 0.5)
      tenths[Math.floor(value * 10)]!++
    })
    // Five standard errors each.
    expect(Math.abs(sum / count - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / count))
    expect(Math.abs(squares / count - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / count))
    expect(Math.abs(neighbours / count)).toBeLessThan((5 * (1 / 12)) / Math.sqrt(count))
    const chiSquared = tenths.reduce((total, n) => total + (n - count / 10) ** 2 / (count / 10), 0)
    // 99.99 % point of the distribution with nine degrees of freedom.
    expect(chiSquared).toBeLessThan(33.7)
  })
})
