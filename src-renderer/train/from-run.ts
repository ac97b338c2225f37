// The way back from a run to the new-run screen: what was asked, ready to be changed. Pure.
import { type RunRequest, type TrainedRun } from '../../src-main/contract'
import { newPhase, type Conditions, type DraftModel } from './draft'

/** A copy that shares nothing; of what is watched too, which `structuredClone` refuses. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** What was asked of a run, to be asked again. */
export function requestOf({
  dataset,
  model,
  preprocessing,
  plan,
  seed,
  folds,
  backend,
}: TrainedRun): RunRequest {
  return copyOf({
    dataset,
    model,
    size: preprocessing.size,
    plan,
    seed,
    ...(folds !== null && { folds }),
    ...(backend !== null && { backend }),
  })
}

/**
 * A draft of one model that becomes this request. The screen has one optimizer for all phases: the first one's.
 * @param key of the model in the draft
 */
export function draftOf(request: RunRequest, key: number): { model: DraftModel; conditions: Conditions } {
  const { model, plan, size, seed, folds, backend } = copyOf(request)
  const [first] = plan.phases
  const phases = plan.phases.map((phase, at) => ({
    ...newPhase([]),
    trainable: phase.trainable,
    baseMode: phase.baseMode,
    epochs: phase.epochs,
    learningRate: phase.learningRate,
    schedule: at === 0 ? null : phase.schedule,
  }))
  return {
    model: { key, name: '', choice: model, size: model.name === 'transfer' ? (size ?? null) : null, phases },
    conditions: {
      dataset: request.dataset,
      size: size ?? 0,
      epochs: first!.epochs,
      learningRate: first!.learningRate,
      optimizer: first!.optimizer,
      schedule: first!.schedule,
      plan,
      folds: folds ?? null,
      seed: seed ?? 1,
      backend: backend ?? 'auto',
    },
  }
}
