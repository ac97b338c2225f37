// Runs: prepares the pictures, trains, evaluates, and closes the record whatever happens.
import { join } from 'node:path'
import {
  toErrorShape,
  UserError,
  type Cost,
  type EngineCallParams,
  type EngineCallResult,
  type TrainedRun,
} from '../../contract'
import type { Backends } from '../backends/choose'
import { createChoice } from '../choice/choose'
import type { Stepper } from '../choice/measure'
import type { Compute } from '../compute'
import { baseWeights } from '../bases/weights'
import { ensureImages } from '../data/cache'
import { openDataset, type OpenDataset } from '../data/open'
import type { EngineHandlers } from '../dispatch'
import { FeatureStore } from '../features/store'
import { evaluateRun, figuresOf, readMilestones, writeEvaluation } from '../evaluation'
import { measureCost } from '../evaluation/cost'
import { writeDescription } from '../models/storage'
import type { Task } from '../task'
import { removeCheckpoint } from '../training/checkpoint'
import { RunControl } from '../training/control'
import { RunWriter } from '../training/history'
import { crossValidate, type CrossValidated } from '../training/folds/crossValidate'
import { trainRun, type TrainModelOptions } from '../training/train'
import type { Outlet } from './index'
import { persist } from './persist'

type Work = { open: OpenDataset; writer: RunWriter } & Omit<TrainModelOptions, 'open' | 'writer'>

export interface Trainer {
  train: EngineHandlers['run.train']
  pause: EngineHandlers['run.pause']
  resume: EngineHandlers['run.resume']
  cancel: EngineHandlers['run.cancel']
  /** The backend for short work beside runs: that of the run in progress, else the preferred one. */
  borrow(packs: string): Promise<Compute>
  busy(): boolean
}

/** @param stepper what measures backends for runs that leave theirs open; null takes the usual one */
export function createTrainer(backends: Backends, out: Outlet, stepper: Stepper | null = null): Trainer {
  const choose = createChoice(backends, stepper, (message) => out.log('warn', message))
  let active: { run: string; control: RunControl; compute: Compute | null } | null = null

  function steer(run: string): RunControl {
    if (active?.run === run) return active.control
    throw new UserError('not-found', `The run ${run} is not in progress.`, { detail: { run } })
  }

  async function train(
    params: EngineCallParams<'run.train'>,
    task: Task,
  ): Promise<EngineCallResult<'run.train'>> {
    const { run } = params
    if (active) {
      throw new UserError('run-running', `The engine is busy with the run ${active.run}.`, {
        detail: { run: active.run },
      })
    }
    const control = new RunControl()
    const mine = { run: run.id, control, compute: null as Compute | null }
    active = mine
    let writer = null as RunWriter | null
    try {
      const openWriter = () => {
        writer?.close()
        return (writer = new RunWriter(params.folder, (record) => out.record(run.id, record)))
      }
      const onCompute = (compute: Compute) => (mine.compute = compute)
      return await trainAndEvaluate(params, { openWriter, control, onCompute }, task)
    } catch (thrown) {
      const error = toErrorShape(thrown)
      const cancelled = error.code === 'cancelled'
      tryToEnd(
        writer,
        cancelled
          ? { status: 'cancelled' }
          : {
              status: 'failed',
              reason: error.message,
              code: error.code,
              ...(error.detail && { detail: error.detail }),
            },
      )
      if (cancelled) return { evaluation: null }
      throw thrown
    } finally {
      writer?.close()
      active = null
    }
  }

  async function trainAndEvaluate(
    { folder, dataset, run, packs, bases }: EngineCallParams<'run.train'>,
    {
      openWriter,
      control,
      onCompute,
    }: { openWriter: () => RunWriter; control: RunControl; onCompute: (c: Compute) => void },
    task: Task,
  ): Promise<EngineCallResult<'run.train'>> {
    let writer = openWriter()
    const open = await openDataset(dataset)
    const { size, resize } = run.preprocessing
    const images = await ensureImages(open, { size, resize }, control.guard(task))
    try {
      const weightsFile = await baseWeights(bases, run, control.guard(task))
      control.throwIfCancelled(task)
      const store = await FeatureStore.beside(dataset)
      const attempt = async (compute: Compute, parts: number) => {
        onCompute(compute)
        const work = { folder, run, open, images, weightsFile, compute, control, writer, store, parts }
        const done = run.folds === null ? await onSplit(work, task) : await crossValidate(work, task)
        done.evaluated.evaluation.cost = await costOf(done.trained, work, task).catch((error: unknown) => {
          done.trained.network.dispose()
          throw error
        })
        return done
      }
      const compute = await choose(
        {
          run,
          packs,
          trainImages: imagesOfOneModel(open, run),
          before: writer.backend,
          note: (note) => writer.write({ type: 'note', ...note }),
        },
        control.guard(task),
      )
      const { trained, evaluated, ...whole } = await persist(compute, attempt, {
        batch: Math.min(run.plan.batch, imagesOfOneModel(open, run)),
        again: (failed) => backends.use(failed.name, packs),
        after: (failed) => backends.useAfter(failed.name, packs),
        writer: () => writer,
        reopen: () => (writer = openWriter()),
      })
      try {
        const { test } = evaluated.evaluation
        await writeDescription(join(folder, 'model'), {
          ...trained.description,
          testAccuracy: test.accuracy,
          testCount: test.count,
        })
        await writeEvaluation(folder, evaluated)
        // Made now, while nobody waits for them; where that fails, it is done when they are asked for.
        await figuresOf(folder, run.name, true, control.guard(task)).catch(() => {})
        writer.write({ type: 'end', status: 'done', bestEpoch: trained.bestEpoch, ...whole })
        await readMilestones(folder, true).catch(() => {})
        await removeCheckpoint(folder)
        return { evaluation: evaluated.evaluation }
      } finally {
        trained.network.dispose()
      }
    } finally {
      images.close()
    }
  }

  return {
    train,
    pause: async ({ run }) => {
      steer(run).pause()
      return {}
    },
    resume: async ({ run }) => {
      steer(run).resume()
      return {}
    },
    cancel: async ({ run }) => {
      steer(run).cancel()
      return {}
    },
    borrow: async (packs) => active?.compute ?? backends.use(null, packs),
    busy: () => active !== null,
  }
}

