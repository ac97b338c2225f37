// Trains one run from its first step, or from its checkpoint, to a saved model.
import { join } from 'node:path'
import { classBalanceOf, planEpochs } from '../../contract/plan'
import { UserError, type ModelDescription, type Run, type RunRecord } from '../../contract'
import { cotejoVersion } from '../../contract/version'
import { buildModel, type ImageModel } from '../models/build'
import { saveModel } from '../models/storage'
import { allWeights } from '../models/weights'
import type { Task } from '../task'
import { tf, type LayersModel } from '../tf'
import { readCheckpoint, type Checkpoint } from './checkpoint'
import { classWeights } from './classWeights'
import { trainEpoch } from './epoch'
import { createSetEvaluator } from './evaluateSet'
import { RunWriter } from './history'
import { TrainingSession, type SessionOptions } from './session'
import { createStep } from './step'
import { TensorBoardLog } from './tensorboard'

export interface TrainOptions extends Omit<SessionOptions, 'checkpointSeconds'> {
  /** Gets each record after it was written to history.jsonl. */
  emit: (record: RunRecord) => void
  /** The run's history, where the caller has it open; it stays open then. Otherwise it is opened and closed here. */
  writer?: RunWriter
  checkpointSeconds?: number
}

export interface TrainedRun {
  /** With the weights that are kept, as saved in the run's `model` folder. The caller disposes of it. */
  network: LayersModel
  description: ModelDescription
  /** The epoch whose weights are kept, from 1. */
  bestEpoch: number
  stoppedEarly: boolean
  /** Training and validation, without pauses, over all processes that worked on the run. */
  seconds: number
  epochs: number
  /** In training steps, over the whole run. */
  imagesPerSecond: number
}

const describe = (run: Run, model: ImageModel): ModelDescription => ({
  version: 1,
  model: run.model,
  labels: run.labels,
  preprocessing: run.preprocessing,
  parameters: model.parameters,
  trainableParameters: model.trainableParameters,
  cotejo: cotejoVersion,
  run: run.id,
  dataset: run.dataset,
})

/** A checkpoint of another model (run.json was edited, say) is worth nothing. */
function fitting(checkpoint: Checkpoint | null, model: ImageModel): Checkpoint | null {
  if (!checkpoint) return null
  const shapes = (tensors: readonly { shape: number[] }[]) => JSON.stringify(tensors.map((t) => t.shape))
  if (shapes(checkpoint.weights) === shapes(allWeights(model.network))) return checkpoint
  tf.dispose([checkpoint.weights, checkpoint.slots, checkpoint.best ?? []])
  return null
}

/** The first record of a run, or a note that says where it goes on. */
function recordStart(session: TrainingSession, options: TrainOptions): void {
  const { writer, state, model } = session
  const { run, compute, open } = options
  if (writer.continued) {
    const message =
      state.steps > 0
        ? `Continued from step ${state.steps} (epoch ${state.epochs} finished).`
        : 'Started again from the beginning: there was no checkpoint.'
    writer.write({ type: 'note', message })
    return
  }
  writer.write({
    type: 'start',
    at: new Date().toISOString(),
    backend: compute.name,
    device: compute.device,
    parameters: model.parameters,
    trainableParameters: model.trainableParameters,
    epochs: planEpochs(run.plan),
    stepsPerEpoch: session.stepsPerEpoch,
    images: {
      train: session.train.length,
      validation: session.validation.length,
      test: open.indices('test').length,
    },
  })
  if (session.validation.length === 0) {
    const message = 'There are no validation pictures: all epochs are trained and the last weights are kept.'
    writer.write({ type: 'note', message })
  }
}

/** All phases that are left, each to its last epoch or to the end of its patience. */
async function trainPhases(session: TrainingSession, options: TrainOptions): Promise<void> {
  const { model, state, tracker, writer } = session
  const { run, open, images, compute, folder } = options
  const { plan, preprocessing } = run
  const log = new TensorBoardLog(folder)
  const evaluator = createSetEvaluator(model, preprocessing, images, open.labels, compute)
  const trainLabels = Array.from(session.train, (index) => open.labels[index]!)
  const weighing = classBalanceOf(plan) === 'weights' ? 'balanced' : 'none'
  const weights = tf.tensor1d(classWeights(weighing, trainLabels, run.labels.length))
  try {
    while (state.phase < plan.phases.length) {
      const phase = plan.phases[state.phase]!
      session.beginPhase(createStep({ model, phase, plan, preprocessing, compute }))
      while (state.phaseEpochs < phase.epochs && !tracker.exhausted) {
        const epoch = await trainEpoch(session, phase, evaluator, weights)
        if (writer.write(epoch)) log.epoch(epoch)
        await session.checkpointIfOlder(session.options.checkpointSeconds)
      }
      session.endPhase()
      if (state.phaseEpochs < phase.epochs) state.stoppedEarly = true
      session.restoreBest()
      tracker.startPhase()
      Object.assign(state, { phase: state.phase + 1, phaseEpochs: 0, phaseSteps: 0 })
    }
  } finally {
    weights.dispose()
    evaluator.dispose()
  }
}

/**
 * Trains a run and saves its model in `<folder>/model`.
 *
 * Goes on from `<folder>/checkpoint` where there is one, to the same numbers as without the interruption (on the
 * same backend). Appends records to `<folder>/history.jsonl`, all but `end`, and scalars to `<folder>/tensorboard`.
 * The checkpoint stays until the caller removes it, once the run has its `end` record.
 * @throws UserError `cancelled`, `training-diverged`, `model-input-too-small`, `invalid-argument`
 */
export async function trainRun(options: TrainOptions, task: Task): Promise<TrainedRun> {
  const { run, folder, images, open } = options
  const size = run.preprocessing.size
  if (images.size !== size) throw new Error(`Pictures of ${images.size} pixels for a model of ${size}`)
  if (open.indices('train').length === 0) {
    throw new UserError('invalid-argument', 'The dataset has no training pictures.', {
      hint: 'Import the pictures again with smaller validation and test parts.',
    })
  }
  const writer = options.writer ?? new RunWriter(folder, options.emit)
  let model: ImageModel | null = null
  let session: TrainingSession | null = null
  try {
    if (writer.ended) throw new Error(`Run ${run.id} has ended`)
    model = buildModel(run.model, { size, classes: run.labels.length, seed: run.seed })
    const checkpoint = fitting(await readCheckpoint(folder), model)
    session = new TrainingSession(
      { ...options, checkpointSeconds: options.checkpointSeconds ?? 5 },
      model,
      writer,
      task,
      checkpoint,
    )
    recordStart(session, options)
    const { state, tracker } = session
    if (!state.trained) {
      await trainPhases(session, options)
      state.trained = true
      await session.checkpoint()
    }
    const description = describe(run, model)
    await saveModel(join(folder, 'model'), model.network, description)
    const result: TrainedRun = {
      network: model.network,
      description,
      bestEpoch: session.best ? tracker.bestEpoch : state.epochs,
      stoppedEarly: state.stoppedEarly,
      seconds: state.seconds,
      epochs: state.epochs,
      imagesPerSecond: state.stepImages / Math.max(1e-6, state.stepSeconds),
    }
    model = null
    return result
  } finally {
    session?.dispose()
    model?.dispose()
    if (!options.writer) writer.close()
  }
}
