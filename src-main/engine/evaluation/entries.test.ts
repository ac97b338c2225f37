// Several seeds as one entry: who belongs together, what they come to, and what the verdict says of them.
import { describe, expect, test } from 'vitest'
import { mlpOptions } from '../../contract'
import { compareEntries } from './entries'
import { compareAll, comparePairs } from './pairs'
import { groupName, seedGroups } from './seed-groups'
import { rightWrong, testRun, type TestRun } from './testing'
import { judge } from './verdict'

const mlp = { name: 'mlp', options: mlpOptions.parse({}) } as const
const cnn = (seed: number, yes: number, more: Partial<TestRun> = {}) =>
  testRun({ id: `cnn-${seed}`, name: `CNN, seed ${seed}`, seed, right: rightWrong(yes, 100 - yes), ...more })
const dense = (seed: number, yes: number, more: Partial<TestRun> = {}) =>
  cnn(seed, yes, { id: `mlp-${seed}`, name: `MLP, seed ${seed}`, model: mlp, ...more })
const entriesOf = (runs: ReturnType<typeof testRun>[]) => compareEntries(runs, () => null)

describe('seeds', () => {
  test('of one model are one entry, in their order, with Student’s interval of their mean', () => {
    const { entries } = entriesOf([cnn(3, 80), cnn(1, 70), cnn(2, 75), dense(1, 60)])
    expect(entries.map(({ shown }) => [shown.name, shown.runs, shown.over])).toEqual([
      ['CNN', ['cnn-1', 'cnn-2', 'cnn-3'], 'seeds'],
      ['MLP, seed 1', ['mlp-1'], 'images'],
    ])
    const { mean, deviation, interval, total } = entries[0]!.shown
    expect(mean).toBeCloseTo(0.75, 12)
    expect(deviation).toBeCloseTo(0.05, 12)
    // t(0.975, 2) = 4.302653 · 0.05 / √3
    expect(interval!.low).toBeCloseTo(0.75 - (4.302652729911275 * 0.05) / Math.sqrt(3), 9)
    expect(total!.low).toBeLessThan(0.65)
    expect(entries[1]!.shown).toMatchObject({ deviation: null, interval: entries[1]!.shown.total })
  })

  test('that came to the very same tell no spread', () => {
    const [entry] = entriesOf([cnn(1, 70), cnn(2, 70)]).entries
    expect(entry!.shown).toMatchObject({ deviation: 0, interval: null })
    expect(entry!.shown.total).not.toBeNull()
  })

  test('that were run twice are two entries: it is the same experiment', () => {
    const again = cnn(1, 71, { id: 'again', name: 'CNN, seed 1 (2)' })
    expect(
      seedGroups([cnn(1, 70), again, cnn(2, 75)]).map((group) => group.map((one) => one.run.id)),
    ).toEqual([['cnn-1', 'cnn-2'], ['again']])
  })

  test('of other plans, other data or other test images stay apart; one that is not finished joins', () => {
    const groups = seedGroups([
      cnn(1, 70),
      cnn(2, 70, { plan: { batch: 7 } }),
      cnn(3, 70, { hash: 'b'.repeat(64) }),
      cnn(4, 70, { firstIndex: 50 }),
      cnn(5, 70, { right: null }),
    ])
    expect(groups.map((group) => group.map((one) => one.run.seed))).toEqual([[1, 5], [2], [3], [4]])
  })

  test('are called by what their names begin with', () => {
    const named = (...names: string[]) => groupName(names.map((name, i) => cnn(i, 50, { name })))
    expect(named('CNN 64')).toBe('CNN 64')
    expect(named('CNN 64', 'CNN 64 (2)')).toBe('CNN 64')
    expect(named('CNN 64 (2)', 'CNN 64 (3)')).toBe('CNN 64')
    expect(named('Net, seed 11', 'Net, seed 12')).toBe('Net')
    expect(named('Modelo · semilla 1', 'Modelo · semilla 2')).toBe('Modelo')
    expect(named('abc', 'xyz')).toBe('abc')
  })
})

describe('places', () => {
  test('entries that cannot be told apart share one', () => {
    const runs = [
      testRun({ id: 'a', name: 'A', right: rightWrong(95, 5) }),
      testRun({ id: 'b', name: 'B', model: mlp, right: rightWrong(93, 7) }),
      testRun({ id: 'c', name: 'C', plan: { batch: 7 }, right: rightWrong(60, 40) }),
    ]
    const { entries, pairs } = entriesOf(runs)
    expect(entries.map(({ shown }) => shown.rank)).toEqual([1, 1, 3])
    const verdict = judge(entries, pairs)
    expect(verdict).toMatchObject({
      kind: 'tie',
      best: 'a',
      second: 'b',
      bestEntry: 0,
      secondEntry: 1,
      tied: [1],
    })
    expect(verdict.text).toContain('cannot tell them apart (p = 0.50 after Holm')
    expect(compareAll(runs)).toMatchObject({ df: 2 })
    expect(compareAll(runs.slice(1))).toBeNull()
  })

  test('there are none where the test images differ', () => {
    const { entries } = entriesOf([cnn(1, 70), dense(1, 60, { hash: 'b'.repeat(64) })])
    expect(entries.map(({ shown }) => shown.rank)).toEqual([null, null])
  })
})

test('what is left of a p among many pairs decides', () => {
  // Six images alone are p = 0.03: one pair would be decided, and is not among three.
  const right = (yes: number) => rightWrong(yes, 100 - yes)
  const two = comparePairs([testRun({ id: 'a', right: right(76) }), testRun({ id: 'b', right: right(70) })])
  expect(two[0]).toMatchObject({ decided: true, holm: two[0]!.mcnemar!.p })
  const three = comparePairs([
    ...['a', 'b'].map((id, i) => testRun({ id, right: right(76 - 6 * i) })),
    testRun({ id: 'c', right: right(73) }),
  ])
  expect(three.find(({ b }) => b === 'b')).toMatchObject({ decided: false, holm: 3 * 2 ** -5 })
})

describe('the verdict over seeds', () => {
  const better = [1, 2, 3].map((seed) => cnn(seed, 84 + seed))
  const worse = [1, 2, 3].map((seed) => dense(seed, 59 + seed))

  test('speaks of models, with how far their seeds are apart', () => {
    const { entries, pairs } = entriesOf([...worse, ...better])
    expect(pairs[0]!.test!.method).toBe('crossed')
    const verdict = judge(entries, pairs)
    expect(verdict).toMatchObject({
      kind: 'better',
      best: 'cnn-3',
      second: 'mlp-3',
      tied: [],
      testCount: 100,
    })
    expect(verdict.text).toContain(
      'CNN (3 seeds) is better than MLP (3 seeds): 0.860 ± 0.010 against 0.610 ± 0.010',
    )
  })

  test('of all others, where there are more', () => {
    const third = testRun({ id: 'c', name: 'C', plan: { batch: 7 }, right: rightWrong(20, 80) })
    const { entries, pairs } = entriesOf([...worse, ...better, third])
    expect(judge(entries, pairs).text).toMatch(
      /^CNN \(3 seeds\) is better than both others, the next of which is MLP/,
    )
  })

  test('a model alone is said with what to expect of it', () => {
    const { entries, pairs } = entriesOf(better)
    const verdict = judge(entries, pairs)
    expect(verdict).toMatchObject({ kind: 'single', best: 'cnn-3', testCount: 100 })
    expect(verdict.text).toContain('there is no second model')
  })
})
