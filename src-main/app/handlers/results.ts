// Calls about what came out of runs: comparing, predicting, exporting.
import { resolve } from 'node:path'
import { datasetOf } from '../runs/dataset-of'
import { needModel } from '../runs/model'
import type { Services } from '../services'
import type { Handlers } from './index'

type Names = 'compare' | 'predict' | 'export' | 'exports'

export function resultHandlers(services: Services): Pick<Handlers, Names> {
  const { options, library, engine, runs, downloads } = services

  return {
    compare: async ({ runs: ids }, context) => {
      const chosen = await Promise.all(
        [...new Set(ids)].map(async (id) => ({
          folder: runs.folder(id),
          run: await runs.get(id),
          summary: await runs.summary(id),
          dataset: await datasetOf(services, id),
        })),
      )
      return engine.call('compare', { runs: chosen, keep: library.lock !== null }, context)
    },

    predict: async ({ run, pictures }, context) => {
      await needModel(runs, run)
      const checked = pictures.map((one) => ('path' in one ? { path: resolve(one.path) } : one))
      return engine.call(
        'predict',
        { folder: runs.folder(run), run, pictures: checked, packs: options.packs },
        context,
      )
    },

    export: async ({ run, format, out }, context) => {
      await needModel(runs, run)
      const [dataset, summary] = [await datasetOf(services, run), await runs.summary(run)]
      const write = (folder: string) =>
        engine.call(
          'export',
          { folder: runs.folder(run), run, format, out: folder, dataset, summary, packs: options.packs },
          context,
        )
      if (out !== undefined) return write(resolve(out))
      const { result, download } = await downloads.add(`${run}-${format}`, write)
      return { ...result, download }
    },

    exports: async ({ run, formats, out }, context) => {
      await needModel(runs, run)
      const [dataset, summary] = [await datasetOf(services, run), await runs.summary(run)]
      const write = (folder: string) =>
        engine.call(
          'exports',
          { folder: runs.folder(run), run, formats, out: folder, dataset, summary, packs: options.packs },
          context,
        )
      if (out !== undefined) return write(resolve(out))
      const { result, download } = await downloads.add(`${run}-exports`, write)
      return { ...result, download }
    },
  }
}
