// What the new-run screen collects, and the requests that it becomes: one a model, all under the same conditions.
import {
  cnnOptions,
  defaultPlan,
  defaultSeed,
  mlpOptions,
  type BackendName,
  type ModelChoice,
  type ModelName,
  type OptimizerChoice,
  type Plan,
  type RunRequest,
  type Schedule,
  optimizer,
  schedule,
} from '../../src-main/contract'

export interface DraftModel {
  key: number
  name: string
  choice: ModelChoice
}

export interface Conditions {
  dataset: string
  /** 0 takes the dataset's own. */
  size: number
  epochs: number
  learningRate: number
  optimizer: OptimizerChoice
  schedule: Schedule
  plan: Plan
  /** Folds of a cross-validation; null tests on the dataset's own test pictures. */
  folds: number | null
  seed: number
  backend: BackendName | 'auto'
}

export function newModel(name: ModelName): ModelChoice {
  return name === 'cnn' ? { name, options: cnnOptions.parse({}) } : { name, options: mlpOptions.parse({}) }
}

export const newOptimizer = (name: OptimizerChoice['name']): OptimizerChoice => optimizer.parse({ name })
export const newSchedule = (name: Schedule['name']): Schedule => schedule.parse({ name })

/** A learning rate that suits an optimizer to begin with. */
export const usualRate = (name: OptimizerChoice['name']): number => (name === 'sgd' ? 0.01 : 0.001)

/** @param trainImages what suits depends on how many pictures there are to train on */
export function newConditions(trainImages = 0): Conditions {
  const whole = defaultPlan(trainImages)
  const [phase] = whole.phases
  return {
    dataset: '',
    size: 0,
    epochs: phase!.epochs,
    learningRate: phase!.learningRate,
    optimizer: phase!.optimizer,
    schedule: phase!.schedule,
    plan: whole,
    folds: null,
    seed: defaultSeed,
    backend: 'auto',
  }
}

/** Another dataset was chosen: what was left as suggested follows its size, what was changed by hand stays. */
export function adapt(conditions: Conditions, before: number, now: number): void {
  const old = newConditions(before)
  const next = newConditions(now)
  if (conditions.epochs === old.epochs) conditions.epochs = next.epochs
  if (conditions.plan.batch === old.plan.batch) conditions.plan.batch = next.plan.batch
  const { earlyStopping } = conditions.plan
  if (
    earlyStopping &&
    next.plan.earlyStopping &&
    earlyStopping.patience === old.plan.earlyStopping?.patience
  ) {
    earlyStopping.patience = next.plan.earlyStopping.patience
  }
}

export function toRequests(models: readonly DraftModel[], conditions: Conditions): RunRequest[] {
  const { dataset, size, epochs, learningRate, folds, seed, backend } = conditions
  return models.map(({ name, choice }) => ({
    ...(name.trim() && { name: name.trim() }),
    dataset,
    model: choice,
    ...(size > 0 && { size }),
    plan: {
      ...conditions.plan,
      phases: [
        {
          epochs,
          trainable: 'all',
          learningRate,
          optimizer: conditions.optimizer,
          schedule: conditions.schedule,
        },
      ],
    },
    seed,
    ...(folds !== null && { folds }),
    ...(backend !== 'auto' && { backend }),
  }))
}

/** `32, 64 128` → [32, 64, 128]; null where it is not a list of whole numbers in the range. */
export function parseNumbers(
  text: string,
  range: { min: number; max: number; least: number; most: number },
): number[] | null {
  const numbers = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)
  const fits = (value: number): boolean => Number.isInteger(value) && value >= range.min && value <= range.max
  return numbers.every(fits) && numbers.length >= range.least && numbers.length <= range.most ? numbers : null
}
