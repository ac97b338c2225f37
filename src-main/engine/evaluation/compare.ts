// A comparison of runs from what is saved about them; no model is loaded.
import { type ComparedRun, type Comparison, type EngineCallParams } from '../../contract'
import { compareConditions, type JudgedRun } from './conditions'
import { readEpochs, readEvaluation } from './read-run'
import { comparePairs, judge } from './verdict'

type Asked = EngineCallParams<'compare'>['runs'][number]

async function read({ folder, run, summary }: Asked): Promise<{ judged: JudgedRun; shown: ComparedRun }> {
  const [evaluation, epochs] = await Promise.all([readEvaluation(folder, summary.name), readEpochs(folder)])
  const { predictions: _predictions, ...figures } = evaluation ?? { predictions: null }
  return {
    judged: { run, summary, evaluation },
    shown: {
      ...summary,
      interval: evaluation?.testInterval ?? null,
      epochsHistory: epochs.map(({ epoch, train, validation, seconds }) => ({
        epoch,
        train,
        validation,
        seconds,
      })),
      evaluation: evaluation && (figures as Omit<typeof evaluation, 'predictions'>),
    },
  }
}

/**
 * Lays runs side by side, in the order asked for. Runs that are not finished take part with their history and
 * conditions; pairs and the verdict are of the evaluated ones.
 *
 * @throws UserError where an evaluation is damaged or from a newer version
 */
export async function compareRuns(params: EngineCallParams<'compare'>): Promise<Comparison> {
  const runs = await Promise.all(params.runs.map(read))
  const judged = runs.map((one) => one.judged)
  return {
    runs: runs.map((one) => one.shown),
    pairs: comparePairs(judged),
    conditions: compareConditions(judged),
    verdict: judge(judged),
  }
}
