// Calls about datasets.
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { lastDecisions, UserError, type CallName, type CallResult } from '../../contract'
import { pageOf } from '../data/items'
import { originalPath } from '../data/locate'
import { withOpen } from '../data/report'
import { ThumbnailCache } from '../data/thumbnails'
import type { Services } from '../services'
import type { Handlers } from './index'

type Names = Extract<CallName, `data.${string}`>

export function dataHandlers(services: Services): Pick<Handlers, Names> {
  const { library, engine, datasets, importer, queue, emit } = services
  const thumbnails = new ThumbnailCache()

  /** Nothing may change under a run that waits or trains. */
  function checkUnused(dataset: string): void {
    const run = queue.userOf(dataset)
    if (run === null) return
    throw new UserError('run-running', `The run ${run} trains on this dataset.`, {
      detail: { run, dataset },
      hint: 'Wait until it has ended, or cancel it first.',
    })
  }

  async function report(dataset: string): Promise<CallResult<'data.report'>> {
    const steps = await datasets.decisions(dataset)
    const last = lastDecisions(steps)
    return {
      dataset: await datasets.get(dataset),
      report: withOpen(await datasets.report(dataset), await datasets.items(dataset), last),
      decisions: [...last.values()].sort((a, b) => a.index - b.index),
      steps: steps.length,
    }
  }

  async function change(dataset: string, work: (folder: string) => Promise<unknown>) {
    await library.checkWritable()
    await datasets.get(dataset)
    checkUnused(dataset)
    await work(datasets.folder(dataset))
    emit({ event: 'data.changed' })
    return report(dataset)
  }

  return {
    'data.import': async (params, context) => {
      await library.checkWritable()
      const result = await importer.import(params, context)
      emit({ event: 'data.changed' })
      return result
    },

    'data.list': () => datasets.list(),

    'data.get': async ({ dataset }) => {
      const { report: found } = await report(dataset)
      return { dataset: await datasets.get(dataset), report: found }
    },

    'data.report': ({ dataset }) => report(dataset),

    'data.add': async (params, context) => {
      await library.checkWritable()
      await datasets.get(params.dataset)
      checkUnused(params.dataset)
      const result = await importer.add(params, context)
      emit({ event: 'data.changed' })
      return result
    },

    'data.decide': ({ dataset, decisions }, context) =>
      change(dataset, (folder) => engine.call('data.decide', { folder, decisions }, context)),

    'data.undo': ({ dataset }, context) =>
      change(dataset, (folder) => engine.call('data.undo', { folder }, context)),

    'data.images': async ({ dataset, ...query }) => {
      await datasets.get(dataset)
      const decisions = lastDecisions(await datasets.decisions(dataset))
      return pageOf(await datasets.items(dataset), query, decisions)
    },

    'data.locate': async ({ dataset, file }) => {
      const path = originalPath(datasets.folder(dataset), await datasets.get(dataset), file)
      const there = path !== null && (await stat(path).catch(() => null)) !== null
      return there ? { path, folder: dirname(path) } : { path: null, folder: null }
    },

    'data.thumbnail': async ({ dataset, index, side }, context) => {
      const { hash } = await datasets.get(dataset)
      const key = `${dataset}/${hash}/${index}/${side}`
      return thumbnails.get(key, async () => {
        const total = (await datasets.items(dataset)).files.length
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
      checkUnused(dataset)
      const item = await datasets.remove(dataset)
      emit({ event: 'data.changed' })
      emit({ event: 'trash.changed' })
      return item
    },
  }
}
