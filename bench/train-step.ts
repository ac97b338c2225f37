// The app's own training step on noise, for measurements: what is timed is what a run does for each batch, from the
// packed pictures to the loss read back.
import { modelChoice, plan as planSchema, type ModelChoice, type Plan } from '../src-main/contract'
import type { Compute } from '../src-main/engine/compute'
import { buildFresh } from '../src-main/engine/models/build'
import { loadBatch } from '../src-main/engine/training/batches'
import { createStep } from '../src-main/engine/training/step'
import { tf, type Tensor1D } from '../src-main/engine/tf'

export interface StepSettings {
  /** The seed CNN (2,122,186 parameters at 32 pixels and 10 classes) where it is left out. */
  model?: ModelChoice
  augmentation?: Partial<Plan['augmentation']>
  batch: number
  size?: number
  classes?: number
}

export interface MeasuredStep {
  parameters: number
  /** Trains on the next batch. @returns mean loss */
  run(): number
  dispose(): void
}

export function measuredStep(compute: Compute, settings: StepSettings): MeasuredStep {
  const { batch, size = 32, classes = 10, model: choice = modelChoice.parse({ name: 'cnn' }) } = settings
  const plan = planSchema.parse({ phases: [{ epochs: 1 }], batch, augmentation: settings.augmentation })
  const model = buildFresh(choice, { size, classes, seed: 1 })
  const preprocessing = {
    size,
    resize: 'cover' as const,
    scale: 1 / 255,
    offset: [0, 0, 0] as [number, number, number],
    channels: 'rgb' as const,
  }
  const step = createStep({ model, phase: plan.phases[0]!, plan, preprocessing, compute })
  const noise = { size, read: (_: ArrayLike<number>, into: Uint8Array) => fillWithNoise(into) }
  const labels = Uint16Array.from({ length: batch }, (_, i) => i % classes)
  const indices = Int32Array.from({ length: batch }, (_, i) => i)
  const classWeights = tf.ones([classes]) as Tensor1D
  const learningRate = tf.scalar(0.001)
  let steps = 0
  return {
    parameters: model.parameters,
    run() {
      const loaded = loadBatch(noise, labels, indices)
      const seed = tf.tensor1d([1, steps++], 'int32')
      const metrics = step.run({ ...loaded, learningRate, seed, classWeights })
      const loss = metrics.dataSync()[0]! / batch
      tf.dispose([loaded.images, loaded.labels, seed, metrics])
      return loss
    },
    dispose() {
      step.dispose()
      model.dispose()
      tf.dispose([classWeights, learningRate])
    },
  }
}

/** The same pictures for every batch. */
function fillWithNoise(into: Uint8Array): void {
  for (let i = 0; i < into.length; i++) into[i] = (i * 7919) % 251
}
