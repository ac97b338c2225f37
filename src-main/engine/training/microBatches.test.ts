// Batches in pieces: the same training as with whole ones, less memory, and nothing left behind where it runs out.
import { beforeAll, describe, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { temporaryFolder, toyData, toyRun, type ToyRunOptions } from '../../../tests/support/toyRun'
import { runRecord, type RunRecord, type RunRecordOf } from '../../contract'
import type { Compute } from '../compute'
import { quietTask } from '../task'
import { RunControl } from './control'
import { pieceBounds } from './microBatches'
import { trainRun } from './train'

let compute: Compute
beforeAll(async () => void (compute = await cpuCompute()))

async function train(options: ToyRunOptions & { parts?: number }) {
  const records: RunRecord[] = []
  const emit = (record: RunRecord) => void records.push(runRecord.parse(record))
  const control = new RunControl()
  const trained = await trainRun(
    {
      folder: temporaryFolder(),
      run: toyRun(options),
      ...toyData(),
      parts: options.parts,
      compute,
      emit,
      control,
    },
    quietTask(),
  )
  const weights = trained.network.getWeights().map((w) => Array.from(w.dataSync()))
  trained.network.dispose()
  const epochs = records.filter((record): record is RunRecordOf<'epoch'> => record.type === 'epoch')
  return { weights, losses: epochs.map((epoch) => epoch.train.loss), epochs }
}

const distance = (a: number[][], b: number[][]) =>
  Math.max(...a.flatMap((values, i) => values.map((value, j) => Math.abs(value - b[i]![j]!))))

test('pieces differ in length by one at most, and none is longer than allowed', () => {
  expect(pieceBounds(8, 4)).toEqual([0, 4, 8])
  expect(pieceBounds(10, 4)).toEqual([0, 3, 7, 10])
  expect(pieceBounds(3, 5)).toEqual([0, 3])
  for (let count = 1; count < 40; count++) {
    for (let most = 1; most <= count; most++) {
      const bounds = pieceBounds(count, most)
      const lengths = bounds.slice(1).map((to, i) => to - bounds[i]!)
      expect(lengths.reduce((sum, one) => sum + one, 0)).toBe(count)
      expect(lengths.length).toBe(Math.ceil(count / most))
      expect(Math.max(...lengths)).toBeLessThanOrEqual(most)
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
    }
  }
})

// 30 pictures in batches of 8: the last one has 6.
const sgd = { name: 'sgd', momentum: 0.9 }
const everything = {
  phases: [{ epochs: 2, learningRate: 0.05, optimizer: sgd, schedule: { name: 'cosine', warmupEpochs: 1 } }],
  augmentation: { flip: true, shift: 0.1, rotation: 10, zoom: 0.1, brightness: 0.1, contrast: 0.1, saturation: 0.1, hue: 0.1, randAugment: 5, erasing: 0.5, mixUp: 0.2, cutMix: 1 }, // prettier-ignore
  classWeights: 'balanced',
  labelSmoothing: 0.1,
}

describe('without BatchNorm and dropout', () => {
  test.each([
    ['plain', { phases: [{ epochs: 2, learningRate: 0.05, optimizer: sgd }] }],
    ['with augmentation, mixing, class weights and smoothing', everything],
    ['with views', { ...everything, augmentation: { flip: true, rotation: 10, erasing: 0.5 }, views: 2 }],
    ['with Adam', { phases: [{ epochs: 2, learningRate: 0.01 }] }],
  ])('a run in pieces is the run in whole batches: %s', async (_, plan) => {
    const whole = await train({ plan })
    for (const parts of [2, 3, 8]) {
      const pieces = await train({ plan, parts })
      expect(distance(pieces.weights, whole.weights)).toBeGreaterThan(0)
      expect(distance(pieces.weights, whole.weights)).toBeLessThan(2e-5)
      pieces.losses.forEach((loss, i) => expect(loss / whole.losses[i]!).toBeCloseTo(1, 5))
      expect(pieces.epochs.map(({ train }) => train.accuracy)).toEqual(
        whole.epochs.map(({ train }) => expect.closeTo(train.accuracy, 6)),
      )
    }
  })
})
