// What one run is worth: its figures, what it costs, what its curves say.
import { type EngineCallParams, type EngineCallResult } from '../../contract'
import { type Task } from '../task'
import { diagnoseRun } from './diagnosis'
import { classCurves, figuresOf, scoresOf } from './figures'
import { readMilestones } from './milestones'
import { readEvaluation } from './read-run'
import { readTested } from './tested'

/** Of a run that was not evaluated the figures are null. @throws UserError where its files are damaged */
export async function runFigures(
  { folder, run, summary, dataset = null, keep }: EngineCallParams<'run.figures'>,
  task: Task,
): Promise<EngineCallResult<'run.figures'>> {
  const evaluation = await readEvaluation(folder, summary.name)
  await readMilestones(folder, keep)
  const figures = evaluation && (await figuresOf(folder, summary.name, keep, task))
  const diagnosis = await diagnoseRun({ folder, run, summary, evaluation, dataset })
  return { figures, cost: evaluation?.cost ?? null, diagnosis }
}

/** @throws UserError `run-not-finished`; where the run's files are damaged */
export async function runCurves({
  folder,
  run,
}: EngineCallParams<'run.curves'>): Promise<EngineCallResult<'run.curves'>> {
  return classCurves(scoresOf(await readTested(folder, run), run))
}
