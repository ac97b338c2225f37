// Where everything is in a library's folder.
import { join } from 'node:path'

export interface LibraryPaths {
  readonly root: string
  /** `{version, …}` of the layout. */
  readonly version: string
  /** Who has the library open for writing. */
  readonly lock: string
  readonly datasets: string
  readonly runs: string
  /** Pretrained weights. */
  readonly bases: string
  /** What frozen layers make of pictures, by content. It can be deleted at any time. */
  readonly features: string
  /** Archives that were downloaded, whole or broken off. */
  readonly downloads: string
  readonly logs: string
  /** What is being made; renamed into place when it is whole. */
  readonly temporary: string
  /** What was removed and can be brought back for some time. */
  readonly trash: string
  /** The runs that wait, in their order. */
  readonly queue: string
  dataset(id: string): string
  run(id: string): string
}

/** @param root absolute path of the library's folder */
export function libraryPaths(root: string): LibraryPaths {
  const datasets = join(root, 'datasets')
  const runs = join(root, 'runs')
  return {
    root,
    version: join(root, 'library.json'),
    lock: join(root, 'lock.json'),
    datasets,
    runs,
    bases: join(root, 'bases'),
    features: join(root, 'cache', 'features'),
    downloads: join(root, 'downloads'),
    logs: join(root, 'logs'),
    temporary: join(root, '.tmp'),
    trash: join(root, '.trash'),
    queue: join(root, 'queue.json'),
    dataset: (id) => join(datasets, id),
    run: (id) => join(runs, id),
  }
}
