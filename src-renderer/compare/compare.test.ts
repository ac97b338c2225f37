import { describe, expect, it } from 'vitest'
import { type ComparedRun, type Comparison } from '../../src-main/contract'
import { columns, columnsFor, commonScale, order } from './columns'
import { shade } from './heat'
import { verdictWords } from './verdict'

const run = (id: string, values: Partial<ComparedRun>): ComparedRun =>
  ({
    run: id,
    testAccuracy: null,
    interval: null,
    testInterval: null,
    evaluation: null,
    ...values,
  }) as ComparedRun
const a = run('a', { testAccuracy: 0.6, interval: { low: 0.41, high: 0.76 }, testLoss: 0.9, parameters: 10 })
const b = run('b', { testAccuracy: 0.8, interval: { low: 0.6, high: 0.9 }, testLoss: 0.5, parameters: 20 })
const c = run('c', {})
const ids = (rows: { run: ComparedRun }[]) => rows.map((row) => row.run.run).join('')

describe('order', () => {
  it('puts the best first by what is better in that column', () => {
    expect(ids(order([a, b], 'testAccuracy', false))).toBe('ba')
    expect(ids(order([a, b], 'testLoss', false))).toBe('ba')
    expect(ids(order([a, b], 'parameters', false))).toBe('ab')
    expect(ids(order([a, b], 'parameters', true))).toBe('ba')
  })

  it('keeps runs without the value last, and letters with their runs', () => {
    for (const reversed of [false, true])
      expect(ids(order([c, a, b], 'testAccuracy', reversed)).at(-1)).toBe('c')
    expect(order([a, b], 'testAccuracy', false).map(({ place }) => place)).toEqual([1, 0])
  })

  it('knows which way is better for every column', () => {
    expect(columns.filter(({ better }) => better === 'high').map(({ name }) => name)).toEqual([
      'testAccuracy',
      'balancedAccuracy',
      'macroF1',
      'efficiency',
    ])
  })

  it('shows what an accuracy hides only where classes are uneven', () => {
    const names = (uneven: boolean[]) =>
      columnsFor(uneven.map((one) => ({ uneven: one }))).map(({ name }) => name)
    expect(names([false, false])).not.toContain('balancedAccuracy')
    expect(names([false, true])).toEqual(expect.arrayContaining(['balancedAccuracy', 'macroF1']))
  })
})

describe('commonScale', () => {
  it('holds every interval, in steps of five points', () => {
    const { from, to } = commonScale([a, b, c])
    expect(from).toBeCloseTo(0.35)
    expect(to).toBeCloseTo(0.95)
  })

  it('never leaves 0 to 1 and is never empty', () => {
    expect(commonScale([])).toEqual({ from: 0, to: 1 })
    const sure = run('s', { testAccuracy: 1, interval: { low: 0.999, high: 1 } })
    const { from, to } = commonScale([sure])
    expect([from < to, to]).toEqual([true, 1])
  })
})

it('shades by the share of the true class', () => {
  expect([shade(0, 10), shade(1, 10), shade(5, 10), shade(10, 10), shade(3, 0)]).toEqual([0, 1, 3, 5, 0])
})

describe('verdictWords', () => {
  const comparison = (verdict: Partial<Comparison['verdict']>, evaluated = true): Comparison => ({
    runs: [a, b].map((one) => ({ ...one, evaluation: evaluated ? ({} as never) : null })),
    pairs: [],
    conditions: [
      { name: 'dataset', same: false, values: ['x', 'y'], matters: true },
      { name: 'model', same: false, values: ['cnn', 'mlp'], matters: false },
      { name: 'seed', same: true, values: ['1', '1'], matters: true },
    ],
    verdict: {
      kind: 'tie',
      best: 'b',
      second: 'a',
      difference: 0.1,
      p: 0.3,
      testCount: 40,
      needed: 200,
      text: '',
      ...verdict,
    },
  })

  it('names only the differences that matter', () => {
    expect(verdictWords(comparison({ kind: 'unfair' }))).toMatchObject({
      kind: 'unfair',
      differing: ['dataset'],
      needed: null,
    })
  })

  it('tells a tie that is near from one that is exact', () => {
    expect(verdictWords(comparison({})).text).toBe('compare.verdict.tie.text')
    expect(verdictWords(comparison({ difference: 0 })).text).toBe('compare.verdict.tie.equal')
    expect(verdictWords(comparison({})).needed).toBe(200)
  })

  it('waits for a result before it judges', () => {
    expect(verdictWords(comparison({ kind: 'single' }, false)).kind).toBe('waiting')
  })
})
