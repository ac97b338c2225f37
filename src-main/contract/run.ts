// A run: one model trained by one plan on one dataset and split with one seed; what was asked and what happened.
import { z } from './zod'
import { backendName, measuredSpeeds } from './backend'
import { count, id, seed, timestamp } from './common'
import { cost } from './cost'
import { errorCodes, errorDetail } from './errors'
import { usedBase } from './base'
import { UserError } from './errors'
import { modelChoice, preprocessing, runModel } from './model'
import { plan, trainablePart } from './plan'

/**
 * Number of folds of a cross-validation; null trains one model on the dataset's own split. With folds, every picture
 * is tested once, by a model that has not seen it; then the model that is kept is trained on all of them
 * (docs/decisions). Folds depend on the dataset's split seed, not on the run's: runs with equally many share them.
 */
export const folds = z.int().min(2).max(10).nullable()

/** Which model of a cross-validation: fold 1 to `folds`, or the one that is kept, trained on all pictures. */
export const fold = z.union([z.int().min(1).max(10), z.literal('all')])
export type Fold = z.infer<typeof fold>

/** The recipe that a run belongs to: runs that were started together share `set`. */
export const recipeMark = z.object({
  name: z.string().max(40),
  set: id,
  /** Which of the recipe's runs it is: the same for all seeds. */
  part: z.string().max(200).optional(),
})

/** What the user asks for; app fills in the rest. */
export const runRequest = z.object({
  name: z.string().min(1).max(200).optional(),
  dataset: id,
  model: modelChoice,
  /** Side of the input in pixels; the dataset's own where it is left out. */
  size: z.int().min(8).max(1024).optional(),
  plan,
  seed: seed.default(1),
  folds: folds.optional(),
  /** Where it is left out, the one that trains this model fastest here (docs/decisions/0032). */
  backend: backendName.optional(),
  /** Where it is one of a recipe's runs. */
  recipe: recipeMark.optional(),
})
export type RunRequest = z.infer<typeof runRequest>

/** run.json: all that is needed to do it again. Written once. */
export const run = z.object({
  version: z.literal(1),
  id,
  name: z.string().min(1).max(200),
  created: timestamp,
  dataset: id,
  datasetName: z.string(),
  datasetHash: z.string(),
  labels: z.array(z.string()).min(2),
  model: runModel,
  /** Of a transfer model: the base as it was when the run was made. */
  base: usedBase.optional(),
  preprocessing,
  /** Null of a model that was brought in: nobody here knows how it was trained. */
  plan: plan.nullable(),
  /** Of what is drawn; of a model that was brought in, of the training pictures that it is asked about. */
  seed,
  folds: folds.default(null),
  backend: backendName.nullable(),
  recipe: recipeMark.optional(),
  cotejo: z.string(),
})
export type Run = z.infer<typeof run>

/** A run that is trained here: what the engine is given to train. */
export const trainedRun = run.extend({ model: modelChoice, plan })
export type TrainedRun = z.infer<typeof trainedRun>

export const isTrained = (run: Run): run is TrainedRun => run.plan !== null && run.model.name !== 'imported'

/** @throws UserError `invalid-argument` for a run whose model was brought in */
export function needTrained(run: Run): TrainedRun {
  if (isTrained(run)) return run
  throw new UserError('invalid-argument', `${run.name} was trained elsewhere: nobody here knows how.`, {
    detail: { run: run.name },
    hint: 'Choose a run that was trained here.',
  })
}

/** Whether a run's model was trained elsewhere: it may have seen any picture, and nothing is known of its training. */
export const isImported = (run: Pick<Run, 'model'>): boolean => run.model.name === 'imported'

export const runStatus = z.enum(['queued', 'running', 'paused', 'done', 'cancelled', 'failed', 'crashed'])
export type RunStatus = z.infer<typeof runStatus>

/** Loss is the mean cross-entropy (natural logarithm), accuracy the fraction that is right. */
export const setMetrics = z.object({ loss: z.number(), accuracy: z.number(), count })
export type SetMetrics = z.infer<typeof setMetrics>

const base = {
  /** Rises by one with each record of a run. */
  seq: count,
  /** Milliseconds since the run started. */
  t: z.number().min(0),
}

/** Only in runs with folds; steps and epochs are counted within the fold. */
const ofFold = { fold: fold.optional() }

