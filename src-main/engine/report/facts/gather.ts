// All that a report is made from, read once: the runs, what they recorded, how they compare, and their pictures.
import {
  type ComparedRun,
  type Comparison,
  type EngineCallParams,
  type Evaluation,
  type ReportOptions,
  type Run,
} from '../../../contract'
import { compareRuns } from '../../evaluation/compare'
import { readEvaluation } from '../../evaluation/read-run'
import { type Compute } from '../../compute'
import { throwIfCancelled, type Task } from '../../task'
import { wordsOf, type Words } from '../words/words'
import { readDataset, type ReportedDataset } from './dataset'
import { looking, type Look } from './heat'

export interface ReportedRun {
  /** A, B, … in the order asked for. */
  readonly place: number
  readonly run: Run
  readonly folder: string
  readonly compared: ComparedRun
  /** With its predictions; null where the run was not evaluated. */
  readonly evaluation: Evaluation | null
  readonly dataset: ReportedDataset
}

export interface ReportFacts {
  readonly options: ReportOptions
  readonly words: Words
  /** Above the report. */
  readonly title: string
  /** When it is written, ISO 8601. */
  readonly written: string
  readonly runs: readonly ReportedRun[]
  readonly datasets: readonly ReportedDataset[]
  readonly comparison: Comparison
  /** The library's folder of bases. */
  readonly bases: string
  /** Where a model looked in a picture. */
  readonly look: Look
}

/**
 * Reads everything.
 * @param compute what shows where models looked; without it, pictures stand alone
 * @throws UserError where an evaluation is damaged or of a newer version; `cancelled`
 */
export async function gatherFacts(
  { runs, options, bases, keep }: Omit<EngineCallParams<'report'>, 'out'>,
  compute: Compute | null,
  task: Task,
  now = new Date(),
): Promise<ReportFacts> {
  const comparison = await compareRuns({ runs, keep }, task)
  throwIfCancelled(task)
  const datasets = new Map<string, ReportedDataset>()
  const reported: ReportedRun[] = []
  for (const [place, { run, folder, dataset }] of runs.entries()) {
    throwIfCancelled(task)
    const key = `${run.dataset} ${run.datasetHash}`
    const read = datasets.get(key) ?? (await readDataset(dataset, run))
    datasets.set(key, read)
    reported.push({
      place,
      run,
      folder,
      compared: comparison.runs[place]!,
      evaluation: await readEvaluation(folder, run.name),
      dataset: read,
    })
  }
  const all = [...datasets.values()]
  return {
    options,
    words: wordsOf(options.language),
    title: options.title?.trim() || all[0]!.name,
    written: now.toISOString(),
    runs: reported,
    datasets: all,
    comparison,
    bases,
    look: looking(compute, task),
  }
}
