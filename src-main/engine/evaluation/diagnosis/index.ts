// Diagnosis: what a run's curves and figures say about how it went, by rules with evidence.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  dataset as datasetSchema,
  type Dataset,
  type Diagnosis,
  type Evaluation,
  type Run,
  type RunSummary,
} from '../../../contract'
import { DATASET_FILE } from '../../data/open'
import { copiesInTest } from './copies'
import { diagnose } from './diagnose'
import { readRunHistory } from './history'

export { diagnose } from './diagnose'
export { type DiagnosisFacts } from './finding'

export interface RunToDiagnose {
  /** The run's. */
  folder: string
  run: Run
  summary: RunSummary
  /** As in evaluation.json; null where there is none. */
  evaluation: Evaluation | null
  /** Folder of its dataset; null where that is gone, or is another one by now. */
  dataset: string | null
}

/** Without its dataset, a run can be diagnosed all the same. */
async function ofDataset(
  folder: string,
  run: Run,
): Promise<{ dataset: Dataset | null; copies: number[] | null }> {
  try {
    const dataset = datasetSchema.parse(JSON.parse(await readFile(join(folder, DATASET_FILE), 'utf8')))
    return { dataset, copies: run.folds === null ? await copiesInTest(folder, run) : null }
  } catch {
    return { dataset: null, copies: null }
  }
}

/** Reads what the rules need from the folders of a run and of its dataset, and applies them. */
export async function diagnoseRun({ folder, dataset, ...known }: RunToDiagnose): Promise<Diagnosis[]> {
  const [history, data] = await Promise.all([
    readRunHistory(folder),
    dataset === null ? { dataset: null, copies: null } : ofDataset(dataset, known.run),
  ])
  return diagnose({ ...known, history, ...data })
}
