// Batches computed in parts on the backends that are there, from pictures and from features, and memory that really runs
// out: wasm's 4 GB, and more than TensorFlow can get from the system.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunRecord } from '../../src-main/contract'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { persist } from '../../src-main/engine/handlers/persist'
import { quietTask } from '../../src-main/engine/task'
import { tf } from '../../src-main/engine/tf'
import { RunControl } from '../../src-main/engine/training/control'
import { RunWriter } from '../../src-main/engine/training/history'
import { trainRun, type TrainedModel } from '../../src-main/engine/training/train'
import { cpuOnly, preparedPack } from '../support/tensorflow'
import { temporaryFolder, toyData, toyRun, type ToyRunOptions } from '../support/toyRun'
import { livelyWeights, stripes, transferRun } from '../support/transferRun'

const pack = await preparedPack()
const backends: [string, (() => Promise<Compute>) | null][] = [
  ['wasm', () => openWasm()],
  ['tensorflow', pack ? () => openTensorflow(pack, { cpuOnly }) : null],
]

async function weightsOf({ network }: TrainedModel): Promise<number[][]> {
  const weights = await Promise.all(network.getWeights().map(async (one) => Array.from(await one.data())))
  network.dispose()
  return weights
}

/** The largest difference. */
function distance(a: number[][], b: number[][]): number {
  let most = 0
  a.forEach((values, i) => values.forEach((value, j) => (most = Math.max(most, Math.abs(value - b[i]![j]!)))))
  return most
}

const sgd = { name: 'sgd', momentum: 0.9 }
const plan = {
  phases: [{ epochs: 2, learningRate: 0.05, optimizer: sgd }],
  augmentation: { flip: true, rotation: 10, mixUp: 0.2 },
  classWeights: 'balanced',
  labelSmoothing: 0.1,
}

describe.each(backends)('%s', (_, open) => {
  let compute: Compute
  beforeAll(async () => {
    if (open) compute = await open()
  })
  afterAll(() => compute?.dispose())

  const train = async (options: ToyRunOptions, parts: number) =>
    weightsOf(
      await trainRun(
        { folder: temporaryFolder(), run: toyRun({ plan, ...options }), ...toyData(), compute, control: new RunControl(), parts, emit: () => {} }, // prettier-ignore
        quietTask(),
      ),
    )

  test.skipIf(!open)('batches in parts are trained on as whole ones', async () => {
    const whole = await train({}, 1)
    expect(distance(await train({}, 3), whole)).toBeLessThan(2e-5)
  })

  test.skipIf(!open)('to the same numbers again, with BatchNorm and dropout', async () => {
    const model = { batchNorm: true, dropout: 0.3 }
    expect(await train({ model }, 3)).toEqual(await train({ model }, 3))
  })

  test.skipIf(!open)('from features, too', async () => {
    const run = transferRun({ plan: { phases: [{ epochs: 2, learningRate: 0.01, trainable: 'head', optimizer: sgd }] } }) // prettier-ignore
    const weightsFile = await livelyWeights(`${temporaryFolder()}/weights.h5`, run)
    const trainHead = async (parts: number) => {
      const records: RunRecord[] = []
      const trained = await trainRun(
        { folder: temporaryFolder(), run, ...stripes(), weightsFile, compute, control: new RunControl(), parts, emit: (record) => void records.push(record) }, // prettier-ignore
        quietTask(),
      )
      expect(records.some((one) => one.type === 'note' && one.about?.key === 'features')).toBe(true)
      return weightsOf(trained)
    }
    const [whole, parts] = [await trainHead(1), await trainHead(2)]
    expect(distance(whole, parts)).toBeLessThan(1e-5)
  })
})

/** TensorFlow asks for ten seconds before it gives up. */
const patient = process.env['COTEJO_TEST_MEMORY'] === '1'

test.skipIf(!pack || !patient)('TensorFlow’s refusal of memory is known as one', async () => {
  const compute = await openTensorflow(pack!, { cpuOnly })
  try {
    const far = 2 ** 21
    // 16 TiB.
    expect(() => tf.tidy(() => tf.matMul(tf.ones([far, 1]), tf.ones([1, far])))).toThrow(
      expect.objectContaining({ name: 'UserError', code: 'out-of-memory' }) as Error,
    )
    expect(tf.tidy(() => tf.ones([1000]).sum().dataSync()[0])).toBe(1000)
  } finally {
    await compute.dispose()
  }
})

describe('wasm with next to no memory left', () => {
  let compute: Compute
  beforeAll(async () => void (compute = await openWasm({ threads: 1 })))
  afterAll(() => compute.dispose())

  test('a run goes on in parts', async () => {
    const backend = tf.backend() as unknown as {
      write(values: null, shape: number[], dtype: string): object
      disposeData(dataId: object): void
    }
    const held: object[] = []
    /** Reserves memory, never touched, in pieces of so many bytes until none is left. */
    const fill = (bytes: number) => {
      try {
        for (;;) held.push(backend.write(null, [bytes / 4], 'float32'))
      } catch {
        // None is left.
      }
    }
    const data = toyData({ train: 120, validation: 6, test: 6 })
    const run = toyRun({ plan: { ...plan, batch: 120 }, model: { filters: [24, 4] } })
    const records: RunRecord[] = []
    const attempts: number[] = []
    const trainWith = async (folder: string) => {
      const open = () => new RunWriter(folder, (record) => records.push(record))
      let writer = open()
      const reopen = () => {
        writer.close()
        return (writer = open())
      }
      try {
        const trained = await persist(
          compute,
          (compute, parts) => {
            attempts.push(parts)
            return trainRun(
              { folder, run, ...data, compute, control: new RunControl(), writer, parts, emit: () => {} },
              quietTask(),
            )
          },
          {
            batch: 120,
            again: async (failed) => failed,
            after: () => Promise.reject(new Error('no other')),
            writer: () => writer,
            reopen,
          },
        )
        return await weightsOf(trained)
      } finally {
        writer.close()
      }
    }
    const straight = await trainWith(temporaryFolder())
    expect(attempts.splice(0)).toEqual([1])
    try {
      // What the parts need, and not the whole.
      const room = backend.write(null, [2 ** 19], 'float32')
      for (const power of [29, 26, 23, 20, 16, 12]) fill(2 ** power)
      backend.disposeData(room)
      const before = tf.memory().numTensors
      const tight = await trainWith(temporaryFolder())
      expect(attempts.length).toBeGreaterThan(1)
      expect(tf.memory().numTensors).toBe(before)
      expect(distance(tight, straight)).toBeLessThan(2e-5)
      expect(records.filter((one) => one.type === 'note' && one.about?.key === 'micro-batches').length).toBe(
        attempts.length - 1,
      )
    } finally {
      for (const one of held) backend.disposeData(one)
    }
  })
})
