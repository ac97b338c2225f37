// Holds what the pure step function works on: runs it on a batch and takes over the new weights and slots.
import type { Preprocessing } from '../../contract'
import type { Plan, Phase } from '../../contract/plan'
import type { CompiledFunction, Compute } from '../compute'
import type { ImageModel } from '../models/build'
import { assignAndDispose, stepStatistics, trainableWeights } from '../models/weights'
import { tf, type Tensor, type Tensor1D } from '../tf'
import { forwardFromPictures, type Forward } from './forward'
import { MicroBatches, type PiecewiseBatch, type StepResultTensors } from './microBatches'
import { createOptimizer, initialSlots } from './optimizers'
import { createStepFunction, stepInputs, type StepBatch, type StepVariables } from './stepFunction'

/** A backend that records a step may get its memory at the second one. */
const FIRST_STEPS = 2

export interface TrainingStep {
  /** The optimizer's state: the iteration, then the slots of each weight. Owned by the step. */
  readonly slots: readonly Tensor[]
  /**
   * Trains on one batch. @returns float32 [2] on the device, the caller's: sum of the losses, right answers
   */
  run(batch: StepBatch): Tensor1D
  /** As `run`, of a batch that is loaded and computed in pieces. */
  runPieces(batch: PiecewiseBatch): Tensor1D
  /**
   * Waits for the device after the first steps with batches of a new size, before their numbers are used: where memory
   * runs out, it is mostly then. Returns at once otherwise.
   * @throws UserError `out-of-memory`, `device-lost`
   */
  settled(): Promise<void>
  /** Replaces the optimizer's state, from a checkpoint. Takes the tensors over. */
  restore(slots: Tensor[]): void
  dispose(): void
}

export interface StepOptions {
  model: ImageModel
  phase: Phase
  plan: Plan
  preprocessing: Preprocessing
  compute: Compute
  /** From pictures where it is left out. */
  forward?: Forward
}

/** Which variables a phase trains, moves and leaves alone. */
export function stepVariables(model: ImageModel, forward: Forward): StepVariables {
  const trained = trainableWeights(model.network)
  const statistics = stepStatistics(model.network)
  const changing = new Set([...trained, ...statistics])
  return { trained, statistics, fixed: forward.variables.filter((v) => !changing.has(v)) }
}

/** The step of one phase, with fresh optimizer state. */
export function createStep(options: StepOptions): TrainingStep {
  const { model, phase, plan, preprocessing, compute } = options
  const forward = options.forward ?? forwardFromPictures(model, plan.augmentation, preprocessing)
  const variables = stepVariables(model, forward)
  const optimizer = createOptimizer(phase.optimizer)
  const { labelSmoothing } = plan
  const functionOptions = { forward, variables, optimizer, labelSmoothing }
  const compiled: CompiledFunction = compute.compile('train-step', createStepFunction(functionOptions))
  let pieces: MicroBatches | null = null
  const { trained, statistics } = variables
  let slots = initialSlots(optimizer, trained)
  /** Steps with batches of so many pictures. */
  const taken = new Map<number, number>()
  let unsettled = false

  function take(changed: Omit<StepResultTensors, 'metrics'>, pictures: number): void {
    assignAndDispose([...trained, ...statistics], [...changed.weights, ...changed.statistics])
    tf.dispose(slots)
    slots = changed.slots
    const before = taken.get(pictures) ?? 0
    unsettled ||= before < FIRST_STEPS
    taken.set(pictures, before + 1)
  }

  return {
    get slots() {
      return slots
    },
    run(batch) {
      const [metrics, ...changed] = compiled.run(stepInputs(variables, slots, batch))
      const weights = changed.splice(0, trained.length)
      take({ weights, statistics: changed.splice(0, statistics.length), slots: changed }, batch.labels.size)
      return metrics as Tensor1D
    },
    runPieces(batch) {
      pieces ??= new MicroBatches(functionOptions, compute)
      const { metrics, ...changed } = pieces.run(batch, slots)
      take(changed, batch.count)
      return metrics
    },
    async settled() {
      if (!unsettled) return
      unsettled = false
      await compute.settled?.()
    },
    restore(restored) {
      tf.dispose(slots)
      slots = restored
    },
    dispose() {
      tf.dispose(slots)
      slots = []
      compiled.dispose()
      pieces?.dispose()
    },
  }
}
