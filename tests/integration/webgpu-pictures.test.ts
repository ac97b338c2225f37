// Pictures that stay on the device must be those that are uploaded batch by batch, and cross the bus once.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { imageTensor, type ImageReader } from '../../src-main/engine/models/inference'
import { tf } from '../../src-main/engine/tf'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()

/** Every byte tells its picture and its place. */
const made = (size: number): ImageReader => ({
  size,
  read(indices, into) {
    const bytes = 3 * size ** 2
    Array.from(indices).forEach((index, i) => {
      for (let at = 0; at < bytes; at++) into[i * bytes + at] = (index * 31 + at * 7) % 256
    })
  },
})

describe.skipIf(adapter === null)('pictures on the device', () => {
  let compute: WebgpuCompute
  beforeAll(async () => {
    compute = await openWebgpu({ adapter: adapter! })
  })
  afterAll(() => compute?.dispose())

  it.each([4, 5])('of %i pixels are those that are uploaded, in any order, more than once', async (size) => {
    const before = tf.memory()
    const images = made(size)
    const store = compute.keepPictures!(images, 20)!
    for (const numbers of [[3, 0, 19], [3, 3, 7, 0, 12], [12], [19, 18, 17, 16, 3]]) {
      const indices = Int32Array.from(numbers)
      const [ours, expected] = [store.take(indices), imageTensor(images, indices)]
      expect(ours.shape).toEqual([indices.length, size, size, 3])
      expect(await ours.data()).toEqual(await expected.data())
      tf.dispose([ours, expected])
    }
    store.dispose()
    const { numTensors, numDataBuffers } = tf.memory()
    expect({ numTensors, numDataBuffers }).toEqual({
      numTensors: before.numTensors,
      numDataBuffers: before.numDataBuffers,
    })
  })

  it('cross the bus once; then only their numbers do', () => {
    const store = compute.keepPictures!(made(8), 10)!
    const written = vi.spyOn(compute.backend.device.queue, 'writeBuffer')
    const bytes = () =>
      written.mock.calls.splice(0).reduce((sum, call) => sum + (call[2] as ArrayBufferView).byteLength, 0)
    const indices = Int32Array.of(1, 4, 9)
    store.take(indices).dispose()
    expect(bytes()).toBe(3 * (8 * 8 * 3) + 3 * 4)
    compute.backend.trim()
    store.take(indices).dispose()
    expect(bytes()).toBe(3 * 4)
    written.mockRestore()
    store.dispose()
  })

  it('are not kept where they are too many', () => {
    expect(compute.keepPictures!(made(224), 5000)).toBeNull()
  })
})
