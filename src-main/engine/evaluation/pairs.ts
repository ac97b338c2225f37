// Every run against every other, image by image.
import { type Comparison, type PairComparison } from '../../contract'
import { isEvaluated, sameTestImages, type EvaluatedRun, type JudgedRun } from './conditions'
import { discordant, rightBits } from './rightness'
import { cochranQ } from './significance/cochran'
import { differenceInterval } from './significance/difference-interval'
import { holm } from './significance/holm'
import { mcnemar } from './significance/mcnemar'

/** Below this p-value a difference is called one. */
export const SIGNIFICANCE = 0.05

/** Two evaluated runs, before other pairs are thought of. */
function comparePair(a: EvaluatedRun, b: EvaluatedRun): Omit<PairComparison, 'holm' | 'decided'> {
  const names = {
    a: a.run.id,
    b: b.run.id,
    difference: a.evaluation.test.accuracy - b.evaluation.test.accuracy,
  }
  if (!sameTestImages(a, b)) return { ...names, differenceInterval: null, onlyA: 0, onlyB: 0, mcnemar: null }
  const { predictions } = a.evaluation
  const { onlyA, onlyB } = discordant(rightBits(predictions), rightBits(b.evaluation.predictions))
  return {
    ...names,
    differenceInterval: differenceInterval(onlyA, onlyB, predictions.label.length),
    onlyA,
    onlyB,
    mcnemar: mcnemar(onlyA, onlyB),
  }
}

/**
 * Adds to each pair what is left of its p among all of them; a pair without a test stays undecided.
 * @param p of a pair, null where it has none
 */
export function withHolm<T extends object>(
  pairs: readonly T[],
  p: (pair: T) => number | null,
): (T & { holm: number | null; decided: boolean })[] {
  const adjusted = holm(pairs.map(p).filter((one) => one !== null))
  let next = 0
  return pairs.map((pair) => {
    const value = p(pair) === null ? null : adjusted[next++]!
    return { ...pair, holm: value, decided: value !== null && value < SIGNIFICANCE }
  })
}

/** Every pair of evaluated runs, in their order. */
export function comparePairs(runs: readonly JudgedRun[]): PairComparison[] {
  const evaluated = runs.filter(isEvaluated)
  const pairs = evaluated.flatMap((a, i) => evaluated.slice(i + 1).map((b) => comparePair(a, b)))
  return withHolm(pairs, (pair) => pair.mcnemar?.p ?? null)
}

/** Cochran's Q over all evaluated runs; null of fewer than three, or where the test images differ. */
export function compareAll(runs: readonly JudgedRun[]): Comparison['cochran'] {
  const evaluated = runs.filter(isEvaluated)
  const first = evaluated[0]
  if (!first || evaluated.length < 3 || evaluated.some((one) => !sameTestImages(first, one))) return null
  const bits = evaluated.map((one) => rightBits(one.evaluation.predictions))
  return cochranQ(bits, first.evaluation.test.count)
}
