// What a comparison reads of runs, read before anybody asks: the first one then opens as quickly as the next.
import type { EngineCallParams } from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { keptFiguresOf } from './figures'
import { readMilestones } from './milestones'
import { readEvaluation } from './read-run'

/**
 * Fills the caches of `compareRuns`, one run after the other, so that calls that come meanwhile get their turn. Makes
 * and writes nothing; a run that cannot be read is left for the comparison to complain about.
 *
 * @throws UserError `cancelled`
 */
export async function readAhead(
  { runs }: EngineCallParams<'compare.ahead'>,
  task: Task,
): Promise<Record<string, never>> {
  for (const { folder, name } of runs) {
    throwIfCancelled(task)
    await Promise.allSettled([readEvaluation(folder, name), readMilestones(folder), keptFiguresOf(folder)])
  }
  return {}
}
