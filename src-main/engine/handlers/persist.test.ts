// A run goes on in smaller parts where memory runs out, to the weights of a run that had enough of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { tightMemory } from '../../../tests/support/tightMemory'
import { temporaryFolder, toyData, toyRun, type ToyRunOptions } from '../../../tests/support/toyRun'
import { runRecord, UserError, type NoteAbout, type RunRecord } from '../../contract'
import type { Compute } from '../compute'
import { quietTask } from '../task'
import { tf } from '../tf'
import { RunControl } from '../training/control'
import { RunWriter } from '../training/history'
import { trainRun } from '../training/train'
import { persist } from './persist'

let cpu: Compute
beforeAll(async () => void (cpu = await cpuCompute()))

let room = Infinity
let memory: ReturnType<typeof tightMemory>
beforeEach(() => {
  room = Infinity
  memory = tightMemory(() => room)
})
afterEach(() => memory.restore())

const plan = {
  phases: [{ epochs: 3, learningRate: 0.05, optimizer: { name: 'sgd', momentum: 0.9 } }],
  augmentation: { flip: true, rotation: 10, mixUp: 0.2 },
  labelSmoothing: 0.1,
}
const data = toyData()

interface Options extends ToyRunOptions {
  folder?: string
  compute?: Compute
  /** What is opened where the first one failed. */
  again?: Compute
  after?: Compute
  onRecord?: (record: RunRecord) => void
}

/** Trains as the handler does. @returns also the parts of each attempt */
async function run({
  folder = temporaryFolder(),
  compute = cpu,
  again,
  after,
  onRecord,
  ...options
}: Options = {}) {
  const tried: number[] = []
  const open = () =>
    new RunWriter(folder, (record) => {
      runRecord.parse(record)
      onRecord?.(record)
    })
  let writer = open()
  try {
    const trained = await persist(
      compute,
      (compute, parts) => {
        tried.push(parts)
        const control = new RunControl()
        return trainRun(
          { folder, run: toyRun({ plan, ...options }), ...data, compute, control, writer, parts, emit: () => {}, checkpointSeconds: 0 }, // prettier-ignore
          quietTask(),
        )
      },
      {
        batch: 8,
        again: async () => again ?? Promise.reject(new Error('not again')),
        after: async () => after ?? Promise.reject(new Error('no other backend')),
        writer: () => writer,
        reopen: () => {
          writer.close()
          return (writer = open())
        },
      },
    )
    const weights = trained.network.getWeights().map((w) => Array.from(w.dataSync()))
    trained.network.dispose()
    return { weights, tried, folder, records: recordsIn(folder) }
  } catch (error) {
    return { error, tried, folder, records: recordsIn(folder) }
  } finally {
    writer.close()
  }
}

