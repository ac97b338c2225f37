// A run as the formats get it: its model and what is known about it, loaded once for any number of formats.
import { join } from 'node:path'
import { loadModel } from '../models/storage'
import { quietTask, type Task } from '../task'
import { noPictures, picturesOf } from './check/pictures'
import { readRunFacts, type FactsPlace } from './facts'
import { type ExportedRun } from './format'
import { modelGraph, type ModelGraph } from './graph'

export type RunPlace = FactsPlace

/**
 * @returns what an export needs; the caller disposes of it
 * @throws UserError `run-not-finished` where there is no model, `file-unreadable` where it is damaged
 */
export async function openRun(
  place: RunPlace,
  task: Task = quietTask(),
): Promise<ExportedRun & { dispose(): void }> {
  const { network, description } = await loadModel(join(place.folder, 'model'))
  const facts = await readRunFacts(place, description, task).catch((error: unknown) => {
    network.dispose()
    throw error
  })
  let graph: Promise<ModelGraph> | null = null
  return {
    network,
    description,
    facts,
    graph: () => (graph ??= modelGraph(network, description, facts)),
    pictures: place.dataset ? picturesOf(place.dataset, description.preprocessing) : noPictures,
    dispose: () => void network.dispose(),
  }
}
