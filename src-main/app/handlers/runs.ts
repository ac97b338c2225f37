// Calls about runs: starting, steering, reading, removing.
import { foldsProblem, UserError, type RunRequest, type RunSummary } from '../../contract'
import { baseOf, checkParts } from '../runs/base'
import { datasetOf } from '../runs/dataset-of'
import { runFrom, wantedId, wantedName } from '../runs/request'
import type { Services } from '../services'
import type { CallContext } from '../types'
import type { Handlers } from './index'

type Names =
  | 'augment.preview'
  | 'runs.start'
  | 'runs.pause'
  | 'runs.resume'
  | 'runs.cancel'
  | 'runs.list'
  | 'runs.get'
  | 'runs.history'
  | 'runs.figures'
  | 'runs.curves'
  | 'runs.rename'
  | 'runs.remove'

export function runHandlers(services: Services): Pick<Handlers, Names> {
  const { options, library, engine, datasets, runs, queue, emit } = services

  /** Starts follow one another, so that no two get the same id or name. */
  let last: Promise<unknown> = Promise.resolve()

  async function start(request: RunRequest, context: CallContext): Promise<RunSummary> {
    const dataset = await datasets.get(request.dataset)
    const problem = foldsProblem(dataset, request.folds ?? null)
    if (problem) throw problem
    const base = await baseOf(request.model, engine, library.paths.bases, context)
    const now = new Date()
    const wanted = runFrom(request, dataset, base, now)
    await checkParts(wanted, engine)
    const names = new Set((await runs.list()).map((one) => one.name))
    const name = wantedName(request, dataset, base, names)
    const run = await queue.whileExpected(async (expect) => {
      const made = await runs.create(wantedId(request, dataset, now), (id) => {
        expect(id)
        return { ...wanted, id, name }
      })
      await queue.add(made.id, made.dataset)
      return made
    })
    return runs.summary(run.id)
  }

  /** A run that nobody runs goes back into the queue; the engine continues from its checkpoint. */
  async function requeue(run: string): Promise<void> {
    const { status, dataset } = await runs.summary(run)
    if (status !== 'crashed' && status !== 'cancelled') {
      throw new UserError('invalid-argument', `This run is ${status}; there is nothing to resume.`, {
        detail: { run, status },
        hint: 'Start a new run with the same settings instead.',
      })
    }
    await datasets.get(dataset)
    await queue.add(run, dataset)
  }

  return {
    'augment.preview': async ({ dataset, size, ...request }, context) => {
      const { size: usual } = await datasets.get(dataset)
      const folder = datasets.folder(dataset)
      const { packs } = options
      return engine.call(
        'augment.preview',
        { ...request, dataset: folder, size: size ?? usual, packs },
        context,
      )
    },

    'runs.start': async (request, context) => {
      await library.checkWritable()
      const started = last.then(() => start(request, context))
      last = started.catch(() => {})
      return started
    },

    'runs.pause': async ({ run }) => {
      await library.checkWritable()
      await runs.get(run)
      await queue.pause(run)
      return {}
    },

    'runs.resume': async ({ run }) => {
      await library.checkWritable()
      await runs.get(run)
      if (queue.activity(run) === 'none') await requeue(run)
      else await queue.unpause(run)
      return {}
    },

    'runs.cancel': async ({ run }) => {
      await library.checkWritable()
      await runs.get(run)
      await queue.cancel(run)
      return {}
    },

    'runs.list': () => runs.list(),

    'runs.get': async ({ run }) => ({
      run: await runs.get(run),
      summary: await runs.summary(run),
      evaluation: await runs.evaluation(run),
    }),

    'runs.history': ({ run, since, points }) => runs.history(run, since, points),

    'runs.figures': async ({ run: id }, context) => {
      const [run, summary] = [await runs.get(id), await runs.summary(id)]
      const keep = library.lock !== null
      const dataset = await datasetOf(services, id)
      return engine.call('run.figures', { folder: runs.folder(id), run, summary, dataset, keep }, context)
    },

    'runs.curves': async ({ run }, context) => {
      const { name } = await runs.get(run)
      return engine.call('run.curves', { folder: runs.folder(run), run: name }, context)
    },

    'runs.rename': async ({ run, name }) => {
      await library.checkWritable()
      await runs.rename(run, name)
      const summary = await runs.summary(run)
      emit({ event: 'run.changed', summary })
      return summary
    },

    'runs.remove': async ({ run }) => {
      await library.checkWritable()
      if (queue.activity(run) !== 'none') {
        throw new UserError('run-running', `The run ${run} is in progress or waits for its turn.`, {
          detail: { run },
          hint: 'Cancel it first.',
        })
      }
      const item = await runs.remove(run)
      emit({ event: 'run.removed', run })
      emit({ event: 'trash.changed' })
      return item
    },
  }
}
