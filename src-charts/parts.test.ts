// The parts that charts are made of.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { context, sampleMap, sampleRuns, seeded } from '../tests/support/charts'
import {
  cellText,
  chartNumbers,
  confusionMatrix,
  contrast,
  costScale,
  distinct,
  embeddingMap,
  letterOf,
  lookOf,
  matrixDifference,
  mix,
  pareto,
  paretoFront,
  perClass,
  plain,
  printTheme,
  ranking,
  rich,
  short,
  textWidth,
  toCsv,
  trainingCurves,
} from './index'

describe('the Pareto front', () => {
  /** By its definition: no other is at least as good in both and better in one. */
  const slow = <P extends { x: number; y: number }>(points: P[]): P[] =>
    points.filter(
      (one) =>
        !points.some((other) => other.x <= one.x && other.y >= one.y && (other.x < one.x || other.y > one.y)),
    )

  it('is that of the definition, with ties too', () => {
    const random = seeded(11)
    for (let round = 0; round < 300; round++) {
      const steps = 1 + Math.floor(random() * 8)
      const points = Array.from({ length: Math.floor(random() * 40) }, () => ({
        x: Math.floor(random() * steps),
        y: Math.floor(random() * steps),
      }))
      const front = paretoFront(points)
      expect(new Set(front)).toEqual(new Set(slow(points)))
      expect(front).toEqual(front.toSorted((a, b) => a.x - b.x))
    }
  })

  it('leaves runs without a figure or a cost out', () => {
    const [a, b, c] = sampleRuns(3)
    const none = { value: null, interval: null }
    const { table } = pareto(
      {
        runs: [
          { ...a!, accuracy: none },
          { ...b!, cost: null },
          { ...c!, cost: 0 },
        ],
        cost: 'bytes',
      },
      context(),
    )
    expect(table.rows).toEqual([])
  })
})

describe('tables have the numbers that are drawn', () => {
  it('of the ranking: in order, runs without a figure last', () => {
    const runs = sampleRuns(5).map((run, at) =>
      at === 2 ? { ...run, accuracy: { value: null, interval: null } } : run,
    )
    const { table } = ranking(runs, context())
    const values = table.rows.map((row) => row[1])
    const known = runs.flatMap(({ accuracy }) => accuracy.value ?? []).sort((a, b) => b - a)
    expect(values).toEqual([...known, null])
    expect(table.rows[0]![2]).toBe(
      runs.find(({ accuracy }) => accuracy.value === known[0])!.accuracy.interval!.low,
    )
  })

  it('of the curves: one row an epoch, empty where a run has ended', () => {
    const [a, b] = sampleRuns(2, 12)
    const runs = [a!, { ...b!, epochs: b!.epochs.slice(0, 4) }]
    const { table, option } = trainingCurves(
      { runs, value: 'loss', sets: ['train', 'validation'] },
      context(),
    )
    expect(table.rows).toHaveLength(12)
    expect(table.rows[3]).toEqual([
      4,
      ...runs.flatMap(({ epochs }) => [epochs[3]!.train.loss, epochs[3]!.validation.loss]),
    ])
    expect(table.rows[4]!.slice(3)).toEqual([null, null])
    const lines = [option.series].flat() as { data: [number, number][] }[]
    expect(lines[0]!.data[3]).toEqual([4, a!.epochs[3]!.train.loss])
    expect(lines.map(({ data }) => data.length)).toEqual([12, 12, 4, 4])
  })

  it('of the classes: each figure with its interval', () => {
    const runs = sampleRuns(2)
    const { table } = perClass({ runs, figure: 'f1' }, context())
    const { f1 } = runs[1]!.classes[4]!
    expect(table.rows[4]!.slice(5)).toEqual([f1.value, f1.interval.low, f1.interval.high])
  })

  it('of the matrices', () => {
    const [a, b] = sampleRuns(2)
    const labels = a!.classes.map(({ name }) => name)
    expect(confusionMatrix({ labels, confusion: a!.confusion }, context()).table.rows[2]!.slice(1)).toEqual(
      a!.confusion[2],
    )
    const { table, summary } = matrixDifference({ labels, a: a!, b: b! }, context())
    expect(table.rows[1]![4]).toBe(a!.confusion[1]![3]! - b!.confusion[1]![3]!)
    const right = (run: typeof a) => run!.confusion.reduce((sum, row, at) => sum + row[at]!, 0)
    expect(summary).toContain(String(Math.abs(right(a) - right(b))))
  })

  it('of the map: every point, and what is wrong is crossed', () => {
    const map = sampleMap(200)
    const { table, option } = embeddingMap(map, context())
    expect(table.rows.map((row) => row[0])).toEqual(map.index)
    const series = [option.series].flat() as { data: { value: number[] }[] }[]
    const wrong = map.index.filter((_, at) => map.label[at] !== map.predicted[at])
    expect(series.at(-1)!.data.map(({ value }) => value[2])).toEqual(wrong)
    expect(series.slice(0, -1).flatMap(({ data }) => data)).toHaveLength(200)
  })
})

