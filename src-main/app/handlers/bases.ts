// Calls about bases: pretrained networks in the catalogue, in the library, and in the box.
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UserError, type CallName, type CallParams, type WeightsSource } from '../../contract'
import { removeAll } from '../library/files'
import type { Services } from '../services'
import type { Handlers } from './index'

type Names = Extract<CallName, `bases.${string}`>

const UNDECIDED = ['queued', 'running', 'paused']

export function baseHandlers(services: Services): Pick<Handlers, Names> {
  const { library, engine, runs, uploads, emit } = services
  const { bases } = library.paths

  /** The weights must be there until the last run that was asked for has read them. */
  async function checkUnused(base: string): Promise<void> {
    const user = (await runs.list()).find((run) => run.model === base && UNDECIDED.includes(run.status))
    if (user === undefined) return
    throw new UserError('run-running', `The run ${user.run} stands on this base.`, {
      detail: { run: user.run, base },
      hint: 'Wait until it has ended, or cancel it first.',
    })
  }

  /** Runs `work` on the file. One that a browser sent is gone afterwards: the library has its own copy, or none. */
  async function withFile<T>(source: WeightsSource, work: (file: string) => Promise<T>): Promise<T> {
    if (source.kind === 'file') return work(resolve(source.path))
    const folder = uploads.take(source.upload)
    try {
      return await work(join(folder, await onlyFile(folder)))
    } finally {
      await uploads.settle(source.upload, null)
      await removeAll(folder).catch(() => {})
    }
  }

  async function change<T>(work: () => Promise<T>): Promise<T> {
    await library.checkWritable()
    const result = await work()
    emit({ event: 'bases.changed' })
    return result
  }

  return {
    'bases.list': (_params, context) => engine.call('bases.list', { bases }, context),
    'bases.install': ({ base }, context) =>
      change(() => engine.call('bases.install', { bases, base }, context)),
    'bases.import': ({ architecture, alpha, source }: CallParams<'bases.import'>, context) =>
      change(() =>
        withFile(source, (file) =>
          engine.call('bases.import', { bases, architecture, alpha, file }, context),
        ),
      ),
    'bases.remove': ({ base }, context) =>
      change(async () => {
        await checkUnused(base)
        return engine.call('bases.remove', { bases, base }, context)
      }),
  }
}

async function onlyFile(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  const [only] = entries
  if (entries.length === 1 && only!.isFile()) return only!.name
  throw new UserError('invalid-argument', 'Weights are one file; this upload is something else.', {
    hint: 'Choose one weights file (.h5 or .weights.h5).',
  })
}
