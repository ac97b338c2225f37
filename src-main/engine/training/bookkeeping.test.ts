// The small parts around the step: class weights, the order of an epoch, the best epoch, files.
import { describe, expect, test, beforeAll } from 'vitest'
import { temporaryFolder } from '../../../tests/support/toyRun'
import { openCpu } from '../backends/cpu'
import { tf } from '../tf'
import { balancedOrder, epochOrder, stepsPerEpoch } from './batches'
import { BestTracker } from './bestTracker'
import { classWeights } from './classWeights'
import { crc32c, maskedCrc32c } from './crc32c'
import { RunWriter, type NewRunRecord } from './history'
import { decodeTensors, encodeTensors } from './safetensors'
import { tfRecord } from './tensorboard'

beforeAll(() => openCpu())

test('balanced class weights are images / (classes × images of the class)', () => {
  const labels = [0, 0, 0, 0, 0, 0, 1, 1, 3]
  expect(Array.from(classWeights('balanced', labels, 4))).toEqual([0.5, 1.5, 0, 3])
  expect(Array.from(classWeights('none', labels, 4))).toEqual([1, 1, 1, 1])
})

test('an epoch’s order is a permutation that seed and epoch decide', () => {
  const indices = Int32Array.from({ length: 100 }, (_, i) => 3 * i)
  const order = epochOrder(indices, 1, 1)
  expect(order).not.toEqual(indices)
  expect(order.slice().sort()).toEqual(indices)
  expect(epochOrder(indices, 1, 1)).toEqual(order)
  expect(epochOrder(indices, 1, 2)).not.toEqual(order)
  expect(epochOrder(indices, 2, 1)).not.toEqual(order)
  expect([stepsPerEpoch(100, 32), stepsPerEpoch(96, 32)]).toEqual([4, 3])
})

describe('balanced sampling', () => {
  // 30 of class 0, 5 of class 1, 2 of class 3; none of class 2.
  const labels = Uint16Array.from({ length: 37 }, (_, i) => (i < 30 ? 0 : i < 35 ? 1 : 3))
  const indices = Int32Array.from(labels.keys())
  const timesOf = (order: Int32Array) => indices.map((index) => order.filter((one) => one === index).length)

  test('shows each class equally often, in an epoch of the usual length', () => {
    const order = balancedOrder(indices, labels, 1, 1)
    expect(order.length).toBe(37)
    const perClass = [0, 1, 3].map((label) => order.filter((index) => labels[index] === label).length)
    expect(perClass.sort()).toEqual([12, 12, 13])
  })

  test('repeats no picture of a class twice before the others came', () => {
    for (let epoch = 1; epoch < 10; epoch++) {
      const times = timesOf(balancedOrder(indices, labels, 1, epoch))
      for (const label of [0, 1, 3]) {
        const ofClass = times.filter((_, index) => labels[index] === label)
        expect(Math.max(...ofClass) - Math.min(...ofClass)).toBeLessThanOrEqual(1)
      }
    }
  })

  test('shows all pictures of a large class over some epochs, and repeats itself for a seed', () => {
    const seen = new Set<number>()
    for (let epoch = 1; epoch < 20; epoch++)
      balancedOrder(indices, labels, 1, epoch).forEach((i) => seen.add(i))
    expect(seen.size).toBe(37)
    expect(balancedOrder(indices, labels, 1, 3)).toEqual(balancedOrder(indices, labels, 1, 3))
    expect(balancedOrder(indices, labels, 1, 3)).not.toEqual(balancedOrder(indices, labels, 2, 3))
  })

  test('of even classes is a permutation', () => {
    const even = Uint16Array.from({ length: 30 }, (_, i) => i % 3)
    const order = balancedOrder(Int32Array.from(even.keys()), even, 1, 1)
    expect(order.slice().sort()).toEqual(Int32Array.from(even.keys()))
  })
})

describe('the best epoch', () => {
  const note = (tracker: BestTracker, values: number[]) =>
    values.map((value, i) => tracker.note(i + 1, { loss: value, accuracy: value, count: 1 }))

  test('by loss: lower is better, patience counts epochs without a gain', () => {
    const tracker = new BestTracker({ monitor: 'validationLoss', patience: 2, minDelta: 0 })
    expect(note(tracker, [1, 0.9, 0.95])).toEqual([true, true, false])
    expect([tracker.bestEpoch, tracker.exhausted]).toEqual([2, false])
    tracker.note(4, { loss: 0.9, accuracy: 0, count: 1 })
    expect(tracker.exhausted).toBe(true)
    tracker.startPhase()
    expect([tracker.exhausted, tracker.bestEpoch]).toEqual([false, 2])
  })

  test('by accuracy: higher is better, a gain within minDelta is none', () => {
    const tracker = new BestTracker({ monitor: 'validationAccuracy', patience: 9, minDelta: 0.1 })
    expect(note(tracker, [0.5, 0.55, 0.61, 0.6])).toEqual([true, false, true, false])
  })

  test('without early stopping patience never ends, and the state can be carried over', () => {
    const tracker = new BestTracker(null)
    note(tracker, [1, 2, 3, 4, 5])
    expect(tracker.exhausted).toBe(false)
    expect(new BestTracker(null, tracker.state).state).toEqual({ value: 1, epoch: 1, waited: 4 })
  })
})

