import { describe, expect, it } from 'vitest'
import { spread } from '../../contract'
import { FactsTable } from './facts'
import { type PictureHeader } from './header'
import { histogramOf, spreadOf } from './spread'

const header = (width: number, height: number, orientation = 1): PictureHeader => ({
  format: 'JPEG',
  width,
  height,
  orientation,
  frames: 1,
  cmyk: false,
  grey: false,
  deep: false,
  alpha: false,
  profile: false,
})
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)

it('histogramOf counts like a plain loop, with what lies beyond at the ends', () => {
  const edges = [0, 10, 20, 40]
  const values = Array.from({ length: 500 }, (_, i) => ((i * 37) % 71) - 10)
  const plain = [0, 0, 0]
  for (const value of values) plain[value < 10 ? 0 : value < 20 ? 1 : 2]!++
  expect(histogramOf(values, edges).counts).toEqual(plain)
})

describe('spreadOf', () => {
  it('counts every picture once, turned upright, and passes the contract', () => {
    const facts = new FactsTable()
    facts.add(header(4000, 3000), [10, 10, 10])
    facts.add(header(4000, 3000, 6), [250, 250, 250])
    facts.add(header(640, 640), [128, 128, 128])
    facts.add(header(100, 2000), [128, 128, 128])
    const found = spread.parse(spreadOf(facts))
    expect([found.side, found.aspect, found.brightness].map(({ counts }) => sum(counts))).toEqual([4, 4, 4])
    const at = (ratio: number) =>
      found.aspect.edges.findLastIndex((edge) => edge <= Math.max(ratio, found.aspect.edges[0]!))
    // 4:3, 3:4 for the turned one, square, and one beyond the end.
    for (const ratio of [4 / 3, 3 / 4, 1, 1 / 20]) expect(found.aspect.counts[at(ratio)]).toBe(1)
    expect(found.side.edges[0]).toBeLessThanOrEqual(100)
    expect(found.side.edges.at(-1)).toBeGreaterThan(3000)
    expect([found.brightness.counts[1], found.brightness.counts[16], found.brightness.counts[31]]).toEqual([
      1, 2, 1,
    ])
  })

  it('has a scale also where nothing is known of the sizes', () => {
    const facts = new FactsTable()
    facts.add(null, [0, 0, 0])
    const found = spread.parse(spreadOf(facts))
    expect([sum(found.side.counts), sum(found.brightness.counts)]).toEqual([0, 1])
  })
})
