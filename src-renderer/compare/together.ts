// Which runs were tested on the same pictures: only those can be laid over each other. Pure.
import { type Comparison } from '../../src-main/contract'

type Judged = Pick<Comparison, 'pairs' | 'runs'>

/** @returns whether two runs (or a run and itself) were tested on the same pictures, as the comparison found */
export function testedTogether({ pairs }: Pick<Comparison, 'pairs'>): (a: string, b: string) => boolean {
  const known = new Set(pairs.flatMap(({ a, b, mcnemar }) => (mcnemar ? [`${a} ${b}`, `${b} ${a}`] : [])))
  return (a, b) => a === b || known.has(`${a} ${b}`)
}

/** Evaluated runs that were tested on the same pictures as one of them, in their order. */
export function companyOf(comparison: Judged, run: string): string[] {
  const same = testedTogether(comparison)
  return comparison.runs.filter((one) => one.evaluation !== null && same(one.run, run)).map((one) => one.run)
}
