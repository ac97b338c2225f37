// The curves of a run: its trainings, cut into phases, with the epoch whose weights are kept.
import { type Phase, type Run } from '../../../contract'
import { type DiagnosisFacts, type Evidence } from './finding'
import { type Epoch, type Training } from './history'

export interface Span {
  /** From 1. */
  phase: number
  plan: Phase
  epochs: readonly Epoch[]
  /** The last epoch before it; null in the first phase. */
  before: Epoch | null
}

export interface Curve {
  training: Training
  epochs: readonly Epoch[]
  spans: readonly Span[]
  /** Whose weights are kept and judged. */
  kept: Epoch
  stoppedEarly: boolean
}

function spansOf({ epochs, phases }: Training, run: Run): Span[] {
  const starts =
    phases.length > 0 ? phases.map(({ phase, after }) => ({ phase, after })) : [{ phase: 1, after: 0 }]
  return starts.flatMap(({ phase, after }, i) => {
    const plan = run.plan?.phases[phase - 1]
    const until = starts[i + 1]?.after ?? Infinity
    const within = epochs.filter(({ epoch }) => epoch > after && epoch <= until)
    const before = epochs.filter(({ epoch }) => epoch <= after).at(-1) ?? null
    return plan && within.length > 0 ? [{ phase, plan, epochs: within, before }] : []
  })
}

/**
 * Curves of the trainings that a run is judged by: its only one, or one a fold. The model that a cross-validation
 * keeps has no validation and is not judged. Epochs without finite figures are left out.
 */
export function curvesOf({ run, summary, evaluation, history }: DiagnosisFacts): Curve[] {
  return history.trainings.flatMap((training) => {
    const { fold } = training
    if (fold === 'all') return []
    const epochs = training.epochs.filter(isFinite)
    const result = evaluation?.folds?.find((one) => one.fold === fold)
    const bestEpoch = fold === null ? summary.bestEpoch : result?.bestEpoch
    const kept = epochs.find(({ epoch }) => epoch === bestEpoch) ?? epochs.at(-1)
    if (!kept) return []
    const stoppedEarly = result?.stoppedEarly ?? summary.stoppedEarly
    return [{ training, epochs, spans: spansOf({ ...training, epochs }, run), kept, stoppedEarly }]
  })
}

const isFinite = ({ train, validation }: Epoch): boolean =>
  [train.loss, train.accuracy, validation?.loss ?? 0, validation?.accuracy ?? 0].every(Number.isFinite)

/** What is seen in the curves of most folds holds for the run. Evidence is that of the fold in the middle. */
export function inMost(curves: readonly Curve[], see: (curve: Curve) => Evidence | null): Evidence | null {
  const seen = curves.map(see).filter((one) => one !== null)
  if (seen.length * 2 <= curves.length) return null
  const one = seen[Math.floor((seen.length - 1) / 2)]!
  return curves.length === 1 ? one : { ...one, folds: seen.length, foldsOf: curves.length }
}

/** The loss of saying that all classes are equally likely. */
export const guessingLoss = ({ labels }: Run): number => Math.log(labels.length)

/** What Keras sets an optimizer's rate to: what is far from it needs a reason. */
export const usualRate = ({ optimizer }: Phase): number => (optimizer.name === 'sgd' ? 0.01 : 0.001)

/** Whether a phase changes what is pretrained: small rates are right for it. */
export const isFineTuning = ({ model }: Run, { trainable }: Phase): boolean =>
  model.name === 'transfer' && model.options.weights !== 'random' && trainable !== 'head'

/** Whether the pictures of a training step differ from those of a test: its figures are then worse. */
export const isRegularised = ({ plan, model }: Run): boolean => isAugmented(plan) || hasDropout(model)

export const isAugmented = (plan: Run['plan']): boolean =>
  Object.values(plan?.augmentation ?? {}).some((one) => one !== false && one !== 0)

export function hasDropout(model: Run['model']): boolean {
  if (model.name === 'transfer') return model.options.head.dropout > 0
  if (model.name === 'mlp') return model.options.dropout > 0
  if (model.name === 'imported') return false
  return model.options.dropout > 0 || model.options.blockDropout > 0
}
