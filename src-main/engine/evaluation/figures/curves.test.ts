import { expect, test } from 'vitest'
import { runCurves } from '../../../contract'
import { rng } from '../../rng'
import { classCurves } from './curves'

const random = rng(3)
const labels = Array.from({ length: 5000 }, (_, i) => (i % 5 === 0 ? 1 : 0))
const probabilities = Float32Array.from(
  labels.flatMap((label) => {
    const p = Math.min(1, 0.5 * random.next() + 0.3 * random.next() + 0.2 * label)
    return [1 - p, p]
  }),
)
const scores = { classes: ['no', 'yes', 'never'].slice(0, 2), labels, predicted: labels, probabilities }

test('have at most 400 points, from corner to corner', () => {
  const curves = classCurves(scores)
  expect(runCurves.parse(curves)).toEqual(curves)
  for (const { roc, precisionRecall } of curves.classes) {
    for (const curve of [roc!, precisionRecall!]) {
      expect(curve.x.length).toBeLessThanOrEqual(400)
      expect(curve.x.length).toBe(curve.y.length)
      expect(curve.x.every((x, k) => k === 0 || x >= curve.x[k - 1]!)).toBe(true)
    }
    expect([roc!.x[0], roc!.y[0], roc!.x.at(-1), roc!.y.at(-1)]).toEqual([0, 0, 1, 1])
    expect([precisionRecall!.x[0], precisionRecall!.y[0], precisionRecall!.x.at(-1)]).toEqual([0, 1, 1])
  }
})

test('of a class without images there are none', () => {
  const absent = { ...scores, labels: labels.map(() => 0) }
  const [all, none] = classCurves(absent).classes
  expect(all!.roc).toBeNull()
  expect(all!.precisionRecall!.y.every((precision) => precision === 1)).toBe(true)
  expect(none).toMatchObject({ roc: null, precisionRecall: null })
})
