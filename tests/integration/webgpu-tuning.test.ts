// Tuning on a device, forced, on tiny shapes: a software adapter says whether every option computes the same and whether
// what was measured is kept and taken, not which option is fast.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAdapter, openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import type { AdapterFacts } from '../../src-main/engine/backends/webgpu/adapter'
import { registerKernel } from '../../src-main/engine/backends/webgpu/kernels/kernel'
import { perIndex } from '../../src-main/engine/backends/webgpu/programs/elementwise'
import { openTuning } from '../../src-main/engine/backends/webgpu/tuning'
import {
  decide,
  takeOpenDecisions,
  useDecisions,
  type OpenDecision,
} from '../../src-main/engine/backends/webgpu/tuning/decisions'
import { tf, type Tensor, type Tensor4D } from '../../src-main/engine/tf'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()

/** Both gradients of a convolution, on numbers that are the same each time. */
function gradients(deep: boolean, stride: 1 | 2, outputs = 12): () => Tensor[] {
  const noise = (shape: number[], by: number) =>
    tf.tensor4d(
      Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => ((i * by) % 17) / 17 - 0.5),
      shape as [number, number, number, number],
    )
  const x = noise([2, 11, 10, 8], 7)
  const w = noise(deep ? [3, 3, 8, 1] : [3, 3, 8, outputs], 5)
  const convolve = (a: Tensor, b: Tensor) =>
    (deep ? tf.depthwiseConv2d : tf.conv2d)(a as Tensor4D, b as Tensor4D, stride, 'same')
  const dy = tf.tidy(() => noise(convolve(x, w).shape, 3))
  return () => tf.grads((...args: Tensor[]) => convolve(args[0]!, args[1]!))([x, w], dy)
}
const calls = [() => gradients(false, 2), () => gradients(true, 1)]

const valuesOf = async (tensors: Tensor[]): Promise<number[]> => {
  const all = await Promise.all(tensors.map(async (tensor) => Array.from(await tensor.data())))
  tf.dispose(tensors)
  return all.flat()
}

function expectSame(actual: number[], expected: number[]): void {
  expect(actual).toHaveLength(expected.length)
  const size = Math.max(...expected.map(Math.abs))
  expect(size).toBeGreaterThan(0.1)
  const apart = Math.max(...expected.map((value, i) => Math.abs(value - actual[i]!)))
  expect(apart / size).toBeLessThan(1e-5)
}

