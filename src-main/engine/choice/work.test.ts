// The guess of what a run takes, and which phase is measured.
import { expect, test } from 'vitest'
import { toyRun } from '../../../tests/support/toyRun'
import { transferRun } from '../../../tests/support/transferRun'
import { modelChoice, plan as planSchema, type TrainedRun } from '../../contract'
import { workOf, WORTH_SECONDS } from './work'

const cnn = (size: number, plan: object): TrainedRun => {
  const run = toyRun()
  return {
    ...run,
    model: modelChoice.parse({ name: 'cnn' }) as TrainedRun['model'],
    preprocessing: { ...run.preprocessing, size },
    plan: planSchema.parse(plan),
  }
}

test('the demo and the sample are not worth it, an evening is', () => {
  const demo = cnn(32, { phases: [{ epochs: 12 }], batch: 16 })
  expect(workOf(demo, 252).seconds).toBeLessThan(WORTH_SECONDS)
  const sample = cnn(64, { phases: [{ epochs: 15 }], batch: 16 })
  expect(workOf(sample, 126).seconds).toBeLessThan(WORTH_SECONDS)
  const cifar = cnn(32, { phases: [{ epochs: 10 }], batch: 128 })
  expect(workOf(cifar, 45_000).seconds).toBeGreaterThan(WORTH_SECONDS)
})

test('folds are trained one after the other, with a model that is kept', () => {
  const run = cnn(32, { phases: [{ epochs: 1 }] })
  expect(workOf({ ...run, folds: 5 }, 800).seconds).toBeCloseTo(6 * workOf(run, 800).seconds, 9)
})

test('many steps take their time though the model is small', () => {
  const run = toyRun({ plan: { phases: [{ epochs: 10_000 }], batch: 8 } })
  expect(workOf(run, 64).seconds).toBeGreaterThan(10_000 * 8 * 0.001)
})

test('the phase that takes most is measured, a batch no larger than there are pictures', () => {
  const phases = [
    { epochs: 30, trainable: 'head' as const },
    { epochs: 3, trainable: { last: 5 } },
  ]
  expect(workOf(transferRun({ plan: { phases, batch: 32 } }), 20_000)).toMatchObject({
    phase: 1,
    kind: 'part',
  })
  const head = transferRun({ plan: { phases: phases.slice(0, 1), batch: 32 } })
  expect(workOf(head, 20)).toMatchObject({ phase: 0, kind: 'features', batch: 20 })
  const flipped = { phases: phases.slice(0, 1), augmentation: { flip: true } }
  expect(workOf(transferRun({ plan: flipped }), 100).kind).toBe('part')
})
