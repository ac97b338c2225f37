// Imports a dataset from any of its sources into a folder of the library.
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Dataset, type EngineCallParams, type ImportReport } from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { importCifar10 } from './cifar10/import'
import { Cifar10Found } from './archive/target'
import { ORIGINALS } from './originals'
import { importPaths, type SourcePath } from './paths'
import { importSample } from './sample/import'

/**
 * Imports into `folder`. Either a whole dataset is there afterwards, or nothing that was not there before.
 * @throws UserError what is wrong with the source; `cancelled`; `disk-full`
 */
export async function importDataset(
  { id, folder, source, options, seed, cache }: EngineCallParams<'data.import'>,
  task: Task,
): Promise<{ dataset: Dataset; report: ImportReport }> {
  await mkdir(folder, { recursive: true })
  const before = new Set(await readdir(folder))
  const common = { id, folder, options, seed: options.seed ?? seed }
  const fromPaths = async (paths: SourcePath[], csv: string | undefined) => {
    try {
      return await importPaths({ ...common, cache, paths, csv }, task)
    } catch (error) {
      if (!(error instanceof Cifar10Found)) throw error
      await rm(join(folder, ORIGINALS), { recursive: true, force: true })
      const archive = { kind: 'cifar10' as const, archive: paths[0].path, downloads: folder }
      return await importCifar10({ ...common, source: archive }, task)
    }
  }
  try {
    throwIfCancelled(task)
    switch (source.kind) {
      case 'folder':
        return await fromPaths([source], source.csv)
      case 'paths':
        return await fromPaths(source.paths, source.csv)
      case 'cifar10':
        return await importCifar10({ ...common, source }, task)
      case 'sample':
        return await importSample({ ...common, perClass: source.perClass, classes: source.classes }, task)
    }
  } catch (error) {
    for (const name of await readdir(folder).catch(() => []))
      if (!before.has(name)) await rm(join(folder, name), { recursive: true, force: true }).catch(() => {})
    throw error
  }
}