describe.skipIf(adapter === null)('tuning of webgpu', () => {
  let compute: WebgpuCompute
  let facts: AdapterFacts
  let folder: string
  const open = (mode = 'force') => openTuning(compute.backend, facts, 'float32', folder, mode)
  const signal = new AbortController().signal

  beforeAll(async () => {
    const search = await findAdapter(adapter!)
    if ('found' in search) facts = search.found.facts
    compute = await openWebgpu({ adapter: adapter! })
  })
  afterAll(() => compute?.dispose())
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'cotejo-tuning-'))))
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('every option of every kernel computes the same', { timeout: 120_000 }, async () => {
    const { limits } = compute.gpu
    for (const make of [() => gradients(false, 2, 36), calls[1]!]) {
      useDecisions(limits, new Map(), true)
      const run = make()
      const expected = await valuesOf(run())
      const decisions = takeOpenDecisions()
      // Both gradients; in some precisions the convolution too.
      expect(decisions.length).toBeGreaterThanOrEqual(2)
      const most = Math.max(...decisions.map(({ options }) => options.length))
      for (let i = 1; i < most; i++) {
        const table = new Map(
          decisions.map(({ name, options }: OpenDecision) => [
            name,
            options[Math.min(i, options.length - 1)]!,
          ]),
        )
        useDecisions(limits, table, false)
        const programs = new Set<string>()
        compute.backend.onDispatch = (key) => programs.add(key)
        expectSame(await valuesOf(run()), expected)
        compute.backend.onDispatch = null
        // It was really that option that ran.
        for (const option of table.values()) {
          expect([...programs].some((key) => key.includes(` ${option}`))).toBe(true)
        }
      }
    }
  })

  it('measures what is open, keeps it, and computes the same after', { timeout: 120_000 }, async () => {
    const tuning = await open()
    const runs = calls.map((make) => make())
    const expected = [] as number[][]
    for (const run of runs) expected.push(await valuesOf(run()))
    const { numTensors } = tf.memory()
    const report = await tuning.tune({ signal, budgetMs: 60_000 })
    expect(report.settled).toBeGreaterThanOrEqual(4)
    expect(report.left).toBe(0)
    expect(tf.memory().numTensors).toBe(numTensors)
    for (const [i, run] of runs.entries()) expectSame(await valuesOf(run()), expected[i]!)
    expect(await tuning.tune({ signal })).toMatchObject({ settled: 0, left: 0 })
    tuning.dispose()

    const kept = JSON.parse(await readFile(join(folder, 'webgpu-tuning.json'), 'utf8'))
    expect(kept.adapters).toHaveLength(1)
    expect(kept.adapters[0].adapter).toBe(facts.name)
    expect(Object.keys(kept.adapters[0].decisions)).toHaveLength(report.settled)

    // The next start reads it, and has nothing left to measure.
    const again = await open()
    for (const [i, run] of runs.entries()) expectSame(await valuesOf(run()), expected[i]!)
    expect(takeOpenDecisions()).toEqual([])
    again.dispose()
  })

  it('stops when it is told to, and goes on where it stopped', { timeout: 120_000 }, async () => {
    const tuning = await open()
    tf.dispose(calls[1]!()())
    const stopped = new AbortController()
    stopped.abort()
    expect(await tuning.tune({ signal: stopped.signal })).toMatchObject({ settled: 0, left: 2 })
    expect(await tuning.tune({ signal, budgetMs: 0 })).toMatchObject({ settled: 0, left: 2 })
    expect(await tuning.tune({ signal, budgetMs: 60_000 })).toMatchObject({ settled: 2, left: 0 })
    tuning.dispose()
  })

  it('takes the fastest option of those that compute the same', { timeout: 120_000 }, async () => {
    // What they compute is said by their names; the first is the rule's.
    const bodies: Record<string, string> = {
      slow: `var walk = x[i];
        for (var j = 0; j < 1000000; j++) { walk = fract(walk * 1.7f + 0.3f); }
        y[i] = 2.0f * x[i] + select(0.0f, 1.0f, walk > 5.0f);`,
      wrong: 'y[i] = 3.0 * x[i];',
      'not a number': 'y[i] = x[i] / (x[i] - x[i]);',
      broken: 'y[i] = no_such_function(x[i]);',
      quick: 'y[i] = x[i] + x[i];',
    }
    const names = Object.keys(bodies) as [string, ...string[]]
    registerKernel('TuningProbe', ({ inputs, backend }) => {
      const option = decide('probe', names, String)
      const make = () =>
        perIndex(64, {
          inputs: [{ name: 'x', element: 'f32' }],
          outputs: [{ name: 'y', element: 'f32' }],
          declarations: '',
          body: bodies[option]!,
        })
      return backend.dispatch(
        `probe ${option}`,
        make,
        [inputs['x']!],
        [{ shape: [64], dtype: 'float32' }],
      )[0]!
    })
    const x = tf.range(0, 64)
    const run = () => tf.engine().runKernel('TuningProbe', { x }) as Tensor
    const ran: string[] = []
    const tuning = await open()
    compute.backend.onDispatch = (key) => ran.push(key)
    const expected = Array.from({ length: 64 }, (_, i) => 2 * i)
    expect(await valuesOf([run()])).toEqual(expected)
    const { generation } = compute.backend
    expect(await tuning.tune({ signal, budgetMs: 60_000 })).toMatchObject({ settled: 1, improved: 1 })
    // Recordings of before are told that they are old.
    expect(compute.backend.generation).toBeGreaterThan(generation)
    expect(await valuesOf([run()])).toEqual(expected)
    compute.backend.onDispatch = null
    expect(ran).toEqual(['probe slow', 'probe quick'])
    // Nothing of what the device refused is told to the run.
    expect(await valuesOf([tf.ones([2])])).toEqual([1, 1])
    tuning.dispose()
    tf.unregisterKernel('TuningProbe', 'webgpu')
  })

  it('leaves a software adapter alone unless it is told to', async () => {
    if (!facts.software) return
    const tuning = await open('')
    tf.dispose(calls[0]!()())
    expect(takeOpenDecisions()).toEqual([])
    expect(await tuning.tune({ signal })).toMatchObject({ settled: 0, left: 0 })
    tuning.dispose()
  })
})

it.skipIf(adapter === null)(
  'a device that is lost ends tuning, and its decision stays with the rule',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cotejo-tuning-'))
    const compute = await openWebgpu({ adapter: adapter! })
    const search = await findAdapter(adapter!)
    const facts = (search as { found: { facts: AdapterFacts } }).found.facts
    const tuning = await openTuning(compute.backend, facts, 'float32', folder, 'force')
    tf.dispose(gradients(true, 1)())
    const tuned = tuning.tune({ signal: new AbortController().signal, budgetMs: 60_000 })
    compute.gpu.destroy()
    expect(await tuned).toMatchObject({ settled: 1, improved: 0, left: 1 })
    const { adapters } = JSON.parse(await readFile(join(folder, 'webgpu-tuning.json'), 'utf8'))
    expect(Object.values(adapters[0].decisions)).toMatchObject([{ ratio: 1 }])
    tuning.dispose()
    await compute.dispose()
    await rm(folder, { recursive: true, force: true })
  },
)
