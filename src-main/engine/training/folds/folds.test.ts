// Folds: every picture is tested once, classes are divided evenly, copies stay together, seeds decide.
import { describe, expect, test } from 'vitest'
import type { Dataset } from '../../../contract'
import { rng } from '../../rng'
import { distribute } from './distribute'
import { makeFolds, medianEpochs, type Divisible, type FoldParts } from './folds'

/** Pictures of classes with these counts, in mixed order; `copies` pairs of neighbours form groups. */
function setOf(
  counts: readonly number[],
  { groups = [] as number[][], seed = 1, validation = 0.15 } = {},
): Divisible {
  const labels = Uint16Array.from(
    rng(9, 'labels').shuffle(counts.flatMap((n, label) => Array<number>(n).fill(label))),
  )
  const numbers = Int32Array.from(labels.keys())
  for (const group of groups) for (const index of group) numbers[index] = Math.min(...group)
  const all = Int32Array.from(labels.keys())
  const split = { train: all.slice(0, 1), validation: all.slice(1, 3), test: all.slice(3) }
  const dataset = { split: { seed, validation } } as Dataset
  return { labels, groups: numbers, dataset, indices: (name) => split[name] }
}

const countsOf = (open: Divisible, part: Int32Array, classes: number) =>
  Array.from({ length: classes }, (_, label) => part.filter((index) => open.labels[index] === label).length)

/** Each part is a set of its own, and together they are all pictures. */
function expectWhole(folds: readonly FoldParts[], total: number): void {
  const all = Array.from({ length: total }, (_, i) => i)
  expect(folds.flatMap(({ test }) => Array.from(test)).sort((a, b) => a - b)).toEqual(all)
  for (const { train, validation, test } of folds) {
    expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual(all)
  }
}

describe('folds', () => {
  test('of 150 pictures in three classes are ten of each class', () => {
    const open = setOf([50, 50, 50])
    const folds = makeFolds(open, 5)
    expectWhole(folds, 150)
    for (const { test, validation, train } of folds) {
      expect(countsOf(open, test, 3)).toEqual([10, 10, 10])
      expect(countsOf(open, validation, 3)).toEqual([6, 6, 6])
      expect(countsOf(open, train, 3)).toEqual([34, 34, 34])
    }
  })

  test.each([2, 3, 4, 7, 10])(
    '%i of uneven classes differ by one picture of a class, and by one in all',
    (count) => {
      const counts = [31, 10, 57, 12]
      const open = setOf(counts)
      const folds = makeFolds(open, count)
      expectWhole(folds, 110)
      const sizes = folds.map(({ test }) => test.length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      counts.forEach((ofClass, label) => {
        const perFold = folds.map(({ test }) => countsOf(open, test, 4)[label]!)
        expect(Math.max(...perFold) - Math.min(...perFold)).toBe(ofClass % count === 0 ? 0 : 1)
      })
      for (const { train, validation } of folds) {
        expect(Math.min(...countsOf(open, train, 4))).toBeGreaterThan(0)
        expect(Math.min(...countsOf(open, validation, 4))).toBeGreaterThan(0)
      }
    },
  )

  test('never cut a group, neither between train and test nor for validation', () => {
    const random = rng(4, 'groups')
    const order = random.shuffle(Array.from({ length: 90 }, (_, i) => i))
    const groups = [2, 2, 3, 5, 9, 2, 2].map((size) => order.splice(0, size))
    const open = setOf([30, 30, 30], { groups })
    const folds = makeFolds(open, 5)
    expectWhole(folds, 90)
    for (const parts of folds) {
      for (const group of groups) {
        const holding = [parts.train, parts.validation, parts.test].filter((part) =>
          group.some((i) => part.includes(i)),
        )
        expect(holding.length).toBe(1)
      }
      expect(parts.test.length).toBeGreaterThan(13)
      expect(parts.test.length).toBeLessThan(23)
    }
  })

  test('are the same for a seed, others for another, and the run has no part in it', () => {
    const list = (seed: number) => makeFolds(setOf([20, 20], { seed }), 4).map(({ test }) => Array.from(test))
    expect(list(1)).toEqual(list(1))
    expect(list(1)).not.toEqual(list(2))
  })

  test('have no validation where the dataset has none', () => {
    const folds = makeFolds(setOf([20, 20], { validation: 0 }), 4)
    expect(folds.map(({ validation }) => validation.length)).toEqual([0, 0, 0, 0])
    expect(folds.map(({ train }) => train.length)).toEqual([30, 30, 30, 30])
  })
})

test('a division keeps to its shares where there are no groups', () => {
  const labels = Uint16Array.from({ length: 100 }, (_, i) => (i < 80 ? 0 : 1))
  const images = Int32Array.from(labels.keys())
  const [small, large] = distribute({ images, labels, groups: images, share: (n) => [n / 4, (3 * n) / 4], seed: 1, name: 'x' }) // prettier-ignore
  expect([small!.length, large!.length]).toEqual([25, 75])
  expect(small!.filter((index) => labels[index] === 1).length).toBe(5)
})

test('the kept model trains for the median of the best epochs, phase by phase', () => {
  expect(medianEpochs([[7], [3], [12]])).toEqual([7])
  expect(medianEpochs([[7], [3], [12], [4]])).toEqual([6])
  expect(medianEpochs([[5, 0], [5, 8], [4, 9]])).toEqual([5, 8]) // prettier-ignore
})
