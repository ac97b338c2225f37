// Calls about datasets.
import { UserError } from '../../contract'
import { pageOf } from '../data/items'
import { ThumbnailCache } from '../data/thumbnails'
import type { Services } from '../services'
import type { Handlers } from './index'

type Names = 'data.import' | 'data.list' | 'data.get' | 'data.images' | 'data.thumbnail' | 'data.remove'

export function dataHandlers(services: Services): Pick<Handlers, Names> {
  const { library, engine, datasets, importer, queue, emit } = services
  const thumbnails = new ThumbnailCache()
  return {
    'data.import': async (params, context) => {
      await library.checkWritable()
      const result = await importer.import(params, context)
      emit({ event: 'data.changed' })
      return result
    },

    'data.list': () => datasets.list(),

    'data.get': async ({ dataset }) => ({
      dataset: await datasets.get(dataset),
      report: await datasets.report(dataset),
    }),

    'data.images': async ({ dataset, ...query }) => {
      await datasets.get(dataset)
      return pageOf(await datasets.items(dataset), query)
    },

    'data.thumbnail': async ({ dataset, index, side }, context) => {
      const { hash } = await datasets.get(dataset)
      const key = `${dataset}/${hash}/${index}/${side}`
      return thumbnails.get(key, async () => {
        const { total } = (await datasets.get(dataset)).images
        if (index >= total) {
          throw new UserError(
            'not-found',
            `The dataset has ${total} pictures; there is no number ${index}.`,
            {
              detail: { total, index },
            },
          )
        }
        return engine.call('data.thumbnail', { folder: datasets.folder(dataset), index, side }, context)
      })
    },

    'data.remove': async ({ dataset }) => {
      await library.checkWritable()
      const run = queue.userOf(dataset)
      if (run !== null) {
        throw new UserError('run-running', `The run ${run} trains on this dataset.`, {
          detail: { run, dataset },
          hint: 'Wait until it has ended, or cancel it first.',
        })
      }
      await datasets.remove(dataset)
      emit({ event: 'data.changed' })
      return {}
    },
  }
}
