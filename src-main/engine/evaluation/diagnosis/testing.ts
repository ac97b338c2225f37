// Runs made of curves and confusion matrices, for the tests of the rules.
import {
  plan as planSchema,
  type Dataset,
  type Evaluation,
  type Fold,
  type ModelChoice,
  type Run,
  type RunRecord,
  type SetMetrics,
} from '../../../contract'
import { evaluateTest } from '../evaluate-probabilities'
import { testRun } from '../testing'
import { type JudgedFacts } from './finding'
import { trainingsOf } from './history'

export interface GivenCurve {
  /** Training loss of each epoch. */
  train: readonly number[]
  /** Validation loss of each epoch; none where it is left out. */
  validation?: readonly number[]
  /** Of each epoch; exp(-loss) where they are left out. */
  trainAccuracy?: readonly number[]
  validationAccuracy?: readonly number[]
  /** Of the first epoch. */
  batches?: readonly number[]
  /** Of the last epoch, as a part of the phase's. */
  rateAtEnd?: number
  /** Epochs before each phase, of a plan of several. */
  phases?: readonly number[]
  fold?: Fold
}

export interface Given {
  labels?: readonly string[]
  /** Rows are true classes; the test set follows from it. */
  confusion?: readonly (readonly number[])[]
  /** Of each prediction; the share that is right where it is left out. */
  confidence?: number
  train?: Partial<SetMetrics>
  validation?: Partial<SetMetrics> | null
  curves?: readonly GivenCurve[]
  curve?: GivenCurve
  bestEpoch?: number
  stoppedEarly?: boolean
  plan?: object
  model?: ModelChoice
  base?: Run['base']
  folds?: Evaluation['folds']
  dataset?: Dataset
  copies?: readonly number[]
  status?: 'done' | 'failed' | 'cancelled'
  code?: string
}

/** `right` of `count` pictures of each class are right, the mistakes fall evenly on the others. */
export const evenConfusion = (classes: number, count: number, right: number): number[][] =>
  Array.from({ length: classes }, (_, a) => {
    const wrong = count - right
    const each = Math.floor(wrong / (classes - 1))
    let left = wrong - each * (classes - 1)
    return Array.from({ length: classes }, (_, b) => (a === b ? right : each + (left-- > 0 ? 1 : 0)))
  })

export function recordsOf(curve: GivenCurve): RunRecord[] {
  const { fold, phases = [], rateAtEnd = 1 } = curve
  const of = fold === undefined ? {} : { fold }
  const place = { seq: 0, t: 0 }
  const set = (loss: number, accuracy = Math.exp(-loss)): SetMetrics => ({ loss, accuracy, count: 100 })
  const epochs = curve.train.map((loss, i): RunRecord => {
    const validation = curve.validation?.[i]
    return {
      ...place,
      ...of,
      type: 'epoch',
      epoch: i + 1,
      step: 10 * (i + 1),
      train: set(loss, curve.trainAccuracy?.[i]),
      validation: validation === undefined ? null : set(validation, curve.validationAccuracy?.[i]),
      learningRate: 1e-3 * (i === curve.train.length - 1 ? rateAtEnd : 1),
      seconds: 1,
      imagesPerSecond: 100,
      best: false,
    }
  })
  const starts = phases.map((after, i): RunRecord => ({ ...place, ...of, type: 'phase', phase: i + 1, phases: phases.length, trainable: 'all', trainableParameters: 10, learningRate: 1e-3, epochs: 10, after })) // prettier-ignore
  const batches = (curve.batches ?? []).map((loss, i): RunRecord => ({ ...place, ...of, type: 'batch', step: i + 1, epoch: 1, loss, accuracy: 0.5, learningRate: 1e-3, imagesPerSecond: 100 })) // prettier-ignore
  return [...starts, ...batches, ...epochs]
}

function evaluationOf(given: Given, labels: readonly string[]): Evaluation {
  const confusion = given.confusion ?? evenConfusion(labels.length, 100, 90)
  const pairs = confusion.flatMap((row, a) => row.flatMap((n, b) => Array<[number, number]>(n).fill([a, b])))
  const right = pairs.filter(([a, b]) => a === b).length / pairs.length
  const sure = given.confidence ?? right
  const rest = (1 - sure) / (labels.length - 1)
  const probabilities = Float32Array.from(
    pairs.flatMap(([, b]) => labels.map((_, k) => (k === b ? sure : rest))),
  )
  const scored = { probabilities, labels: pairs.map(([a]) => a), index: pairs.map((_, i) => i) }
  const set = (asked: Partial<SetMetrics>): SetMetrics => ({
    loss: 0.3,
    accuracy: right,
    count: 400,
    ...asked,
  })
  const train = set(given.train ?? {})
  const validation = given.validation === null ? null : set(given.validation ?? {})
  const made = evaluateTest(scored, { train, validation }, labels, 1)
  return given.folds ? { ...made, folds: given.folds } : made
}

/** A run of ten epochs that is as it should be, where nothing else is asked for. */
export function factsOf(given: Given = {}): JudgedFacts {
  const labels = given.labels ?? ['cat', 'dog', 'horse', 'ship']
  const { run, summary } = testRun({ id: 'run', right: [true], model: given.model })
  const curves = given.curves ?? [given.curve ?? levelling]
  const epochs = curves[0]?.train.length ?? 0
  const plan = planSchema.parse({ phases: [{ epochs: Math.max(1, epochs) }], ...given.plan })
  const { trainings } = trainingsOf(curves.flatMap(recordsOf))
  const status = given.status ?? 'done'
  const { code, bestEpoch = epochs, stoppedEarly = false } = given
  return {
    run: { ...run, labels: [...labels], plan, base: given.base, folds: given.folds?.length ?? null },
    summary: { ...summary, status, bestEpoch, stoppedEarly },
    evaluation: evaluationOf(given, labels),
    history: {
      trainings,
      end: status === 'cancelled' ? null : { seq: 0, t: 0, type: 'end', status, ...(code && { code }) },
    },
    dataset: given.dataset ?? null,
    copies: given.copies ?? null,
  }
}

/** A curve that comes down and levels off, as those of good runs do. */
export const levelling: GivenCurve = {
  train: [1.3, 0.8, 0.52, 0.4, 0.33, 0.3, 0.28, 0.27, 0.265, 0.26],
  validation: [1.1, 0.75, 0.55, 0.45, 0.4, 0.37, 0.355, 0.35, 0.349, 0.348],
}
