import { describe, expect, it } from 'vitest'
import { type ComparedRun, type Comparison, type ComparisonEntry } from '../../src-main/contract'
import { createFormatter } from '../format/format'
import { inspectedRuns } from './inspected'
import {
  bestOf,
  columnNames,
  columns,
  usualColumns,
  valueOfEntry,
  valueOfRun,
  write,
} from './ranking/columns'
import { accuracyScale, medals, rankingRows } from './ranking/rows'
import { companyOf, testedTogether } from './together'
import { verdictWords } from './verdict'

const run = (id: string, values: Partial<ComparedRun> = {}): ComparedRun =>
  ({
    run: id,
    name: id,
    testAccuracy: null,
    testLoss: null,
    interval: null,
    testInterval: null,
    evaluation: null,
    figures: null,
    cost: null,
    parameters: null,
    ...values,
  }) as ComparedRun
const evaluated = (id: string, accuracy: number, values: Partial<ComparedRun> = {}) =>
  run(id, {
    testAccuracy: accuracy,
    interval: { low: accuracy - 0.1, high: accuracy + 0.1 },
    evaluation: { labels: ['x', 'y'], confusion: [[1, 0], [0, 1]] } as never, // prettier-ignore
    ...values,
  })
const entry = (runs: string[], rank: number | null, mean: number | null = null): ComparisonEntry => ({
  name: runs.join('+'),
  runs,
  seeds: runs.map((_, at) => at + 1),
  evaluated: mean === null ? 0 : runs.length,
  over: null,
  mean,
  deviation: runs.length > 1 ? 0.01 : null,
  interval: null,
  total: null,
  figures: {},
  rank,
})
const verdict = (values: Partial<Comparison['verdict']> = {}): Comparison['verdict'] => ({
  kind: 'tie',
  best: 'b',
  second: 'a',
  bestEntry: 0,
  secondEntry: 1,
  tied: [1],
  difference: 0.1,
  p: 0.3,
  testCount: 40,
  needed: 200,
  text: '',
  ...values,
})
const comparison = (values: Partial<Comparison> = {}): Comparison => ({
  runs: [evaluated('a', 0.6), evaluated('b', 0.8), run('c')],
  pairs: [],
  entries: [entry(['b'], 1, 0.8), entry(['a'], 2, 0.6), entry(['c'], null)],
  entryPairs: [],
  cochran: null,
  conditions: [],
  verdict: verdict(),
  ...values,
})

describe('medals', () => {
  const kinds = (ranks: (number | null)[], kind: Comparison['verdict']['kind'] = 'better') =>
    medals({
      entries: ranks.map((rank, at) => entry([`r${at}`], rank)),
      verdict: verdict({ kind }),
    }).map((medal) => (medal.kind === 'place' ? `${medal.rank}${medal.shared ? '=' : ''}` : medal.kind))

  it('go to places; those that cannot be told apart share one', () => {
    expect(kinds([1, 2, 3, 4])).toEqual(['1', '2', '3', '4'])
    expect(kinds([1, 1, 3, 3, null])).toEqual(['1=', '1=', '3=', '3=', 'none'])
  })

  it('are not given where nothing could be told apart', () => {
    expect(kinds([1, 1, 1], 'tie')).toEqual(['tie', 'tie', 'tie'])
  })

  it('are not given to one alone, nor where the pictures differ', () => {
    expect(kinds([1], 'single')).toEqual(['none'])
    expect(kinds([1, null], 'single')).toEqual(['none', 'none'])
    expect(kinds([1, 2], 'unfair')).toEqual(['none', 'none'])
  })
})

describe('the rows of the ranking', () => {
  const names = (rows: ReturnType<typeof rankingRows>) => rows.map(({ entry }) => entry.name).join()

  it('stand by place, whatever the accuracy, and those without a result come last', () => {
    const turned = comparison({
      entries: [entry(['a'], 2, 0.82), entry(['b'], 1, 0.8), entry(['c'], null)],
    })
    expect(names(rankingRows(turned, { by: 'place', reversed: false }))).toBe('b,a,c')
    expect(names(rankingRows(turned, { by: 'place', reversed: true }))).toBe('a,b,c')
  })

  it('are sorted by a column, the better first, the unknown last either way', () => {
    const values = comparison({
      runs: [evaluated('a', 0.6, { parameters: 10 }), evaluated('b', 0.8, { parameters: 20 }), run('c')],
    })
    const by = (column: 'accuracy' | 'parameters', reversed: boolean) =>
      names(rankingRows(values, { by: column, reversed }))
    expect([by('accuracy', false), by('accuracy', true)]).toEqual(['b,a,c', 'a,b,c'])
    expect([by('parameters', false), by('parameters', true)]).toEqual(['a,b,c', 'b,a,c'])
  })

  it('keep letters with their runs', () => {
    const rows = rankingRows(comparison(), { by: 'place', reversed: false })
    expect(rows.map(({ runs }) => runs.map(({ run: one, place }) => `${one.run}${place}`).join())).toEqual([
      'b1',
      'a0',
      'c2',
    ])
  })
})

