// The call that writes a report: to a path, or to a place from which a browser downloads it.
import { join, resolve } from 'node:path'
import { exists } from '../library/files'
import { slug } from '../library/ids'
import type { Services } from '../services'
import type { Handlers } from './index'

export function reportHandlers(services: Services): Pick<Handlers, 'report'> {
  const { options, library, engine, datasets, runs, downloads } = services
  return {
    report: async ({ runs: ids, options: wanted, out }, context) => {
      const chosen = await Promise.all(
        [...new Set(ids)].map(async (id) => {
          const run = await runs.get(id)
          const dataset = datasets.folder(run.dataset)
          return {
            folder: runs.folder(id),
            run,
            summary: await runs.summary(id),
            dataset: (await exists(join(dataset, 'dataset.json'))) ? dataset : null,
          }
        }),
      )
      const { bases } = library.paths
      const keep = library.lock !== null
      const write = (path: string) =>
        engine.call(
          'report',
          { runs: chosen, options: wanted, bases, keep, packs: options.packs, out: path },
          context,
        )
      if (out !== undefined) return write(resolve(out))
      const name = slug(wanted.title ?? chosen[0]!.run.datasetName, 'report')
      const { result, download } = await downloads.add(name, (folder) =>
        write(join(folder, `${name}.${wanted.format}`)),
      )
      return { ...result, download }
    },
  }
}
