// Brings in models that were trained elsewhere, as runs that are done.
import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type ContestantRequest, type FilesSource, type Run, type RunSummary } from '../../contract'
import { cotejoVersion } from '../../contract/version'
import { removeAll } from '../library/files'
import { slug } from '../library/ids'
import { temporaryFolder } from '../library/temporary'
import type { Services } from '../services'
import type { CallContext } from '../types'
import type { Handlers } from './index'

/** Of the training pictures that it is asked about, where there are many: the same for all models. */
const SEED = 1

/** What a browser sent: one folder or archive, or the files of a model side by side. */
const contentOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).map((name) => join(folder, name))

export function contestantHandlers(services: Services): Pick<Handlers, 'runs.inspect' | 'runs.import'> {
  const { options, library, engine, datasets, runs, uploads, emit } = services

  /** Runs `work` on the files. Those that a browser sent stay, unless `done` says that they are no longer needed. */
  async function withFiles<T>(
    source: FilesSource,
    done: boolean,
    work: (paths: string[], scratch: string) => Promise<T>,
  ): Promise<T> {
    const scratch = await temporaryFolder(library.paths, 'model')
    const upload = source.kind === 'upload' ? source.upload : null
    const folder = upload === null ? null : uploads.take(upload)
    let settled = false
    try {
      const paths =
        source.kind === 'paths' ? source.paths.map((path) => resolve(path)) : await contentOf(folder!)
      const result = await work(paths, scratch)
      settled = done
      return result
    } finally {
      if (upload !== null) await uploads.settle(upload, folder)
      if (upload !== null && settled) await uploads.discard(upload)
      await removeAll(scratch).catch(() => {})
    }
  }

  async function freeName(wanted: string): Promise<string> {
    const taken = new Set((await runs.list()).map((one) => one.name))
    const plain = wanted.slice(0, 190)
    for (let number = 1; ; number++) {
      const name = number === 1 ? plain : `${plain} (${number})`
      if (!taken.has(name)) return name
    }
  }

  async function bring(request: ContestantRequest, context: CallContext): Promise<RunSummary> {
    const dataset = await datasets.get(request.dataset)
    const { source, answers } = request
    const file = source.kind === 'paths' ? basename(source.paths[0]!) : uploads.commonFolder(source.upload)
    const wanted = slug((request.name ?? file ?? '').replace(/\.\w{1,5}$/, ''), 'imported')
    const made = await withFiles(source, true, (paths, scratch) =>
      runs.create(wanted, async (id, folder): Promise<Run> => {
        const { title, model, preprocessing } = await engine.call(
          'contestant.bring',
          {
            paths,
            scratch,
            folder,
            dataset: datasets.folder(dataset.id),
            answers,
            run: id,
            seed: SEED,
            packs: options.packs,
          },
          context,
        )
        return {
          version: 1,
          id,
          name: request.name ?? (await freeName(title)),
          created: new Date().toISOString(),
          dataset: dataset.id,
          datasetName: dataset.name,
          datasetHash: dataset.hash,
          labels: dataset.classes.map((one) => one.name),
          model,
          preprocessing,
          plan: null,
          seed: SEED,
          folds: null,
          backend: null,
          cotejo: cotejoVersion,
        }
      }),
    )
    const summary = await runs.summary(made.id)
    emit({ event: 'run.changed', summary })
    return summary
  }

  return {
    'runs.inspect': ({ source }, context) =>
      withFiles(source, false, (paths, scratch) =>
        engine.call('contestant.inspect', { paths, scratch }, context),
      ),
    'runs.import': async (request, context) => {
      await library.checkWritable()
      return bring(request, context)
    },
  }
}
