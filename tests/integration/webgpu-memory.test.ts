// A run on a graphics card whose memory runs out: it goes on in smaller parts, says so, and comes to the same losses.
import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunRecord, TrainedRun } from '../../src-main/contract'
import { ADAPTER_VARIABLE } from '../../src-main/engine/backends/webgpu'
import { openDataset } from '../../src-main/engine/data/open'
import { createHandlers } from '../../src-main/engine/handlers'
import { quietTask } from '../../src-main/engine/task'
import { tf } from '../../src-main/engine/tf'
import { refusesLargest, smallCard, type SmallCard } from '../support/smallCard'
import { temporaryFolder, toyRun } from '../support/toyRun'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()
const device = () => (tf.backend() as unknown as { device: GPUDevice }).device

describe.skipIf(adapter === null)('memory of a card that runs out', () => {
  const named = process.env[ADAPTER_VARIABLE]
  beforeAll(() => void (process.env[ADAPTER_VARIABLE] = adapter!))
  afterAll(() => {
    if (named === undefined) delete process.env[ADAPTER_VARIABLE]
    else process.env[ADAPTER_VARIABLE] = named
  })

  const records: RunRecord[] = []
  let onRecord: (record: RunRecord) => void = () => {}
  const handlers = createHandlers({
    record: (_, record) => {
      records.push(record)
      onRecord(record)
    },
    backend: () => {},
    log: () => {},
  })

  /** Trains on the sample by the engine's own handlers. @returns what happened */
  async function train(dataset: string, watch: (record: RunRecord) => void) {
    const root = temporaryFolder()
    await mkdir(`${root}/run`, { recursive: true })
    const open = await openDataset(dataset)
    const sgd = { name: 'sgd', momentum: 0.9 }
    const run: TrainedRun = {
      ...toyRun({
        model: { filters: [4], dense: 0 },
        plan: { phases: [{ epochs: 2, learningRate: 0.01, optimizer: sgd }], batch: 12 },
      }),
      labels: open.dataset.classes.map(({ name }) => name),
      backend: 'webgpu',
    }
    run.preprocessing.size = 16
    const call = { folder: `${root}/run`, dataset, run, packs: `${root}/packs`, bases: `${root}/bases` }
    records.length = 0
    onRecord = watch
    const { evaluation } = await handlers['run.train'](call as never, quietTask())
    return { records: [...records], evaluation: evaluation! }
  }

  const losses = (all: RunRecord[]) =>
    all.flatMap((record) => (record.type === 'epoch' ? [record.train.loss, record.validation!.loss] : []))

  it('ends in a finished run', { timeout: 120_000 }, async ({ skip }) => {
    const dataset = `${temporaryFolder()}/dataset`
    const source = { kind: 'sample', perClass: 10, classes: undefined }
    await handlers['data.import'](
      { id: 'd', folder: dataset, source, options: { size: 16 }, seed: 1 } as never,
      quietTask(),
    )
    let card: SmallCard | null = null
    const limited = (room: number) => (record: RunRecord) => {
      if (record.type === 'start') card = smallCard(device(), room)
    }
    // Of the training: what is measured afterwards takes more or less, as time has it.
    let most = 0
    const roomy = await train(dataset, (record) => {
      limited(Infinity)(record)
      if (record.type === 'epoch') most ||= card!.most
    })
    card!.restore()
    if (!(await refusesLargest(device()))) skip('This card has more memory than the test can ask for.')
    // Asking took what was refused for a failure of the backend's own.
    await device().queue.onSubmittedWorkDone()

    const tight = await train(dataset, limited(0.5 * most))
    card!.restore()
    expect(card!.refused).toBeGreaterThan(0)
    const notes = tight.records.flatMap((record) =>
      record.type === 'note' && record.about?.key === 'micro-batches' ? [record.about] : [],
    )
    expect(notes.length).toBeGreaterThan(0)
    expect(notes.map(({ parts }) => parts)).toEqual([2, 4, 8, 12].slice(0, notes.length))
    expect(tight.records.filter(({ type }) => type === 'start')).toHaveLength(1)
    expect(tight.records.at(-1)).toMatchObject({ type: 'end', status: 'done' })
    expect(new Set(tight.records.flatMap((one) => (one.type === 'start' ? [one.backend] : [])))).toEqual(
      new Set(['webgpu']),
    )
    const expected = losses(roomy.records)
    expect(losses(tight.records)).toHaveLength(expected.length)
    losses(tight.records).forEach((loss, i) => expect(loss / expected[i]!).toBeCloseTo(1, 4))
    expect(tight.evaluation.test.loss / roomy.evaluation.test.loss).toBeCloseTo(1, 4)
  })
})
