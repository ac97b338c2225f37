// A run as the formats get it: its model and what is known about it, loaded once for any number of formats.
import { join } from 'node:path'
import { loadModel } from '../models/storage'
import { noPictures, picturesOf } from './check/pictures'
import { readRunFacts } from './facts'
import { type ExportedRun } from './format'
import { modelGraph, type ModelGraph } from './graph'

export interface RunPlace {
  /** The run's folder. */
  folder: string
  /** Its id. */
  run: string
  /** Folder of the dataset that it was trained on; null where that is not in the library any more. */
  dataset?: string | null
}

/**
 * @returns what an export needs; the caller disposes of it
 * @throws UserError `run-not-finished` where there is no model, `file-unreadable` where it is damaged
 */
export async function openRun(place: RunPlace): Promise<ExportedRun & { dispose(): void }> {
  const facts = await readRunFacts(place.folder, place.run)
  const { network, description } = await loadModel(join(place.folder, 'model'))
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
