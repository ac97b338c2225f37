// What one phase of a training works with. It is made when the phase begins, as what is frozen then decides what a
// step computes, and freed when it ends.
import type { Phase } from '../../contract/plan'
import type { ImageModel } from '../models/build'
import { loadBatch, type LabelledBatch } from './batches'
import { createSetEvaluator, type SetEvaluator } from './evaluateSet'
import type { SessionOptions } from './session'
import { createStep, type TrainingStep } from './step'

export interface PhaseWork {
  readonly step: TrainingStep
  /** Evaluates the weights as they are. */
  readonly evaluator: SetEvaluator
  /** What `step` takes for these pictures. The caller disposes of it. */
  load(indices: Int32Array): LabelledBatch
  dispose(): void
}

/**
 * Freezes what the phase does not train, and makes its step, the way to its batches, and its evaluator.
 * @throws UserError `invalid-argument` where the model has no such part
 */
export function beginPhase(model: ImageModel, phase: Phase, options: SessionOptions): PhaseWork {
  const { run, open, images, compute } = options
  const { plan, preprocessing } = run
  model.setTrainable(phase.trainable)
  const step = createStep({ model, phase, plan, preprocessing, compute })
  const evaluator = createSetEvaluator(model, preprocessing, images, open.labels, compute)
  return {
    step,
    evaluator,
    load: (indices) => loadBatch(images, open.labels, indices),
    dispose() {
      step.dispose()
      evaluator.dispose()
    },
  }
}