/** Training pictures of the split, or of a fold: about as many in each. */
function imagesOfOneModel(open: OpenDataset, { folds }: TrainedRun): number {
  const { total } = open.dataset.images
  return folds === null ? open.indices('train').length : Math.round(total - total / folds)
}

/** What the model that is kept asks of this machine. Without times, and a note that says why, where they fail. */
function costOf(
  { network, description }: CrossValidated['trained'],
  { open, images, compute, control, writer }: Work,
  task: Task,
): Promise<Cost> {
  const pictures = open.indices('test')
  return measureCost({ network, description, images, pictures, compute }, control.guard(task), (reason) =>
    writer.write({ type: 'note', message: `The time that a picture takes could not be measured: ${reason}` }),
  )
}

/** One model, trained and judged by the dataset's own split. */
async function onSplit(work: Work, task: Task): Promise<CrossValidated> {
  const { run, open, images, compute, control } = work
  const trained = await trainRun({ ...work, keepFeatures: true, emit: () => {} }, task)
  try {
    const evaluated = await evaluateRun(
      {
        network: trained.network,
        preprocessing: run.preprocessing,
        open,
        images,
        labels: run.labels,
        compute,
        seed: run.seed,
        features: trained.features,
      },
      control.guard(task),
    )
    const { seconds, stoppedEarly } = trained
    return { trained, evaluated, seconds, stoppedEarly }
  } catch (error) {
    trained.network.dispose()
    throw error
  } finally {
    trained.features?.close()
  }
}

type Ending =
  | { status: 'cancelled' }
  | { status: 'failed'; reason: string; code: string; detail?: Record<string, string | number> }

/** On a full disk even the last record fails; what went wrong first is what must be told, and app ends the run then. */
function tryToEnd(writer: RunWriter | null, end: Ending): void {
  try {
    writer?.write({ type: 'end', ...end })
  } catch {
    // See above.
  }
}
