// The datasets of a library as they are on disk: `datasets/<id>/dataset.json` and what is beside it.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  dataset as datasetShape,
  decisionsFile,
  id as idShape,
  UserError,
  type Dataset,
  type DecisionStep,
  type ImportReport,
  type TrashItem,
} from '../../contract'
import { describe } from '../errors'
import { FileCache } from '../library/file-cache'
import { exists, ifThere, mapLimited, readJson } from '../library/files'
import type { Library } from '../library/open'
import type { LibraryPaths } from '../library/paths'
import type { Trash } from '../library/trash'
import type { Logger } from '../types'
import { itemsFile, type Items } from './items'
import { reportFile } from './report'

const notFound = (id: string) =>
  new UserError('dataset-not-found', `There is no dataset ${id} in this library.`, {
    detail: { dataset: id },
    hint: 'List the datasets to see their names, or import the pictures again.',
  })

export class DatasetStore {
  readonly #paths: LibraryPaths
  readonly #trash: Trash
  readonly #log: Logger
  readonly #datasets = new FileCache((file) => readJson(file, datasetShape))
  /** Items of large datasets are large: few are kept. */
  readonly #items = new FileCache((file) => readJson(file, itemsFile), 4)
  readonly #reported = new Set<string>()

  constructor({ paths, trash }: Pick<Library, 'paths' | 'trash'>, log: Logger) {
    this.#paths = paths
    this.#trash = trash
    this.#log = log
  }

  folder = (id: string): string => this.#paths.dataset(id)

  /** @throws UserError `dataset-not-found` */
  async get(id: string): Promise<Dataset> {
    const found = await this.#datasets.get(join(this.folder(id), 'dataset.json'))
    if (found === null) throw notFound(id)
    if (found.id !== id)
      throw new Error(`dataset.json in the folder ${id} belongs to the dataset ${found.id}`)
    return found
  }

  async report(id: string): Promise<ImportReport> {
    const found = await ifThere(readJson(join(this.folder(id), 'report.json'), reportFile))
    if (found === null) throw notFound(id)
    return found
  }

  /** What was decided about the dataset's pictures, step by step. */
  async decisions(id: string): Promise<DecisionStep[]> {
    const found = await ifThere(readJson(join(this.folder(id), 'decisions.json'), decisionsFile))
    return found?.steps ?? []
  }

  async items(id: string): Promise<Items> {
    const found = await this.#items.get(join(this.folder(id), 'items.json'))
    if (found === null) throw notFound(id)
    return found
  }

  /** All datasets that can be read, the newest first. A damaged one is left out and named in the log once. */
  async list(): Promise<Dataset[]> {
    const entries = (await ifThere(readdir(this.#paths.datasets, { withFileTypes: true }))) ?? []
    const ids = entries.filter((one) => one.isDirectory() && idShape.safeParse(one.name).success)
    const all = await mapLimited(ids, 16, ({ name }) =>
      this.get(name).catch((thrown) => {
        this.#report(`The dataset ${name} cannot be read and is left out: ${describe(thrown)}`)
        return null
      }),
    )
    return all
      .filter((one) => one !== null)
      .sort((a, b) => b.created.localeCompare(a.created) || b.id.localeCompare(a.id))
  }

  /** Moves the dataset into the trash. */
  async remove(id: string): Promise<TrashItem> {
    if (!(await exists(this.folder(id)))) throw notFound(id)
    const name = await this.get(id).then(
      (dataset) => dataset.name,
      () => id,
    )
    return this.#trash.put({ kind: 'dataset', id, name, folder: this.folder(id) })
  }

  #report(message: string): void {
    if (this.#reported.has(message)) return
    this.#reported.add(message)
    this.#log.warn(message)
  }
}
