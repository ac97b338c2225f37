// Likely label errors against cleanlab's confident learning (the authors' own program).
import { describe, expect, test } from 'vitest'
import { labelErrors } from '../../src-main/engine/evaluation/pictures/label-errors'
import { rng } from '../../src-main/engine/rng'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['numpy', 'cleanlab'])

const program = `
import json, sys
import numpy as np
from cleanlab.filter import find_label_issues
result = []
for case in json.load(sys.stdin):
    found = find_label_issues(
        np.array(case['labels']), np.array(case['rows'], dtype=np.float64),
        filter_by='confident_learning', return_indices_ranked_by='normalized_margin', n_jobs=1)
    result.append([int(i) for i in found])
print(json.dumps(result))
`

interface Case {
  name: string
  labels: number[]
  rows: number[][]
}

/** Pictures of `classes` classes; a share of the labels was swapped for another. */
function makeCase(name: string, classes: number, count: number, sharpness: number, wrong: number): Case {
  const random = rng(classes * count, name)
  const truth = Array.from({ length: count }, (_, i) => (i < classes ? i : random.below(classes)))
  const labels = truth.map((t, i) =>
    i >= classes && random.next() < wrong ? (t + 1 + random.below(classes - 1)) % classes : t,
  )
  const rows = truth.map((t) => {
    const scores = truth
      .slice(0, classes)
      .map((_, c) => Math.exp(sharpness * (random.next() + (c === t ? 0.6 : 0))))
    const sum = scores.reduce((a, b) => a + b)
    return Array.from(Float32Array.from(scores, (score) => score / sum))
  })
  return { name, labels, rows }
}

const cases = [
  makeCase('two classes', 2, 100, 4, 0.1),
  makeCase('ten classes', 10, 600, 6, 0.08),
  makeCase('unsure', 5, 200, 1, 0.2),
  makeCase('no errors', 3, 150, 8, 0),
  makeCase('mostly errors', 4, 120, 5, 0.45),
]

describe.skipIf(python === null)('label errors are those of cleanlab', () => {
  test('which ones, and in which order', async () => {
    const expected = await askPython<number[][]>(python!, program, cases)
    cases.forEach(({ name, labels, rows }, i) => {
      expect(labelErrors(rows.flat(), labels, rows[0]!.length), name).toEqual(expected[i])
    })
    expect(expected.filter((found) => found.length > 5).length).toBeGreaterThanOrEqual(3)
  })
})
