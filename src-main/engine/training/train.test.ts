// The loop: it learns, repeats itself to the bit, goes on after an interruption, stops, pauses and cancels.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { temporaryFolder, toyData, toyRun, type ToyRunOptions } from '../../../tests/support/toyRun'
import { runRecord, type RunRecord, type RunRecordOf } from '../../contract'
import type { Compute } from '../compute'
import { predictProbabilities } from '../models/inference'
import { loadModel } from '../models/storage'
import { quietTask } from '../task'
import { tf, type LayersModel } from '../tf'
import { readCheckpoint, removeCheckpoint } from './checkpoint'
import { RunControl } from './control'
import { trainRun } from './train'

let compute: Compute
beforeAll(async () => void (compute = await cpuCompute()))

const weightsOf = (network: LayersModel) => network.getWeights().map((w) => Array.from(w.dataSync()))
const ofType = <T extends RunRecord['type']>(records: RunRecord[], type: T) =>
  records.filter((record): record is RunRecordOf<T> => record.type === type)

interface Options extends ToyRunOptions {
  folder?: string
  data?: ReturnType<typeof toyData>
  control?: RunControl
  onRecord?: (record: RunRecord) => void
  signal?: AbortSignal
  checkpointSeconds?: number
}

async function train({ folder = temporaryFolder(), data = toyData(), ...options }: Options = {}) {
  const records: RunRecord[] = []
  const emit = (record: RunRecord) => {
    records.push(runRecord.parse(record))
    options.onRecord?.(record)
  }
  const { control = new RunControl(), checkpointSeconds = 1000 } = options
  const trained = await trainRun(
    { folder, run: toyRun(options), ...data, compute, emit, control, checkpointSeconds },
    quietTask(options.signal),
  )
  const weights = weightsOf(trained.network)
  trained.network.dispose()
  return { ...trained, folder, records, weights }
}

/** Records without what the clock decides. */
const timeless = (records: RunRecord[]) =>
  ofType(records, 'epoch').map(({ t: _t, seq: _s, seconds: _d, imagesPerSecond: _i, ...rest }) => rest)

test('a tiny CNN learns separable pictures within a few epochs', async () => {
  const data = toyData({ train: 60, validation: 15, test: 30 })
  const folder = temporaryFolder()
  const { records, description } = await train({ data, folder, plan: { phases: [{ epochs: 5, learningRate: 0.02 }] } }) // prettier-ignore
  const last = ofType(records, 'epoch').at(-1)!
  expect(last.validation!.accuracy).toBeGreaterThan(0.95)

  const { network } = await loadModel(join(folder, 'model'))
  const test = data.open.indices('test')
  const probabilities = await predictProbabilities(network, description.preprocessing, data.images, test, compute, quietTask()) // prettier-ignore
  network.dispose()
  const right = Array.from(test).filter((index, i) => {
    const row = Array.from(probabilities.subarray(3 * i, 3 * i + 3))
    expect(row[0]! + row[1]! + row[2]!).toBeCloseTo(1, 5)
    return row.indexOf(Math.max(...row)) === data.open.labels[index]
  })
  expect(right.length / test.length).toBeGreaterThan(0.95)
})

const everything = {
  model: { blockDropout: 0.2, dropout: 0.3, batchNorm: true },
  plan: {
    phases: [{ epochs: 4, learningRate: 0.01, schedule: { name: 'cosine', warmupEpochs: 1 } }],
    augmentation: { flip: true, shift: 0.1, rotation: 10, zoom: 0.1, brightness: 0.1, contrast: 0.1, saturation: 0.1, hue: 0.1, randAugment: 5, erasing: 0.5, mixUp: 0.2, cutMix: 1 }, // prettier-ignore
    classWeights: 'balanced',
    labelSmoothing: 0.1,
  },
}

test('the same seed gives the same numbers, another seed others', async () => {
  const first = await train(everything)
  const again = await train(everything)
  expect(again.weights).toEqual(first.weights)
  expect(timeless(again.records)).toEqual(timeless(first.records))
  const other = await train({ ...everything, seed: 2 })
  expect(other.weights).not.toEqual(first.weights)
})

