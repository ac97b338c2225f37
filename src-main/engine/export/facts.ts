// What an export says about its model in words: where it comes from and how good it is.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run as runSchema, type Interval } from '../../contract'
import { readEvaluation } from '../evaluation/read-run'

export interface RunFacts {
  /** The run's name. */
  name: string
  /** Null where run.json is missing. */
  dataset: string | null
  seed: number | null
  /** Null where the run was not evaluated. */
  test: { accuracy: number; interval: Interval; count: number } | null
}

/** Reads run.json and evaluation.json in a run's folder; what is not there is null. */
export async function readRunFacts(folder: string, id: string): Promise<RunFacts> {
  const run = await readFile(join(folder, 'run.json'), 'utf8')
    .then((text) => runSchema.parse(JSON.parse(text)))
    .catch(() => null)
  const name = run?.name ?? id
  const evaluation = await readEvaluation(folder, name)
  return {
    name,
    dataset: run?.datasetName ?? null,
    seed: run?.seed ?? null,
    test: evaluation && {
      accuracy: evaluation.test.accuracy,
      interval: evaluation.testInterval,
      count: evaluation.test.count,
    },
  }
}
