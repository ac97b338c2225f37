import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../format/format'
import { mistakes, sameClasses, shade, shadeOfDifference, tiles } from './cells'
import { moved } from './roving'
import { differenceOf, matrixOf } from './shown'

const counts = [
  [8, 2, 0],
  [1, 9, 0],
  [2, 0, 2],
]

describe('mistakes', () => {
  it('come most frequent first, of equals what takes more of its class', () => {
    expect(mistakes(counts).map(({ actual, predicted, count }) => [actual, predicted, count])).toEqual([
      [2, 0, 2],
      [0, 1, 2],
      [1, 0, 1],
    ])
    expect(mistakes(counts)[0]!.share).toBe(0.5)
  })

  it('are none where all is right, and a class without a picture has no share', () => {
    expect(mistakes([[5, 0], [0, 0]])).toEqual([]) // prettier-ignore
  })
})

describe('shades', () => {
  it('go in five steps from the first picture to all of a class', () => {
    expect([0, 0.01, 0.2, 0.5, 0.99, 1].map(shade)).toEqual([0, 1, 2, 3, 5, 5])
  })

  it('of a difference do not depend on its sign', () => {
    expect([0, 0.01, -0.01, 0.05, 0.06, -0.15, 0.3, -0.9].map(shadeOfDifference)).toEqual([
      0, 1, 1, 1, 2, 3, 4, 5,
    ])
  })
})

describe('what a cell says', () => {
  const f = createFormatter('en')
  const every = <T>(one: (actual: number, predicted: number) => T): T[][] =>
    counts.map((row, actual) => row.map((_count, predicted) => one(actual, predicted)))

  it('is a number of pictures, or their share of the class', () => {
    expect(every(matrixOf(counts, 'counts', f, String).text)).toEqual(counts.map((row) => row.map(String)))
    const shares = matrixOf([[3, 1], [0, 0]], 'shares', f, String) // prettier-ignore
    expect([shares.text(0, 0), shares.text(0, 1), shares.text(1, 0)]).toEqual(['75%', '25%', '–'])
    expect([shares.tone(0, 0), shares.tone(0, 1), shares.empty(1, 1)]).toEqual(['right', 'wrong', true])
  })

  const other = [
    [10, 0, 0],
    [1, 9, 0],
    [0, 1, 3],
  ]

  it('is, of two, the first minus the second, with its sign', () => {
    const found = differenceOf(counts, other, 'counts', f, (_n, text) => text)
    expect(every(found.text)).toEqual([
      ['−2', '+2', '0'],
      ['0', '0', '0'],
      ['+2', '−1', '−1'],
    ])
    expect([found.tone(0, 0), found.tone(0, 1)]).toEqual(['less', 'more'])
    expect([found.empty(0, 1), found.empty(0, 2)]).toEqual([false, true])
    expect(every(differenceOf(counts, other, 'shares', f, (_n, text) => text).text)[2]).toEqual([
      '+50',
      '−25',
      '−25',
    ])
  })

  it('is only compared over the same test pictures', () => {
    expect(sameClasses(counts, other)).toBe(true)
    expect(sameClasses(counts, counts.slice(1))).toBe(false)
    expect(sameClasses(counts, [[9, 2, 0], [1, 9, 0], [2, 0, 2]])).toBe(false) // prettier-ignore
  })
})

describe('tiles', () => {
  it('are the cells themselves where there is room', () => {
    const found = tiles(3, 10, (actual, predicted) => counts[actual]![predicted]!)
    expect(found).toMatchObject({ side: 1, count: 3 })
    expect(found.tiles.map(({ value }) => value)).toEqual(counts.flat())
  })

  it('lose no mistake of a thousand classes', () => {
    const wrong = new Set(['3,700', '999,0', '512,513'])
    const found = tiles(1000, 300, (actual, predicted) =>
      actual === predicted ? 50 : Number(wrong.has(`${actual},${predicted}`)),
    )
    expect(found).toMatchObject({ side: 4, count: 250 })
    expect(found.tiles.length).toBe(250 * 250)
    const kept = found.tiles.filter((tile) => tile.actual !== tile.predicted && tile.value > 0)
    expect(new Set(kept.map((tile) => `${tile.actual},${tile.predicted}`))).toEqual(wrong)
    // A right answer is still seen on the diagonal.
    expect(found.tiles[0]!.value).toBe(50)
  })
})

describe('moved', () => {
  const press = (key: string, ctrlKey = false, from = { row: 1, column: 1 }) =>
    moved(from, { key, ctrlKey }, 3, 4)

  it('follows the arrows and stays in the grid', () => {
    expect(press('ArrowDown')).toEqual({ row: 2, column: 1 })
    expect(press('ArrowDown', false, { row: 2, column: 1 })).toEqual({ row: 2, column: 1 })
    expect(press('ArrowLeft', false, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 })
    expect(press('PageDown')).toEqual({ row: 2, column: 1 })
  })

  it('goes to the ends of a row, and of the grid', () => {
    expect(press('Home')).toEqual({ row: 1, column: 0 })
    expect(press('End')).toEqual({ row: 1, column: 3 })
    expect(press('End', true)).toEqual({ row: 2, column: 3 })
  })

  it('leaves other keys alone', () => {
    expect(press('Enter')).toBeNull()
    expect(press('a')).toBeNull()
  })
})
