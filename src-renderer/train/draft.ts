// What the new-run screen collects, and the requests that it becomes: one a model, all under the same conditions.
import {
  cnnOptions,
  defaultPlan,
  defaultSeed,
  mlpOptions,
  type BackendName,
  type BaseMode,
  type ModelChoice,
  type ModelName,
  type OptimizerChoice,
  type Phase,
  type Plan,
  type RunRequest,
  type Schedule,
  type TrainablePart,
  optimizer,
  schedule,
  transferOptions,
} from '../../src-main/contract'

/** A phase of a model on a base. Null takes what holds for all models. */
export interface DraftPhase {
  key: number
  trainable: TrainablePart
  baseMode: BaseMode
  epochs: number | null
  learningRate: number | null
  schedule: Schedule | null
}

export interface DraftModel {
  key: number
  name: string
  choice: ModelChoice
  /** Side of the input of a model on a base; null takes that of all. */
  size: number | null
  /** Of a model on a base, never empty; others learn as a whole. */
  phases: DraftPhase[]
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

/** What a model on a base stands on as long as nobody knows what else there is: the one in the box. */
const BOX = 'cotejo-mini'

/** @param base id of what a model on a base stands on */
export function newModel(name: ModelName, base = BOX): ModelChoice {
  if (name === 'cnn') return { name, options: cnnOptions.parse({}) }
  if (name === 'mlp') return { name, options: mlpOptions.parse({}) }
  return { name, options: transferOptions.parse({ base }) }
}

/** The rate at which what is pretrained is changed a little and not lost. */
const fineRate = 1e-4

let lastPhase = 0

/** @param before the phases that are there: the head comes first, then more of the base at a smaller rate */
export function newPhase(before: readonly DraftPhase[]): DraftPhase {
  const first = before.length === 0
  return {
    key: ++lastPhase,
    trainable: first ? 'head' : { last: 10 },
    baseMode: 'auto',
    epochs: null,
    learningRate: first ? null : fineRate,
    schedule: null,
  }
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

/** The phases of a model with what holds for all filled in. */
export function phasesOf({ choice, phases }: DraftModel, conditions: Conditions): Phase[] {
  const { epochs, learningRate, optimizer, schedule } = conditions
  if (choice.name !== 'transfer')
    return [{ epochs, trainable: 'all', baseMode: 'auto', learningRate, optimizer, schedule }]
  return phases.map((one) => ({
    epochs: one.epochs ?? epochs,
    trainable: one.trainable,
    baseMode: one.baseMode,
    learningRate: one.learningRate ?? learningRate,
    optimizer,
    schedule: one.schedule ?? schedule,
  }))
}

/** Side of a model's input; 0 leaves it to the dataset. */
export const sizeOf = ({ choice, size }: DraftModel, conditions: Conditions): number =>
  choice.name === 'transfer' && size !== null ? size : conditions.size

export function toRequests(models: readonly DraftModel[], conditions: Conditions): RunRequest[] {
  const { dataset, folds, seed, backend, plan } = conditions
  return models.map((model) => {
    const size = sizeOf(model, conditions)
    const name = model.name.trim()
    return {
      ...(name && { name }),
      dataset,
      model: model.choice,
      ...(size > 0 && { size }),
      plan: { ...plan, phases: phasesOf(model, conditions) },
      seed,
      ...(folds !== null && { folds }),
      ...(backend !== 'auto' && { backend }),
    }
  })
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
