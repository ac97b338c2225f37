// Our optimizers, steps and schedules against what Keras 3 computed (training-reference.py made the numbers).
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { modelChoice } from '../../src-main/contract'
import {
  optimizer as optimizerChoice,
  plan as planSchema,
  phase as phaseSchema,
} from '../../src-main/contract/plan'
import { openCpu } from '../../src-main/engine/backends/cpu'
import type { Compute } from '../../src-main/engine/compute'
import { buildFresh } from '../../src-main/engine/models/build'
import { tf, type Tensor, type Tensor1D } from '../../src-main/engine/tf'
import { applyOptimizer, createOptimizer, initialSlots } from '../../src-main/engine/training/optimizers'
import { learningRateAt } from '../../src-main/engine/training/schedules'
import { createStep } from '../../src-main/engine/training/step'

interface Training {
  name: string
  batchNorm: boolean
  activation: string
  optimizer: object
  rate: number
  smoothing: number
  classWeights: number[]
  size: number
  weights: { shape: number[]; values: number[] }[]
  images: number[][]
  labels: number[][]
  after: number[][]
  probabilities: number[]
}
interface Reference {
  optimizers: {
    rates: number[]
    start: number[]
    gradients: number[][]
    cases: { options: object; after: number[][] }[]
  }
  trainings: Training[]
  cosine: number[]
}
const reference = JSON.parse(
  readFileSync(new URL('./training-reference.json', import.meta.url), 'utf8'),
) as Reference

let compute: Compute
beforeAll(async () => void (compute = await openCpu()))

const furthest = (ours: ArrayLike<number>, theirs: number[]) =>
  Math.max(...theirs.map((value, i) => Math.abs(value - ours[i]!)))

test.each(reference.optimizers.cases)('optimizer $options', ({ options, after }) => {
  const { rates, start, gradients } = reference.optimizers
  const optimizer = createOptimizer(optimizerChoice.parse(options))
  let weights: Tensor[] = [tf.tensor1d(start)]
  let slots = initialSlots(optimizer, weights)
  rates.forEach((rate, i) => {
    ;({ weights, slots } = applyOptimizer(optimizer, tf.scalar(rate), weights, [tf.tensor1d(gradients[i]!)], slots)) // prettier-ignore
    expect(furthest(weights[0]!.dataSync(), after[i]!)).toBeLessThan(2e-6)
  })
})

test.each(reference.trainings)('training: $name', (t) => {
  const options = { filters: [4, 6], dense: 8, batchNorm: t.batchNorm, activation: t.activation }
  const model = buildFresh(modelChoice.parse({ name: 'cnn', options }), { size: t.size, classes: 3, seed: 1 })
  const variables = model.network.layers.flatMap((layer) => layer.weights)
  variables.forEach((w, i) => w.write(tf.tensor(t.weights[i]!.values, t.weights[i]!.shape)))
  const phase = phaseSchema.parse({ epochs: 1, optimizer: t.optimizer })
  const plan = planSchema.parse({ phases: [phase], labelSmoothing: t.smoothing })
  const preprocessing = { size: t.size, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' } as never // prettier-ignore
  const step = createStep({ model, phase, plan, preprocessing, compute })
  const batch = (i: number) => tf.tensor4d(t.images[i]!, [t.labels[i]!.length, t.size, t.size, 3], 'int32')
  t.labels.forEach((labels, i) => {
    step.run({
      images: batch(i),
      labels: tf.tensor1d(labels, 'int32'),
      learningRate: tf.scalar(t.rate),
      seed: tf.tensor1d([1, i], 'int32'),
      classWeights: tf.tensor1d(t.classWeights) as Tensor1D,
    })
  })
  // The reference has moved far enough to tell right from wrong.
  expect(Math.max(...t.after.map((w, i) => furthest(w, t.weights[i]!.values)))).toBeGreaterThan(0.01)
  variables.forEach((w, i) => expect(furthest(w.read().dataSync(), t.after[i]!), w.originalName).toBeLessThan(2e-5)) // prettier-ignore
  const probabilities = model.network.predict(batch(0).cast('float32').div(255)) as Tensor
  expect(furthest(probabilities.dataSync(), t.probabilities)).toBeLessThan(2e-5)
})

test('the cosine schedule', () => {
  const schedule = { name: 'cosine', floor: 0.1, warmupEpochs: 1 }
  const phase = phaseSchema.parse({ epochs: 10, learningRate: 0.2, schedule })
  const ours = Array.from({ length: 100 }, (_, step) => learningRateAt(phase, step, 10))
  // In the warm-up Keras is one step behind: its first step has rate 0 and changes nothing.
  expect(furthest(ours.slice(0, 9), reference.cosine.slice(1, 10))).toBeLessThan(1e-7)
  expect(furthest(ours.slice(10), reference.cosine.slice(10))).toBeLessThan(1e-7)
})
