// A comparison of runs from what is saved about them; no model is loaded.
import {
  type ComparedRun,
  type Comparison,
  type EngineCallParams,
  type Figures,
  UserError,
} from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { compareConditions, type JudgedRun } from './conditions'
import { diagnoseRun } from './diagnosis'
import { compareEntries } from './entries'
import { figuresOf, keptFiguresOf } from './figures'
import { compareAll, comparePairs } from './pairs'
import { readEpochs, readEvaluation } from './read-run'
import { judge } from './verdict'

type Asked = EngineCallParams<'compare'>['runs'][number]

/** A run as it is judged, and as it is shown. */
interface Read {
  judged: JudgedRun
  shown: ComparedRun
}

/** All but the diagnosis, and figures that would have to be made. */
async function read({ folder, run, summary }: Asked, keep: boolean): Promise<Read> {
  const [evaluation, epochs] = await Promise.all([
    readEvaluation(folder, summary.name),
    readEpochs(folder, keep),
  ])
  const { predictions: _predictions, ...shownEvaluation } = evaluation ?? { predictions: null }
  const { labels: _labels, ...asked } = run
  return {
    judged: { run, summary, evaluation },
    shown: {
      ...summary,
      asked,
      interval: evaluation?.testInterval ?? null,
      epochsHistory: epochs.map(({ epoch, train, validation, seconds }) => ({
        epoch,
        train,
        validation,
        seconds,
      })),
      evaluation: evaluation && (shownEvaluation as Omit<typeof evaluation, 'predictions'>),
      figures: evaluation && (await keptFiguresOf(folder)),
      cost: evaluation?.cost ?? null,
      diagnosis: [],
    },
  }
}

/** Runs whose probabilities are damaged or gone can still be compared by what was right. */
const withoutDamage = (error: unknown): null => {
  if (error instanceof UserError && error.code === 'file-unreadable') return null
  throw error
}

/** Figures of runs that have none yet (older ones), one run after the other. */
async function makeMissing(
  runs: readonly Read[],
  { runs: asked, keep }: EngineCallParams<'compare'>,
  task: Task,
): Promise<void> {
  const missing = [...runs.keys()].filter((at) => runs[at]!.shown.evaluation && !runs[at]!.shown.figures)
  for (const [done, at] of missing.entries()) {
    const { folder, summary } = asked[at]!
    task.progress({ stage: 'evaluate', done, total: missing.length, unit: 'parts', item: summary.name })
    runs[at]!.shown.figures = await figuresOf(folder, summary.name, keep, task).catch(withoutDamage)
  }
}

/**
 * Lays runs side by side, in the order asked for. Runs that are not finished take part with their history and
 * conditions; pairs, entries' figures and the verdict are of the evaluated ones.
 *
 * @throws UserError where an evaluation is damaged or from a newer version; `cancelled`
 */
export async function compareRuns(params: EngineCallParams<'compare'>, task: Task): Promise<Comparison> {
  const runs = await Promise.all(params.runs.map((asked) => read(asked, params.keep)))
  await makeMissing(runs, params, task)
  // One after the other: runs of one dataset then find it opened.
  for (const [at, { judged, shown }] of runs.entries()) {
    throwIfCancelled(task)
    const { folder, dataset = null } = params.runs[at]!
    shown.diagnosis = await diagnoseRun({ ...judged, folder, dataset })
  }
  const judged = runs.map((one) => one.judged)
  const figures = new Map<string, Figures | null>(runs.map(({ shown }) => [shown.run, shown.figures]))
  const { entries, pairs } = compareEntries(judged, ({ run }) => figures.get(run.id) ?? null)
  return {
    runs: runs.map((one) => one.shown),
    pairs: comparePairs(judged),
    entries: entries.map((one) => one.shown),
    entryPairs: pairs,
    cochran: compareAll(judged),
    conditions: compareConditions(judged),
    verdict: judge(entries, pairs),
  }
}
