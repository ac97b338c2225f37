// What a training on the webgpu backend must keep to: the numbers of the wasm backend, no memory that is not given
// back, a cancel within one step, and a run that goes on when the device is lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackendName, RunRecord, TrainedRun } from '../../src-main/contract'
import { openWasm } from '../../src-main/engine/backends/wasm'
import { ADAPTER_VARIABLE, openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { wilsonInterval } from '../../src-main/engine/evaluation/statistics/wilson'
import { createHandlers } from '../../src-main/engine/handlers'
import { quietTask } from '../../src-main/engine/task'
import { tf } from '../../src-main/engine/tf'
import { smallTraining } from '../support/small-training'
import { temporaryFolder, toyRun } from '../support/toyRun'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()
/** The issue asks for 2,000 steps; SwiftShader does so many in reasonable time only by command. */
const LEAK_STEPS = Number(process.env['COTEJO_LEAK_STEPS'] ?? 25)

describe.skipIf(adapter === null)('training on webgpu', () => {
  let compute: WebgpuCompute
  beforeAll(async () => {
    compute = await openWebgpu({ adapter: adapter! })
  })
  afterAll(() => compute?.dispose())

  it('comes to the losses and weights of wasm, with dropout and augmentation', async () => {
    const run = smallTraining(compute)
    const losses = await run.train(5)
    const ours = await run.weights()
    run.dispose()

    const wasm = await openWasm({ threads: 1 })
    const other = smallTraining(wasm)
    const expected = await other.train(5)
    const theirs = await other.weights()
    other.dispose()
    await wasm.dispose()
    await tf.setBackend('webgpu')

    expect(new Set(losses).size).toBe(5)
    losses.forEach((loss, i) => expect(loss / expected[i]!).toBeCloseTo(1, 3))
    ours.forEach((values, i) =>
      values.forEach((value, j) => expect(Math.abs(value - theirs[i]![j]!)).toBeLessThan(2e-3)),
    )
  })

  it(`keeps neither tensors nor buffers over ${LEAK_STEPS} steps`, { timeout: 3_600_000 }, async () => {
    const run = smallTraining(compute)
    await run.train(5)
    const state = () => {
      const { numTensors, numDataBuffers, numBytesInGPU, numBytesAllocatedInGPU } =
        tf.memory() as unknown as Record<string, number>
      return { numTensors, numDataBuffers, numBytesInGPU, numBytesAllocatedInGPU }
    }
    const before = state()
    await run.train(LEAK_STEPS)
    expect(state()).toEqual(before)
    run.dispose()
  })
})

describe.skipIf(adapter === null)('a run on webgpu', () => {
  const named = process.env[ADAPTER_VARIABLE]
  beforeAll(() => void (process.env[ADAPTER_VARIABLE] = adapter!))
  afterAll(() => {
    if (named === undefined) delete process.env[ADAPTER_VARIABLE]
    else process.env[ADAPTER_VARIABLE] = named
  })

  /** Trains on the sample by the engine's own handlers. */
  async function train(
    onRecord: (record: RunRecord, handlers: ReturnType<typeof createHandlers>) => void,
    { backend = 'webgpu' as BackendName, perClass = 10, epochs = 3 } = {},
  ) {
    const root = temporaryFolder()
    const records: RunRecord[] = []
    const handlers = createHandlers({
      record: (_, record) => {
        records.push(record)
        onRecord(record, handlers)
      },
      backend: () => {},
      log: () => {},
    })
    const dataset = `${root}/dataset`
    const { mkdir } = await import('node:fs/promises')
    await mkdir(`${root}/run`, { recursive: true })
    await handlers['data.import'](
      {
        id: 'd',
        folder: dataset,
        source: { kind: 'sample', perClass, classes: undefined },
        options: { size: 16 },
        seed: 1,
      } as never,
      quietTask(),
    )
    const { openDataset } = await import('../../src-main/engine/data/open')
    const open = await openDataset(dataset)
    const run: TrainedRun = {
      ...toyRun({ plan: { phases: [{ epochs, learningRate: 0.01 }], batch: 8 } }),
      labels: open.dataset.classes.map(({ name }) => name),
      backend,
    }
    run.preprocessing.size = 16
    const call = {
      folder: `${root}/run`,
      dataset,
      run,
      packs: `${root}/packs`,
      bases: `${root}/bases`,
      features: root,
    }
    const { evaluation } = await handlers['run.train'](call as never, quietTask())
    return { records, evaluation }
  }
  const device = () => (tf.backend() as unknown as { device: GPUDevice }).device

  it('goes on from its checkpoint on another backend when the device is lost', async () => {
    let lost = false
    const { records, evaluation } = await train((record) => {
      if (record.type !== 'epoch' || lost) return
      lost = true
      device().destroy()
    })
    expect(lost).toBe(true)
    const notes = records.flatMap((record) => (record.type === 'note' ? [record] : []))
    expect(notes.some(({ about }) => about?.key === 'device-lost')).toBe(true)
    expect(records.filter(({ type }) => type === 'start')).toHaveLength(1)
    expect(records.flatMap((one) => (one.type === 'epoch' ? [one.epoch] : []))).toEqual([1, 2, 3])
    expect(records.at(-1)).toMatchObject({ type: 'end', status: 'done' })
    expect(evaluation!.test.count).toBeGreaterThan(0)
  })

  it('reaches the accuracy of wasm on the sample, within the interval', async () => {
    const [ours, theirs] = [
      await train(() => {}, { perClass: 30, epochs: 8 }),
      await train(() => {}, { perClass: 30, epochs: 8, backend: 'wasm' }),
    ]
    const backends = [ours, theirs].map(({ records }) => records.find(({ type }) => type === 'start'))
    expect(backends).toMatchObject([{ backend: 'webgpu' }, { backend: 'wasm' }])
    const first = ({ records }: typeof ours) =>
      records.flatMap((one) => (one.type === 'epoch' ? [one.train.loss] : []))[0]!
    expect(first(ours) / first(theirs)).toBeCloseTo(1, 2)
    const [a, b] = [ours.evaluation!.train, theirs.evaluation!.train]
    const { low, high } = wilsonInterval(Math.round(b.accuracy * b.count), b.count)!
    // Better than guessing among three, so that there is something to agree on.
    expect(low).toBeGreaterThan(1 / 3)
    expect(a.accuracy).toBeGreaterThanOrEqual(low)
    expect(a.accuracy).toBeLessThanOrEqual(high)
  })

  it('is cancelled within one step', async () => {
    let steps = 0
    let cancelled = false
    const { records, evaluation } = await train((record, handlers) => {
      if (record.type !== 'batch') return
      if (cancelled) steps = Math.max(steps, record.step)
      if (!cancelled) {
        cancelled = true
        steps = record.step
        void handlers['run.cancel']({ run: 'toy' }, quietTask())
      }
    })
    expect(evaluation).toBeNull()
    expect(records.at(-1)).toMatchObject({ type: 'end', status: 'cancelled' })
    const last = records.flatMap((record) => (record.type === 'batch' ? [record.step] : [])).at(-1)!
    expect(last).toBeLessThanOrEqual(steps + 1)
  })
})
