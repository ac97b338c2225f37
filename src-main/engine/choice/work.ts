// What of a run is measured: its most expensive phase. And whether that is worth it: a rough guess of how long the run
// will take. Both from the plan alone; nothing is built for them.
import { planEpochs, type MeasuredModel, type Phase, type Plan, type TrainedRun } from '../../contract'
import { describeModel } from '../models/describe'
import { augments } from '../training/augment/views'

/** What a processor of a few cores computes a second in a training, within a factor of a few. */
const OPERATIONS_A_SECOND = 20e9
/** What a step takes beside that, however small the model is. */
const STEP_SECONDS = 0.002
/** Runs that are guessed to take less are over before a choice pays off: measuring takes some seconds itself. */
export const WORTH_SECONDS = 30

export interface Work {
  /** Index of the phase. */
  readonly phase: number
  readonly kind: MeasuredModel['work']
  /** Pictures of a training step. */
  readonly batch: number
  /** Guess for the whole run, on a processor. */
  readonly seconds: number
}

/** What is frozen is computed once in this plan, unless there turns out to be no room. */
export const keepsFeatures = (plan: Plan): boolean =>
  plan.cacheFeatures && !(augments(plan.augmentation) && plan.views === null)

export function kindOf(plan: Plan, { trainable }: Phase): Work['kind'] {
  if (trainable === 'all') return 'all'
  return trainable === 'head' && keepsFeatures(plan) ? 'features' : 'part'
}

/** Multiply-adds of one picture, forwards, roughly: a layer's weights at each place of its output. */
function multiplyAdds({ model, preprocessing, labels, base }: TrainedRun): number {
  const input = { size: preprocessing.size, classes: labels.length, ...(base && { base }) }
  return describeModel(model, input).layers.reduce(
    (sum, { parameters, outputShape }) =>
      sum + parameters * outputShape.slice(1, -1).reduce<number>((all, side) => all * (side ?? 1), 1),
    0,
  )
}

/** Times that the way forwards is gone for one picture in a phase; a step back costs about two of them. */
function passes(plan: Plan, phase: Phase): number {
  const kind = kindOf(plan, phase)
  if (kind === 'features') return Math.min(plan.views ?? 1, phase.epochs)
  return (kind === 'all' ? 3 : 2) * phase.epochs
}

/** @param trainImages pictures that one model of the run is trained on */
export function workOf(run: TrainedRun, trainImages: number): Work {
  const { plan, folds } = run
  const batch = Math.min(plan.batch, trainImages)
  const forwards = (2 * multiplyAdds(run) * trainImages) / OPERATIONS_A_SECOND
  const steps = planEpochs(plan) * Math.ceil(trainImages / batch)
  const seconds = plan.phases.map((phase) => passes(plan, phase) * forwards)
  const phase = seconds.indexOf(Math.max(...seconds))
  return {
    phase,
    kind: kindOf(plan, plan.phases[phase]!),
    batch,
    seconds: seconds.reduce((sum, one) => sum + one, steps * STEP_SECONDS) * (1 + (folds ?? 0)),
  }
}

/** A run's model as a measurement names it. */
export const measuredModelOf = ({ model, base, preprocessing }: TrainedRun, work: Work): MeasuredModel => ({
  title: base?.title ?? model.name.toUpperCase(),
  size: preprocessing.size,
  batch: work.batch,
  work: work.kind,
})
