// A small model with what the larger ones have: convolutions, normalisation, pooling, dropout, augmentation; and its
// training step on made pictures, the same in every process.
import { modelChoice, plan as planSchema } from '../../src-main/contract'
import type { Compute } from '../../src-main/engine/compute'
import { buildFresh } from '../../src-main/engine/models/build'
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor4D } from '../../src-main/engine/tf'
import { createStep } from '../../src-main/engine/training/step'

const size = 8
const usual = 6
const classes = 3

export function smallTraining(compute: Compute, options: object = {}) {
  const choice = modelChoice.parse({
    name: 'cnn',
    options: { filters: [4, 5], batchNorm: true, dense: 8, dropout: 0.25, ...options },
  })
  const augmentation = { flip: true, rotation: 10, brightness: 0.1 }
  const plan = planSchema.parse({ phases: [{ epochs: 1 }], batch: usual, augmentation, labelSmoothing: 0.1 })
  const model = buildFresh(choice, { size, classes, seed: 3 })
  const offset: [number, number, number] = [0, 0, 0]
  const preprocessing = { size, resize: 'cover' as const, scale: 1 / 255, offset, channels: 'rgb' as const }
  const training = createStep({ model, phase: plan.phases[0]!, plan, preprocessing, compute })
  let steps = 0

  /** Queues one step. @returns its metrics, the caller's */
  function step(batch = usual): Tensor1D {
    const pixels = Float32Array.from(
      { length: batch * size * size * 3 },
      (_, at) => ((at + steps) * 7919) % 256,
    )
    const inputs = {
      images: tf.tensor4d(pixels, [batch, size, size, 3]) as Tensor4D,
      labels: tf.tensor1d(
        Array.from({ length: batch }, (_, at) => (at + steps) % classes),
        'int32',
      ),
      learningRate: tf.scalar(1e-3) as Scalar,
      seed: tf.tensor1d([1, steps++], 'int32'),
      classWeights: tf.ones([classes]) as Tensor1D,
    }
    const metrics = training.run(inputs)
    tf.dispose(Object.values(inputs))
    return metrics
  }

  return {
    model,
    step,
    slots: () => training.slots,
    restore: (slots: Tensor[]) => training.restore(slots),
    /** @returns the loss of each step, summed over its pictures */
    async train(count: number, batch = usual): Promise<number[]> {
      const losses: number[] = []
      for (let i = 0; i < count; i++) {
        const metrics = step(batch)
        losses.push((await metrics.data())[0]!)
        metrics.dispose()
      }
      return losses
    },
    weights: (): Promise<number[][]> =>
      Promise.all(model.network.getWeights().map(async (weight) => Array.from(await weight.data()))),
    dispose() {
      training.dispose()
      model.dispose()
    },
  }
}
