import { describe, expect, it } from 'vitest'
import { decimate, niceScale, pointList } from './decimate'

const wave = (count: number) => {
  const xs = Float64Array.from({ length: count }, (_, index) => index)
  const ys = xs.map((x) => Math.sin(x / 50))
  return { xs, ys }
}

describe('decimate', () => {
  it('leaves a short line as it is', () => {
    expect(decimate(pointList([0, 1, 2], [3, 1, 2]), 10)).toEqual([
      { x: 0, y: 3 },
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ])
  })

  it('keeps the ends, the order and the limit', () => {
    const { xs, ys } = wave(10_000)
    const kept = decimate(pointList(xs, ys), 500)
    expect(kept.length).toBeLessThanOrEqual(500)
    expect(kept[0]!.x).toBe(0)
    expect(kept.at(-1)!.x).toBe(9999)
    for (let index = 1; index < kept.length; index++)
      expect(kept[index]!.x).toBeGreaterThan(kept[index - 1]!.x)
  })

  it('never loses a spike', () => {
    for (const spike of [1, 2, 4321, 9998]) {
      const { xs, ys } = wave(10_000)
      ys[spike] = 50
      expect(decimate(pointList(xs, ys), 300)).toContainEqual({ x: spike, y: 50 })
    }
  })

  it('is quick enough to be done in every frame', () => {
    const { xs, ys } = wave(10_000)
    const list = pointList(xs, ys)
    const started = performance.now()
    for (let round = 0; round < 20; round++) decimate(list, 1200)
    // A frame is 16 ms; a fault such as quadratic work would take seconds.
    expect((performance.now() - started) / 20).toBeLessThan(16)
  })
})

it('niceScale ends an axis on one of its marks, above the value and not far from it', () => {
  expect(niceScale(0.66)).toEqual({ max: 0.8, interval: 0.2 })
  expect(niceScale(0)).toEqual({ max: 1, interval: 0.2 })
  for (const value of [0.003, 0.47, 1.1, 2.302, 5.3, 99, 12_345]) {
    const { max, interval } = niceScale(value)
    expect(max).toBeGreaterThan(value)
    expect(max).toBeLessThan(value * 1.5)
    expect(max / interval).toBeCloseTo(Math.round(max / interval), 9)
    expect(Math.round(max / interval)).toBeLessThanOrEqual(6)
  }
})
