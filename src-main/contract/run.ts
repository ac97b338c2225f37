// A run: one model trained by one plan on one dataset and split with one seed; what was asked and what happened.
import { z } from './zod'
import { count, id, seed, splitName, timestamp } from './common'
import { modelChoice, preprocessing } from './model'
import { plan } from './plan'

export const backendName = z.enum(['tensorflow', 'webgpu', 'wasm', 'cpu'])
export type BackendName = z.infer<typeof backendName>

/** What the user asks for; app fills in the rest. */
export const runRequest = z.object({
  name: z.string().min(1).max(200).optional(),
  dataset: id,
  model: modelChoice,
  /** Side of the input in pixels; the dataset's own where it is left out. */
  size: z.int().min(8).max(1024).optional(),
  plan,
  seed: seed.default(1),
  /** The best that this machine has where it is left out. */
  backend: backendName.optional(),
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
  model: modelChoice,
  preprocessing,
  plan,
  seed,
  backend: backendName.nullable(),
  cotejo: z.string(),
})
export type Run = z.infer<typeof run>

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

/** One line of history.jsonl, and what a `run` event carries. */
export const runRecord = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('start'),
    at: timestamp,
    backend: backendName,
    device: z.string(),
    parameters: count,
    trainableParameters: count,
    epochs: count,
    stepsPerEpoch: count,
    images: z.object({ train: count, validation: count, test: count }),
  }),
  z.object({
    ...base,
    type: z.literal('batch'),
    /** Steps taken since the start of the run, this one included. */
    step: count,
    /** Epochs count from 1. */
    epoch: count,
    loss: z.number(),
    accuracy: z.number(),
    learningRate: z.number(),
    imagesPerSecond: z.number(),
  }),
  z.object({
    ...base,
    type: z.literal('epoch'),
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
  z.object({ ...base, type: z.literal('note'), message: z.string() }),
  z.object({
    ...base,
    type: z.literal('end'),
    status: z.enum(['done', 'cancelled', 'failed', 'crashed']),
    reason: z.string().optional(),
    /** Early stopping ended the training. */
    stoppedEarly: z.boolean().optional(),
    /** The epoch whose weights are kept. */
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

/** evaluation.json */
export const evaluation = z.object({
  version: z.literal(1),
  train: setMetrics,
  validation: setMetrics.nullable(),
  test: setMetrics,
  testInterval: interval,
  /** Train accuracy minus test accuracy. */
  gap: z.number(),
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
})
export type Evaluation = z.infer<typeof evaluation>

/** A run in one line: lists, the comparison's table, `train --json`. */
export const runSummary = z.object({
  run: id,
  name: z.string(),
  created: timestamp,
  status: runStatus,
  reason: z.string().nullable(),
  dataset: id,
  datasetName: z.string(),
  model: z.string(),
  size: z.int(),
  backend: backendName.nullable(),
  seed,
  /** Epochs trained so far, and asked for. */
  epochs: count,
  epochsPlanned: count,
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
  gap: z.number().nullable(),
  /** Test accuracy per million parameters. */
  efficiency: z.number().nullable(),
  seconds: z.number().nullable(),
  imagesPerSecond: z.number().nullable(),
})
export type RunSummary = z.infer<typeof runSummary>

export const evaluatedSet = splitName
