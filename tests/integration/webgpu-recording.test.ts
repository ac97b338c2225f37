// A recorded function on webgpu must give what the function gives op by op, in one submission, with nothing made anew.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { compileEagerly } from '../../src-main/engine/backends/shared/eager'
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import type { Compute } from '../../src-main/engine/compute'
import { tf, type Tensor } from '../../src-main/engine/tf'
import { smallTraining } from '../support/small-training'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()

describe.skipIf(adapter === null)('a recorded function on webgpu', () => {
  let compute: WebgpuCompute
  beforeAll(async () => {
    compute = await openWebgpu({ adapter: adapter! })
  })
  afterAll(() => compute?.dispose())
  let tensors = 0
  beforeEach(() => void (tensors = tf.memory().numTensors))

  const values = async (results: Tensor[]) => {
    const read = await Promise.all(results.map(async (one) => Array.from(await one.data())))
    tf.dispose(results)
    return read
  }

  it('trains to the very numbers of a step that runs op by op, also with another batch between', async () => {
    const eager = smallTraining({ ...compute, compile: compileEagerly } as Compute)
    const recorded = smallTraining(compute)
    for (const batch of [6, 6, 6, 4, 6, 4, 6]) {
      const [expected] = await eager.train(1, batch)
      const [loss] = await recorded.train(1, batch)
      expect(loss).toBe(expected)
    }
    expect(await recorded.weights()).toEqual(await eager.weights())
    eager.dispose()
    recorded.dispose()
    expect(tf.memory().numTensors).toBe(tensors)
  })

  it('takes one submission a step and makes no bind group, buffer or program once it runs', async () => {
    const run = smallTraining(compute)
    await run.train(4)
    const { device } = compute.backend
    const [submit, buffers] = [vi.spyOn(device.queue, 'submit'), vi.spyOn(device, 'createBuffer')]
    const groups = vi.spyOn(device, 'createBindGroup')
    const pipelines = vi.spyOn(device, 'createComputePipeline')
    const step = run.step()
    expect(submit).toHaveBeenCalledTimes(1)
    for (const made of [groups, buffers, pipelines]) expect(made).not.toHaveBeenCalled()
    vi.restoreAllMocks()
    await step.data()
    step.dispose()
    run.dispose()
  })

  it('updates all weights in one dispatch and all averages in another, also from a checkpoint, and reads each of them', async () => {
    const run = smallTraining(compute)
    const dispatched = vi.spyOn(GPUComputePassEncoder.prototype, 'dispatchWorkgroups')
    const commands = () => {
      run.step().dispose()
      return dispatched.mock.calls.splice(0).length
    }
    const recorded = commands()
    const weights = run.model.network.trainableWeights.length
    expect(weights).toBeGreaterThan(6)
    const replayed = commands()
    const statistics = run.model.network.weights.length - weights
    expect(statistics).toBeGreaterThan(3)
    expect(recorded - replayed).toBe(weights - 1 + (statistics - 1))
    expect(commands()).toBe(replayed)
    // From tensors that lie apart: what a checkpoint brings.
    run.restore(await Promise.all(run.slots().map(async (slot) => tf.tensor(await slot.data(), slot.shape))))
    expect(commands()).toBe(replayed)
    dispatched.mockRestore()
    const read = await run.weights()
    expect(read.flat().every(Number.isFinite)).toBe(true)
    run.dispose()
    expect(tf.memory().numTensors).toBe(tensors)
  })

  it('needs little more memory for what is made on the way than is alive at once', async () => {
    const fn = compute.compile('chain', ([x]) => {
      let y = x!
      for (let i = 0; i < 30; i++) y = y.mul(1.01).add(0.5)
      return [y.sum()]
    })
    const x = tf.ones([64, 1024])
    tf.dispose(fn.run([x]))
    const before = tf.memory() as unknown as { numBytesInGPU: number }
    const [sum] = fn.run([x])
    const after = tf.memory() as unknown as { numBytesInGPU: number }
    expect(after.numBytesInGPU - before.numBytesInGPU).toBeLessThan(3 * x.size * 4)
    let expected = 1
    for (let i = 0; i < 30; i++) expected = expected * 1.01 + 0.5
    expect((await sum!.data())[0]! / x.size).toBeCloseTo(expected, 3)
    tf.dispose([x, sum!])
    fn.dispose()
  })

  it('hands inputs through, gives equal results apart, and computes anew what is constant', async () => {
    const fn = compute.compile('all kinds', ([a, b]) => {
      const sum = a!.add(b!)
      return [sum, a!, sum.reshape([4]), tf.tensor1d([7, 8]), sum.clone()]
    })
    const [a, b] = [tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([10, 20, 30, 40], [2, 2])]
    for (const shift of [0, 1, 2]) {
      const shifted = a.add(shift)
      const results = fn.run([shifted, b])
      expect(results.map(({ shape }) => shape)).toEqual([[2, 2], [2, 2], [4], [2], [2, 2]])
      const sums = [11, 22, 33, 44].map((one) => one + shift)
      results[0]!.dispose()
      shifted.dispose()
      const [through, flat, constant, again] = await values(results.slice(1))
      expect(through).toEqual([1, 2, 3, 4].map((one) => one + shift))
      expect([flat, again]).toEqual([sums, sums])
      expect(constant).toEqual([7, 8])
    }
    tf.dispose([a, b])
    fn.dispose()
    expect(tf.memory().numTensors).toBe(tensors)
  })

  it('leaves results whole when it is disposed of, and old results when it runs again', async () => {
    const fn = compute.compile('square', ([x]) => [x!.square()])
    const x = [2, 3, 4, 5].map((one) => tf.tensor1d([one]))
    const results = x.map((one) => fn.run([one])[0]!)
    fn.dispose()
    const other = tf.ones([1]).add(41)
    expect(await values(results)).toEqual([[4], [9], [16], [25]])
    tf.dispose([x, other])
  })

  it('refuses what it could not replay', async () => {
    const x = tf.tensor1d([1, 2])
    for (const outside of [tf.tensor1d([1, 2]), tf.tidy(() => tf.square(tf.range(0, 2000)).slice(0, 2))]) {
      const impure = compute.compile('impure', ([y]) => [y!.add(outside)])
      expect(() => impure.run([x])).toThrow(/impure uses a tensor that is not among/)
      impure.dispose()
      outside.dispose()
    }
    const inner = compute.compile('inner', ([y]) => [y!.add(1)])
    const outer = compute.compile('outer', ([y]) => inner.run([y!]))
    expect(() => outer.run([x])).toThrow(/inner cannot be recorded inside outer/)
    // The backend works on.
    expect(await values(inner.run([x]))).toEqual([[2, 3]])
    expect(await values(inner.run([x]))).toEqual([[2, 3]])
    for (const fn of [inner, outer]) fn.dispose()
    x.dispose()
    expect(tf.memory().numTensors).toBe(tensors)
  })

  it('records anew when it is told to', async () => {
    const fn = compute.compile('double', ([x]) => [x!.mul(2)])
    const x = tf.tensor1d([3])
    for (let i = 0; i < 2; i++) expect(await values(fn.run([x]))).toEqual([[6]])
    compute.backend.forgetRecordings()
    for (let i = 0; i < 3; i++) expect(await values(fn.run([x]))).toEqual([[6]])
    fn.dispose()
    x.dispose()
  })
})