test('records: numbered, in order, the same on disk; TensorBoard files beside them', async () => {
  const { folder, records, epochs, seconds, imagesPerSecond } = await train()
  const lines = readFileSync(join(folder, 'history.jsonl'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(records)
  expect(records.map((record) => record.seq)).toEqual(records.map((_, i) => i))
  expect(records[0]).toMatchObject({
    type: 'start',
    backend: 'cpu',
    epochs: 4,
    stepsPerEpoch: 4,
    images: { train: 30, validation: 15, test: 15 },
  })
  expect(ofType(records, 'epoch').map((e) => [e.epoch, e.step, e.train.count, e.validation!.count])).toEqual(
    [1, 2, 3, 4].map((epoch) => [epoch, 4 * epoch, 30, 15]),
  )
  expect(ofType(records, 'batch').at(-1)!.step).toBe(16)
  expect([epochs, seconds > 0, imagesPerSecond > 0]).toEqual([4, true, true])
  expect(readdirSync(join(folder, 'tensorboard')).sort()).toEqual(['train', 'validation'])
})

describe('interrupted', () => {
  /** Ends the run by an error out of the record that `at` matches, as a kill would: nothing is tidied up on disk. */
  async function interrupt(folder: string, options: Options, at: (record: RunRecord) => boolean) {
    const onRecord = (record: RunRecord) => {
      if (at(record)) throw new Error('killed')
    }
    await expect(train({ checkpointSeconds: 0, ...options, folder, onRecord })).rejects.toThrow('killed')
  }

  test('after an epoch, or within one, a run goes on to the same weights and the same records', async () => {
    const straight = await train(everything)
    for (const at of [
      (r: RunRecord) => r.type === 'epoch' && r.epoch === 3,
      (r: RunRecord) => r.type === 'batch' && r.step === 7,
    ]) {
      const folder = temporaryFolder()
      await interrupt(folder, everything, at)
      const resumed = await train({ ...everything, folder })
      expect(resumed.weights).toEqual(straight.weights)
      expect(resumed.bestEpoch).toBe(straight.bestEpoch)
      const lines = readFileSync(join(folder, 'history.jsonl'), 'utf8').trimEnd().split('\n')
      const records = lines.map((line) => runRecord.parse(JSON.parse(line)))
      expect(timeless(records).map(({ epoch, train, validation }) => ({ epoch, train, validation }))).toEqual(
        timeless(straight.records).map(({ epoch, train, validation }) => ({ epoch, train, validation })),
      )
      expect(records.map((record) => record.seq)).toEqual(records.map((_, i) => i))
      const steps = ofType(records, 'batch').map((record) => record.step)
      expect(steps).toEqual([...steps].sort((a, b) => a - b))
      expect(ofType(records, 'note')[0]!.message).toMatch(/Continued from step/)
    }
  })

  test('before the first checkpoint, or with a damaged one, it starts again', async () => {
    const straight = await train()
    const folder = temporaryFolder()
    await interrupt(folder, { checkpointSeconds: 1000 }, (r) => r.type === 'epoch' && r.epoch === 2)
    expect(existsSync(join(folder, 'checkpoint'))).toBe(false)
    const again = await train({ folder })
    expect(again.weights).toEqual(straight.weights)
    expect(ofType(again.records, 'note')[0]!.message).toMatch(/from the beginning/)

    const damaged = temporaryFolder()
    await interrupt(damaged, {}, (r) => r.type === 'epoch' && r.epoch === 2)
    const file = join(damaged, 'checkpoint', 'state.safetensors')
    writeFileSync(file, readFileSync(file).subarray(0, 1000))
    expect((await train({ folder: damaged })).weights).toEqual(straight.weights)
  })

  test('between the last epoch and the saved model, only the model is saved', async () => {
    const { folder, weights } = await train()
    const again = await train({ folder })
    expect(again.weights).toEqual(weights)
    expect(ofType(again.records, 'epoch')).toEqual([])
    await removeCheckpoint(folder)
    expect(await readCheckpoint(folder)).toBeNull()
  })

  test('a torn last line of the history is cut off', async () => {
    const folder = temporaryFolder()
    await interrupt(folder, {}, (r) => r.type === 'epoch' && r.epoch === 1)
    const file = join(folder, 'history.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8') + '{"type":"batch","st')
    await train({ folder })
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual(lines.map((_, i) => i))
  })
})

describe('the end', () => {
  const stopping = { monitor: 'validationLoss', patience: 2 }
  // A rate so high that validation gets worse soon, low enough to stay finite.
  const rising = { phases: [{ epochs: 30, learningRate: 0.5, optimizer: { name: 'sgd', momentum: 0.9 } }] }

  test('early stopping ends the training after its patience and restores the best weights', async () => {
    const { records, bestEpoch, stoppedEarly, weights } = await train({ plan: { ...rising, earlyStopping: stopping } }) // prettier-ignore
    const epochs = ofType(records, 'epoch')
    const losses = epochs.map((epoch) => epoch.validation!.loss)
    expect(bestEpoch).toBe(losses.indexOf(Math.min(...losses)) + 1)
    expect(epochs.length).toBe(bestEpoch + 2)
    expect(stoppedEarly).toBe(true)
    expect(epochs.filter((epoch) => epoch.best).at(-1)!.epoch).toBe(bestEpoch)
    const upToBest = await train({ plan: { phases: [{ ...rising.phases[0], epochs: bestEpoch }], restoreBest: false } }) // prettier-ignore
    expect(weights).toEqual(upToBest.weights)
  })

  test('without validation pictures all epochs run and a note says so', async () => {
    const data = toyData({ train: 15, validation: 0, test: 0 })
    const { records, bestEpoch } = await train({ data, plan: { earlyStopping: stopping } })
    expect(ofType(records, 'epoch').map((epoch) => epoch.validation)).toEqual([null, null, null, null])
    expect(bestEpoch).toBe(4)
    expect(ofType(records, 'note')[0]!.message).toMatch(/no validation pictures/)
  })

  test('a second phase has its own rate and epochs and starts from the best weights', async () => {
    const phases = [
      { epochs: 2, learningRate: 0.01 },
      { epochs: 2, learningRate: 0.001, optimizer: { name: 'sgd' } },
    ]
    const { records, epochs } = await train({ plan: { phases } })
    expect(ofType(records, 'epoch').map((epoch) => epoch.learningRate)).toEqual([0.01, 0.01, 0.001, 0.001])
    expect(epochs).toBe(4)
  })

  test('a loss that is no number is a user error with a hint, and the history stays readable', async () => {
    // Pixels so large that the logits overflow.
    const plan = { phases: [{ epochs: 3, learningRate: 0.5, optimizer: { name: 'sgd' } }] }
    const folder = temporaryFolder()
    const error = await train({ folder, plan, scale: 1e37 }).catch((thrown) => thrown)
    expect(error).toMatchObject({
      code: 'training-diverged',
      detail: { step: 1, epoch: 1 },
      hint: expect.stringContaining('0.5'),
    })
    const history = readFileSync(join(folder, 'history.jsonl'), 'utf8').trimEnd().split('\n')
    expect(history.map((line) => runRecord.parse(JSON.parse(line)).type)).toEqual(['start'])
  })
})

describe('control', () => {
  test('cancel takes effect within a step', async () => {
    const control = new RunControl()
    let last = 0
    const onRecord = (record: RunRecord) => {
      if (record.type === 'batch') last = record.step
      if (record.type === 'epoch') control.cancel()
    }
    await expect(train({ control, onRecord })).rejects.toMatchObject({ code: 'cancelled' })
    // Which steps were reported depends on the time they took; none came after the one in progress.
    expect(last).toBeLessThanOrEqual(5)
  })

  test('the task’s signal cancels too', async () => {
    const abort = new AbortController()
    const onRecord = (record: RunRecord) => record.type === 'batch' && abort.abort()
    await expect(train({ signal: abort.signal, onRecord })).rejects.toMatchObject({ code: 'cancelled' })
  })

  test('a pause stops the clock, is recorded, and changes no number', async () => {
    const straight = await train()
    const control = new RunControl()
    const onRecord = (record: RunRecord) => {
      if (record.type === 'epoch' && record.epoch === 1) control.pause()
      if (record.type === 'paused') setTimeout(() => control.resume(), 300)
    }
    const begun = performance.now()
    const paused = await train({ control, onRecord })
    const wall = performance.now() - begun
    expect(paused.weights).toEqual(straight.weights)
    const [stop] = ofType(paused.records, 'paused')
    const [go] = ofType(paused.records, 'resumed')
    expect(go!.t - stop!.t).toBeGreaterThan(250)
    expect(paused.seconds * 1000).toBeLessThan(wall - 250)
  })

  test('cancel ends a pause', async () => {
    const control = new RunControl()
    control.pause()
    const onRecord = (record: RunRecord) => record.type === 'paused' && setTimeout(() => control.cancel(), 20)
    await expect(train({ control, onRecord })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

test.each([
  ['400 steps', { hidden: [4], batchNorm: true, dropout: 0.1 }, 50],
  ['a CNN', { filters: [2], dense: 0, batchNorm: true, blockDropout: 0.1 }, 5],
])('%s keep no tensor, and neither does a whole run', async (_name, model, epochs) => {
  const data = toyData({ train: 16, validation: 3, test: 3 })
  const counts: number[] = []
  const onRecord = (record: RunRecord) => record.type === 'epoch' && counts.push(tf.memory().numTensors)
  const before = tf.memory().numTensors
  const phases = [{ epochs, learningRate: 0.001 }]
  await train({ data, onRecord, model, plan: { phases, batch: 2 }, checkpointSeconds: 1000 })
  expect(counts.length).toBe(epochs)
  // The best weights are kept as tensors of their own from the first epoch on.
  expect(new Set(counts.slice(1)).size).toBe(1)
  expect(tf.memory().numTensors).toBe(before)
})
