// Batches in pieces: the same training as with whole ones, less memory, and nothing left behind where it runs out.
import { beforeAll, describe, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { tightMemory } from '../../../tests/support/tightMemory'
import { temporaryFolder, toyData, toyRun, type ToyRunOptions } from '../../../tests/support/toyRun'
import { runRecord, type RunRecord, type RunRecordOf } from '../../contract'
import type { Compute } from '../compute'
import { buildFresh } from '../models/build'
import { BatchNormalization } from '../models/layers/batchNormalization'
import { quietTask } from '../task'
import { tf, type Tensor, type Tensor1D } from '../tf'
import { loadBatch } from './batches'
import { RunControl } from './control'
import { crossValidate } from './folds/crossValidate'
import { RunWriter } from './history'
import { pieceBounds } from './microBatches'
import { createStep, type TrainingStep } from './step'
import { trainRun } from './train'

let compute: Compute
beforeAll(async () => void (compute = await cpuCompute()))

interface Options extends ToyRunOptions {
  parts?: number
  data?: ReturnType<typeof toyData>
}

async function train({ parts, data = toyData(), ...options }: Options) {
  const records: RunRecord[] = []
  const emit = (record: RunRecord) => void records.push(runRecord.parse(record))
  const control = new RunControl()
  const trained = await trainRun(
    {
      folder: temporaryFolder(),
      run: toyRun(options),
      ...data,
      parts,
      compute,
      emit,
      control,
    },
    quietTask(),
  )
  const valuesOf = (tensors: Tensor[]) => tensors.map((tensor) => Array.from(tensor.dataSync()))
  const weights = valuesOf(trained.network.getWeights())
  const normalising = trained.network.layers.find((layer) => layer instanceof BatchNormalization)
  /** Of the first BatchNorm: mean and variance. */
  const moving = normalising ? valuesOf(normalising.getWeights().slice(-2)) : []
  trained.network.dispose()
  const epochs = records.filter((record): record is RunRecordOf<'epoch'> => record.type === 'epoch')
  return { weights, moving, losses: epochs.map((epoch) => epoch.train.loss), epochs }
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

const oneStep = { phases: [{ epochs: 1, learningRate: 0.05, optimizer: sgd }], batch: 30 }

describe('with BatchNorm', () => {
  const model = { batchNorm: true }

  test('its averages move once a step, by the mean of what the parts saw', async () => {
    const whole = await train({ model, plan: oneStep })
    const pieces = await train({ model, plan: oneStep, parts: 3 })
    const [mean, variance] = whole.moving as [number[], number[]]
    const [pieceMean, pieceVariance] = pieces.moving as [number[], number[]]
    // Nothing before the first one depends on the batch: the mean of means is the mean.
    pieceMean.forEach((value, i) => expect(value).toBeCloseTo(mean[i]!, 7))
    // Variances within parts leave out what lies between them. They have moved from 1 by a hundredth of the way.
    pieceVariance.forEach((value, i) => {
      expect(value).toBeLessThanOrEqual(variance[i]! + 1e-7)
      expect(value).toBeGreaterThan(0.98)
    })
    expect(pieces.weights).not.toEqual(whole.weights)
  })

  test('the same seed gives the same numbers', async () => {
    const plan = { ...everything, phases: oneStep.phases }
    const first = await train({ model: { ...model, dropout: 0.3 }, plan, parts: 3 })
    const again = await train({ model: { ...model, dropout: 0.3 }, plan, parts: 3 })
    expect(again.weights).toEqual(first.weights)
    expect(again.losses).toEqual(first.losses)
  })
})

/** The weights after a step on some pictures, and after one on the same pictures twice, in two parts. */
function onceAndTwice(dropout: number): [number[][], number[][]] {
  const { open, images } = toyData()
  const run = toyRun({ model: { hidden: [64], dropout }, plan: oneStep })
  const places = Int32Array.of(0, 1, 2, 3)
  const load = () => loadBatch(images, open.labels, places)
  const seed = [1, 7] as const
  const after = (take: (step: TrainingStep, classWeights: Tensor1D) => Tensor) => {
    const model = buildFresh(run.model, { size: images.size, classes: 3, seed: 1 })
    const { plan, preprocessing } = run
    const step = createStep({ model, phase: plan.phases[0]!, plan, preprocessing, compute })
    const classWeights = tf.ones([3]) as Tensor1D
    tf.dispose([take(step, classWeights), classWeights])
    const weights = model.network.getWeights().map((w) => Array.from(w.dataSync()))
    step.dispose()
    model.dispose()
    return weights
  }
  return [
    after((step, classWeights) =>
      tf.tidy(() => {
        const tensors = { learningRate: tf.scalar(0.5), seed: tf.tensor1d([...seed], 'int32') }
        return step.run({ ...load(), ...tensors, classWeights })
      }),
    ),
    after((step, classWeights) =>
      step.runPieces({ count: 8, most: 4, load, learningRate: 0.5, seed, classWeights }),
    ),
  ]
}

test('dropout draws other numbers for each part', () => {
  const [once, twice] = onceAndTwice(0)
  expect(distance(once, twice)).toBeLessThan(1e-6)
  const [dropped, droppedTwice] = onceAndTwice(0.5)
  expect(distance(dropped, droppedTwice)).toBeGreaterThan(1e-3)
})

test('the folds of a cross-validation are computed in parts, too', async () => {
  const data = toyData({ train: 27, validation: 0, test: 0 })
  const plan = { phases: [{ epochs: 2, learningRate: 0.05, optimizer: sgd }], batch: 8 }
  const run = toyRun({ folds: 3, model: { hidden: [4] }, plan })
  const validate = async (parts: number) => {
    const writer = new RunWriter(temporaryFolder(), () => {})
    const control = new RunControl()
    const options = { folder: temporaryFolder(), run, ...data, compute, control, writer, parts }
    const { trained, evaluated } = await crossValidate(options, quietTask())
    trained.network.dispose()
    writer.close()
    return evaluated.probabilities
  }
  const [whole, pieces] = [await validate(1), await validate(4)]
  expect(pieces).not.toEqual(whole)
  pieces.forEach((value, i) => expect(value).toBeCloseTo(whole[i]!, 5))
})

test('parts of a batch need a part of its memory', async () => {
  const memory = tightMemory(() => Infinity)
  try {
    const needed = async (parts: number) => {
      const before = tf.memory().numBytes
      memory.most()
      await train({ plan: oneStep, parts })
      return memory.most() - before
    }
    const whole = await needed(1)
    expect(await needed(5)).toBeLessThan(0.4 * whole)
  } finally {
    memory.restore()
  }
})
