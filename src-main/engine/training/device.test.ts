// A run on a backend that computes beside the processor: it is the same run, whatever the device is asked for.
import { beforeAll, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { temporaryFolder, toyData, toyRun } from '../../../tests/support/toyRun'
import { runRecord, type RunRecord } from '../../contract'
import type { Compute, PictureStore } from '../compute'
import { imageTensor } from '../models/inference'
import { quietTask } from '../task'
import { RunControl } from './control'
import { trainRun } from './train'

let plain: Compute
beforeAll(async () => void (plain = await cpuCompute()))

const plan = { phases: [{ epochs: 2, learningRate: 0.02 }, { epochs: 1 }], batch: 16 }

async function train(compute: Compute, control = new RunControl()) {
  const records: RunRecord[] = []
  const emit = (record: RunRecord) => void records.push(runRecord.parse(record))
  const options = {
    folder: temporaryFolder(),
    run: toyRun({ plan }),
    ...toyData({ train: 60, validation: 15, test: 15 }),
  }
  const { network, steps } = await trainRun({ ...options, compute, emit, control }, quietTask())
  const weights = network.getWeights().map((weight) => Array.from(weight.dataSync()))
  network.dispose()
  const epochs = records.flatMap((one) => (one.type === 'epoch' ? [{ ...one.train, ...one.validation }] : []))
  return { weights, epochs, records, steps }
}

test('keeps pace with it, has it tuned once a phase, keeps pictures on it, and comes to the same numbers', async () => {
  const calls = { pace: 0, tune: 0, taken: 0, disposed: 0 }
  const device: Compute = {
    ...plain,
    pace: async () => void calls.pace++,
    tune: async () => {
      calls.tune++
      return { settled: 7, improved: 2, left: 0, milliseconds: 1500 }
    },
    keepPictures: (images): PictureStore => ({
      take: (indices) => {
        calls.taken++
        return imageTensor(images, indices)
      },
      dispose: () => void calls.disposed++,
    }),
  }
  const [expected, run] = [await train(plain), await train(device)]
  expect(run.weights).toEqual(expected.weights)
  expect(run.epochs).toEqual(expected.epochs)
  // Each step, and each of the three validations' batches.
  expect(calls).toEqual({ pace: run.steps + 3, tune: 2, taken: run.steps + 3, disposed: 1 })
  const notes = run.records.flatMap((one) => (one.type === 'note' && one.about ? [one.about] : []))
  expect(notes).toEqual([
    { key: 'tuned', kernels: 7, improved: 2, seconds: 1.5 },
    { key: 'tuned', kernels: 7, improved: 2, seconds: 1.5 },
  ])
  const points = run.records.flatMap((one) => (one.type === 'batch' ? [one.step] : []))
  expect(points.at(-1)).toBe(run.steps)
  expect([...points].sort((a, b) => a - b)).toEqual(points)
})

test('a device that fails while it is waited for ends the run with its reason', async () => {
  let steps = 0
  const device: Compute = {
    ...plain,
    pace: async () => {
      if (++steps === 3) throw new Error('lost')
    },
  }
  await expect(train(device)).rejects.toThrow('lost')
})

test('a cancel while it is tuned is obeyed', async () => {
  const control = new RunControl()
  const device: Compute = {
    ...plain,
    tune: async (signal) => {
      control.cancel()
      expect(signal.aborted).toBe(true)
      return { settled: 0, improved: 0, left: 3, milliseconds: 1 }
    },
  }
  await expect(train(device, control)).rejects.toMatchObject({ code: 'cancelled' })
})
