// Lanes brought together by subgroups and without: sums of whole numbers, so that the answers are exact. The kernels that
// use them are checked in webgpu-kernels.test.ts, with subgroups where the adapter has them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import type { Program } from '../../src-main/engine/backends/webgpu/program'
import {
  fold,
  foldExtensions,
  foldMemory,
  type Fold,
} from '../../src-main/engine/backends/webgpu/programs/fold'
import { tf } from '../../src-main/engine/tf'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()

/** Sums down the columns of [height, width] numbers in one workgroup; also how many lanes are a subgroup. */
function program(width: number, height: number, subgroups: boolean): Program {
  const sum: Fold = { width, height, type: 'f32', value: 'own', combine: (a, b) => `${a} + ${b}` }
  return {
    extensions: foldExtensions(subgroups),
    inputs: [{ name: 'x', element: 'f32' }],
    outputs: ['sums', 'lanes'].map((name) => ({ name, element: 'f32' })),
    size: width * height,
    groups: 1,
    declarations: foldMemory(sum),
    body: `
  let row_lane = lane / ${width};
  var own = x[lane];
  ${fold(sum, subgroups)}
  if (row_lane == 0) { sums[lane] = partial[lane]; }
  if (lane == 0) { lanes[0] = f32(${subgroups ? 'together' : '1'}); }`,
  }
}

describe.skipIf(adapter === null)('lanes', () => {
  let compute: WebgpuCompute
  let info: GPUAdapterInfo
  beforeAll(async () => {
    compute = await openWebgpu({ adapter: adapter! })
    info = compute.gpu.adapterInfo
  })
  afterAll(() => compute?.dispose())

  async function sums(width: number, height: number, subgroups: boolean) {
    const values = Float32Array.from({ length: width * height }, (_, i) => ((i * 7) % 64) - 20)
    const expected = new Float32Array(width)
    values.forEach((value, i) => (expected[i % width]! += value))
    const made = compute.backend.dispatch(
      `fold ${width}x${height} ${subgroups}`,
      () => program(width, height, subgroups),
      [tf.tensor1d(values)],
      [
        { shape: [width], dtype: 'float32' },
        { shape: [1], dtype: 'float32' },
      ],
    )
    const [actual, lanes] = (await Promise.all(
      made.map(({ dataId }) => compute.backend.read(dataId)),
    )) as Float32Array[]
    expect(Array.from(actual!)).toEqual(Array.from(expected))
    return lanes![0]!
  }

  it.each([1, 2, 8, 64, 256])('in %i columns come together in workgroup memory', async (width) => {
    expect(await sums(width, 256 / width, false)).toBe(1)
  })

  it.each([1, 2, 8, 64, 256])('in %i columns come together by subgroups', async (width) => {
    if (!compute.gpu.features.has('subgroups')) return console.log('WebGPU: no subgroups here, skipped.')
    const lanes = await sums(width, 256 / width, true)
    expect(lanes).toBeGreaterThanOrEqual(info.subgroupMinSize!)
    expect(lanes).toBeLessThanOrEqual(info.subgroupMaxSize!)
  })

  it('come together also where a workgroup is less than a subgroup', async () => {
    if (!compute.gpu.features.has('subgroups')) return console.log('WebGPU: no subgroups here, skipped.')
    expect(await sums(1, 2, true)).toBeLessThanOrEqual(2)
  })

  it('are used by the kernels where they computed right at the start', async () => {
    if (!compute.gpu.features.has('subgroups')) return console.log('WebGPU: no subgroups here, skipped.')
    const keys: string[] = []
    compute.backend.onDispatch = (key) => keys.push(key)
    const sums = tf.sum(tf.ones([1024, 4]), 0)
    compute.backend.onDispatch = null
    expect(Array.from(await sums.data())).toEqual([1024, 1024, 1024, 1024])
    expect(keys).toEqual(['sum-columns 1024x4 subgroups'])
  })
})
