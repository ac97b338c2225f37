// Export for the browser and Node: a TensorFlow.js layers model, what it needs beside it, and a page that uses it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { type LayersModel } from '../tf'
import { type RunFacts } from './facts'
import { artifactsOf, checkLayersModel, writeLayersModel } from './layers-model'
import { writePage } from './page'
import { readme } from './readme'
import { standardArtifacts } from './standard-layers'

export interface ExportedRun {
  network: LayersModel
  description: ModelDescription
  facts: RunFacts
}

/**
 * Writes model.json, weights.bin, metadata.json, labels.txt, README.md, and the page: index.html with its files.
 * The model is then read back from the disk and compared with the run's.
 *
 * @param folder an empty folder
 * @throws Error where the model on disk says something else than the run's
 */
export async function writeTfjs(folder: string, run: ExportedRun, task: Task): Promise<void> {
  const { network, description, facts } = run
  const artifacts = standardArtifacts(await artifactsOf(network))
  const steps: (() => Promise<unknown>)[] = [
    () => writeLayersModel(folder, artifacts, description),
    () => writeFile(join(folder, 'metadata.json'), JSON.stringify(description, null, 2) + '\n'),
    () =>
      writeFile(
        join(folder, 'labels.txt'),
        description.labels.map((label) => `${oneLine(label)}\n`).join(''),
      ),
    () => writeFile(join(folder, 'README.md'), readme(description, facts)),
    () => writePage(folder, artifacts, description, facts),
    () => checkLayersModel(folder, network, description),
  ]
  for (const [done, step] of steps.entries()) {
    throwIfCancelled(task)
    task.progress({ stage: 'export', done, total: steps.length, unit: 'parts' })
    await step()
  }
  task.progress({ stage: 'export', done: steps.length, total: steps.length, unit: 'parts' })
}

/** A label a line: one that holds a line break must not become two. */
const oneLine = (label: string): string => label.replace(/[\r\n\u2028\u2029]+/g, ' ')
