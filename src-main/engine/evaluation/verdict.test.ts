import { describe, expect, test } from 'vitest'
import { cnnOptions, mlpOptions, plan } from '../../contract'
import { compareConditions } from './conditions'
import { type JudgedRun } from './conditions'
import { compareEntries } from './entries'
import { comparePairs } from './pairs'
import { imagesNeeded } from './significance/mcnemar'
import { rightWrong, testRun } from './testing'
import { judge as judgeEntries } from './verdict'
import { aboutUp, pText } from './verdict-text'

const judge = (runs: readonly JudgedRun[]) => {
  const { entries, pairs } = compareEntries(runs, () => null)
  return judgeEntries(entries, pairs)
}

/** a right on the first `a`, b on the first `b` of `n` images. */
const nested = (n: number, a: number, b: number) => [
  testRun({ id: 'mlp-1', right: rightWrong(b, n - b) }),
  testRun({ id: 'cnn-1', right: rightWrong(a, n - a) }),
]

describe('the verdict', () => {
  test('better, where the test images show it', () => {
    const verdict = judge(nested(150, 127, 112))
    expect(verdict).toMatchObject({
      kind: 'better',
      best: 'cnn-1',
      second: 'mlp-1',
      testCount: 150,
      needed: null,
    })
    expect(verdict.difference).toBeCloseTo(0.1, 12)
    // 15 images speak for one and none for the other: 2 · 2⁻¹⁵.
    expect(verdict.p).toBe(2 ** -14)
    expect(verdict.text).toBe(
      'cnn-1 is better than mlp-1: 0.847 against 0.747 on the same 150 test images (difference 10.0 points, p < 0.0001).',
    )
  })

  test('a tie, where they do not, with how many would', () => {
    const verdict = judge(nested(27, 20, 18))
    expect(verdict).toMatchObject({ kind: 'tie', p: 0.5, needed: 110 })
    expect(verdict.text).toBe(
      'cnn-1 and mlp-1, 0.741 against 0.667: these 27 test images cannot tell them apart (p = 0.50); ' +
        'about 110 would be needed for a difference of this size.',
    )
  })

  test('a tie of equals needs no number of images', () => {
    const verdict = judge(nested(27, 20, 20))
    expect(verdict).toMatchObject({ kind: 'tie', p: 1, needed: null })
    expect(verdict.text).toContain('they got equally many right')
  })

  test('unfair, where a run was tested on other images', () => {
    const fair = testRun({ id: 'a', right: rightWrong(9, 1) })
    for (const other of [
      testRun({ id: 'b', right: rightWrong(5, 5), hash: 'b'.repeat(64) }),
      testRun({ id: 'b', right: rightWrong(5, 5), firstIndex: 100 }),
      testRun({ id: 'b', right: rightWrong(5, 6) }),
    ]) {
      expect(judge([fair, other])).toMatchObject({ kind: 'unfair', p: null, testCount: null })
      const [pair] = comparePairs([fair, other])
      expect(pair).toMatchObject({ mcnemar: null, decided: false })
    }
  })

  test('of runs with folds: fair among each other, whatever their number, unfair beside a run without', () => {
    const folds = (id: string, right: boolean[], folds: number) => testRun({ id, right, folds })
    const [a, b] = [folds('a', rightWrong(130, 20), 5), folds('b', rightWrong(110, 40), 10)]
    expect(judge([a, b])).toMatchObject({ kind: 'better', best: 'a', testCount: 150 })
    expect(comparePairs([a, b])[0]!.mcnemar).not.toBeNull()
    const split = compareConditions([a, b]).find(({ name }) => name === 'split')!
    expect(split).toMatchObject({ same: false, matters: false })
    expect(split.values[1]).toContain('10 folds')

    const single = testRun({ id: 'c', right: rightWrong(25, 5), firstIndex: 120 })
    expect(judge([a, single])).toMatchObject({ kind: 'unfair' })
    expect(judge([a, single]).text).toContain('both with folds or both without')
    const waiting = testRun({ id: 'd', right: null })
    expect(compareConditions([a, waiting]).find(({ name }) => name === 'split')!.matters).toBe(true)
  })

  test('alone, with its interval; or nothing yet', () => {
    const one = testRun({ id: 'a', right: rightWrong(29, 1) })
    const waiting = testRun({ id: 'b', right: null })
    expect(judge([one, waiting])).toMatchObject({ kind: 'single', best: 'a', testCount: 30 })
    expect(judge([one]).text).toContain('0.967 on 30 test images (95 % interval 0.833 to 0.994)')
    expect(judge([waiting])).toMatchObject({ kind: 'single', best: null })
  })

  test('runs of the same name are told apart by their id', () => {
    const runs = ['cnn-1', 'cnn-2'].map((id, i) =>
      testRun({ id, name: 'My CNN', right: rightWrong(20 - 15 * i, 15 * i) }),
    )
    expect(judge(runs).text).toContain('My CNN · cnn-1 is better than My CNN · cnn-2')
  })

  test('of many runs, every pair is compared', () => {
    const runs = [9, 8, 7, 6].map((n, i) => testRun({ id: `r${i}`, right: rightWrong(n, 10 - n) }))
    const pairs = comparePairs([...runs, testRun({ id: 'open', right: null })])
    expect(pairs).toHaveLength(6)
    expect(pairs.find(({ a, b }) => a === 'r0' && b === 'r3')).toMatchObject({ onlyA: 3, onlyB: 0 })
  })

  test('a p-value is not rounded over the line', () => {
    expect(pText(0.0499)).toBe('p = 0.0499')
    expect(pText(0.0501)).toBe('p = 0.05')
    expect(pText(0.031)).toBe('p = 0.03')
    expect(pText(0.0004)).toBe('p = 0.0004')
    expect(pText(1e-9)).toBe('p < 0.0001')
    expect(pText(1)).toBe('p = 1.00')
  })
})

