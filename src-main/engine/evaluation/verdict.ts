// What the comparison comes to, in one sentence that claims no more than the test images show.
import { type PairComparison, type Verdict } from '../../contract'
import { sameTestImages, type JudgedRun } from './conditions'
import { imagesNeeded, mcnemar } from './mcnemar'

/** Below this p-value a difference is called one. */
export const SIGNIFICANCE = 0.05

type Evaluated = JudgedRun & { evaluation: NonNullable<JudgedRun['evaluation']> }

const isEvaluated = (one: JudgedRun): one is Evaluated => one.evaluation !== null

/** Two evaluated runs, image by image. */
export function comparePair(a: Evaluated, b: Evaluated): PairComparison {
  const difference = a.evaluation.test.accuracy - b.evaluation.test.accuracy
  const names = { a: a.run.id, b: b.run.id, difference }
  if (!sameTestImages(a, b)) return { ...names, onlyA: 0, onlyB: 0, mcnemar: null, decided: false }
  const [x, y] = [a.evaluation.predictions, b.evaluation.predictions]
  let [onlyA, onlyB] = [0, 0]
  for (let i = 0; i < x.label.length; i++) {
    const [rightA, rightB] = [x.predicted[i] === x.label[i], y.predicted[i] === y.label[i]]
    if (rightA && !rightB) onlyA++
    if (rightB && !rightA) onlyB++
  }
  const test = mcnemar(onlyA, onlyB)
  return { ...names, onlyA, onlyB, mcnemar: test, decided: test.p < SIGNIFICANCE }
}

/** Every pair of evaluated runs, in their order. */
export function comparePairs(runs: readonly JudgedRun[]): PairComparison[] {
  const evaluated = runs.filter(isEvaluated)
  return evaluated.flatMap((a, i) => evaluated.slice(i + 1).map((b) => comparePair(a, b)))
}

const share = (value: number): string => value.toFixed(3)
const images = (n: number): string => (n === 1 ? '1 test image' : `${n} test images`)
const these = (n: number): string => (n === 1 ? 'this 1 test image' : `these ${n} test images`)

/** "p = 0.03", "p < 0.0001"; never rounded to the other side of the line. */
export function pText(p: number): string {
  if (p < 0.0001) return 'p < 0.0001'
  for (let digits = 2; digits < 6; digits++) {
    const rounded = Number(p.toFixed(digits))
    if (rounded > 0 && rounded < SIGNIFICANCE === p < SIGNIFICANCE) return `p = ${p.toFixed(digits)}`
  }
  return `p = ${p}`
}

/** Two significant digits, upwards: an estimate should not look like a count. */
export function aboutUp(n: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1)
  return Math.ceil(n / unit) * unit
}

/** A run's name, with its id where two runs are called the same. */
function callers(runs: readonly JudgedRun[]): (one: JudgedRun) => string {
  return ({ run }) =>
    runs.some((other) => other.run.id !== run.id && other.summary.name === nameOf(runs, run.id))
      ? `${nameOf(runs, run.id)} (${run.id})`
      : nameOf(runs, run.id)
}

const nameOf = (runs: readonly JudgedRun[], id: string): string =>
  runs.find((one) => one.run.id === id)!.summary.name

/** One of the two was tested on all pictures, the other on the test split. */
const foldsDiffer = (a: JudgedRun, b: JudgedRun): boolean => (a.run.folds === null) !== (b.run.folds === null)

/**
 * Compares the two runs with the highest test accuracy; equal ones are ranked by their test loss.
 * Unfair where any two of the evaluated runs saw different test images.
 */
export function judge(runs: readonly JudgedRun[]): Verdict {
  const ranked = runs
    .filter(isEvaluated)
    .sort(
      ({ evaluation: { test: a } }, { evaluation: { test: b } }) =>
        b.accuracy - a.accuracy || a.loss - b.loss,
    )
  const [best, second] = ranked
  const name = callers(runs)
  const nothing = { best: null, second: null, difference: null, p: null, testCount: null, needed: null }
  if (!best) return { ...nothing, kind: 'single', text: 'No run has been evaluated yet.' }

  const { accuracy, count } = best.evaluation.test
  if (!second) {
    const { low, high } = best.evaluation.testInterval
    const range = `95 % interval ${share(low)} to ${share(high)}`
    const text = `${name(best)}: ${share(accuracy)} on ${images(count)} (${range}); there is no second run to compare it with.`
    return { ...nothing, kind: 'single', best: best.run.id, testCount: count, text }
  }

  const difference = accuracy - second.evaluation.test.accuracy
  const base = { ...nothing, best: best.run.id, second: second.run.id, difference }
  const stranger = ranked.find((one) => !sameTestImages(best, one))
  if (stranger) {
    const text = `${name(best)} and ${name(stranger)} were tested on different images, so their accuracies cannot be compared; train them on the same dataset and split${foldsDiffer(best, stranger) ? ', both with folds or both without' : ''}.`
    return { ...base, kind: 'unfair', text }
  }

  const pair = comparePair(best, second)
  const p = pair.mcnemar!.p
  const accuracies = `${share(accuracy)} against ${share(second.evaluation.test.accuracy)}`
  if (pair.decided) {
    const points = `difference ${(100 * difference).toFixed(1)} points, ${pText(p)}`
    const text = `${name(best)} is better than ${name(second)}: ${accuracies} on the same ${images(count)} (${points}).`
    return { ...base, kind: 'better', p, testCount: count, text }
  }
  const estimate = imagesNeeded(pair.onlyA, pair.onlyB, count)
  const needed = estimate && aboutUp(estimate)
  const outlook = needed
    ? `about ${needed.toLocaleString('en')} would be needed for a difference of this size`
    : 'they got equally many right'
  const text = `${name(best)} and ${name(second)}, ${accuracies}: ${these(count)} cannot tell them apart (${pText(p)}); ${outlook}.`
  return { ...base, kind: 'tie', p, testCount: count, needed, text }
}
