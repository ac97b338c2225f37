// Calls about what came out of runs: comparing, predicting, exporting.
import { resolve } from 'node:path'
import { UserError } from '../../contract'
import type { Services } from '../services'
import type { Handlers } from './index'

type Names = 'compare' | 'predict' | 'export'

export function resultHandlers(services: Services): Pick<Handlers, Names> {
  const { options, engine, runs, downloads } = services

  async function needModel(run: string): Promise<void> {
    await runs.get(run)
    if (await runs.hasModel(run)) return
    throw new UserError('run-not-finished', `The run ${run} has no trained model.`, {
      detail: { run },
      hint: 'Wait until it has ended, or choose a run that is done.',
    })
  }

  return {
    compare: async ({ runs: ids }, context) => {
      const chosen = await Promise.all(
        [...new Set(ids)].map(async (id) => ({
          folder: runs.folder(id),
          run: await runs.get(id),
          summary: await runs.summary(id),
        })),
      )
      return engine.call('compare', { runs: chosen }, context)
    },

    predict: async ({ run, pictures }, context) => {
      await needModel(run)
      const checked = pictures.map((one) => ('path' in one ? { path: resolve(one.path) } : one))
      return engine.call(
        'predict',
        { folder: runs.folder(run), run, pictures: checked, packs: options.packs },
        context,
      )
    },

    export: async ({ run, format, out }, context) => {
      await needModel(run)
      const write = (folder: string) =>
        engine.call(
          'export',
          { folder: runs.folder(run), run, format, out: folder, packs: options.packs },
          context,
        )
      if (out !== undefined) return write(resolve(out))
      const { result, download } = await downloads.add(`${run}-${format}`, write)
      return { ...result, download }
    },
  }
}
