// Our figures against scikit-learn's, SciPy's and statsmodels', on random and degenerate inputs, to 1e-9.
import { describe, expect, test } from 'vitest'
import { argmaxRows, confusionMatrix } from '../../src-main/engine/evaluation/confusion'
import { erfc } from '../../src-main/engine/evaluation/statistics/erfc'
import { mcnemar } from '../../src-main/engine/evaluation/significance/mcnemar'
import {
  accuracy,
  balancedAccuracy,
  classScores,
  crossEntropy,
  macroF1,
} from '../../src-main/engine/evaluation/metrics'
import { wilsonInterval } from '../../src-main/engine/evaluation/statistics/wilson'
import { cases } from '../support/classifier-cases'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['numpy', 'scipy', 'scikit-learn', 'statsmodels'])

const METRICS = `
import json, sys, math, warnings
import numpy as np
from sklearn.metrics import accuracy_score, balanced_accuracy_score, confusion_matrix, f1_score, log_loss
from sklearn.metrics import precision_recall_fscore_support
warnings.simplefilter('ignore')
nulls = lambda a: [None if math.isnan(v) else float(v) for v in a]
out = []
for case in json.load(sys.stdin):
    y, k = np.array(case['labels']), case['classes']
    p = np.array(case['probabilities'], dtype=np.float64).reshape(-1, k)
    guess, names = p.argmax(1), list(range(k))
    precision, recall, f1, support = precision_recall_fscore_support(y, guess, labels=names, zero_division=np.nan)
    out.append(dict(accuracy=float(accuracy_score(y, guess)), balanced=float(balanced_accuracy_score(y, guess)),
                    macro=float(f1_score(y, guess, average='macro')), loss=float(log_loss(y, p, labels=names)),
                    confusion=confusion_matrix(y, guess, labels=names).tolist(), support=support.tolist(),
                    precision=nulls(precision), recall=nulls(recall), f1=nulls(f1)))
json.dump(out, sys.stdout)
`

interface Reference {
  accuracy: number
  balanced: number
  macro: number
  loss: number
  confusion: number[][]
  support: number[]
  precision: (number | null)[]
  recall: (number | null)[]
  f1: (number | null)[]
}

const close = (ours: number | null, theirs: number | null) =>
  theirs === null || ours === null
    ? expect(ours).toBe(theirs)
    : expect(Math.abs(ours - theirs)).toBeLessThan(1e-9)

/** Relative, for p-values and tails down to the smallest. */
const near = (ours: number, theirs: number) =>
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-9 * Math.abs(theirs))

describe.skipIf(python === null)('metrics equal the references', () => {
  test('accuracy, balanced accuracy, loss, confusion, recall, precision, F1 and macro-F1 are scikit-learn’s', async () => {
    const reference = await askPython<Reference[]>(python!, METRICS, cases)
    cases.forEach(({ name, classes, labels, probabilities }, i) => {
      const theirs = reference[i]!
      const scores = Float32Array.from(probabilities)
      const predicted = argmaxRows(scores, classes)
      const confusion = confusionMatrix(labels, predicted, classes)
      expect(confusion, name).toEqual(theirs.confusion)
      close(accuracy(labels, predicted), theirs.accuracy)
      close(balancedAccuracy(confusion), theirs.balanced)
      close(macroF1(confusion), theirs.macro)
      close(crossEntropy(scores, labels, classes), theirs.loss)
      classScores(confusion).forEach((ours, c) => {
        expect(ours.support).toBe(theirs.support[c])
        close(ours.recall, theirs.recall[c]!)
        close(ours.precision, theirs.precision[c]!)
        close(ours.f1, theirs.f1[c]!)
      })
    })
  })

  test('Wilson’s interval is statsmodels’', async () => {
    const counts = [1, 2, 5, 27, 30, 150, 10_000].flatMap((n) =>
      [...new Set([0, 1, Math.floor(n / 3), n - 1, n])].map((k) => [k, n] as const),
    )
    const program = `
import json, sys
from statsmodels.stats.proportion import proportion_confint
json.dump([[float(v) for v in proportion_confint(k, n, method='wilson')] for k, n in json.load(sys.stdin)], sys.stdout)`
    const reference = await askPython<[number, number][]>(python!, program, counts)
    counts.forEach(([k, n], i) => {
      const { low, high } = wilsonInterval(k, n)!
      close(low, reference[i]![0])
      close(high, reference[i]![1])
    })
  })

  test('McNemar’s p is statsmodels’ for small, equal and huge counts, also relative to its size', async () => {
    const small = Array.from({ length: 25 }, (_, a) =>
      Array.from({ length: 25 - a }, (_, b) => [a, b] as const),
    )
    const large: (readonly [number, number])[] = [
      [0, 25],
      [12, 13],
      [13, 13],
      [25, 0],
      [40, 61],
      [100, 250],
      [1000, 1100],
      [4000, 5900],
      [0, 1400],
    ]
    const pairs = [...small.flat(), ...large]
    const program = `
import json, sys
from statsmodels.stats.contingency_tables import mcnemar
json.dump([float(mcnemar([[9, b], [c, 9]], exact=b + c < 25, correction=True).pvalue) for b, c in json.load(sys.stdin)],
          sys.stdout)`
    const reference = await askPython<number[]>(python!, program, pairs)
    pairs.forEach(([a, b], i) => {
      const { p, method } = mcnemar(a, b)
      expect(method).toBe(a + b < 25 ? 'exact' : 'chi-squared')
      near(p, reference[i]!)
    })
  })

  test('erfc is SciPy’s down to the smallest numbers', async () => {
    const points = [...Array.from({ length: 261 }, (_, i) => i / 10), 1e-9, 1.999999, 2.000001]
    const program = `
import json, sys
from scipy.special import erfc
json.dump([float(erfc(x)) for x in json.load(sys.stdin)], sys.stdout)`
    const reference = await askPython<number[]>(python!, program, points)
    points.forEach((x, i) => near(erfc(x), reference[i]!))
  })
})
