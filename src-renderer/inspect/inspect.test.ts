import { describe, expect, it } from 'vitest'
import { type PictureQuestion } from '../../src-main/contract'
import { rankedProbabilities } from './probabilities'
import { telling } from './telling'
import { askedRuns, decodeQuestion, encodeQuestion } from './question'

const questions: PictureQuestion[] = [
  { kind: 'cell', run: 'cnn-1', actual: 0, predicted: 12 },
  { kind: 'mistakes', run: 'cnn-1' },
  { kind: 'only-right', run: 'cnn-1', against: 'mlp-2' },
  { kind: 'disagreement' },
  { kind: 'all-wrong' },
  { kind: 'label-errors' },
  { kind: 'these', indices: [4, 8] },
]

describe('a question in the address', () => {
  it.each(questions.map((one) => [encodeQuestion(one), one] as const))(
    '%s comes back as it was',
    (word, one) => {
      expect(decodeQuestion(word)).toEqual(one)
      expect(encodeURIComponent(word).length).toBeLessThan(100)
    },
  )

  it.each([
    undefined,
    null,
    '',
    'cell',
    'cell:cnn',
    'cell:cnn:1',
    'cell:cnn:1:x',
    'cell:cnn:-1:2',
    'cell:../x:1:2',
    'cell:cnn:1:99999999999',
    'mistakes',
    'only-right:a',
    'these',
    'these:',
    'everything',
    ['cell:a:1:2'],
  ])('%j means nothing', (word) => expect(decodeQuestion(word)).toBeNull())
})

describe('the runs that are asked about', () => {
  const many = Array.from({ length: 20 }, (_, at) => `r${at}`)

  it('are all, in their order, where there are few', () => {
    expect(askedRuns({ kind: 'mistakes', run: 'b' }, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c'])
  })

  it('are at most ten, among them those that the question needs', () => {
    const found = askedRuns({ kind: 'only-right', run: 'r17', against: 'r2' }, many)
    expect(found).toHaveLength(10)
    expect(found).toEqual(expect.arrayContaining(['r17', 'r2', 'r0']))
    expect(found).toEqual([...found].sort((a, b) => many.indexOf(a) - many.indexOf(b)))
  })

  it('hold a run of an old link that is no longer beside them', () => {
    expect(askedRuns({ kind: 'mistakes', run: 'gone' }, ['a', 'b'])).toEqual(['a', 'b', 'gone'])
  })
})

describe('the probabilities beside a picture', () => {
  const said = { run: 'a', predicted: 2, confidence: 0.6, ofLabel: 0.1 }

  it('are what the judgement tells while nothing else is known', () => {
    expect(rankedProbabilities(said, 0, undefined)).toEqual([
      { label: 2, probability: 0.6 },
      { label: 0, probability: 0.1 },
    ])
    expect(rankedProbabilities({ ...said, ofLabel: 0.6 }, 2, undefined)).toHaveLength(1)
  })

  it('are the likeliest, with its own class however unlikely', () => {
    const all = [0.01, 0.1, 0.5, 0.15, 0.04, 0.2]
    expect(rankedProbabilities(said, 0, all).map(({ label }) => label)).toEqual([2, 5, 3, 0])
    expect(rankedProbabilities(said, 5, all).map(({ label }) => label)).toEqual([2, 5, 3, 1])
  })
})

describe('the answers below a picture', () => {
  const said = (...predicted: number[]) =>
    predicted.map((label, at) => ({ run: `r${at}`, predicted: label, confidence: 0.5, ofLabel: 0.5 }))
  const runs = (answers: ReturnType<typeof said>) => answers.map(({ run }) => run).join()

  it('show where runs differ, in the order of the runs', () => {
    expect(runs(telling(said(1, 1, 1, 2), 3))).toBe('r0,r1,r3')
    expect(runs(telling(said(1, 2, 3, 4), 3))).toBe('r0,r1,r2')
    expect(runs(telling(said(1, 1), 3))).toBe('r0,r1')
  })
})