test('CRC-32C gives the check values of RFC 3720', () => {
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa)
  expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43)
  // Unmasking, as readers do it, gives the checksum back.
  const masked = maskedCrc32c(Buffer.from('123456789'))
  const rotated = (masked - 0xa282ead8) >>> 0
  expect(((rotated >>> 17) | (rotated << 15)) >>> 0).toBe(0xe3069283)
})

test('a record is its length, the checksum of that, the data, and their checksum', () => {
  const record = tfRecord(Buffer.from('123456789'))
  expect(record.length).toBe(8 + 4 + 9 + 4)
  expect(record.readBigUInt64LE()).toBe(9n)
  expect(record.readUInt32LE(8)).toBe(maskedCrc32c(record.subarray(0, 8)))
  expect(record.readUInt32LE(21)).toBe(maskedCrc32c(Buffer.from('123456789')))
})

describe('safetensors', () => {
  test('tensors and text come back', async () => {
    const tensors = { a: tf.tensor2d([[1, 2.5], [-3, 1e-30]]), 'b/0': tf.scalar(7), empty: tf.zeros([0, 3]) } // prettier-ignore
    const bytes = await encodeTensors(tensors, { note: 'año' })
    const decoded = decodeTensors(bytes)
    expect(decoded.metadata).toEqual({ note: 'año' })
    for (const [name, tensor] of Object.entries(tensors)) {
      expect(decoded.tensors[name]!.shape).toEqual(tensor.shape)
      expect(decoded.tensors[name]!.dataSync()).toEqual(tensor.dataSync())
    }
    // The layout that other readers expect: header length, a header that ends where the data begin, aligned.
    const header = Number(Buffer.from(bytes).readBigUInt64LE())
    expect(header % 8).toBe(0)
    expect(bytes.length).toBe(8 + header + 4 * 5)
  })

  test('what is cut short is refused, and no tensor is left behind', async () => {
    const bytes = await encodeTensors({ a: tf.zeros([10]), b: tf.ones([10]) }, {})
    const before = tf.memory().numTensors
    for (const length of [0, 4, 20, bytes.length - 1]) {
      expect(() => decodeTensors(bytes.subarray(0, length))).toThrow()
    }
    expect(tf.memory().numTensors).toBe(before)
  })
})

test('a history goes on where it was left, in number and time', async () => {
  const folder = temporaryFolder()
  const first = new RunWriter(folder, () => {})
  first.write({ type: 'note', message: 'one' })
  await new Promise((resolve) => setTimeout(resolve, 30))
  first.write({ type: 'note', message: 'two' })
  first.close()
  const emitted: { seq: number; t: number }[] = []
  const second = new RunWriter(folder, (record) => emitted.push(record))
  expect([second.continued, second.ended]).toEqual([false, false])
  second.write({ type: 'end', status: 'cancelled' })
  // A cancelled run may be taken up again, one that is done may not.
  expect(second.ended).toBe(false)
  second.write({ type: 'end', status: 'done' })
  second.close()
  expect(emitted[0]!.seq).toBe(2)
  expect(emitted[0]!.t).toBeGreaterThanOrEqual(25)
  const third = new RunWriter(folder, () => {})
  expect(third.ended).toBe(true)
  third.close()
})

test('a history is continued once a training has begun in it, on the backend that it was on at last', () => {
  const folder = temporaryFolder()
  const write = (...records: NewRunRecord[]) => {
    const writer = new RunWriter(folder, () => {})
    const found = { continued: writer.continued, backend: writer.backend }
    for (const record of records) writer.write(record)
    writer.close()
    return found
  }
  const note = { type: 'note', message: 'What was measured before the start.' } as const
  expect(write(note, { type: 'end', status: 'cancelled' })).toEqual({ continued: false, backend: null })
  const counts = { parameters: 1, trainableParameters: 1, epochs: 2, stepsPerEpoch: 3 }
  const images = { train: 1, validation: 1, test: 1 }
  const at = '2026-11-22T10:00:00Z'
  const start = { type: 'start', at, backend: 'webgpu', device: 'A card', ...counts, images } as const
  expect(write(start)).toEqual({ continued: false, backend: null })
  const about = { key: 'device-lost', device: 'A card', next: 'CPU', backend: 'wasm' } as const
  expect(write({ ...note, about })).toEqual({ continued: true, backend: 'webgpu' })
  expect(write()).toEqual({ continued: true, backend: 'wasm' })
})
