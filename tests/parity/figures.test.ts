// The figures of a run, as they are saved, against scikit-learn's and SciPy's, on random and degenerate inputs.
import { describe, expect, test } from 'vitest'
import { type Figure, type Figures, figureNames } from '../../src-main/contract'
import { argmaxRows } from '../../src-main/engine/evaluation/confusion'
import { fullCurves } from '../../src-main/engine/evaluation/figures/curves'
import { makeFigures, type Scores } from '../../src-main/engine/evaluation/figures'
import { quietTask } from '../../src-main/engine/task'
import { cases, type Case } from '../support/classifier-cases'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['numpy', 'scipy', 'scikit-learn', 'statsmodels'])

function scoresOf({ classes, labels, probabilities }: Case): Scores {
  const row = Float32Array.from(probabilities)
  return {
    classes: Array.from({ length: classes }, (_, c) => `class ${c}`),
    labels,
    predicted: argmaxRows(row, classes),
    probabilities: row,
  }
}

const made =
  python === null ? [] : await Promise.all(cases.map((one) => makeFigures(scoresOf(one), quietTask())))

/** scikit-learn's functions with their defaults; None where it answers NaN or refuses. */
const REFERENCE = `
import json, sys, math, warnings
import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import logsumexp
from sklearn.metrics import *
warnings.simplefilter('ignore')

def number(make):
    try: value = float(make())
    except ValueError: return None
    return None if math.isnan(value) else value

out = []
for case in json.load(sys.stdin):
    y, k = np.array(case['labels']), case['classes']
    p = np.array(case['probabilities'], dtype=np.float64).reshape(-1, k)
    guess, names = p.argmax(1), list(range(k))
    here = dict(accuracy=number(lambda: accuracy_score(y, guess)), loss=number(lambda: log_loss(y, p, labels=names)),
                balancedAccuracy=number(lambda: balanced_accuracy_score(y, guess)),
                kappa=number(lambda: cohen_kappa_score(y, guess)))
    for average in ('Macro', 'Weighted'):
        for name, score in (('precision', precision_score), ('recall', recall_score), ('f1', f1_score)):
            here[name + average] = number(lambda: score(y, guess, average=average.lower()))
    for n in (2, 3, 5):
        if k > n: here['top%d' % n] = number(lambda: top_k_accuracy_score(y, p, k=n, labels=names))
    classes = []
    for c in names:
        ours, some = y == c, (y == c).any()
        scores = dict(precision=number(lambda: precision_score(y, guess, labels=[c], average=None, zero_division=np.nan)[0]),
                      recall=number(lambda: recall_score(y, guess, labels=[c], average=None, zero_division=np.nan)[0]),
                      f1=number(lambda: f1_score(y, guess, labels=[c], average=None, zero_division=np.nan)[0]),
                      rocAuc=number(lambda: roc_auc_score(ours, p[:, c])),
                      averagePrecision=number(lambda: average_precision_score(ours, p[:, c])) if some else None)
        if k <= 5:
            if some and not ours.all():
                x, t, _ = roc_curve(ours, p[:, c], drop_intermediate=False)
                scores['roc'] = [x.tolist(), t.tolist()]
            if some:
                precision, recall, _ = precision_recall_curve(ours, p[:, c])
                scores['pr'] = [recall[::-1].tolist(), precision[::-1].tolist()]
        classes.append(scores)
    support = np.bincount(y, minlength=k)
    for name in ('rocAuc', 'averagePrecision'):
        known = [(s[name], n) for s, n in zip(classes, support) if s[name] is not None]
        here[name + 'Macro'] = float(np.mean([s for s, _ in known])) if known else None
        here[name + 'Weighted'] = float(np.average([s for s, _ in known], weights=[n for _, n in known])) if known else None
    if k > 2 and (support > 0).all() and (support < len(y)).all() and np.allclose(p.sum(1), 1):
        for average in ('Macro', 'Weighted'):
            here['whole' + average] = number(lambda: roc_auc_score(y, p, multi_class='ovr', average=average.lower(), labels=names))
    confidence, edges = p.max(1), np.linspace(0, 1, 16)
    ece, bins = 0, []
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        bins.append(int(inside.sum()))
        if inside.any():
            ece += inside.mean() * abs((y == guess)[inside].mean() - confidence[inside].mean())
    logits = np.log(np.maximum(p, 1e-38))
    def cost(beta):
        scaled = logits * beta
        return float(np.mean(logsumexp(scaled, axis=1) - scaled[np.arange(len(y)), y]))
    found = minimize_scalar(cost, bounds=(1 / 20, 20), method='bounded', options=dict(xatol=1e-12))
    out.append(dict(figures=here, classes=classes, ece=ece, bins=bins, least=found.fun, beta=found.x))
json.dump(out, sys.stdout)
`

interface ClassReference {
  precision: number | null
  recall: number | null
  f1: number | null
  rocAuc: number | null
  averagePrecision: number | null
  roc?: [number[], number[]]
  pr?: [number[], number[]]
}
interface Reference {
  figures: Record<string, number | null>
  classes: ClassReference[]
  ece: number
  bins: number[]
  least: number
  beta: number
}

