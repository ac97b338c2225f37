// All rules together: order, what explains what, runs of which little is known, and how often chance is taken for a
// finding.
import { describe, expect, test } from 'vitest'
import { adviceName, diagnosis, diagnosisName, type Diagnosis } from '../../../contract'
import { rng } from '../../rng'
import { diagnose, rules } from './diagnose'
import { evenConfusion, factsOf, levelling, type Given } from './testing'

const names = (found: readonly Diagnosis[]) => found.map(({ name }) => name)
const found = (given: Given) => diagnose(factsOf(given))

test('there is a rule for every name', () => {
  expect([...Object.keys(rules), 'healthy'].sort()).toEqual([...diagnosisName.options].sort())
})

test('a run in which nothing stands out is healthy', () => {
  const [one, ...more] = found({})
  expect(more).toEqual([])
  expect(one).toMatchObject({ name: 'healthy', severity: 'good', advice: ['try-seeds'] })
  expect(one!.text).toContain('90.0% of 400 test pictures are right')
})

test('warnings come first, what explains others before them; each says it in words', () => {
  const train = [40, 1.39, 1.39, 1.39, 1.39, 1.39, 1.39, 1.39]
  const all = found({
    curve: { train, batches: [1.4, 4000] },
    plan: { phases: [{ epochs: 8, learningRate: 0.1 }] },
    train: { accuracy: 0.25 },
    confusion: evenConfusion(4, 10, 0).map((row) => row.map((_, k) => (k === 0 ? 10 : 0))),
    copies: [1],
  })
  expect(names(all)).toEqual(['rate-too-high', 'leakage', 'no-better-than-chance', 'test-too-small'])
  // What to try is said where the cause is.
  expect(all.find(({ name }) => name === 'no-better-than-chance')!.advice).toEqual([])
  for (const one of all) {
    expect(diagnosis.parse(one)).toEqual(one)
    expect(one.text).not.toMatch(/[{}|]|undefined|NaN/)
    expect(one.advice.every((name) => adviceName.options.includes(name))).toBe(true)
  }
})

test('what follows from too few epochs is not called underfitting', () => {
  const falling = [1.38, 1.25, 1.12, 1, 0.89, 0.79]
  const all = found({
    curve: { train: falling, validation: falling, validationAccuracy: falling.map(() => 0.6) },
    train: { accuracy: 0.6 },
    confusion: evenConfusion(4, 100, 58),
  })
  expect(names(all)).toEqual(['stopped-too-early'])
})

describe('runs of which little is known', () => {
  test.each<[string, Given, string[]]>([
    ['a run in progress or cancelled', { status: 'cancelled' }, []],
    ['no history', { curves: [] }, ['healthy']],
    ['one epoch without validation', { curve: { train: [0.3] }, validation: null }, ['healthy']],
    [
      'epochs that are not numbers',
      { curve: { train: [NaN, Infinity], validation: [NaN, NaN] } },
      ['healthy'],
    ],
    [
      'a fold that was not trained',
      {
        curves: [
          { ...levelling, fold: 1 },
          { train: [], fold: 2 },
        ],
      },
      ['healthy'],
    ],
    ['the model that is kept alone', { curves: [{ train: [9, 9, 9], fold: 'all' }] }, ['healthy']],
  ])('%s', (_name, given, expected) => expect(names(found(given))).toEqual(expected))

  test('a run that failed has what explains it, and no praise', () => {
    const failed = { ...factsOf({ status: 'failed', code: 'training-diverged' }), evaluation: null }
    expect(names(diagnose(failed))).toEqual(['rate-too-high'])
    const other = { ...factsOf({ status: 'failed', code: 'disk-full' }), evaluation: null }
    expect(diagnose(other)).toEqual([])
  })

  test('one test picture', () => {
    expect(names(found({ labels: ['a', 'b'], confusion: [[1, 0], [0, 0]] }))).toEqual(['no-better-than-chance', 'test-too-small']) // prettier-ignore
  })
})

test('chance is rarely taken for a finding', () => {
  // 400 models that are equally good on all pictures: training, validation, test, and every class. What is found in
  // them is found in noise. A test too small is not: that is true of many.
  const random = rng(5, 'chance')
  const times = new Map<string, number>()
  const runs = 400
  for (let i = 0; i < runs; i++) {
    const classes = 2 + Math.floor(random.range(0, 9))
    const accuracy = random.range(0.88, 0.99)
    const drawn = (count: number) =>
      Array.from({ length: count }, () => random.next() < accuracy).filter(Boolean).length
    const perClass = Math.floor(random.range(8, 120))
    const confusion = Array.from({ length: classes }, (_, a) => {
      const right = drawn(perClass)
      const row = Array<number>(classes).fill(0)
      row[a] = right
      for (let wrong = right; wrong < perClass; wrong++) {
        const other = Math.floor(random.range(0, classes - 1))
        row[other >= a ? other + 1 : other]!++
      }
      return row
    })
    const set = (count: number) => ({ accuracy: drawn(count) / count, count })
    const level = 1 - accuracy
    // Shakes by a tenth, as those of small sets do.
    const shaken = (at: number) => (level + 1.2 * Math.exp(-at / 1.2)) * random.range(0.9, 1.1)
    const curve = {
      train: Array.from({ length: 12 }, (_, at) => 0.9 * shaken(at)),
      validation: Array.from({ length: 12 }, (_, at) => 1.1 * shaken(at)),
      validationAccuracy: Array<number>(12).fill(accuracy),
    }
    const labels = Array.from({ length: classes }, (_, k) => `class ${k}`)
    const best = curve.validation.indexOf(Math.min(...curve.validation)) + 1
    const given = { labels, confusion, confidence: accuracy, curve, bestEpoch: best, train: set(4 * perClass * classes), validation: set(perClass * classes) } // prettier-ignore
    for (const { name } of found(given)) times.set(name, (times.get(name) ?? 0) + 1)
  }
  const findings = [...times].filter(([name]) => name !== 'healthy' && name !== 'test-too-small')
  for (const [name, count] of findings) expect([name, count / runs < 0.02]).toEqual([name, true])
  expect(findings.reduce((sum, [, count]) => sum + count, 0) / runs).toBeLessThan(0.04)
})
