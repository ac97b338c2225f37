// Classifies whole folders: what is named on this machine, or what a browser sent.
import { resolve } from 'node:path'
import type { CallParams, FilesPredictions } from '../../contract'
import { needModel } from '../runs/model'
import type { Services } from '../services'
import type { CallContext } from '../types'
import type { Handlers } from './index'

export function predictFilesHandlers({
  options,
  engine,
  runs,
  uploads,
}: Services): Pick<Handlers, 'predict.files'> {
  async function ask(
    { runs: ids, out }: CallParams<'predict.files'>,
    paths: string[],
    context: CallContext,
  ): Promise<FilesPredictions> {
    const asked = await Promise.all(
      [...new Set(ids)].map(async (run) => {
        await needModel(runs, run)
        const { name } = await runs.get(run)
        return { run, name, folder: runs.folder(run) }
      }),
    )
    const params = {
      runs: asked,
      paths,
      packs: options.packs,
      ...(out !== undefined && { out: resolve(out) }),
    }
    return engine.call('predict.files', params, context)
  }

  return {
    'predict.files': async (params, context) => {
      const { source } = params
      if (source.kind === 'paths') return ask(params, source.paths.map((path) => resolve(path)), context) // prettier-ignore
      // What was sent is looked at and thrown away.
      const folder = uploads.take(source.upload)
      try {
        return await ask(params, [folder], context)
      } finally {
        await uploads.settle(source.upload, folder)
        await uploads.discard(source.upload)
      }
    },
  }
}
