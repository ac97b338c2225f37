// What an export says about its model in words: where it comes from and how good it is.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run as runSchema, type Interval, type ModelDescription, type RunSummary } from '../../contract'
import { readEvaluation } from '../evaluation/read-run'
import { type Task } from '../task'
import { type ModelCard } from './card/card'
import { bareCard, gatherCard } from './card/gather'

export interface RunFacts {
  /** The run's name. */
  name: string
  /** Null where run.json is missing. */
  dataset: string | null
  seed: number | null
  /** Null where the run was not evaluated. */
  test: { accuracy: number; interval: Interval; count: number } | null
  /** All of it, for who wants to know more. */
  card: ModelCard
}

/** Of a model without its run. */
export const bareFacts = (name: string, description: ModelDescription): RunFacts => ({
  name,
  dataset: null,
  seed: null,
  test: null,
  card: bareCard(name, description),
})

export interface FactsPlace {
  /** The run's folder. */
  folder: string
  /** Its id. */
  run: string
  /** Folder of the dataset that it was trained on; null where that is not in the library any more. */
  dataset?: string | null | undefined
  /** The run in a line; without it the card says nothing of how the training went. */
  summary?: RunSummary | undefined
}

/**
 * Reads run.json, evaluation.json and what belongs to them; what is not there is null.
 * @throws UserError where evaluation.json is damaged; `cancelled`
 */
export async function readRunFacts(
  { folder, run: id, dataset = null, summary }: FactsPlace,
  description: ModelDescription,
  task: Task,
): Promise<RunFacts> {
  const run = await readFile(join(folder, 'run.json'), 'utf8')
    .then((text) => runSchema.parse(JSON.parse(text)))
    .catch(() => null)
  const name = run?.name ?? id
  const evaluation = await readEvaluation(folder, name)
  const card = run
    ? await gatherCard({ folder, run, evaluation, description, dataset, summary }, task)
    : bareCard(name, description)
  return {
    name,
    dataset: run?.datasetName ?? null,
    seed: run?.seed ?? null,
    test: evaluation && {
      accuracy: evaluation.test.accuracy,
      interval: evaluation.testInterval,
      count: evaluation.test.count,
    },
    card,
  }
}
