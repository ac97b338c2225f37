// What the test over seeds and images claims: that it holds its level where both are luck, and finds what is there.
import { describe, expect, test } from 'vitest'
import { rng } from '../../rng'
import { crossedInterval, crossedNeeded, crossedTest, groupOf, type Group } from './crossed'

const random = rng(7, 'crossed')
/** Roughly normal, of deviation 1. */
const normal = () => Math.sqrt(12 / 6) * (Array.from({ length: 6 }, random.next).reduce((a, b) => a + b) - 3)

/** Models of one accuracy: some images are hard for all of them, some seeds are unlucky throughout. */
function models(seeds: number, level: number, hard: readonly number[], luck: number): Group {
  const bits = Array.from({ length: seeds }, () => {
    const own = level + luck * normal()
    const words = new Uint32Array(Math.ceil(hard.length / 32))
    hard.forEach((h, i) => normal() < own + h && (words[i >>> 5]! |= 1 << (i & 31)))
    return words
  })
  return groupOf(bits, hard.length)
}
const hardness = (images: number) => Array.from({ length: images }, () => 1.2 * normal())

describe('several seeds', () => {
  test.each([
    ['luck of seeds', 0.25],
    ['next to none', 0.02],
  ])('without a difference, one in twenty is called one at most: %s', (_name, luck) => {
    let called = 0
    const trials = 400
    for (let trial = 0; trial < trials; trial++) {
      const hard = hardness(120)
      if (crossedTest(models(4, 0.6, hard, luck), models(4, 0.6, hard, luck)).p < 0.05) called++
    }
    // 5 % of 400 are 20; by chance alone it is more than 33 once in a thousand times.
    expect(called).toBeLessThanOrEqual(33)
  })

  test('a clear difference is found, and its interval does not hold nought', () => {
    const hard = hardness(300)
    const { p, interval, difference } = crossedTest(models(3, 1.2, hard, 0.05), models(5, 0.4, hard, 0.05))
    expect(p).toBeLessThan(0.001)
    expect([interval.low > 0, interval.low < difference, difference < interval.high]).toEqual([
      true,
      true,
      true,
    ])
  })

  test('the same answers on all images are no difference', () => {
    const one = groupOf([Uint32Array.of(0b1011), Uint32Array.of(0b1011)], 4)
    expect(crossedTest(one, one)).toMatchObject({ p: 1, difference: 0 })
    expect(crossedNeeded(one, one)).toBeNull()
  })

  test('on five images nothing is decided, even if all speak for one', () => {
    const [all, none] = [0b11111, 0].map((bits) => groupOf([Uint32Array.of(bits), Uint32Array.of(bits)], 5))
    expect(crossedTest(all!, none!).p).toBe(2 ** -4)
  })

  test('beside a single seed, images alone are luck', () => {
    const hard = hardness(200)
    const [one, many] = [models(1, 1, hard, 0.1), models(3, 0.5, hard, 0.1)]
    expect(crossedTest(one, many)).toMatchObject({ method: 'images', seedVariance: 0 })
  })

  test('too few seeds cannot be made good by images', () => {
    const hard = hardness(400)
    const [a, b] = [models(3, 0.6, hard, 0.5), models(3, 0.62, hard, 0.5)]
    expect(crossedNeeded(a, b)).toBeNull()
    const needed = crossedNeeded(models(3, 0.8, hardness(60), 0.001), models(3, 0.6, hardness(60), 0.001))
    expect(needed === null || needed > 60).toBe(true)
  })
})

test('the interval over seeds and images is wider than that of either', () => {
  const group = models(5, 0.6, hardness(200), 0.3)
  const accuracy = group.perImage.reduce((a, b) => a + b) / 200
  const { low, high } = crossedInterval(group)
  expect(high - low).toBeGreaterThan(2 * 1.96 * Math.sqrt((accuracy * (1 - accuracy)) / 200) * 0.98)
  expect([low > 0, low < accuracy, accuracy < high, high < 1]).toEqual([true, true, true, true])
  const certain = groupOf([Uint32Array.of(0b111), Uint32Array.of(0b111)], 3)
  expect(crossedInterval(certain).low).toBeCloseTo(0.4385, 3)
})
