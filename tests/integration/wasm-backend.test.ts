// What a training on the wasm backend must keep to: the same numbers every time, no memory that is not given back,
// errors instead of crashes, and a process that ends.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { modelChoice, plan as planSchema } from '../../src-main/contract'
import { openWasm } from '../../src-main/engine/backends/wasm'
import { buildFresh } from '../../src-main/engine/models/build'
import { statelessUniform } from '../../src-main/engine/random'
import { createStep } from '../../src-main/engine/training/step'
import type { Compute } from '../../src-main/engine/compute'
import { tf, type Scalar, type Tensor1D, type Tensor4D } from '../../src-main/engine/tf'

let compute: Compute | null = null
afterEach(async () => {
  await compute?.dispose()
  compute = null
})

const size = 16
const batch = 24

/** A small model with all that the larger ones have: convolutions, normalisation, pooling, dropout, augmentation. */
function trainer() {
  const options = { filters: [8, 12], batchNorm: true, dense: 32, blockDropout: 0.1, dropout: 0.3 }
  const augmentation = { flip: true, shift: 0.1, rotation: 10, brightness: 0.1 }
  const plan = planSchema.parse({ phases: [{ epochs: 1 }], batch, augmentation })
  const model = buildFresh(modelChoice.parse({ name: 'cnn', options }), { size, classes: 5, seed: 3 })
  const offset: [number, number, number] = [0, 0, 0]
  const preprocessing = { size, resize: 'cover' as const, scale: 1 / 255, offset, channels: 'rgb' as const }
  const step = createStep({ model, phase: plan.phases[0]!, plan, preprocessing, compute: compute! })
  let steps = 0
  return {
    train(count: number): number[] {
      return Array.from({ length: count }, () => {
        const inputs = {
          images: tf.tensor4d(
            Int32Array.from({ length: batch * size * size * 3 }, (_, i) => ((i + steps) * 7919) % 256),
            [batch, size, size, 3],
            'int32',
          ) as Tensor4D,
          labels: tf.tensor1d(
            Int32Array.from({ length: batch }, (_, i) => (i + steps) % 5),
            'int32',
          ),
          learningRate: tf.scalar(1e-3) as Scalar,
          seed: tf.tensor1d([1, steps++], 'int32'),
          classWeights: tf.ones([5]) as Tensor1D,
        }
        const metrics = step.run(inputs)
        const loss = metrics.dataSync()[0]!
        tf.dispose([metrics, ...Object.values(inputs)])
        return loss
      })
    },
    weights: () => model.network.getWeights().map((weight) => Array.from(weight.dataSync())),
    dispose() {
      step.dispose()
      model.dispose()
    },
  }
}

