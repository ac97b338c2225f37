// Whether a run has a model to work with.
import { UserError } from '../../contract'
import type { RunStore } from './store'

/** @throws UserError `run-not-found`, `run-not-finished` where the run has no trained model */
export async function needModel(runs: RunStore, run: string): Promise<void> {
  await runs.get(run)
  if (await runs.hasModel(run)) return
  throw new UserError('run-not-finished', `The run ${run} has no trained model.`, {
    detail: { run },
    hint: 'Wait until it has ended, or choose a run that is done.',
  })
}
