// The dataset that a run was trained on, where the library still has it.
import type { Services } from '../services'

/**
 * @returns its folder; null where it is gone, or where another one has its id: a dataset that was removed and imported
 * again has other pictures by the same numbers
 */
export async function datasetOf({ runs, datasets }: Services, id: string): Promise<string | null> {
  const run = await runs.get(id)
  const dataset = await datasets.get(run.dataset).catch(() => null)
  return dataset !== null && dataset.created <= run.created ? datasets.folder(run.dataset) : null
}
