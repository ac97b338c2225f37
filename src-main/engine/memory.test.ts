// Work that is done with less at a time where memory runs out: the same results, nothing left behind.
import { afterEach, beforeAll, expect, test } from 'vitest'
import { cpuCompute } from '../../tests/support/cpuCompute'
import { tightMemory } from '../../tests/support/tightMemory'
import { toyData, toySize } from '../../tests/support/toyRun'
import { modelChoice, UserError, type Preprocessing } from '../contract'
import type { Compute } from './compute'
import { inFittingBatches } from './memory'
import { buildFresh, type ImageModel } from './models/build'
import { predictProbabilities } from './models/inference'
import { quietTask } from './task'
import { tf } from './tf'
import { createSetEvaluator } from './training/evaluateSet'
import { forwardFromPictures } from './training/forward'
import { plan as planSchema } from '../contract/plan'

let compute: Compute
beforeAll(async () => void (compute = await cpuCompute()))

const ranOut = () => new UserError('out-of-memory', 'Memory ran out.')

test('batches are halved until they fit, and memory that is kept for reuse is given back before each', async () => {
  let trims = 0
  const tried: number[] = []
  const trimmed: Compute = { ...compute, trim: async () => void trims++ }
  const result = await inFittingBatches(10, trimmed, async (batch) => {
    tried.push(batch)
    if (batch > 2) throw ranOut()
    return `with ${batch}`
  })
  expect([result, tried, trims]).toEqual(['with 2', [10, 5, 3, 2], 3])
})

test('one picture that does not fit is the end, and other errors are at once', async () => {
  const tried: number[] = []
  const failing = (error: Error) =>
    inFittingBatches(4, compute, async (batch) => {
      tried.push(batch)
      throw error
    })
  await expect(failing(ranOut())).rejects.toMatchObject({ code: 'out-of-memory' })
  expect(tried).toEqual([4, 2, 1])
  await expect(failing(new Error('a fault'))).rejects.toThrow('a fault')
  expect(tried).toEqual([4, 2, 1, 4])
})

const preprocessing: Preprocessing = { size: toySize, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' } // prettier-ignore
const data = toyData()
const pictures = data.open.indices('train')
let model: ImageModel
let memory: ReturnType<typeof tightMemory> | null = null
let room = Infinity
afterEach(() => {
  memory?.restore()
  memory = null
  model?.dispose()
})

/** Does something with all the memory there is, then with a part of what it took. */
async function tight<T>(share: number, work: () => Promise<T>): Promise<[T, T]> {
  room = Infinity
  memory = tightMemory(() => room)
  const before = tf.memory()
  const roomy = await work()
  room = before.numBytes + share * (memory.most() - before.numBytes)
  const results: [T, T] = [roomy, await work()]
  expect(tf.memory().numTensors).toBe(before.numTensors)
  return results
}

const build = () => {
  const choice = modelChoice.parse({ name: 'cnn', options: { filters: [3, 4], dense: 8 } })
  model = buildFresh(choice, { size: toySize, classes: 3, seed: 1 })
}

test('probabilities', async () => {
  build()
  const [roomy, little] = await tight(0.4, () =>
    predictProbabilities(model.network, preprocessing, data.images, pictures, compute, quietTask()),
  )
  expect(little.length).toBe(3 * pictures.length)
  little.forEach((value, i) => expect(value).toBeCloseTo(roomy[i]!, 6))
})

test('loss and accuracy of a set', async () => {
  build()
  const { augmentation } = planSchema.parse({ phases: [{ epochs: 1 }] })
  const [roomy, little] = await tight(0.4, async () => {
    const forward = forwardFromPictures(model, augmentation, preprocessing)
    const load = (indices: Int32Array) => {
      const bytes = new Uint8Array(indices.length * toySize ** 2 * 3)
      data.images.read(indices, bytes)
      return tf.tensor4d(bytes, [indices.length, toySize, toySize, 3])
    }
    const evaluator = createSetEvaluator(forward, load, 256, data.open.labels, compute)
    try {
      return await evaluator.run(pictures, async () => {})
    } finally {
      evaluator.dispose()
    }
  })
  expect(little).toEqual({
    loss: expect.closeTo(roomy!.loss, 6),
    accuracy: roomy!.accuracy,
    count: pictures.length,
  })
})