describe('images needed', () => {
  test('Connor’s formula by hand', () => {
    // ψ = 0.3, δ = 0.1: (1.959964·0.547723 + 0.841621·0.538516)² / 0.01 = 233.09
    expect(imagesNeeded(20, 10, 100)).toBe(234)
  })

  test('never fewer than six discordant images take, nor fewer than were not enough', () => {
    expect(imagesNeeded(3, 0, 3)).toBe(6)
    for (let a = 0; a < 40; a++)
      for (let b = 0; b < a; b++) {
        const [pair] = comparePairs(discordant(a, b))
        if (!pair!.decided) expect(imagesNeeded(a, b, a + b)).toBeGreaterThan(a + b)
      }
  })

  test('are said roughly', () => {
    expect([7, 96, 101, 1234, 99_999].map(aboutUp)).toEqual([7, 96, 110, 1300, 100_000])
  })
})

/** Two runs of which one alone is right on `a` images, the other on `b` more. */
function discordant(a: number, b: number) {
  return [
    testRun({ id: 'a', right: [...Array<boolean>(a).fill(true), ...Array<boolean>(b).fill(false)] }),
    testRun({ id: 'b', right: [...Array<boolean>(a).fill(false), ...Array<boolean>(b).fill(true)] }),
  ]
}

describe('the conditions', () => {
  const by = (runs: ReturnType<typeof testRun>[]) =>
    new Map(compareConditions(runs).map((condition) => [condition.name, condition]))

  test('the same in everything but the model', () => {
    const conditions = by([
      testRun({ id: 'a', right: rightWrong(5, 5) }),
      testRun({ id: 'b', right: rightWrong(4, 6), model: { name: 'mlp', options: mlpOptions.parse({}) } }),
    ])
    expect([...conditions.values()].filter((c) => !c.same).map((c) => c.name)).toEqual(['model'])
    expect(conditions.get('model')).toMatchObject({ values: ['cnn', 'mlp'], matters: false })
    expect(conditions.get('split')!.values[0]).toContain('train 10, validation 0, test 10')
  })

  test('what differs is named; only test images matter', () => {
    const conditions = by([
      testRun({ id: 'a', right: rightWrong(5, 5) }),
      testRun({
        id: 'b',
        right: rightWrong(5, 5),
        hash: 'c'.repeat(64),
        seed: 2,
        size: 64,
        model: { name: 'cnn', options: cnnOptions.parse({ dropout: 0.5, filters: [64, 128] }) },
        plan: {
          ...plan.parse({
            phases: [{ epochs: 9, learningRate: 0.01 }],
            batch: 64,
            augmentation: { flip: true, shift: 0.1 },
          }),
        },
      }),
    ])
    const differing = [...conditions.values()].filter((c) => !c.same)
    expect(differing.map((c) => c.name)).toEqual([
      'dataset',
      'split',
      'seed',
      'size',
      'plan',
      'epochs',
      'batch',
      'augmentation',
      'model',
    ])
    expect(differing.filter((c) => c.matters).map((c) => c.name)).toEqual(['dataset', 'split'])
    expect(conditions.get('augmentation')!.values).toEqual(['none', 'flip, shift 0.1'])
    expect(conditions.get('model')!.values[1]).toBe('cnn, filters 64-128, dropout 0.5')
  })
})
