// The training step of the app itself, on noise, for measurements.
import { cnnOptions, plan } from '../src-main/contract'
import type { Compute } from '../src-main/engine/compute'
import { buildModel } from '../src-main/engine/models/build'
import { createStep } from '../src-main/engine/training/step'
import { tf, type Scalar, type Tensor1D, type Tensor4D } from '../src-main/engine/tf'

export interface BenchStep {
  parameters: number
  /** One step. @returns the mean loss, read back */
  run(): number
  dispose(): void
}

/** @param model `seed`: 2,122,186 parameters on 32×32; `tiny`: the same layers with a handful of filters on 8×8 */
export function trainingStep(model: string, batch: number, compute: Compute): BenchStep {
  const size = model === 'tiny' ? 8 : 32
  const options = model === 'tiny' ? cnnOptions.parse({ filters: [4, 8], dense: 16 }) : cnnOptions.parse({})
  const image = buildModel({ name: 'cnn', options }, { size, classes: 10, seed: 1 })
  const wanted = plan.parse({ phases: [{ epochs: 1 }] })
  const step = createStep({
    model: image,
    phase: wanted.phases[0]!,
    plan: wanted,
    preprocessing: { size, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
    compute,
  })
  const pixels = Int32Array.from({ length: batch * size * size * 3 }, (_, i) => (i * 2654435761) >>> 24)
  const labels = Int32Array.from({ length: batch }, (_, i) => i % 10)
  let count = 0

  return {
    parameters: image.parameters,
    run() {
      const inputs = {
        images: tf.tensor4d(pixels, [batch, size, size, 3], 'int32') as Tensor4D,
        labels: tf.tensor1d(labels, 'int32') as Tensor1D,
        learningRate: tf.scalar(1e-3) as Scalar,
        seed: tf.tensor1d([1, count++], 'int32') as Tensor1D,
        classWeights: tf.ones([10]) as Tensor1D,
      }
      const metrics = step.run(inputs)
      const [loss] = metrics.dataSync()
      tf.dispose([metrics, ...Object.values(inputs)])
      return loss! / batch
    },
    dispose() {
      step.dispose()
      image.dispose()
    },
  }
}
