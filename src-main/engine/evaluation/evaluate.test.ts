import { beforeAll, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { evaluation as evaluationSchema, type SplitName } from '../../contract'
import { type Compute } from '../compute'
import { type PackedImages } from '../data/cache'
import { type OpenDataset } from '../data/open'
import { quietTask } from '../task'
import { tf, type LayersModel } from '../tf'
import { evaluateRun, TRAIN_SAMPLE } from './evaluate'
import { sampled } from './sample'

let compute: Compute
beforeAll(async () => void (compute = await cpuCompute()))

const SIZE = 8
const splitNames: SplitName[] = ['train', 'validation', 'test']

/** A dataset whose pictures are of one grey each: class 1 is the bright ones. `labels` may say otherwise. */
function dataset(splits: Record<SplitName, number>, wrong: (index: number) => boolean = () => false) {
  const of = splitNames.flatMap((name, s) => Array<number>(splits[name]).fill(s))
  // Mixed up, so that places in the dataset are not places in a split.
  const order = of.map((_, i) => of[(i * 7) % of.length]!)
  const grey = order.map((_, i) => (i % 2 ? 255 : 0))
  const open = {
    labels: Uint16Array.from(grey, (v, i) => (v > 0 !== wrong(i) ? 1 : 0)),
    indices: (name: SplitName) =>
      Int32Array.from(order.flatMap((s, i) => (splitNames[s] === name ? [i] : []))),
  } as OpenDataset
  const images: PackedImages = {
    size: SIZE,
    count: order.length,
    bytesPerImage: SIZE * SIZE * 3,
    read: (indices, into) => {
      for (let i = 0; i < indices.length; i++)
        into.fill(grey[indices[i]!]!, i * SIZE * SIZE * 3, (i + 1) * SIZE * SIZE * 3)
    },
    close: () => {},
  }
  return { open, images }
}

/** Says class 1 with probability 0.9 for white and 0.1 for black. */
function network(bias = -Math.log(9)): LayersModel {
  const input = tf.input({ shape: [SIZE, SIZE, 3] })
  const mean = tf.layers.globalAveragePooling2d({ dataFormat: 'channelsLast' }).apply(input)
  const weights = [
    tf.tensor2d([0, (2 * Math.log(9)) / 3, 0, (2 * Math.log(9)) / 3, 0, (2 * Math.log(9)) / 3], [3, 2]),
  ]
  const out = tf.layers
    .dense({ units: 2, activation: 'softmax', weights: [...weights, tf.tensor1d([0, bias])] })
    .apply(mean)
  return tf.model({ inputs: input, outputs: out as never })
}

const options = (data: ReturnType<typeof dataset>, model = network()) => ({
  ...data,
  network: model,
  preprocessing: {
    size: SIZE,
    resize: 'cover' as const,
    scale: 1 / 255,
    offset: [0, 0, 0] as [number, number, number],
    channels: 'rgb' as const,
  },
  labels: ['dark', 'bright'],
  compute,
  seed: 1,
})

test('judges each split on its own pictures', async () => {
  const splits = { train: 40, validation: 11, test: 20 }
  const whole = dataset(splits)
  const tests = whole.open.indices('test')
  const data = dataset(splits, (i) => i === tests[3])
  const progress: number[] = []
  const { evaluation, probabilities } = await evaluateRun(options(data), {
    ...quietTask(),
    progress: ({ done, total }) => progress.push(done / total),
  })
  expect(evaluationSchema.parse(evaluation)).toEqual(evaluation)
  expect(evaluation.train).toMatchObject({ accuracy: 1, count: 40 })
  expect(evaluation.validation).toMatchObject({ accuracy: 1, count: 11 })
  expect(evaluation.test).toMatchObject({ accuracy: 0.95, count: 20 })
  expect(evaluation.gap).toBeCloseTo(0.05, 12)
  // 19 images at −log 0.9, one at −log 0.1.
  expect(evaluation.test.loss).toBeCloseTo((-19 * Math.log(0.9) - Math.log(0.1)) / 20, 5)
  expect(evaluation.predictions.index).toEqual([...tests])
  expect(
    evaluation.predictions.label.filter((label, i) => label !== evaluation.predictions.predicted[i]),
  ).toHaveLength(1)
  expect(probabilities).toHaveLength(40)
  expect(progress.at(-1)).toBe(1)
  expect([...progress].sort((a, b) => a - b)).toEqual(progress)
})

test('a large training set is sampled, and says so', async () => {
  const { evaluation } = await evaluateRun(
    options(dataset({ train: TRAIN_SAMPLE + 500, validation: 0, test: 4 })),
    quietTask(),
  )
  expect(evaluation.train.count).toBe(TRAIN_SAMPLE)
  expect(evaluation.validation).toBeNull()
})

test('a network that ran away is refused; a cancelled one stops', async () => {
  const data = dataset({ train: 4, validation: 4, test: 4 })
  await expect(evaluateRun(options(data, network(NaN)), quietTask())).rejects.toMatchObject({
    code: 'training-diverged',
  })
  await expect(evaluateRun(options(data), quietTask(AbortSignal.abort()))).rejects.toMatchObject({
    code: 'cancelled',
  })
})

test('a sample keeps the order, repeats nothing, is the seed’s, and is drawn evenly', () => {
  const items = Int32Array.from({ length: 1000 }, (_, i) => i)
  const counts = new Uint32Array(1000)
  for (let seed = 0; seed < 400; seed++) {
    const chosen = sampled(items, 100, seed)
    expect(new Set(chosen).size).toBe(100)
    expect([...chosen].sort((a, b) => a - b)).toEqual([...chosen])
    for (const item of chosen) counts[item]!++
  }
  expect(sampled(items, 100, 5)).toEqual(sampled(items, 100, 5))
  expect(sampled(items, 1000, 5)).toBe(items)
  // Each is drawn 40 times on average, ± 6: no tenth of them far from 4,000.
  for (let tenth = 0; tenth < 10; tenth++) {
    const sum = counts.subarray(tenth * 100, tenth * 100 + 100).reduce((a, b) => a + b, 0)
    expect(Math.abs(sum - 4000)).toBeLessThan(300)
  }
})