describe('the columns', () => {
  const f = createFormatter('en')

  it('know which way is better, and can be written, every one', () => {
    const high = columnNames.filter((name) => columns[name].better === 'high')
    expect(high).toEqual(['accuracy', 'balancedAccuracy', 'f1Macro', 'kappa', 'rocAucMacro', 'throughput'])
    for (const name of columnNames) expect(write(name, 0.5, f)).not.toMatch(/NaN|undefined/)
  })

  it('show what an accuracy hides where classes are uneven', () => {
    expect(usualColumns(true)).toEqual(expect.arrayContaining(['balancedAccuracy', 'f1Macro']))
    expect(usualColumns(false)).not.toContain('balancedAccuracy')
  })

  it('take a figure from the figures, and what the evaluation says where there are none', () => {
    const figures = { accuracy: { value: 0.7, interval: { low: 0.6, high: 0.8 } } } as never
    expect(valueOfRun(evaluated('a', 0.71, { figures }), 'accuracy')).toMatchObject({ value: 0.7 })
    expect(valueOfRun(evaluated('a', 0.71), 'accuracy')).toMatchObject({ value: 0.71 })
    expect(valueOfRun(run('a'), 'accuracy')).toBeNull()
    expect(valueOfRun(evaluated('a', 0.71), 'kappa')).toBeNull()
  })

  it('are means over seeds, of those that are known', () => {
    const seeds = entry(['a', 'b'], 1, 0.75)
    const runs = [evaluated('a', 0.7, { parameters: 10 }), evaluated('b', 0.8)]
    expect(valueOfEntry(seeds, runs, 'accuracy')).toMatchObject({ value: 0.75, deviation: 0.01 })
    expect(valueOfEntry(seeds, runs, 'parameters')).toMatchObject({ value: 10 })
    expect(valueOfEntry(seeds, runs, 'latency')).toBeNull()
  })

  it('have a best only where values differ', () => {
    const value = (one: number) => ({ value: one, interval: null, deviation: null })
    expect(bestOf([value(1), value(2), null], 'accuracy')).toBe(2)
    expect(bestOf([value(1), value(2)], 'loss')).toBe(1)
    expect(bestOf([value(2), value(2)], 'loss')).toBeNull()
    expect(bestOf([value(2), null], 'loss')).toBeNull()
    // A gap is no merit, and figures of different tests have no best.
    expect(bestOf([value(1), value(2)], 'gap')).toBeNull()
    expect(bestOf([value(1), value(2)], 'loss', false)).toBeNull()
    expect(bestOf([value(1), value(2)], 'seconds', false)).toBe(1)
  })
})

describe('the scale of accuracies', () => {
  it('holds every interval, in steps of five points', () => {
    const { from, to } = accuracyScale([
      { value: 0.6, interval: { low: 0.41, high: 0.76 } },
      { value: 0.8, interval: { low: 0.6, high: 0.9 } },
    ])
    expect(from).toBeCloseTo(0.35)
    expect(to).toBeCloseTo(0.95)
  })

  it('never leaves 0 to 1 and is never empty', () => {
    expect(accuracyScale([])).toEqual({ from: 0, to: 1 })
    const { from, to } = accuracyScale([{ value: 1, interval: { low: 0.999, high: 1 } }])
    expect([from < to, to]).toEqual([true, 1])
  })
})

