// Calls about bases: pretrained networks in the catalogue, in the library, and in the box.
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UserError, type CallName, type CallParams, type TrashItem, type WeightsSource } from '../../contract'
import { exists, removeAll } from '../library/files'
import type { Services } from '../services'
import type { CallContext } from '../types'
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

  /** The folder of a base that was installed or imported goes into the trash; the engine sees to all else. */
  async function remove(base: string, context: CallContext): Promise<TrashItem | null> {
    const record = await engine.call('bases.get', { bases, base }, context).catch(() => null)
    const folder = record && join(bases, record.sha256)
    const put =
      folder && record.origin !== 'box' && (await exists(folder))
        ? await library.trash.put({ kind: 'base', id: record.sha256, name: record.title, folder })
        : null
    // What a download that broke off has left, too; and why a base cannot be removed.
    await engine.call('bases.remove', { bases, base }, context).catch((thrown: unknown) => {
      if (put === null) throw thrown
    })
    if (put !== null) emit({ event: 'trash.changed' })
    return put
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
        return remove(base, context)
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
