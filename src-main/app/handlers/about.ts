// Calls about the program, the machine and the engine.
import { join } from 'node:path'
import { type DoctorReport, type EngineCallResult } from '../../contract'
import { cotejoVersion } from '../../contract/version'
import { personalOf } from '../diagnostics/personal'
import { writeDiagnostics } from '../diagnostics/write'
import { asUserError } from '../errors'
import { listedBase } from '../runs/base'
import type { Services } from '../services'
import { freeBytes, systemFacts } from '../system'
import type { CallContext } from '../types'
import type { Handlers } from './index'

type Names =
  | 'app.info'
  | 'app.doctor'
  | 'app.diagnostics'
  | 'app.forgetSpeeds'
  | 'models.describe'
  | 'engine.packs'
  | 'engine.install'
  | 'engine.remove'

export function aboutHandlers(services: Services): Pick<Handlers, Names> {
  const { options, library, engine, backend, datasets, runs } = services
  const { packs } = options

  async function examine(measure: boolean, context: CallContext): Promise<DoctorReport> {
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
      ...(found.findings && { findings: found.findings }),
      ...(found.measurements && { measurements: found.measurements }),
    }
  }

  return {
    'app.info': async () => ({
      version: cotejoVersion,
      host: options.host,
      library: library.paths.root,
      platform: process.platform,
      backend: backend(),
    }),

    'app.doctor': ({ measure = false }, context) => examine(measure, context),

    'app.forgetSpeeds': (_params, context) => engine.call('speeds.forget', { packs }, context),

    'app.diagnostics': async (_params, context) => {
      const [report, sets, all] = [await examine(false, context), await datasets.list(), await runs.list()]
      const { root, logs } = library.paths
      const { program } = options.engine
      const text = await writeDiagnostics({
        report,
        host: options.host,
        runs: all,
        datasets: sets.length,
        logs: [join(logs, 'cotejo.log'), ...(options.logFile === undefined ? [] : [options.logFile])],
        personal: personalOf({ library: root, program, datasets: sets, runs: all }),
      })
      return { text }
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
