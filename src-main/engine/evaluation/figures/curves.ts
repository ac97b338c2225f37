// ROC and precision-recall curves of a run, one class against the rest.
import { type RunCurves } from '../../../contract'
import { rankImages } from './ranking'
import { type Scores } from './scores'

/** Points of a curve that are sent: more than a chart can show. */
const POINTS = 400

export interface Curve {
  x: number[]
  y: number[]
}

/**
 * As scikit-learn's `roc_curve` with `drop_intermediate=False`, and `precision_recall_curve` from the highest
 * threshold on; `roc` has the false positive rate as x, `precisionRecall` the recall.
 * @param of the class
 */
export function fullCurves(
  { classes, labels, probabilities }: Scores,
  of: number,
): { roc: Curve | null; precisionRecall: Curve | null } {
  const { order } = rankImages(probabilities, classes.length, of, labels)
  const score = (k: number) => probabilities[order[k]! * classes.length + of]
  // Images of the class, and others, down to each threshold.
  const [hits, alarms] = [[0], [0]]
  let [positives, negatives] = [0, 0]
  order.forEach((image, k) => {
    if (labels[image] === of) positives++
    else negatives++
    if (k + 1 < order.length && score(k + 1) === score(k)) return
    hits.push(positives)
    alarms.push(negatives)
  })
  if (positives === 0) return { roc: null, precisionRecall: null }
  const recall = hits.map((n) => n / positives)
  const precision = hits.map((n, k) => (k === 0 ? 1 : n / (n + alarms[k]!)))
  const roc = negatives === 0 ? null : { x: alarms.map((n) => n / negatives), y: recall }
  return { roc, precisionRecall: { x: recall, y: precision } }
}

/** Corners of a line only: points in the middle of a straight run are left out. */
function corners({ x, y }: Curve): number[] {
  const kept: number[] = []
  for (let k = 0; k < x.length; k++) {
    const inside = k > 0 && k + 1 < x.length
    const level = inside && y[k] === y[k - 1] && y[k] === y[k + 1]
    const upright = inside && x[k] === x[k - 1] && x[k] === x[k + 1]
    if (!level && !upright) kept.push(k)
  }
  return kept
}

/** At most `POINTS` corners, evenly along the curve, its ends among them. */
function thinned(curve: Curve): Curve {
  const all = corners(curve)
  const last = all.length - 1
  const places =
    all.length <= POINTS
      ? all
      : Array.from({ length: POINTS }, (_, k) => all[Math.round((k * last) / (POINTS - 1))]!)
  return { x: places.map((k) => curve.x[k]!), y: places.map((k) => curve.y[k]!) }
}

export function classCurves(scores: Scores): RunCurves {
  return {
    classes: scores.classes.map((name, c) => {
      const { roc, precisionRecall } = fullCurves(scores, c)
      return { name, roc: roc && thinned(roc), precisionRecall: precisionRecall && thinned(precisionRecall) }
    }),
  }
}