describe('CSV', () => {
  it('is RFC 4180: quotes, commas and line breaks within fields, CRLF between records', () => {
    const columns = [{ title: 'a,b' }, { title: 'n', format: () => 'rounded' }]
    expect(
      toCsv({
        columns,
        rows: [
          ['say "hi"\nthere', 0.1 + 0.2],
          ['', null],
        ],
      }),
    ).toBe('"a,b",n\r\n"say ""hi""\nthere",0.30000000000000004\r\n,\r\n')
  })

  it('keeps a spreadsheet from running a name, and numbers numbers', () => {
    const rows = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =cmd|x', 'safe=1'].map((name) => [name, -2.5])
    const cells = toCsv({ columns: [{ title: 'name' }, { title: 'n' }], rows })
      .split('\r\n')
      .slice(1, -1)
    expect(cells).toEqual(
      ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "' =cmd|x", 'safe=1'].map((name) => `${name},-2.5`),
    )
  })

  it('has nothing where there is no number', () => {
    expect(toCsv({ columns: [{ title: 'n' }], rows: [[NaN], [Infinity], [null]] })).toBe('n\r\n\r\n\r\n\r\n')
    expect(cellText(null, { title: '' })).toBe('–')
  })
})

describe('names', () => {
  it('lose what cannot be drawn', () => {
    expect(plain(' a\n\tb\u0000c\uD800\u202Ed\uFFFE ')).toBe('a bcd')
    expect(plain('кошка 🐈 «niño»')).toBe('кошка 🐈 «niño»')
    expect(short('🐈'.repeat(40), 5)).toBe('🐈🐈🐈🐈…')
    expect(distinct(['a', 'b', 'a'])).toEqual(['a', 'b', 'a (2)'])
    expect(rich('{a|b}')).not.toMatch(/\{a\|/)
  })

  it('of places go on after Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  it('are not wider than they are taken to be', () => {
    // Measured in DejaVu Sans, one of the widest: 12 px.
    for (const [text, width] of [
      ['MobileNetV2', 79],
      ['CNN from scratch', 103],
      ['Frente de Pareto', 99],
    ] as const)
      expect(textWidth(text, 12)).toBeGreaterThan(width * 0.97)
  })
})

describe('looks', () => {
  it('differ without colour: the first six in dash, symbol and hatching each, the first twelve in their symbols', () => {
    const looks = Array.from({ length: 36 }, (_, place) => lookOf(place, printTheme))
    const different = (values: unknown[]) => new Set(values.map((value) => JSON.stringify(value))).size
    const six = looks.slice(0, 6)
    expect(different(six.map(({ dash }) => dash))).toBe(6)
    expect(different(six.map(({ symbol }) => symbol))).toBe(6)
    expect(different(six.map(({ decal }) => decal))).toBe(6)
    expect(different(looks.slice(0, 12).map(({ symbol, hollow }) => [symbol, hollow]))).toBe(12)
    expect(
      different(looks.map(({ color, symbol, hollow, decal }) => [color, symbol, hollow, decal])),
    ).toBeGreaterThan(30)
  })
})

describe('colours', () => {
  it('of print are the tokens of the light theme', () => {
    const css = readFileSync(new URL('../src-renderer/design/tokens.css', import.meta.url), 'utf8')
    const light = css.slice(0, css.indexOf("[data-theme='dark']"))
    const token = (name: string) => new RegExp(`--${name}:\\s*([^;]+);`).exec(light)?.[1]
    const { ink, line, accent, bad } = printTheme
    expect([ink, printTheme.ink2, printTheme.ink3]).toEqual(['ink', 'ink-2', 'ink-3'].map(token))
    expect([line, printTheme.lineStrong, accent, bad]).toEqual(
      ['line', 'line-strong', 'accent', 'bad'].map(token),
    )
    expect(printTheme.runs).toEqual([1, 2, 3, 4, 5, 6].map((place) => token(`run-${place}`)))
    expect(printTheme.surface).toBe(token('surface'))
  })

  it('of lines and words stand out from the paper', () => {
    for (const color of printTheme.runs) expect(contrast(color, printTheme.surface)).toBeGreaterThan(3)
    for (const ink of [printTheme.ink, printTheme.ink2, printTheme.ink3])
      expect(contrast(ink, printTheme.surface)).toBeGreaterThan(4.5)
  })

  it('mix, whichever way they are written', () => {
    expect(mix('#fff', '#000000', 0.5)).toBe('#808080')
    expect(mix('#000', '#fff', 2)).toBe('#ffffff')
    expect(contrast('#fff', '#000')).toBeCloseTo(21, 6)
  })
})

describe('costs', () => {
  it('are in the unit that suits them, between ends that hold them', () => {
    const of = (values: number[], cost: 'seconds' | 'bytes' | 'parameters') =>
      costScale(values, cost, context())
    expect(of([20, 40], 'seconds').title).toBe('Training time (s)')
    expect(of([20, 400], 'seconds').title).toBe('Training time (min)')
    expect(of([20, 40_000], 'seconds').title).toBe('Training time (h)')
    expect(of([2e6, 9e7], 'bytes')).toMatchObject({ title: 'Size (MB)', per: 1e6 })
    const random = seeded(5)
    for (let round = 0; round < 200; round++) {
      const values = Array.from({ length: 1 + Math.floor(random() * 5) }, () => 10 ** (random() * 9))
      const { min, max, per, ticks } = of(values, 'parameters')
      for (const value of values) {
        expect(value / per).toBeGreaterThan(min)
        expect(value / per).toBeLessThan(max)
      }
      expect(ticks.length).toBeGreaterThanOrEqual(2)
      expect(ticks.length).toBeLessThanOrEqual(10)
    }
  })
})

it('numbers are written as in each language', () => {
  expect(chartNumbers('es').percent(0.8312)).toMatch(/^83,1\s%$/)
  expect(chartNumbers('en').percent(0.8312)).toBe('83.1%')
  expect(chartNumbers('en').signed(-3)).toBe('−3')
  expect(chartNumbers('en').hundredths(0.3)).toBe('30')
})
