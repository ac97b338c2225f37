// Figures of inputs that have little or nothing to say, and what their intervals claim. That values are scikit-learn's
// is tested in tests/parity.
import { describe, expect, test } from 'vitest'
import { figureNames, figures as figuresSchema, type Figure } from '../../../contract'
import { quietTask } from '../../task'
import { argmaxRows } from '../confusion'
import { wilsonInterval } from '../statistics/wilson'
import { makeFigures } from './make'
import { type Scores } from './scores'

/** @param rows probabilities, one row an image */
const scores = (labels: number[], rows: number[][]): Scores => {
  const probabilities = Float32Array.from(rows.flat())
  const classes = rows[0]!.map((_, c) => `class ${c}`)
  return { classes, labels, predicted: argmaxRows(probabilities, classes.length), probabilities }
}
const sure = (predicted: number, classes: number) =>
  Array.from({ length: classes }, (_, c) => (c === predicted ? 0.9 : 0.1 / (classes - 1)))
const made = (labels: number[], rows: number[][]) => makeFigures(scores(labels, rows), quietTask())
const perfect = (labels: number[], classes: number) =>
  made(
    labels,
    labels.map((label) => sure(label, classes)),
  )

/** A few right, a few wrong, of three classes. */
const mixed = () => {
  const labels = Array.from({ length: 60 }, (_, i) => i % 3)
  return scores(
    labels,
    labels.map((label, i) => sure(i % 4 === 0 ? (label + 1 + (i % 2)) % 3 : label, 3)),
  )
}

const everyFigure = (found: Awaited<ReturnType<typeof made>>): [string, Figure][] => [
  ...figureNames.flatMap((name): [string, Figure][] => (found[name] ? [[name, found[name]]] : [])),
  ...found.classes.flatMap((one) =>
    (['precision', 'recall', 'f1', 'rocAuc', 'averagePrecision'] as const).map((name): [string, Figure] => [
      `${name} of ${one.name}`,
      one[name],
    ]),
  ),
]

describe('figures', () => {
  test('are what the contract says, and each lies within its interval', async () => {
    const found = await makeFigures(mixed(), quietTask())
    expect(figuresSchema.parse(found)).toEqual(found)
    for (const [name, { value, interval }] of everyFigure(found)) {
      expect(value, name).not.toBeNull()
      if (interval) expect([interval.low <= value!, value! <= interval.high], name).toEqual([true, true])
    }
    expect([found.top2 !== undefined, found.top3, found.top5]).toEqual([true, undefined, undefined])
  })

  test('are the same whenever they are made', async () => {
    expect(await makeFigures(mixed(), quietTask())).toEqual(await makeFigures(mixed(), quietTask()))
  })

  test('leave room for other work, and end when they are told to', async () => {
    const abort = new AbortController()
    setImmediate(() => abort.abort())
    const labels = Array.from({ length: 3000 }, (_, i) => i % 10)
    const many = scores(
      labels,
      labels.map((label) => sure(label, 10)),
    )
    await expect(makeFigures(many, quietTask(abort.signal))).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('where resampling finds no mistake', () => {
  test('30 of 30 is no certainty: the ends are those of the accuracy', async () => {
    const found = await perfect(
      Array.from({ length: 30 }, (_, i) => i % 3),
      3,
    )
    const { low } = wilsonInterval(30, 30)!
    expect(found.accuracy).toEqual({ value: 1, interval: { low, high: 1 } })
    for (const name of [
      'balancedAccuracy',
      'recallMacro',
      'precisionMacro',
      'f1Macro',
      'f1Weighted',
    ] as const) {
      expect(found[name].value).toBe(1)
      expect(found[name].interval!.low, name).toBeCloseTo(low, 12)
    }
    // (po − pe) / (1 − pe), with pe = 1/3.
    expect(found.kappa.interval!.low).toBeCloseTo((low - 1 / 3) / (2 / 3), 12)
    const area = found.classes[0]!.rocAuc.interval!
    expect([area.low > 0.75, area.low < 0.9, area.high]).toEqual([true, true, 1])
    expect(found.rocAucMacro.interval!.low).toBeCloseTo(area.low, 9)
    // What a sum of steps could have been cannot be told.
    expect(found.classes[0]!.averagePrecision).toEqual({ value: 1, interval: null })
  })

  test('one image says next to nothing', async () => {
    const right = await perfect([0], 2)
    expect(right.accuracy.interval!.low).toBeCloseTo(0.2065, 4)
    expect(right.f1Macro.interval!.low).toBeLessThan(0.3)
    expect(right.calibration.temperature).toBeNull()
    const wrong = await made([0], [[0.1, 0.9]])
    expect(wrong.accuracy.value).toBe(0)
    expect(wrong.f1Macro).toEqual({ value: 0, interval: null })
    expect(wrong.loss.interval).toBeNull()
    expect(wrong.kappa.value).toBe(0)
  })
})

describe('where there is nothing to tell apart', () => {
  test('one class alone has neither an area nor a kappa', async () => {
    const found = await perfect([1, 1, 1, 1], 3)
    expect([found.kappa.value, found.rocAucMacro.value, found.rocAucWeighted.value]).toEqual([
      null,
      null,
      null,
    ])
    expect([found.averagePrecisionMacro.value, found.balancedAccuracy.value]).toEqual([1, 1])
    const [absent] = found.classes
    expect(absent).toMatchObject({ count: 0, predicted: 0, right: 0 })
    const figures = [absent!.precision, absent!.recall, absent!.f1, absent!.rocAuc, absent!.averagePrecision]
    for (const one of figures) expect(one).toEqual({ value: null, interval: null })
  })

  test('equal probabilities are no order: every area is one half', async () => {
    const labels = [0, 1, 2, 0, 1, 2]
    const found = await made(
      labels,
      labels.map(() => [1 / 3, 1 / 3, 1 / 3]),
    )
    for (const one of found.classes) {
      expect(one.rocAuc.value).toBe(0.5)
      expect(one.averagePrecision.value).toBeCloseTo(1 / 3, 12)
    }
    // The first class is said of all: that is right in a third.
    expect([found.accuracy.value, found.kappa.value]).toEqual([1 / 3, 0])
  })

  test('a class that was never said counts as nought in the means, as in scikit-learn', async () => {
    const found = await made(
      [0, 1, 0, 1],
      [0, 0, 0, 0].map((said) => sure(said, 2)),
    )
    expect(found.precisionMacro.value).toBe(0.25)
    expect(found.classes[1]!.precision).toEqual({ value: null, interval: null })
  })
})

describe('calibration', () => {
  test('a model that says 90 % and is right in 60 % is too sure by 30 points', async () => {
    const labels = Array.from({ length: 100 }, (_, i) => (i < 60 ? 0 : 1))
    const found = await made(
      labels,
      labels.map(() => [0.9, 0.1]),
    )
    expect(found.ece.value).toBeCloseTo(0.3, 6)
    expect(found.calibration.overconfidence).toBeCloseTo(0.3, 6)
    // 0.9 is in the bin from 13/15 to 14/15; no other has an image.
    expect(found.calibration.bins.map((bin) => bin.count)).toEqual([...Array(13).fill(0), 100, 0])
    expect(found.calibration.bins[13]).toMatchObject({ accuracy: 0.6, interval: wilsonInterval(60, 100) })
    // softmax(ln 9 / T) = 0.6 for T = ln 9 / ln 1.5; each half has its own share of right ones.
    expect(found.calibration.temperature!.value).toBeCloseTo(Math.log(9) / Math.log(1.5), 3)
    expect(found.calibration.temperature!.ece).toBeLessThan(0.15)
  })
})
