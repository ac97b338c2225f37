// How fast a backend trains here: a few steps of the seed CNN on noise, timed. For the doctor.
import { modelChoice, plan as planSchema } from '../contract'
import type { Compute } from './compute'
import { buildFresh } from './models/build'
import { throwIfCancelled, type Task } from './task'
import { tf, type Tensor1D, type Tensor4D } from './tf'
import { createStep } from './training/step'

const SIZE = 32
const CLASSES = 10
const BATCH = 32
const WARM_UP = 2
/** Steps are timed until this much time has passed, three at least. */
const ENOUGH_MS = 1500

/**
 * Training speed in images a second: the median step of the seed CNN (2,122,186 parameters) at batch 32 with Adam.
 * The backend must be the selected one.
 */
export async function measureTraining(compute: Compute, task: Task): Promise<number> {
  const plan = planSchema.parse({ phases: [{ epochs: 1 }], batch: BATCH })
  const model = buildFresh(modelChoice.parse({ name: 'cnn' }), { size: SIZE, classes: CLASSES, seed: 1 })

  const step = createStep({
    model,
    phase: plan.phases[0],
    plan,
    preprocessing: { size: SIZE, resize: 'stretch', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
    compute,
  })
  const pixels = Float32Array.from({ length: BATCH * SIZE * SIZE * 3 }, (_, i) => (i * 2654435761) % 256)
  const images: Tensor4D = tf.tensor4d(pixels, [BATCH, SIZE, SIZE, 3])
  const labels: Tensor1D = tf.tensor1d(
    Array.from({ length: BATCH }, (_, i) => i % CLASSES),
    'int32',
  )
  const learningRate = tf.scalar(1e-3)
  const classWeights: Tensor1D = tf.ones([CLASSES])
  const times: number[] = []
  try {
    const started = performance.now()
    for (let number = 0; times.length < 3 || performance.now() - started < ENOUGH_MS; number++) {
      throwIfCancelled(task)
      const seed = tf.tensor1d([1, number], 'int32')
      const begun = performance.now()
      const metrics = step.run({ images, labels, learningRate, seed, classWeights })
      // Reading back waits for the device: without it one would time how fast work is queued.
      await metrics.data()
      if (number >= WARM_UP) times.push(performance.now() - begun)
      tf.dispose([metrics, seed])
      await new Promise(setImmediate)
    }
  } finally {
    tf.dispose([images, labels, learningRate, classWeights])
    step.dispose()
    model.dispose()
  }
  times.sort((a, b) => a - b)
  return (BATCH / times[Math.floor(times.length / 2)]) * 1000
}
