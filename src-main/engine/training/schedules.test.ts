// Learning rates step by step.
import { expect, test } from 'vitest'
import { phase as phaseSchema } from '../../contract/plan'
import { learningRateAt } from './schedules'

const rates = (schedule: object, steps: number, stepsPerEpoch: number, epochs: number) => {
  const phase = phaseSchema.parse({ epochs, learningRate: 0.4, schedule })
  return Array.from({ length: steps }, (_, step) => learningRateAt(phase, step, stepsPerEpoch))
}
const close = (ours: number[], expected: number[]) =>
  expected.forEach((rate, i) => expect(ours[i]).toBeCloseTo(rate, 10))

test('constant', () => close(rates({ name: 'constant' }, 4, 2, 2), [0.4, 0.4, 0.4, 0.4]))

test('warm-up rises linearly to the full rate, then the schedule begins', () => {
  close(rates({ name: 'constant', warmupEpochs: 2 }, 6, 2, 3), [0.1, 0.2, 0.3, 0.4, 0.4, 0.4])
  close(rates({ name: 'step', warmupEpochs: 0.5, everyEpochs: 1 }, 6, 2, 3), [0.4, 0.4, 0.4, 0.2, 0.2, 0.1])
})

test('step halves on time', () => {
  const every = { name: 'step', everyEpochs: 2, factor: 0.5 }
  close(rates(every, 10, 2, 5), [0.4, 0.4, 0.4, 0.4, 0.2, 0.2, 0.2, 0.2, 0.1, 0.1])
})

test('cosine starts at the rate, is half-way in the middle and ends near the floor', () => {
  const all = rates({ name: 'cosine', floor: 0.5 }, 100, 10, 10)
  expect(all[0]).toBeCloseTo(0.4, 10)
  expect(all[50]).toBeCloseTo(0.3, 10)
  expect(all[99]! - 0.2).toBeLessThan(1e-4)
  expect(all).toEqual([...all].sort((a, b) => b - a))
})
