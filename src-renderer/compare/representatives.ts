// One run of each entry: several seeds of a model would say nearly the same beside each other. Pure.
import { type Comparison } from '../../src-main/contract'

/**
 * The first evaluated run of each entry, the best entry first; of a single entry all its runs, as they are all there
 * is to compare.
 */
export function representatives({ entries, runs }: Pick<Comparison, 'entries' | 'runs'>): string[] {
  const evaluated = new Set(runs.filter((run) => run.evaluation !== null).map(({ run }) => run))
  const members = entries
    .map((entry) => entry.runs.filter((run) => evaluated.has(run)))
    .filter((group) => group.length > 0)
  return members.length === 1 ? members[0]! : members.map(([first]) => first!)
}
