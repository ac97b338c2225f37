// Tests over many runs and over seeds against statsmodels' and SciPy's.
import { describe, expect, test } from 'vitest'
import { cochranQ } from '../../src-main/engine/evaluation/significance/cochran'
import { crossedTest, groupOf, type Group } from '../../src-main/engine/evaluation/significance/crossed'
import { holm } from '../../src-main/engine/evaluation/significance/holm'
import { chiSquaredTail } from '../../src-main/engine/evaluation/statistics/chi-squared'
import { studentQuantile, studentTwoSided } from '../../src-main/engine/evaluation/statistics/student'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['numpy', 'scipy', 'scikit-learn', 'statsmodels'])

let state = 4321
const random = () => (state = (state * 48271) % 2147483647) / 2147483647

/** Relative, for p-values down to the smallest. */
const near = (ours: number, theirs: number) =>
  expect(Math.abs(ours - theirs), `${ours}, not ${theirs}`).toBeLessThanOrEqual(1e-9 * Math.abs(theirs))

const bits = (right: readonly number[]): Uint32Array => {
  const words = new Uint32Array(Math.ceil(right.length / 32))
  right.forEach((yes, i) => yes && (words[i >>> 5]! |= 1 << (i & 31)))
  return words
}
/** Rows of noughts and ones, one a model. */
const answers = (rates: readonly number[], images: number): number[][] => {
  const hard = Array.from({ length: images }, () => random() - 0.5)
  return rates.map((rate) => hard.map((h) => Number(random() < rate + 0.6 * h)))
}

const tables = [
  answers([0.5, 0.6, 0.7], 40),
  answers([0.7, 0.7, 0.71, 0.72], 1000),
  answers(
    Array.from({ length: 50 }, (_, i) => 0.6 + i / 200),
    333,
  ),
  answers([0.1, 0.9, 0.5, 0.5, 0.2], 10_000),
  [
    [1, 0, 1],
    [0, 0, 1],
    [1, 0, 0],
  ],
]
const lists = [
  [0.01, 0.04, 0.03, 0.005],
  [1, 1, 0.5],
  [0.02],
  [0.01, 0.01, 0.01],
  [0, 1e-300, 0.2],
  Array.from({ length: 1225 }, () => random() ** 4),
]
const student = [0, 1e-3, 0.1, 0.7, 1, 1.96, 2.5, 5, 12, 40, 1e3].flatMap((t) =>
  [1, 1.3, 2, 2.71, 3, 4, 7.5, 10, 29, 100, 9999].map((df) => [t, df] as const),
)
const squares = [0, 1e-6, 0.3, 1, 3.84, 10, 50, 300, 1200].flatMap((x) =>
  [1, 2, 3, 4, 5, 9, 24, 49].map((df) => [x, df] as const),
)
const models = [
  [answers([0.5, 0.6, 0.55], 30), answers([0.7, 0.65, 0.8], 30)],
  [answers([0.5, 0.6], 25), answers([0.7, 0.65, 0.8, 0.75, 0.7], 25)],
  [answers([0.8, 0.82, 0.81], 60), answers([0.8, 0.8, 0.79], 60)],
] as const

/** Of models of several seeds, the mean squares are those of statsmodels' analysis of variance. */
const PROGRAM = `
import json, sys
import numpy as np
import pandas as pd
from scipy.stats import chi2, t
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm
from statsmodels.stats.contingency_tables import cochrans_q
from statsmodels.stats.multitest import multipletests

def crossed(a, b):
    n, parts, images = len(a[0]), [], np.mean(a, axis=0) - np.mean(b, axis=0)
    for x in (np.array(a), np.array(b)):
        k = len(x)
        long = pd.DataFrame([(s, i, x[s, i]) for s in range(k) for i in range(n)], columns=['seed', 'image', 'right'])
        table = anova_lm(ols('right ~ C(seed) + C(image)', long).fit())
        square = table['sum_sq'] / table['df']
        parts.append((k, square['C(seed)'] / n / k, square['Residual'] / k))
    seeds = sum(v for _, v, _ in parts)
    total = seeds + max(0, np.var(images, ddof=1) - sum(e for _, _, e in parts)) / n
    df = min(n - 1, total ** 2 / sum(v ** 2 / (k - 1) for k, v, _ in parts))
    d = images.mean()
    half = t.isf(0.025, df) * np.sqrt(total)
    return [float(d), float(2 * t.sf(abs(d) / np.sqrt(total), df)), float(d - half), float(d + half)]

given = json.load(sys.stdin)
q = [cochrans_q(np.array(one).T) for one in given['tables']]
json.dump(dict(
    tables=[[float(r.statistic), float(r.pvalue), int(r.df)] for r in q],
    lists=[multipletests(p, method='holm')[1].tolist() for p in given['lists']],
    tails=[2 * float(t.sf(a, b)) for a, b in given['student']],
    quantiles=[float(t.isf(0.025, b)) for _, b in given['student']],
    squares=[float(chi2.sf(a, b)) for a, b in given['squares']],
    models=[crossed(a, b) for a, b in given['models']]), sys.stdout)`

interface Reference {
  tables: [number, number, number][]
  lists: number[][]
  tails: number[]
  quantiles: number[]
  squares: number[]
  models: [number, number, number, number][]
}

describe.skipIf(python === null)('tests of significance equal the references', async () => {
  const given = { tables, lists, student, squares, models }
  const theirs = python === null ? null! : await askPython<Reference>(python, PROGRAM, given)

  test('Cochran’s Q is statsmodels’', () => {
    tables.forEach((table, i) => {
      const { q, p, df } = cochranQ(table.map(bits), table[0]!.length)
      near(q, theirs.tables[i]![0])
      near(p, theirs.tables[i]![1])
      expect(df).toBe(theirs.tables[i]![2])
    })
  })

  test('Holm’s correction is statsmodels’ multipletests', () => {
    lists.forEach((list, i) => holm(list).forEach((p, k) => near(p, theirs.lists[i]![k]!)))
  })

  test('Student’s and the chi-squared distribution are SciPy’s, also far out', () => {
    student.forEach(([t, df], i) => near(studentTwoSided(t, df), theirs.tails[i]!))
    student.forEach(([, df], i) => near(studentQuantile(0.05, df), theirs.quantiles[i]!))
    squares.forEach(([x, df], i) => near(chiSquaredTail(x, df), theirs.squares[i]!))
  })

  test('models of several seeds, by an analysis of variance', () => {
    models.forEach(([a, b], i) => {
      const { difference, p, interval, method } = crossedTest(
        ...([a, b].map((one) => groupOf(one.map(bits), a[0]!.length)) as [Group, Group]),
      )
      expect(method).toBe('crossed')
      ;[difference, p, interval.low, interval.high].forEach((ours, at) =>
        expect(Math.abs(ours - theirs.models[i]![at]!)).toBeLessThan(1e-9),
      )
    })
  })
})