/** What a note is about: of features (what is frozen, computed once for all epochs), and of the device. */
export const noteAbout = z.discriminatedUnion('key', [
  /** They were computed; those of `found` more pictures had been before. */
  z.object({ key: z.literal('features'), images: count, found: count, seconds: z.number() }),
  /** The same, for another view of the pictures. */
  z.object({ key: z.literal('features-view'), images: count, found: count, seconds: z.number() }),
  /** They are not kept, as every step draws its own augmentation. */
  z.object({ key: z.literal('features-need-views') }),
  /** They are not kept, as they would take more bytes than there are. */
  z.object({ key: z.literal('features-too-large'), images: count, bytes: z.number(), room: z.number() }),
  /** They are no longer kept: the disk refused. */
  z.object({ key: z.literal('features-no-room') }),
  /**
   * Memory ran out on a device; the run goes on from its last checkpoint there, each batch computed in so many parts
   * of at most so many pictures.
   */
  z.object({
    key: z.literal('micro-batches'),
    device: z.string(),
    batch: count,
    parts: count,
    pictures: count,
  }),
  /** A graphics card stopped answering; the run goes on from its last checkpoint on another device. */
  z.object({
    key: z.literal('device-lost'),
    device: z.string(),
    next: z.string(),
    backend: backendName.optional(),
  }),
  /** Of so many kernels it was measured which way of computing is the fastest on this card; some were changed for it. */
  z.object({ key: z.literal('tuned'), kernels: count, improved: count, seconds: z.number() }),
  /** The backend was chosen by what each trains of this model a second; `kept`: measured for an earlier run. */
  measuredSpeeds.extend({
    key: z.literal('backend-measured'),
    /** The fastest that could be opened. */
    backend: backendName,
    kept: z.boolean(),
  }),
  /** The run goes on on another backend than it was trained on so far, which is not there any more. */
  z.object({ key: z.literal('backend-gone'), before: backendName, backend: backendName, why: z.string() }),
])
export type NoteAbout = z.infer<typeof noteAbout>

/**
 * One line of history.jsonl, and what a `run` event carries. A run with folds has a `start` record for each fold and
 * one for the model that is kept, each followed by its batches and epochs; then one `end`.
 */
export const runRecord = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('start'),
    ...ofFold,
    /** How many folds there are, in runs that have them. */
    folds: count.optional(),
    at: timestamp,
    backend: backendName,
    device: z.string(),
    parameters: count,
    trainableParameters: count,
    epochs: count,
    stepsPerEpoch: count,
    /** Of the fold; `all` has neither validation nor test pictures. */
    images: z.object({ train: count, validation: count, test: count }),
  }),
  /** A phase begins: in plans of several phases. */
  z.object({
    ...base,
    type: z.literal('phase'),
    ...ofFold,
    /** From 1. */
    phase: z.int().min(1),
    phases: count,
    trainable: trainablePart,
    trainableParameters: count,
    /** Before warm-up and schedule. */
    learningRate: z.number(),
    /** At most. */
    epochs: count,
    /** Epochs of the run (or of the fold) before it. */
    after: count,
  }),
  z.object({
    ...base,
    type: z.literal('batch'),
    ...ofFold,
    /** Steps taken since the start of the run (or of the fold), this one included. */
    step: count,
    /** Epochs count from 1. */
    epoch: count,
    loss: z.number(),
    /** Where pictures are mixed, both labels count, by their shares: 0.7 right for the class that is seven tenths. */
    accuracy: z.number(),
    learningRate: z.number(),
    imagesPerSecond: z.number(),
  }),
  z.object({
    ...base,
    type: z.literal('epoch'),
    ...ofFold,
    epoch: count,
    step: count,
    train: setMetrics,
    validation: setMetrics.nullable(),
    learningRate: z.number(),
    seconds: z.number(),
    imagesPerSecond: z.number(),
    /** The best so far by what is monitored. */
    best: z.boolean(),
  }),
  z.object({ ...base, type: z.literal('paused') }),
  z.object({ ...base, type: z.literal('resumed') }),
  /** In words, and, where the interface can say it in the user's language, what it is about. */
  z.object({ ...base, type: z.literal('note'), message: z.string(), about: noteAbout.optional() }),
  z.object({
    ...base,
    type: z.literal('end'),
    status: z.enum(['done', 'cancelled', 'failed', 'crashed']),
    reason: z.string().optional(),
    /** Of the error that it failed with (errors.ts). */
    code: z.string().optional(),
    /** The values in the reason, by name. */
    detail: errorDetail.optional(),
    /** Early stopping ended the training. */
    stoppedEarly: z.boolean().optional(),
    /** The epoch whose weights are kept; with folds the epochs that the kept model was trained for. */
    bestEpoch: count.optional(),
    /** Training time without pauses. */
    seconds: z.number().optional(),
  }),
])
export type RunRecord = z.infer<typeof runRecord>
export type RunRecordOf<T extends RunRecord['type']> = Extract<RunRecord, { type: T }>

