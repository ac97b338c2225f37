// Trains one run from its first step, or from its checkpoint, to a saved model.
import { join } from 'node:path'
import {
  isWrongScaling,
  ownScaling,
  UserError,
  type Fold,
  type ModelDescription,
  type TrainedRun,
  type RunRecord,
} from '../../contract'
import { cotejoVersion } from '../../contract/version'
import type { Features } from '../features/features'
import { buildModel, type ImageModel } from '../models/build'
import { saveModel } from '../models/storage'
import type { Task } from '../task'
import { tf, type LayersModel } from '../tf'
import { checkViews } from './augment/views'
import { readCheckpoint, type Checkpoint } from './checkpoint'
import { RunWriter, type RecordSink } from './history'
import { trainedParts, trainPhases, type TrainedParts } from './phases'
import { TrainingSession, type SessionOptions } from './session'

/** Of one training: the only one of a run, or one of a cross-validation. */
export interface TrainModelOptions extends Omit<SessionOptions, 'checkpointSeconds'> {
  writer: RecordSink
  checkpointSeconds?: number
  /** Path of the weights of the run's base. */
  weightsFile?: string
  /** Hands out the features of the last phase with the result. */
  keepFeatures?: boolean
}

export interface TrainOptions extends Omit<TrainModelOptions, 'writer' | 'part'> {
  /** Gets each record after it was written to history.jsonl. */
  emit: (record: RunRecord) => void
  /** The run's history, where the caller has it open; it stays open then. Otherwise it is opened and closed here. */
  writer?: RunWriter
}

export interface TrainedModel {
  /** With the weights that are kept. The caller disposes of it. */
  network: LayersModel
  description: ModelDescription
  /** With `keepFeatures`, of the last phase where it was trained from features: the caller closes them. */
  features: Features | null
  /** The epoch whose weights are kept, from 1. */
  bestEpoch: number
  stoppedEarly: boolean
  /** Training and validation, without pauses, over all processes that worked on the run. */
  seconds: number
  epochs: number
  /** Of each phase, the epochs behind the weights that are kept. */
  kept: readonly number[]
  steps: number
  /** In training steps, over the whole run. */
  imagesPerSecond: number
}

const describe = (run: TrainedRun, model: ImageModel, parts: TrainedParts): ModelDescription => ({
  version: 1,
  model: run.model,
  ...(run.base && { base: run.base }),
  labels: run.labels,
  preprocessing: run.preprocessing,
  parameters: model.parameters,
  trainableParameters: Math.max(...parts.parameters),
  cotejo: cotejoVersion,
  run: run.id,
  dataset: run.dataset,
})

/** A checkpoint of another model (run.json was edited, say) or of another fold is worth nothing. */
function fitting(
  checkpoint: Checkpoint | null,
  { changing }: TrainedParts,
  fold: Fold | null,
): Checkpoint | null {
  if (!checkpoint) return null
  const shapes = (tensors: readonly { shape: number[] }[]) => JSON.stringify(tensors.map((t) => t.shape))
  const same = shapes(checkpoint.weights) === shapes(changing)
  if (same && checkpoint.state.fold === fold) return checkpoint
  tf.dispose([checkpoint.weights, checkpoint.slots, checkpoint.best ?? []])
  return null
}

/** Says so where a base gets pixels that it was not trained with. */
function scalingNote({ model, base }: TrainedRun): string | null {
  if (model.name !== 'transfer' || !base) return null
  const { scaling, weights } = model.options
  if (weights === 'random' || !isWrongScaling(base.architecture, scaling)) return null
  return (
    `The pixels are prepared in another way than ${base.title} was trained with, on purpose: ` +
    `“${scaling}”, where its own is “${ownScaling(base.architecture)}”.`
  )
}

/** The first record of a training, or a note that says where it goes on. */
function recordStart(session: TrainingSession, options: TrainModelOptions): void {
  const { writer, state, model, parts } = session
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
    trainableParameters: parts.parameters[0]!,
    epochs: run.plan.phases.reduce((sum, _, phase) => sum + session.phaseLength(phase), 0),
    stepsPerEpoch: session.stepsPerEpoch,
    images: {
      train: session.train.length,
      validation: session.validation.length,
      test: open.indices('test').length,
    },
  })
  const wrong = scalingNote(run)
  if (wrong) writer.write({ type: 'note', message: wrong })
  if (session.validation.length === 0 && !options.part?.epochs) {
    const message = 'There are no validation pictures: all epochs are trained and the last weights are kept.'
    writer.write({ type: 'note', message })
  }
}

/**
 * Trains a model, without saving it.
 *
 * Goes on from `<folder>/checkpoint` where there is one of this training, to the same numbers as without the
 * interruption (on the same backend). Appends records to the history, all but `end`, and scalars to
 * `<folder>/tensorboard`. The checkpoint stays until the caller removes it, once all that follows is on disk.
 * @throws UserError `cancelled`, `training-diverged`, `model-input-too-small`, `invalid-argument`
 */
export async function trainModel(options: TrainModelOptions, task: Task): Promise<TrainedModel> {
  const { run, folder, images, open, writer, part } = options
  const size = run.preprocessing.size
  if (images.size !== size) throw new Error(`Pictures of ${images.size} pixels for a model of ${size}`)
  if (open.indices('train').length === 0) {
    throw new UserError('invalid-argument', 'The dataset has no training pictures.', {
      hint: 'Import the pictures again with smaller validation and test parts.',
    })
  }
  checkViews(run.plan)
  let model: ImageModel | null = null
  let session: TrainingSession | null = null
  try {
    const { base, labels, seed } = run
    const { weightsFile } = options
    model = await buildModel(run.model, { size, classes: labels.length, seed, base, weightsFile })
    const parts = trainedParts(model, run.plan)
    const checkpoint = fitting(await readCheckpoint(folder), parts, part?.fold ?? null)
    session = new TrainingSession(
      { ...options, checkpointSeconds: options.checkpointSeconds ?? 5 },
      model,
      parts,
      writer,
      task,
      checkpoint,
    )
    recordStart(session, options)
    const { state, tracker } = session
    if (!state.trained) {
      await trainPhases(session)
      state.trained = true
      await session.checkpoint()
    }
    const result: TrainedModel = {
      network: model.network,
      description: describe(run, model, parts),
      features: options.keepFeatures ? session.takeFeatures() : null,
      bestEpoch: session.best ? tracker.bestEpoch : state.epochs,
      stoppedEarly: state.stoppedEarly,
      seconds: state.seconds,
      epochs: state.epochs,
      kept: state.kept,
      steps: state.steps,
      imagesPerSecond: state.stepImages / Math.max(1e-6, state.stepSeconds),
    }
    model = null
    return result
  } finally {
    session?.dispose()
    model?.dispose()
  }
}

/** Trains the model of a run without folds (see `trainModel`) and saves it in `<folder>/model`. */
export async function trainRun(options: TrainOptions, task: Task): Promise<TrainedModel> {
  const { folder, run } = options
  const writer = options.writer ?? new RunWriter(folder, options.emit)
  try {
    if (writer.ended) throw new Error(`Run ${run.id} has ended`)
    const trained = await trainModel({ ...options, writer }, task)
    try {
      await saveModel(join(folder, 'model'), trained.network, trained.description)
    } catch (error) {
      trained.network.dispose()
      trained.features?.close()
      throw error
    }
    return trained
  } finally {
    if (!options.writer) writer.close()
  }
}