describe('training on wasm', () => {
  it('gives the same bits every time, on one thread and on several', async () => {
    const runs: { losses: number[]; weights: number[][] }[] = []
    for (const threads of [1, 2, 2, 3]) {
      compute = await openWasm({ threads })
      expect(compute.threads).toBe(threads)
      const run = trainer()
      runs.push({ losses: run.train(6), weights: run.weights() })
      run.dispose()
      await compute.dispose()
      compute = null
    }
    expect(runs[0]!.losses.every(Number.isFinite)).toBe(true)
    expect(new Set(runs[0]!.losses).size).toBe(6)
    for (const run of runs.slice(1)) expect(run).toEqual(runs[0])
  })

  it.each([1, 2])('keeps no memory over 200 steps, threads: %i', async (threads) => {
    compute = await openWasm({ threads })
    const heap = () => (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length
    const run = trainer()
    run.train(20)
    const before = { tensors: tf.memory().numTensors, buffers: tf.memory().numDataBuffers, heap: heap() }
    run.train(200)
    expect({ tensors: tf.memory().numTensors, buffers: tf.memory().numDataBuffers, heap: heap() }).toEqual(
      before,
    )
    run.dispose()
  })
})

describe('random numbers inside a step', () => {
  it('depend on seed and salt alone', async () => {
    compute = await openWasm({ threads: 2 })
    const draw = (seed: number[], salt: number) =>
      Array.from(statelessUniform([3, 70], tf.tensor1d(seed, 'int32'), salt).dataSync())
    const reference = draw([5, 9], 2)
    expect(reference.every((value) => value >= 0 && value < 1)).toBe(true)
    expect(draw([5, 9], 2)).toEqual(reference)
    for (const other of [draw([6, 9], 2), draw([5, 10], 2), draw([5, 9], 3)])
      expect(other).not.toEqual(reference)
  })
})

describe('the wasm backend', () => {
  it('says that memory ran out, and goes on', async () => {
    compute = await openWasm({ threads: 1 })
    // Reserved, never touched: only the addresses are used up.
    const backend = tf.backend() as unknown as {
      write(values: null, shape: number[], dtype: string): object
      disposeData(dataId: object): void
    }
    const reserve = (gigabytes: number) => backend.write(null, [gigabytes * 2 ** 28], 'float32')
    const outOfMemory = expect.objectContaining({ name: 'UserError', code: 'out-of-memory' }) as Error
    const held = reserve(2)
    expect(() => reserve(2)).toThrow(outOfMemory)
    expect(() => reserve(5)).toThrow(outOfMemory)
    backend.disposeData(held)
    expect(tf.tidy(() => tf.ones([1000]).sum().dataSync()[0])).toBe(1000)
  })

  it('computes on one thread where there is no shared memory, and says so', async () => {
    vi.stubGlobal('SharedArrayBuffer', undefined)
    const warnings: string[] = []
    try {
      compute = await openWasm({ threads: 2, warn: (message) => warnings.push(message) })
    } finally {
      vi.unstubAllGlobals()
    }
    expect(compute.threads).toBe(1)
    expect(compute.device).toContain('1 thread')
    expect(warnings).toHaveLength(1)
    const product = tf.matMul(tf.ones([30, 40]), tf.ones([40, 20]))
    expect(Array.from(product.dataSync())).toEqual(new Array(600).fill(40))
  })

  it('leaves the handlers of the process alone', async () => {
    const handlers = () =>
      ['uncaughtException', 'unhandledRejection'].map((event) => process.listenerCount(event))
    const before = handlers()
    compute = await openWasm({ threads: 2 })
    expect(handlers()).toEqual(before)
  })

  it('runs compiled functions without keeping what they made', async () => {
    compute = await openWasm({ threads: 1 })
    const double = compute.compile('double', ([x]) => [x!.add(x!), x!])
    const x = tf.tensor1d([1, 2])
    const tensors = tf.memory().numTensors
    const [twice, same] = double.run([x])
    expect(Array.from(twice!.dataSync())).toEqual([2, 4])
    tf.dispose([twice!, same!])
    expect(x.isDisposed).toBe(false)
    expect(tf.memory().numTensors).toBe(tensors)
  })
})

describe('a process that uses the wasm backend', () => {
  let program: string
  beforeAll(async () => {
    // Inside the repository, so that it finds the packages.
    const outDir = join(import.meta.dirname, '../../out/tests')
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: join(import.meta.dirname, '../support/wasm-program.ts'),
        outDir,
        emptyOutDir: false,
        target: 'node20.19',
        rollupOptions: { output: { entryFileNames: 'wasm-program.mjs' } },
      },
    })
    program = join(outDir, 'wasm-program.mjs')
  })

  const end = (what: string) =>
    new Promise<{ code: number | null; signal: string | null; output: string }>((resolve, reject) => {
      const child = spawn(process.execPath, [program, what], { stdio: ['ignore', 'pipe', 'pipe'] })
      let output = ''
      child.stdout.on('data', (data: Buffer) => (output += data))
      child.stderr.on('data', (data: Buffer) => (output += data))
      const tooLate = setTimeout(() => {
        child.kill('SIGKILL')
        reject(new Error(`It did not end by itself. ${output}`))
      }, 60_000)
      child.on('close', (code, signal) => {
        clearTimeout(tooLate)
        resolve({ code, signal, output })
      })
    })

  it.each(['nothing', 'dispose'])('ends when it has nothing left to do (%s)', async (what) => {
    expect(await end(what)).toMatchObject({ code: 0, output: expect.stringContaining('2 400') as string })
  })

  it('ends rather than waits for a thread that has failed', async () => {
    const { code, signal, output } = await end('crash')
    expect(output).toContain('A thread of the wasm backend failed')
    expect(code === null ? signal : code).not.toBe(0)
  })
})
