// Calls about the program, the machine and the engine.
import { type EngineCallResult } from '../../contract'
import { cotejoVersion } from '../../contract/version'
import { asUserError } from '../errors'
import { listedBase } from '../runs/base'
import type { Services } from '../services'
import { freeBytes, systemFacts } from '../system'
import type { Handlers } from './index'

type Names =
  'app.info' | 'app.doctor' | 'models.describe' | 'engine.packs' | 'engine.install' | 'engine.remove'

export function aboutHandlers({ options, library, engine, backend }: Services): Pick<Handlers, Names> {
  const { packs } = options
  return {
    'app.info': async () => ({
      version: cotejoVersion,
      host: options.host,
      library: library.paths.root,
      platform: process.platform,
      backend: backend(),
    }),

    'app.doctor': async ({ measure = false }, context) => {
      // A machine on which the engine does not start is the one that needs a doctor most.
      const found: EngineCallResult<'doctor'> = await engine
        .call('doctor', { packs, measure }, context)
        .catch((thrown: unknown) => {
          const error = asUserError(thrown)
          if (error.code === 'cancelled') throw error
          const warning = error.hint === undefined ? error.message : `${error.message} ${error.hint}`
          return { backends: [], gpus: [], warnings: [warning] }
        })
      return {
        cotejo: cotejoVersion,
        ...systemFacts(),
        gpus: found.gpus,
        library: library.paths.root,
        libraryFreeBytes: await freeBytes(library.paths.root),
        backends: found.backends,
        warnings: found.warnings,
      }
    },

    'models.describe': async (params, context) => {
      const { model } = params
      if (model.name !== 'transfer') return engine.call('models.describe', params, context)
      const base = await listedBase(model.options.base, engine, library.paths.bases, context)
      return engine.call('models.describe', { ...params, base }, context)
    },

    'engine.packs': (_params, context) => engine.call('packs.list', { packs }, context),
    'engine.install': ({ pack, wheel }, context) =>
      engine.call('packs.install', { packs, pack, ...(wheel !== undefined && { wheel }) }, context),
    'engine.remove': ({ pack }, context) => engine.call('packs.remove', { packs, pack }, context),
  }
}
