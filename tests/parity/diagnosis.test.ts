// The tests of significance behind a diagnosis, against SciPy's and statsmodels'.
import { describe, expect, test } from 'vitest'
import { agreementBeyondChance } from '../../src-main/engine/evaluation/diagnosis/agreement'
import { binomialTail, difference, fisherLess } from '../../src-main/engine/evaluation/diagnosis/proportions'
import { trendOf } from '../../src-main/engine/evaluation/diagnosis/trend'
import { rng } from '../../src-main/engine/rng'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['numpy', 'scipy', 'statsmodels'])

const PROGRAM = `
import json, sys, math, warnings
import numpy as np
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.inter_rater import cohens_kappa
warnings.simplefilter('ignore')
given = json.load(sys.stdin)
out = {'newcombe': [], 'fisher': [], 'binomial': [], 'trend': [], 'kappa': []}
for x, n, y, m in given['pairs']:
    low, high = confint_proportions_2indep(x, n, y, m, method='newcomb', compare='diff')
    out['newcombe'].append([float(low), float(high)])
    out['fisher'].append(float(stats.fisher_exact([[x, n - x], [y, m - y]], alternative='less')[1]))
for k, n, p in given['tails']:
    out['binomial'].append(float(stats.binom.sf(k - 1, n, p)))
for values in given['curves']:
    line = stats.linregress(np.arange(len(values)), values, alternative='less')
    out['trend'].append([float(line.slope), float(line.pvalue), float(line.rvalue ** 2)])
for table in given['tables']:
    kappa = cohens_kappa(np.array(table))
    out['kappa'].append(float(kappa.kappa / kappa.std_kappa0))
json.dump(out, sys.stdout)
`

interface Reference {
  newcombe: [number, number][]
  fisher: number[]
  binomial: number[]
  trend: [slope: number, p: number, r2: number][]
  kappa: number[]
}

const random = rng(11, 'diagnosis')
const whole = (from: number, to: number) => Math.floor(random.range(from, to + 1))

const given = {
  pairs: [
    [30, 30, 29, 30],
    [0, 5, 7, 7],
    [9800, 10_000, 8700, 10_000],
    [5000, 5000, 0, 5000],
    [0, 5000, 5000, 5000],
    ...Array.from({ length: 60 }, () => {
      const [n, m] = [whole(1, 300), whole(1, 300)]
      return [whole(0, n), n, whole(0, m), m]
    }),
  ] as [number, number, number, number][],
  tails: Array.from({ length: 40 }, () => {
    const n = whole(1, 400)
    return [whole(0, n), n, random.range(0.01, 0.99)] as [number, number, number]
  }),
  curves: Array.from({ length: 30 }, () => {
    const slope = random.range(-0.2, 0.1)
    return Array.from({ length: whole(3, 20) }, (_, i) => 2 + slope * i + random.range(-0.1, 0.1))
  }),
  tables: Array.from({ length: 30 }, () => {
    const classes = whole(2, 10)
    return Array.from({ length: classes }, (_, a) =>
      Array.from({ length: classes }, (_, b) => whole(0, 8) + (a === b ? whole(0, 12) : 0)),
    )
  }),
}

const near = (ours: number, theirs: number, relative = 1e-9) =>
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(relative * Math.max(1e-12, Math.abs(theirs)))

describe.skipIf(python === null)('significance in a diagnosis equals the references', async () => {
  const expected = python === null ? null : await askPython<Reference>(python, PROGRAM, given)

  test('the interval of a difference: Newcombe', () => {
    given.pairs.forEach(([x, n, y, m], i) => {
      const ours = difference({ value: x / n, count: n }, { value: y / m, count: m })!
      expect(ours.low).toBeCloseTo(expected!.newcombe[i]![0], 9)
      expect(ours.high).toBeCloseTo(expected!.newcombe[i]![1], 9)
    })
  })

  test('Fisher’s exact test', () => {
    given.pairs.forEach(([x, n, y, m], i) => near(fisherLess(x, n, y, m), expected!.fisher[i]!, 1e-7))
  })

  test('the upper tail of the binomial distribution', () => {
    given.tails.forEach(([k, n, p], i) => near(binomialTail(k, n, p), expected!.binomial[i]!))
  })

  test('the slope of a line, and the probability of one so steep', () => {
    given.curves.forEach((values, i) => {
      const [slope, p, r2] = expected!.trend[i]!
      const ours = trendOf(values)!
      near(ours.slope, slope)
      near(ours.p, p, 1e-8)
      expect(ours.r2).toBeCloseTo(r2, 9)
    })
  })

  test('the agreement beyond chance', () => {
    given.tables.forEach((table, i) => near(agreementBeyondChance(table), expected!.kappa[i]!))
  })
})
