// The cost of a network, measured on the plain backend: what it holds, that it ends, and that it never fails a run.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cpuCompute } from '../../../../tests/support/cpuCompute'
import { toyData, toyRun } from '../../../../tests/support/toyRun'
import { type Compute } from '../../compute'
import { buildFresh, type ImageModel } from '../../models/build'
import { quietTask, type Task } from '../../task'
import { tf } from '../../tf'
import { measureCost } from './measure'
import { quantile, timed } from './timing'

let compute: Compute
let model: ImageModel
beforeAll(async () => {
  compute = await cpuCompute()
  model = buildFresh(toyRun().model, { size: 8, classes: 3, seed: 1 })
})
afterAll(() => model.dispose())

const { open, images } = toyData()
const options = () => ({
  network: model.network,
  description: { preprocessing: toyRun().preprocessing, parameters: 100, trainableParameters: 90 },
  images,
  pictures: open.indices('test'),
  compute,
})

describe('the cost of a network', () => {
  test('says what it holds, what it computes and how long that takes', async () => {
    const tensors = tf.memory().numTensors
    const cost = await measureCost(options(), quietTask())
    expect(cost).toMatchObject({
      parameters: 100,
      trainableParameters: 90,
      backend: 'cpu',
      device: compute.device,
    })
    expect(cost.multiplyAdds).toBe(64 * 9 * 3 * 3 + 16 * 9 * 3 * 4 + 4 * 4 * 8 + 8 * 3)
    expect(cost.bytes).toBe(4 * model.parameters)
    expect(cost.latency!.runs).toBeGreaterThanOrEqual(5)
    expect(cost.latency!.median).toBeGreaterThan(0)
    expect(cost.latency!.p95).toBeGreaterThanOrEqual(cost.latency!.median)
    expect(cost.throughput!.imagesPerSecond).toBeGreaterThan(0)
    expect(cost.throughput!.batch).toBeGreaterThan(0)
    expect(tf.memory().numTensors).toBe(tensors)
  })

  test('leaves what trains as it was', async () => {
    const [first] = model.network.layers.slice(1)
    first!.trainable = false
    await measureCost(options(), quietTask())
    expect(
      model.network.layers
        .slice(1)
        .map((layer) => layer.trainable)
        .filter((one) => !one),
    ).toHaveLength(1)
    first!.trainable = true
  })

  test('has no times where the device refuses, and says why', async () => {
    const broken: Compute = {
      ...compute,
      compile: () => ({
        run: () => {
          throw new Error('out of memory')
        },
        dispose: () => {},
      }),
    }
    const problem = vi.fn()
    const cost = await measureCost({ ...options(), compute: broken }, quietTask(), problem)
    expect(cost).toMatchObject({ latency: null, throughput: null, bytes: 4 * model.parameters })
    expect(problem).toHaveBeenCalledExactlyOnceWith('out of memory')
  })

  test('stops when it is told to', async () => {
    const stop = new AbortController()
    const task: Task = { ...quietTask(stop.signal), progress: () => stop.abort() }
    await expect(measureCost(options(), task)).rejects.toMatchObject({ code: 'cancelled' })
    expect(model.network.trainableWeights).toHaveLength(model.network.weights.length)
  })
})

describe('timing', () => {
  const run = vi.fn(() => Promise.resolve())

  test('runs at least and at most so often, the warm-up not counted', async () => {
    const limits = { warmUp: 2, least: 3, most: 4, seconds: 0 }
    expect(await timed(run, limits, quietTask())).toHaveLength(3)
    expect(run).toHaveBeenCalledTimes(5)
    expect(await timed(run, { ...limits, seconds: 3600 }, quietTask())).toHaveLength(4)
  })

  test('quantiles are values that were measured', () => {
    const values = Array.from({ length: 40 }, (_, i) => i + 1)
    expect([0.5, 0.95, 1].map((q) => quantile(values, q))).toEqual([20, 38, 40])
    expect(quantile([7], 0.95)).toBe(7)
  })
})