describe('runs that were tested on the same pictures', () => {
  const pair = (a: string, b: string, same: boolean) =>
    ({ a, b, mcnemar: same ? { p: 1, method: 'exact' } : null }) as Comparison['pairs'][number]
  const mixed = comparison({
    runs: [evaluated('a', 0.6), evaluated('b', 0.8), evaluated('d', 0.9), run('c')],
    pairs: [pair('a', 'b', true), pair('a', 'd', false), pair('b', 'd', false)],
  })

  it('are known from the pairs, either way round', () => {
    const together = testedTogether(mixed)
    expect([together('a', 'b'), together('b', 'a'), together('a', 'd'), together('d', 'd')]).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  it('keep company, in their order, without those that have no result', () => {
    expect(companyOf(mixed, 'b')).toEqual(['a', 'b'])
    expect(companyOf(mixed, 'd')).toEqual(['d'])
  })

  it('are looked into in the order of the entries, with the letters of the comparison', () => {
    expect(inspectedRuns(comparison()).map(({ id, place }) => `${id}${place}`)).toEqual(['b1', 'a0'])
  })
})

describe('verdictWords', () => {
  it('names only the differences that matter', () => {
    const unfair = comparison({
      verdict: verdict({ kind: 'unfair' }),
      conditions: [
        { name: 'dataset', same: false, values: ['x', 'y'], matters: true },
        { name: 'model', same: false, values: ['cnn', 'mlp'], matters: false },
        { name: 'seed', same: true, values: ['1', '1'], matters: true },
      ],
    })
    expect(verdictWords(unfair)).toMatchObject({
      kind: 'unfair',
      differing: ['dataset'],
      needed: null,
      test: null,
    })
  })

  it('tells a tie that is near from one that is exact', () => {
    expect(verdictWords(comparison()).text).toBe('compare.verdict.tie.text')
    expect(verdictWords(comparison({ verdict: verdict({ difference: 0 }) })).text).toBe(
      'compare.verdict.tie.equal',
    )
    expect(verdictWords(comparison()).needed).toBe(200)
  })

  it('names all of a tie between many', () => {
    const many = comparison({
      entries: [entry(['b'], 1, 0.8), entry(['a'], 1, 0.79), entry(['c'], 1, 0.78)],
      verdict: verdict({ tied: [1, 2] }),
    })
    expect(verdictWords(many)).toMatchObject({
      title: 'compare.verdict.tie.titleOfMany',
      text: 'compare.verdict.tie.textOfMany',
      tied: ['b', 'a', 'c'],
    })
  })

  it('claims the best of all only among more than two', () => {
    const better = { verdict: verdict({ kind: 'better', tied: [], p: 0.01 }) }
    expect(verdictWords(comparison(better)).title).toBe('compare.verdict.better.title')
    const three = [entry(['b'], 1, 0.9), entry(['a'], 2, 0.6), entry(['c'], 2, 0.5)]
    expect(verdictWords(comparison({ ...better, entries: three })).title).toBe(
      'compare.verdict.better.titleOfAll',
    )
  })

  it('speaks of seeds where there are several, and says which test it was', () => {
    const seeds = comparison({
      entries: [entry(['b', 'd'], 1, 0.8), entry(['a'], 1, 0.6)],
      entryPairs: [
        {
          a: 0,
          b: 1,
          difference: 0.2,
          differenceInterval: null,
          test: { p: 0.3, method: 'crossed' },
          holm: 0.3,
          decided: false,
        },
      ],
    })
    expect(verdictWords(seeds)).toMatchObject({
      text: 'compare.verdict.tie.seeds',
      test: { key: 'compare.verdict.pSeeds', p: 0.3, pairs: 1 },
    })
  })

  it('waits for a result before it judges', () => {
    const waiting = comparison({ runs: [run('a'), run('b')], verdict: verdict({ kind: 'single' }) })
    expect(verdictWords(waiting).kind).toBe('waiting')
  })

  it('does not call a run alone that others lie beside', () => {
    const tested = (id: string) => ({ ...run(id), evaluation: {} as NonNullable<ComparedRun['evaluation']> })
    const awaiting = comparison({ runs: [tested('a'), run('b')], verdict: verdict({ kind: 'single' }) })
    expect(verdictWords(awaiting)).toMatchObject({
      kind: 'single',
      title: 'compare.verdict.single.awaitedTitle',
      text: 'compare.verdict.single.awaited',
    })
    const alone = comparison({ runs: [tested('a')], verdict: verdict({ kind: 'single' }) })
    expect(verdictWords(alone)).toMatchObject({ title: 'compare.verdict.single.title' })
  })
})