const close = (ours: number | null, theirs: number | null, what: string) => {
  if (ours === null || theirs === null) return expect(ours, what).toBe(theirs)
  expect(Math.abs(ours - theirs), `${what}: ${ours}, not ${theirs}`).toBeLessThan(1e-9)
}
const closeLists = (ours: readonly number[], theirs: readonly number[], what: string) => {
  expect(ours.length, what).toBe(theirs.length)
  ours.forEach((value, at) => close(value, theirs[at]!, what))
}

describe.skipIf(python === null)('figures equal the references', async () => {
  const reference = python === null ? [] : await askPython<Reference[]>(python, REFERENCE, cases)

  test.each(cases.map((one, at) => [one.name, at] as const))('%s', (_name, at) => {
    const [ours, theirs] = [made[at]!, reference[at]!]
    for (const name of figureNames) {
      if (name === 'ece') close(ours.ece.value, theirs.ece, name)
      else close((ours[name] as Figure | undefined)?.value ?? null, theirs.figures[name] ?? null, name)
    }
    // The mean over classes is scikit-learn's own where it has one.
    const { wholeMacro, wholeWeighted } = theirs.figures
    if (wholeMacro != null) close(ours.rocAucMacro.value, wholeMacro, 'one against the rest')
    if (wholeWeighted != null) close(ours.rocAucWeighted.value, wholeWeighted, 'weighted')
    expect(ours.calibration.bins.map(({ count }) => count)).toEqual(theirs.bins)
    ours.classes.forEach((one, c) => {
      for (const name of ['precision', 'recall', 'f1', 'rocAuc', 'averagePrecision'] as const)
        close(one[name].value, theirs.classes[c]![name], `${name} of class ${c}`)
    })
  })

  test('ROC and precision-recall curves are scikit-learn’s, point by point', () => {
    let compared = 0
    cases.forEach((one, at) => {
      if (one.classes > 5) return
      for (let c = 0; c < one.classes; c++) {
        const { roc, precisionRecall } = fullCurves(scoresOf(one), c)
        const theirs = reference[at]!.classes[c]!
        expect(roc === null).toBe(theirs.roc === undefined)
        expect(precisionRecall === null).toBe(theirs.pr === undefined)
        if (theirs.roc) closeLists(roc!.x, theirs.roc[0], one.name)
        if (theirs.roc) closeLists(roc!.y, theirs.roc[1], one.name)
        if (theirs.pr) closeLists(precisionRecall!.x, theirs.pr[0], one.name)
        if (theirs.pr) closeLists(precisionRecall!.y, theirs.pr[1], one.name)
        compared++
      }
    })
    expect(compared).toBeGreaterThan(30)
  })

  test('the temperature is where SciPy finds the least loss', () => {
    cases.forEach((one, at) => {
      const { temperature } = made[at]!.calibration
      expect(temperature === null, one.name).toBe(one.labels.length < 20)
      const flat = ['all probabilities equal'].includes(one.name)
      if (temperature && !flat)
        expect(Math.abs(1 / temperature.value / reference[at]!.beta - 1), one.name).toBeLessThan(1e-4)
    })
  })
})

describe.skipIf(python === null)('intervals', () => {
  const program = `
import json, sys
import numpy as np
from scipy.stats import rankdata
case = json.load(sys.stdin)
y, k = np.array(case['labels']), case['classes']
p = np.array(case['probabilities'], dtype=np.float64).reshape(-1, k)
guess, random = p.argmax(1), np.random.default_rng(5)
def auc(y, p):
    each = []
    for c in range(k):
        ours = y == c
        n = ours.sum()
        each.append((rankdata(p[:, c])[ours].sum() - n * (n + 1) / 2) / (n * (len(y) - n)))
    return np.mean(each)
def kappa_and_f1(y, guess):
    table = np.bincount(k * y + guess, minlength=k * k).reshape(k, k) / len(y)
    rows, columns, right = table.sum(1), table.sum(0), np.diag(table)
    chance = rows @ columns
    return [(right.sum() - chance) / (1 - chance), np.mean(2 * right / (rows + columns))]
drawn = []
for _ in range(1500):
    at = random.integers(0, len(y), len(y))
    drawn.append([*kappa_and_f1(y[at], guess[at]), auc(y[at], p[at])])
json.dump(np.percentile(np.array(drawn), [2.5, 97.5], axis=0).T.tolist(), sys.stdout)
`

  test('are those of a bootstrap with NumPy’s random numbers, as far as 1,000 draws can say', async () => {
    const at = cases.findIndex((one) => one.name === '3 classes')
    const reference = await askPython<[number, number][]>(python!, program, cases[at])
    const names = ['kappa', 'f1Macro', 'rocAucMacro'] satisfies (keyof Figures)[]
    names.forEach((name, i) => {
      const [low, high] = reference[i]!
      const ours = made[at]![name].interval!
      // An end lies within about a twentieth of the width, by chance alone.
      expect(Math.abs(ours.low - low), name).toBeLessThan(0.12 * (high - low))
      expect(Math.abs(ours.high - high), name).toBeLessThan(0.12 * (high - low))
    })
  })
})
