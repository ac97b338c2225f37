// Cross-validation: a model a fold, each tested on the part that it did not see; then the model that is kept, trained
// on all pictures for the median of the folds' best epochs. Why that one: docs/decisions.
import { join } from 'node:path'
import { foldsProblem, planEpochs, type TrainedRun } from '../../../contract'
import type { OpenDataset } from '../../data/open'
import { evaluateRun, type Evaluated } from '../../evaluation/evaluate'
import { deriveSeed } from '../../models/seeds'
import { saveModel } from '../../models/storage'
import type { Task } from '../../task'
import { stepsPerEpoch } from '../batches'
import { removeCheckpoint } from '../checkpoint'
import { foldSink, type RunWriter } from '../history'
import { trainModel, type TrainedModel, type TrainModelOptions } from '../train'
import { makeFolds, medianEpochs, wholeSet, type Divisible, type FoldParts } from './folds'
import { poolFolds } from './pooled'
import { readFold, writeFold, type FinishedFold } from './results'

export interface CrossValidationOptions extends Omit<TrainModelOptions, 'writer' | 'part' | 'open'> {
  open: Divisible
  writer: RunWriter
}

export interface CrossValidated {
  /** The kept model, as saved in the run's `model` folder. The caller disposes of its network. */
  trained: TrainedModel
  evaluated: Evaluated
  /** Of all trainings. */
  seconds: number
  /** Of a fold at least. */
  stoppedEarly: boolean
}

/** The dataset as a fold sees it. */
function seenBy(parts: FoldParts, open: Divisible): Pick<OpenDataset, 'labels' | 'indices'> {
  return { labels: open.labels, indices: (split) => parts[split] }
}

/** Steps that a training on these pictures takes at most. */
function plannedSteps({ plan }: TrainedRun, { train }: FoldParts): number {
  return stepsPerEpoch(train.length, Math.min(plan.batch, train.length)) * planEpochs(plan)
}

/**
 * Trains and tests the folds that are left, then the model that is kept. Can be interrupted anywhere and goes on from
 * the folds that are over and the checkpoint of the one in progress.
 * @throws UserError where the dataset cannot be cross-validated, and what `trainModel` and `evaluateRun` throw
 */
export async function crossValidate(options: CrossValidationOptions, task: Task): Promise<CrossValidated> {
  const { run, open, folder, writer } = options
  const problem = foldsProblem(open.dataset, run.folds)
  if (problem || run.folds === null) throw problem ?? new Error(`Run ${run.id} has no folds`)
  if (writer.ended) throw new Error(`Run ${run.id} has ended`)

  const all = wholeSet(open)
  const folds = makeFolds(open, run.folds)
  const planned = [...folds, all].map((parts) => plannedSteps(run, parts))
  const finished: FinishedFold[] = []
  let predicting = 0
  /** What is special about the training in this place, the folds before it being over. */
  const part = (parts: FoldParts, epochs: readonly number[] | null) => ({
    fold: parts.fold,
    epochs,
    stepsBefore: finished.reduce((sum, { steps }) => sum + steps, 0),
    stepsAfter: planned.slice(finished.length + 1).reduce((sum, steps) => sum + steps, 0),
  })
  const train = (parts: FoldParts, seed: number, epochs: readonly number[] | null) =>
    trainModel(
      {
        ...options,
        run: { ...run, seed },
        open: seenBy(parts, open),
        writer: foldSink(writer, parts.fold, folds.length),
        viewSeed: run.seed,
        keepFeatures: parts.fold !== 'all',
        part: part(parts, epochs),
      },
      task,
    )

  for (const parts of folds) {
    let fold = await readFold(folder, parts, run.labels.length)
    if (!fold) {
      // A seed of its own: the folds' agreement should not come from equal first weights.
      const trained = await train(parts, deriveSeed(run.seed, 'fold', parts.fold), null)
      try {
        const judged = await judge(parts, trained, options, task)
        predicting += judged.seconds
        fold = judged.fold
        await writeFold(folder, fold)
      } finally {
        trained.network.dispose()
        trained.features?.close()
      }
      await removeCheckpoint(folder)
    }
    finished.push(fold)
  }

  const epochs = medianEpochs(finished.map(({ kept }) => kept))
  if (!writer.begun('all')) writer.write({ type: 'note', message: keptModelNote(epochs, all, finished) })
  const trained = await train(all, run.seed, epochs)
  try {
    trained.description.crossValidation = { folds: folds.length, images: all.train.length, epochs }
    await saveModel(join(folder, 'model'), trained.network, trained.description)
    return {
      trained,
      evaluated: poolFolds(finished, open.labels, run.labels, predicting),
      seconds: finished.reduce((sum, { result }) => sum + result.seconds, trained.seconds),
      stoppedEarly: finished.some(({ result }) => result.stoppedEarly),
    }
  } catch (error) {
    trained.network.dispose()
    throw error
  }
}

/** Tests the model of a fold. */
async function judge(
  parts: FoldParts,
  trained: TrainedModel,
  { run, open, images, compute, control }: CrossValidationOptions,
  task: Task,
): Promise<{ fold: FinishedFold; seconds: number }> {
  const { evaluation, probabilities } = await evaluateRun(
    {
      network: trained.network,
      preprocessing: run.preprocessing,
      open: seenBy(parts, open),
      images,
      labels: run.labels,
      compute,
      seed: run.seed,
      features: trained.features,
    },
    control.guard(task),
  )
  const { train, validation, test } = evaluation
  const { epochs, bestEpoch, stoppedEarly, seconds } = trained
  const fold: FinishedFold = {
    result: { fold: Number(parts.fold), train, validation, test, epochs, bestEpoch, stoppedEarly, seconds },
    kept: [...trained.kept],
    steps: trained.steps,
    index: Array.from(parts.test),
    probabilities,
  }
  return { fold, seconds: evaluation.seconds }
}

function keptModelNote(
  epochs: readonly number[],
  { train }: FoldParts,
  folds: readonly FinishedFold[],
): string {
  const best = folds.map(({ kept }) => kept.reduce((sum, one) => sum + one, 0)).join(', ')
  return (
    `The model that is kept is trained on all ${train.length} pictures for ${epochs.join(' + ')} epochs, the median ` +
    `of the folds' best (${best}). No picture is left to test it: the test figures are those of the folds' models.`
  )
}
