// Compares what two programs say about the same pictures.
import { mcnemar } from '../../evaluation/significance/mcnemar'
import { type Tolerance } from '../format'

export interface Comparison {
  /** Of a probability; infinite where one of them is not a number. */
  readonly largestDifference: number
  /** Part of the pictures with the same most probable class, or with a tie that the tolerance allows. */
  readonly agreement: number
  /** Part that each gets right; null without labels. */
  readonly accuracy: { readonly run: number; readonly exported: number } | null
  readonly passed: boolean
}

/** For the rounding of fractions. */
const SLACK = 1e-9

/**
 * Whether accuracy is lost: by more than `most`, and by more than chance, which decides on both sides of a tie. Two of 75
 * pictures are more than 2 points, and say nothing (McNemar's test, one-sided, at 5 %).
 */
const isLess = (alone: { run: number; exported: number }, count: number, most: number): boolean =>
  (alone.run - alone.exported) / count > most + SLACK && mcnemar(alone.run, alone.exported).p / 2 < 0.05

const best = (row: Float32Array): number => row.reduce((most, value, i) => (value > row[most]! ? i : most), 0)

/**
 * @param ours what the run's model says, count × classes
 * @param theirs what the exported model says
 * @param labels the true class of each picture, or null
 */
export function compareAnswers(
  ours: Float32Array,
  theirs: Float32Array,
  classes: number,
  labels: readonly number[] | null,
  tolerance: Tolerance,
): Comparison {
  const count = ours.length / classes
  if (theirs.length !== ours.length || theirs.some((value) => !Number.isFinite(value)))
    return { largestDifference: Infinity, agreement: 0, accuracy: null, passed: false }
  let largestDifference = 0
  for (let i = 0; i < ours.length; i++)
    largestDifference = Math.max(largestDifference, Math.abs(ours[i]! - theirs[i]!))
  const slack = 2 * (tolerance.difference ?? 0)
  let [same, alike] = [0, 0]
  const right = { run: 0, exported: 0 }
  const alone = { run: 0, exported: 0 }
  for (let i = 0; i < count; i++) {
    const [a, b] = [ours, theirs].map((all) => all.subarray(i * classes, (i + 1) * classes)) as [
      Float32Array,
      Float32Array,
    ]
    const [one, other] = [best(a), best(b)]
    // Two classes that are as good as equally probable for the run's own model are no disagreement.
    const margin = a[one]! - a[other]!
    if (margin <= slack) same++
    if (margin <= Math.max(slack, tolerance.tie ?? 0)) alike++
    const [ourRight, theirRight] = [labels?.[i] === one, labels?.[i] === other]
    if (ourRight) right.run++
    if (theirRight) right.exported++
    if (ourRight && !theirRight) alone.run++
    if (theirRight && !ourRight) alone.exported++
  }
  const agreement = count === 0 ? 0 : same / count
  const accuracy = labels && { run: right.run / count, exported: right.exported / count }
  const { agreement: least = 0 } = tolerance
  const passed =
    largestDifference <= (tolerance.difference ?? Infinity) &&
    // Among few pictures one may always be another, unless all must be the same.
    count - alike <= (least < 1 ? Math.max(1, (1 - least) * count) : 0) + SLACK &&
    !isLess(alone, count, tolerance.accuracy ?? Infinity)
  return { largestDifference, agreement, accuracy, passed }
}