/** Wilson score interval at 95 %. */
export const interval = z.object({ low: z.number(), high: z.number() })
export type Interval = z.infer<typeof interval>

export const classMetrics = z.object({
  name: z.string(),
  /** Test images of this class. */
  count,
  /** Of the images of this class, the fraction that was recognised (recall); null where the test set has none. */
  accuracy: z.number().nullable(),
  interval: interval.nullable(),
  /** Null where the class was never predicted. */
  precision: z.number().nullable(),
  f1: z.number().nullable(),
})
export type ClassMetrics = z.infer<typeof classMetrics>

/** One model of a cross-validation, on its own part of the pictures. */
export const foldResult = z.object({
  fold: z.int().min(1).max(10),
  train: setMetrics,
  validation: setMetrics.nullable(),
  test: setMetrics,
  /** Epochs trained, and the one whose weights were tested. */
  epochs: count,
  bestEpoch: count,
  stoppedEarly: z.boolean(),
  seconds: z.number(),
})

/**
 * evaluation.json. With folds `test` is over all pictures, each judged by the model that did not see it, and `train`
 * and `validation` are over what the models of all folds trained and validated on.
 */
export const evaluation = z.object({
  version: z.literal(1),
  train: setMetrics,
  validation: setMetrics.nullable(),
  test: setMetrics,
  testInterval: interval,
  /** Train accuracy minus test accuracy. */
  gap: z.number(),
  /** The test classes differ in size (by a factor of 1.5 or more): accuracy alone would flatter the large ones. */
  uneven: z.boolean().optional(),
  /** Mean of the recall of the classes that the test set has (scikit-learn's balanced_accuracy_score). */
  balancedAccuracy: z.number().optional(),
  /** Mean of the F1 of the classes that occur or were predicted; one that was never right has 0 (f1_score, macro). */
  macroF1: z.number().optional(),
  /** Of a cross-validation, one entry a fold. */
  folds: z.array(foldResult).optional(),
  labels: z.array(z.string()),
  /** Rows are the true classes, columns the predicted ones. */
  confusion: z.array(z.array(count)),
  classes: z.array(classMetrics),
  /** One entry a test image, in the dataset's order; probabilities are in test-probabilities.f32. */
  predictions: z.object({
    index: z.array(count),
    label: z.array(count),
    predicted: z.array(count),
    confidence: z.array(z.number()),
  }),
  seconds: z.number(),
  /** Measured once the run was evaluated; runs of before that have none. */
  cost: cost.optional(),
})
export type Evaluation = z.infer<typeof evaluation>

/** A run in one line: lists, the comparison's table, `train --json`. */
export const runSummary = z.object({
  run: id,
  name: z.string(),
  created: timestamp,
  status: runStatus,
  reason: z.string().nullable(),
  /** The reason as an error that the interface can say in another language, where it is one. */
  cause: z.object({ code: z.enum(errorCodes), detail: errorDetail.optional() }).nullish(),
  dataset: id,
  datasetName: z.string(),
  /** `cnn`, `mlp`; of a transfer model the base's id; `imported`. */
  model: z.string(),
  size: z.int(),
  backend: backendName.nullable(),
  seed,
  folds,
  recipe: recipeMark.nullable().default(null),
  /** Epochs trained so far, and asked for; with folds of all models together. */
  epochs: count,
  epochsPlanned: count,
  /** With folds the epochs that the kept model was trained for: the median of the folds' best. */
  bestEpoch: count.nullable(),
  stoppedEarly: z.boolean(),
  parameters: count.nullable(),
  trainableParameters: count.nullable(),
  trainAccuracy: z.number().nullable(),
  validationAccuracy: z.number().nullable(),
  testAccuracy: z.number().nullable(),
  testInterval: interval.nullable(),
  testCount: count.nullable(),
  testLoss: z.number().nullable(),
  /** See evaluation. `uneven` says whether they should be shown beside the accuracy. */
  uneven: z.boolean().nullable(),
  balancedAccuracy: z.number().nullable(),
  macroF1: z.number().nullable(),
  gap: z.number().nullable(),
  /** Test accuracy per million parameters. */
  efficiency: z.number().nullable(),
  seconds: z.number().nullable(),
  imagesPerSecond: z.number().nullable(),
})
export type RunSummary = z.infer<typeof runSummary>
