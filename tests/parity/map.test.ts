// The map against scikit-learn: how far neighbours on it are neighbours among the activations (trustworthiness, Venna
// and Kaski 2001), beside what a plain projection keeps; and its first step, principal components, against PCA.
import { describe, expect, test } from 'vitest'
import { principalComponents } from '../../src-main/engine/explain/map/principal'
import { umap } from '../../src-main/engine/explain/map/umap'
import { rng } from '../../src-main/engine/rng'
import { quietTask } from '../../src-main/engine/task'
import { askPython, pythonWith } from '../support/python'

const python = await pythonWith(['numpy', 'scipy', 'scikit-learn', 'statsmodels'])

const program = `
import json, sys
import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
given = json.load(sys.stdin)
rows = np.array(given['rows'], dtype=np.float32).reshape(-1, given['d'])
pca = PCA(n_components=10, svd_solver='full')
scores = pca.fit_transform(rows)
print(json.dumps({
    'scores': np.abs(scores).ravel().tolist(),
    'map': trustworthiness(rows, np.array(given['map']), n_neighbors=10),
    'plane': trustworthiness(rows, scores[:, :2], n_neighbors=10),
}))
`

interface Answer {
  scores: number[]
  map: number
  plane: number
}

const pause = async () => {}

describe.skipIf(python === null)('the map', () => {
  test('keeps neighbours together, as scikit-learn measures it, and better than a projection', async () => {
    const random = rng(11, 'parity map')
    const [groups, n, d] = [8, 240, 40]
    const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
    const centres = Array.from({ length: groups }, () => Array.from({ length: d }, () => 2 * normal()))
    const rows = Float32Array.from(
      { length: n * d },
      (_, i) => centres[Math.floor(i / d) % groups]![i % d]! + normal(),
    )
    const { values, k } = await principalComponents(rows.slice(), d, 50, 1, pause)
    const { x, y } = await umap(values, k, 1, quietTask(), pause)
    const map = x.map((at, i) => [at, y[i]!])
    const answer = await askPython<Answer>(python!, program, { rows: [...rows], d, map })
    answer.scores.forEach((expected, i) => {
      const ours = Math.abs(values[Math.floor(i / 10) * k + (i % 10)]!)
      expect(Math.abs(ours - expected)).toBeLessThan(2e-3)
    })
    expect(answer.map).toBeGreaterThan(0.9)
    expect(answer.map).toBeGreaterThan(answer.plane)
  })
})
