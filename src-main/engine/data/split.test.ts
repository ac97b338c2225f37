import { describe, expect, it } from 'vitest'
import { alone } from './items'
import { assignSplits, countSplits, drawClass, TEST, TRAIN, VALIDATION, type SplitRequest } from './split'
import { groupsOf } from './findings'
import { type SplitName, UserError } from '../../contract'

const request = (counts: number[], more: Partial<SplitRequest> = {}): SplitRequest => {
  const labels = counts.flatMap((count, label) => new Array<number>(count).fill(label))
  return {
    classes: counts.map((_, label) => `class ${label}`),
    labels,
    given: labels.map(() => null),
    ready: [],
    seed: 1,
    fractions: {},
    groups: alone(labels.length),
    skipped: [],
    ...more,
  }
}

const errorOf = (work: () => unknown): UserError => {
  try {
    work()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('no error')
}

describe('a drawn split', () => {
  it('takes 15 % of each class for validation and for test', () => {
    const { splits, split } = assignSplits(request([100, 40]))
    expect(countSplits(2, request([100, 40]).labels, splits)).toEqual([
      { train: 70, validation: 15, test: 15 },
      { train: 28, validation: 6, test: 6 },
    ])
    expect(split).toEqual({ seed: 1, origin: 'drawn', validation: 0.15, test: 0.15 })
  })

  it('is the same for the same seed, another for another, and does not depend on other classes', () => {
    const one = assignSplits(request([30, 30])).splits
    expect(assignSplits(request([30, 30])).splits).toEqual(one)
    expect(assignSplits(request([30, 30], { seed: 2 })).splits).not.toEqual(one)
    expect(assignSplits(request([30, 12])).splits.slice(0, 30)).toEqual(one.slice(0, 30))
  })

  it.each([3, 4, 5, 6, 7, 10, 11])('gives a class of %i at least one picture of each', (count) => {
    const [counts] = countSplits(1, new Array(count).fill(0), assignSplits(request([count])).splits)
    expect(counts.train).toBeGreaterThanOrEqual(1)
    expect(counts.validation).toBeGreaterThanOrEqual(1)
    expect(counts.test).toBeGreaterThanOrEqual(1)
    expect(counts.train + counts.validation + counts.test).toBe(count)
  })

  it('leaves something to train on even when large fractions round up', () => {
    const splits = new Uint8Array(3)
    expect(drawClass([0, 1, 2], [[0], [1], [2]], { validation: 0.49, test: 0.5 }, 1, 'a', splits)).toBe(true)
    expect([...splits].sort()).toEqual([TRAIN, VALIDATION, TEST])
  })

  it('draws without validation when none is wanted, but never without test', () => {
    const { splits } = assignSplits(request([20, 20], { fractions: { validation: 0 } }))
    expect(splits.includes(VALIDATION)).toBe(false)
    expect(errorOf(() => assignSplits(request([20, 20], { fractions: { test: 0 } }))).code).toBe(
      'invalid-argument',
    )
    expect(
      errorOf(() => assignSplits(request([9, 9], { fractions: { validation: 0.5, test: 0.5 } }))).code,
    ).toBe('invalid-argument')
  })

  it('says which class is too small, and how many pictures it has', () => {
    const error = errorOf(() =>
      assignSplits(
        request([5, 2], {
          skipped: [
            { file: 'class 1/x.heic', reason: 'unsupported', message: 'HEIC pictures cannot be read.' },
          ],
        }),
      ),
    )
    expect(error.code).toBe('class-too-small')
    expect(error.message).toContain('class 1 has 2 usable pictures; it needs at least 3')
    expect(error.message).toContain('x.heic')
    expect(error.detail).toEqual({ class: 'class 1', count: 2, needed: 3, skipped: 1 })
  })

  it('keeps copies of a picture on one side, away from test where there are others', () => {
    // Three pictures, each there four times, and eight single ones.
    const digests = [...'aaaabbbbcccc', ...'defghijk']
    for (let seed = 0; seed < 20; seed++) {
      const { splits } = assignSplits(request([20], { seed, groups: groupsOf(20, digests, []) }))
      for (const copy of 'abc') {
        const sides = new Set(digests.flatMap((digest, i) => (digest === copy ? [splits[i]] : [])))
        expect([...sides]).toEqual([TRAIN])
      }
    }
    const { splits } = assignSplits(request([6], { groups: groupsOf(6, [...'aabbcc'], []) }))
    expect(splits[0] === splits[1] && splits[2] === splits[3] && splits[4] === splits[5]).toBe(true)
    expect(new Set(splits).size).toBe(3)
  })

  it('keeps a group that crosses classes on one side, and still gives each class its three parts', () => {
    const labels = [...'0000000000', ...'1111111111'].map(Number)
    const groups = groupsOf(20, null, [
      { a: 0, b: 10, similarity: 1 },
      { a: 1, b: 11, similarity: 1 },
      { a: 2, b: 3, similarity: 1 },
    ])
    for (let seed = 0; seed < 30; seed++) {
      const { splits } = assignSplits(request([10, 10], { seed, groups }))
      expect([splits[0], splits[1], splits[2]]).toEqual([splits[10], splits[11], splits[3]])
      for (const counts of countSplits(2, labels, splits))
        expect(Math.min(counts.train, counts.validation, counts.test)).toBeGreaterThan(0)
    }
  })

  it('still splits a class that is one picture copied', () => {
    expect(new Set(assignSplits(request([5], { groups: groupsOf(5, [...'aaaaa'], []) })).splits).size).toBe(3)
  })
})

describe('a ready split', () => {
  const given = (...parts: [SplitName, number][]): SplitName[] =>
    parts.flatMap(([split, count]) => new Array<SplitName>(count).fill(split))

  it('is kept as it is', () => {
    const { splits, split } = assignSplits(
      request([10], {
        given: given(['train', 6], ['validation', 1], ['test', 3]),
        ready: ['train', 'validation', 'test'],
      }),
    )
    expect([...splits]).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 2, 2])
    expect(split).toEqual({ seed: 1, origin: 'ready', validation: 0.1, test: 0.3 })
  })

  it('gets 10 % of its training pictures as validation when it has a test set only', () => {
    const { splits, split } = assignSplits(
      request([60], { given: given(['train', 50], ['test', 10]), ready: ['train', 'test'] }),
    )
    expect(countSplits(1, new Array(60).fill(0), splits)).toEqual([{ train: 45, validation: 5, test: 10 }])
    expect(splits.slice(50).every((of) => of === TEST)).toBe(true)
    expect(split).toMatchObject({ origin: 'ready-test', validation: 0.1 })
  })

  it('gets a test set from its training pictures when it has validation only, and says so', () => {
    const { splits, testDrawn } = assignSplits(
      request([60], { given: given(['train', 40], ['validation', 20]), ready: ['train', 'validation'] }),
    )
    expect(countSplits(1, new Array(60).fill(0), splits)).toEqual([{ train: 34, validation: 20, test: 6 }])
    expect(testDrawn).toBe(true)
  })

  it('refuses a class without training pictures and takes one without test pictures', () => {
    const both = (a: SplitName[], b: SplitName[]) =>
      request([a.length, b.length], { given: [...a, ...b], ready: ['train', 'validation', 'test'] })
    const full = given(['train', 2], ['validation', 1], ['test', 1])
    expect(errorOf(() => assignSplits(both(full, given(['test', 3])))).code).toBe('class-too-small')
    expect(() => assignSplits(both(full, given(['train', 3], ['validation', 1])))).not.toThrow()
  })
})