const recordsIn = (folder: string) =>
  readFileSync(join(folder, 'history.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => runRecord.parse(JSON.parse(line)))
const notes = (records: RunRecord[]) =>
  records.flatMap((record) => (record.type === 'note' && record.about ? [record.about] : []))
const epochs = (records: RunRecord[]) => records.flatMap((one) => (one.type === 'epoch' ? [one.epoch] : []))
const partsOf = (abouts: NoteAbout[]) =>
  abouts.flatMap((about) => (about.key === 'micro-batches' ? [[about.parts, about.pictures]] : []))
const distance = (a: number[][], b: number[][]) =>
  Math.max(...a.flatMap((values, i) => values.map((value, j) => Math.abs(value - b[i]![j]!))))

/** Bytes that a run takes beyond what is there before it, by the parts that its batches are computed in. */
async function needed(): Promise<number> {
  const before = tf.memory().numBytes
  memory.most()
  await run()
  return memory.most() - before
}

test('halves the parts until they fit, says so, and comes to the same weights', async () => {
  const before = tf.memory()
  const straight = await run()
  expect(straight.tried).toEqual([1])
  room = before.numBytes + 0.45 * (await needed())
  const tight = await run()
  expect(tight.error).toBeUndefined()
  expect(tight.tried.length).toBeGreaterThan(1)
  expect(tight.tried).toEqual([1, 2, 4, 8].slice(0, tight.tried.length))
  expect(partsOf(notes(tight.records))).toEqual(tight.tried.slice(1).map((parts) => [parts, 8 / parts]))
  expect(distance(tight.weights!, straight.weights!)).toBeLessThan(2e-5)
  expect(epochs(tight.records)).toEqual([1, 2, 3])
  expect(tight.records.filter(({ type }) => type === 'start')).toHaveLength(1)
  // A gradient that was broken off leaves nothing behind.
  expect(tf.memory().numTensors).toBe(before.numTensors)
})

describe('a device that failed', () => {
  const failing = (error: Error): Compute => {
    const compute = { ...cpu, name: 'wasm' as const, device: 'the first', failed: false }
    compute.compile = (name, fn) => {
      const compiled = cpu.compile(name, fn)
      const run: typeof compiled.run = (inputs) => {
        if (name !== 'train-step' && name !== 'micro-batch') return compiled.run(inputs)
        compute.failed = true
        throw error
      }
      return { ...compiled, run }
    }
    return compute
  }

  test('for want of memory is opened anew, and goes on in parts', async () => {
    const again = { ...cpu, device: 'the first' }
    const compute = failing(new UserError('out-of-memory', 'Memory ran out.'))
    const { tried, records, error } = await run({ compute, again })
    expect(error).toBeUndefined()
    expect(tried).toEqual([1, 2])
    expect(partsOf(notes(records))).toEqual([[2, 4]])
  })

  test('and cannot be opened again leaves the run to another one', async () => {
    const compute = failing(new UserError('out-of-memory', 'Memory ran out.'))
    const { tried, records, error } = await run({ compute, after: { ...cpu, device: 'the second' } })
    expect(error).toBeUndefined()
    expect(tried).toEqual([1, 1])
    expect(notes(records)).toMatchObject([{ key: 'device-lost', device: 'the first', next: 'the second' }])
  })

  test('for another reason leaves the run to another one', async () => {
    const after = { ...cpu, device: 'the second' }
    const { tried, records } = await run({ compute: failing(new Error('lost')), again: cpu, after })
    expect(tried).toEqual([1, 1])
    expect(notes(records)).toMatchObject([{ key: 'device-lost', next: 'the second' }])
  })
})

test('fails with the sentence where one picture does not fit either', async () => {
  const before = tf.memory()
  room = before.numBytes + 0.05 * (await needed())
  const { error, tried } = await run()
  expect(tried).toEqual([1, 2, 4, 8])
  expect(error).toMatchObject({ code: 'out-of-memory' })
  expect(tf.memory().numTensors).toBe(before.numTensors)
})

describe('memory that runs out in the middle of a run', () => {
  test('goes on from the checkpoint, and the next process starts with what worked', async () => {
    const straight = await run()
    const all = await needed()
    const tightFromTheSecondEpoch = (record: RunRecord) => {
      if (record.type === 'epoch' && record.epoch === 1) room = tf.memory().numBytes + 0.4 * all
      if (record.type === 'epoch' && record.epoch === 2) throw new Error('killed')
    }
    const killed = await run({ onRecord: tightFromTheSecondEpoch })
    expect(killed.error).toMatchObject({ message: 'killed' })
    const parts = killed.tried.at(-1)!
    expect(parts).toBeGreaterThan(1)
    room = Infinity
    const resumed = await run({ folder: killed.folder })
    expect(resumed.tried).toEqual([parts])
    expect(epochs(resumed.records)).toEqual([1, 2, 3])
    expect(distance(resumed.weights!, straight.weights!)).toBeLessThan(2e-5)
  })

  test('is heard of from the device when something else failed because of it', async () => {
    let [failures, trims] = [2, 0]
    const compute: Compute = {
      ...cpu,
      compile(name, fn) {
        const compiled = cpu.compile(name, fn)
        return {
          ...compiled,
          run(inputs) {
            if (name === 'train-step') throw new Error('the buffer is invalid')
            return compiled.run(inputs)
          },
        }
      },
      async settled() {
        if (failures-- > 0) throw new UserError('out-of-memory', 'The memory of the card ran out.')
      },
      trim: async () => void trims++,
    }
    const straight = await run()
    const { tried, weights } = await run({ compute })
    // The second failure is that of the first step in two parts.
    expect(tried).toEqual([1, 2, 4])
    expect(trims).toBe(2)
    expect(distance(weights!, straight.weights!)).toBeLessThan(2e-5)
  })

  test('is not suspected behind other faults', async () => {
    const compute: Compute = {
      ...cpu,
      compile: () => ({
        run: () => {
          throw new Error('a fault')
        },
        dispose: () => {},
      }),
    }
    const { error, tried } = await run({ compute })
    expect(error).toMatchObject({ message: 'a fault' })
    expect(tried).toEqual([1])
  })
})
