// Which words a verdict takes. Pure, so that every case can be tested.
import { type Comparison } from '../../src-main/contract'

export interface VerdictWords {
  kind: 'better' | 'tie' | 'unfair' | 'single' | 'waiting'
  /** Message keys with the values that they take; run ids are replaced by names in the view. */
  title: string
  text: string
  best: string | null
  second: string | null
  difference: number | null
  p: number | null
  testCount: number | null
  /** Test pictures that would settle a tie. */
  needed: number | null
  /** Names of the conditions that make the comparison unfair. */
  differing: string[]
}

export function verdictWords({ verdict, runs, conditions }: Comparison): VerdictWords {
  const evaluated = runs.filter((run) => run.evaluation !== null).length
  const kind = evaluated === 0 ? 'waiting' : verdict.kind
  const equal = kind === 'tie' && verdict.difference === 0
  return {
    kind,
    title: `compare.verdict.${kind}.title`,
    text: equal ? 'compare.verdict.tie.equal' : `compare.verdict.${kind}.text`,
    best: verdict.best,
    second: verdict.second,
    difference: verdict.difference === null ? null : Math.abs(verdict.difference),
    p: verdict.p,
    testCount: verdict.testCount,
    needed: kind === 'tie' ? verdict.needed : null,
    differing: conditions.filter((one) => one.matters && !one.same).map((one) => one.name),
  }
}
