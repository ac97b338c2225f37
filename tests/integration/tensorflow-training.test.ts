// Whole runs and the default model on tensorflow: the losses of the other backend, dropout that never repeats itself,
// schedules that are applied, and a cancel that waits for nothing but the step in progress.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../src-main/app/open'
import { cnnOptions, plan, type RunRecord } from '../../src-main/contract'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { imageTensor } from '../../src-main/engine/fused'
import { buildFresh } from '../../src-main/engine/models/build'
import { Dropout } from '../../src-main/engine/models/layers/dropout'
import { inTrainingStep } from '../../src-main/engine/models/stepContext'
import { rng } from '../../src-main/engine/rng'
import { quietTask } from '../../src-main/engine/task'
import { tf, type Scalar, type Tensor, type Tensor1D } from '../../src-main/engine/tf'
import { RunControl } from '../../src-main/engine/training/control'
import { createStep } from '../../src-main/engine/training/step'
import { trainRun } from '../../src-main/engine/training/train'
import { eventWhere, runEnded, Workbench } from '../support/app'
import { preparedPack } from '../support/tensorflow'
import { temporaryFolder, toyData, toyRun, type ToyRunOptions } from '../support/toyRun'

const folder = await preparedPack()

/** Pictures of one batch: waves in the colour and the direction of their class, on noise. */
function pictures(size: number, labels: Int32Array, count: number): Uint8Array {
  const random = rng(5, `batch/${count}`)
  const bytes = new Uint8Array(labels.length * size * size * 3)
  labels.forEach((label, image) => {
    const [phase, length] = [random.range(0, 6), random.range(4, 12)]
    for (let i = 0; i < size * size; i++) {
      const along = (i % size) * Math.cos(label) + Math.floor(i / size) * Math.sin(label)
      const wave = 60 * Math.sin(phase + along / length)
      for (let c = 0; c < 3; c++) {
        const colour = 60 * Math.cos(label * (c + 1))
        bytes[(image * size * size + i) * 3 + c] = 128 + wave + colour + random.range(-8, 8)
      }
    }
  })
  return bytes
}

/** Losses of a CNN from the same weights: the default model with Adam, or one with BatchNorm and gradient descent. */
function losses(compute: Compute, steps: number, batchNorm: boolean): number[] {
  const [size, batch, classes] = [32, 32, 10]
  const options = cnnOptions.parse(batchNorm ? { batchNorm, filters: [8, 16], dense: 32 } : {})
  const model = buildFresh({ name: 'cnn', options }, { size, classes, seed: 11 })
  const optimizer = batchNorm ? { name: 'sgd', momentum: 0 } : { name: 'adam' }
  const wanted = plan.parse({ phases: [{ epochs: 1, optimizer }] })
  const step = createStep({
    model,
    phase: wanted.phases[0]!,
    plan: wanted,
    preprocessing: { size, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
    compute,
  })
  const result = Array.from({ length: steps }, (_, count) => {
    const labels = Int32Array.from({ length: batch }, (_, i) => (i * 7 + count) % classes)
    const inputs = {
      images: imageTensor(pictures(size, labels, count), [batch, size, size, 3]),
      labels: tf.tensor1d(labels, 'int32') as Tensor1D,
      learningRate: tf.scalar(batchNorm ? 5e-3 : 1e-3) as Scalar,
      seed: tf.tensor1d([1, count], 'int32') as Tensor1D,
      classWeights: tf.ones([classes]) as Tensor1D,
    }
    const metrics = step.run(inputs)
    const loss = metrics.dataSync()[0]! / batch
    tf.dispose([metrics, ...Object.values(inputs)])
    return loss
  })
  step.dispose()
  model.dispose()
  return result
}

describe.skipIf(folder === null)('training on tensorflow', () => {
  const ofWasm: number[][] = []
  let compute: Compute
  beforeAll(async () => {
    const wasm = await openWasm()
    for (const batchNorm of [false, true]) ofWasm.push(losses(wasm, 20, batchNorm))
    await wasm.dispose()
    compute = await openTensorflow(folder!, { cpuOnly: true })
  })
  afterAll(() => compute?.dispose())

  // Where a network has kinks (max pooling, ReLU), a tie that rounding breaks the other way is a jump in a gradient, and
  // BatchNorm magnifies it within a few steps; so that model is compared before its first one.
  it.each([
    ['the default model with Adam, 20 steps', 0, 20],
    ['a small one with BatchNorm, 6 steps', 1, 6],
  ])('has the losses of wasm to 1e-4 from the same weights: %s', (_, which, steps) => {
    const ours = losses(compute, steps, which === 1)
    const largest = Math.max(...ours.map((loss, i) => Math.abs(loss - ofWasm[which]![i]!)))
    console.log(`wasm and tensorflow, ${steps} steps: losses differ by at most ${largest.toExponential(1)}`)
    expect(largest).toBeLessThan(1e-4)
    // The comparison means something only where the steps change the weights.
    expect(Math.abs(ours.at(-1)! - ours[0]!)).toBeGreaterThan(0.1)
  })

  it('five replays of a captured dropout layer have five masks, a fixed seed the same five twice', () => {
    const layer = new Dropout({ rate: 0.5, seed: 3 })
    const ones = tf.ones([4, 32])
    const compiled = compute.compile('dropout', ([x, seed]) => [
      inTrainingStep({ seed: seed as Tensor1D, statistics: new Map() }, () => layer.apply(x!) as Tensor),
    ])
    const masks = (seed: number) =>
      [0, 1, 2, 3, 4].map((step) =>
        tf.tidy(() => [...compiled.run([ones, tf.tensor1d([seed, step], 'int32')])[0]!.dataSync()].join()),
      )
    const five = masks(1)
    expect(new Set(five).size).toBe(5)
    expect(new Set(five.join().split(','))).toEqual(new Set(['0', '2']))
    expect(masks(1)).toEqual(five)
    expect(masks(2)).not.toEqual(five)
    ones.dispose()
    compiled.dispose()
  })

  async function train(options: ToyRunOptions, given: { control?: RunControl; compute?: Compute } = {}) {
    const records: RunRecord[] = []
    const { network } = await trainRun(
      {
        folder: temporaryFolder(),
        run: toyRun(options),
        ...toyData(),
        compute: given.compute ?? compute,
        emit: (record) => void records.push(record),
        control: given.control ?? new RunControl(),
        checkpointSeconds: 60,
      },
      quietTask(),
    )
    const weights = network.getWeights().map((one) => [...one.dataSync()])
    network.dispose()
    return { records, weights }
  }

  it('a run applies its schedule: rates that differ only after the first step give other weights', async () => {
    const phase = (name: string) => ({
      plan: { phases: [{ epochs: 2, learningRate: 0.01, schedule: { name } }] },
    })
    const [constant, again, cosine] = [
      await train(phase('constant')),
      await train(phase('constant')),
      await train(phase('cosine')),
    ]
    expect(again.weights).toEqual(constant.weights)
    expect(cosine.weights).not.toEqual(constant.weights)
  })

  it('a run that is cancelled takes no further step', async () => {
    const control = new RunControl()
    let [steps, atCancel] = [0, -1]
    const counting: Compute = {
      ...compute,
      compile(name, fn) {
        const compiled = compute.compile(name, fn)
        if (name !== 'train-step') return compiled
        return {
          ...compiled,
          run(inputs) {
            const results = compiled.run(inputs)
            if (++steps === 7) {
              // What a message does: it is handled when the step in progress lets go of the thread.
              setImmediate(() => {
                atCancel = steps
                control.cancel()
              })
            }
            return results
          },
        }
      },
    }
    const plan = { phases: [{ epochs: 500 }] }
    await expect(train({ plan }, { control, compute: counting })).rejects.toMatchObject({ code: 'cancelled' })
    expect(atCancel).toBeGreaterThanOrEqual(7)
    expect(steps - atCancel).toBeLessThanOrEqual(1)
  })

  const program = join(
    resolve(import.meta.dirname, '../..', process.env.COTEJO_OUT ?? 'out'),
    'main/engine.js',
  )
  const built = existsSync(program)
  if (!built) console.warn(`Skipped: ${program} is not built (npm run build).`)

  // An addon that was named is one for this process: that of the sanitizers needs them loaded first.
  it.skipIf(!built || !!process.env['COTEJO_TENSORFLOW_ADDON'])(
    'the engine that users get cancels within a step of about a second',
    async () => {
      const bench = new Workbench()
      const library = await bench.folder()
      const app = await openApp({
        library,
        packs: join(library, 'packs'),
        host: 'cli',
        engine: { node: process.execPath, program, env: { COTEJO_TENSORFLOW_PACK: folder! } },
        log: bench.log,
      })
      try {
        const source = { kind: 'sample', perClass: 40 } as const
        const { dataset } = await app.call('data.import', { source, options: { size: 64, seed: 3 } })
        const third = eventWhere(
          app,
          (one) => one.event === 'run.record' && one.record.type === 'batch' && one.record.step >= 3,
        )
        const started = await app.call('runs.start', {
          name: 'long',
          dataset: dataset.id,
          model: { name: 'cnn', options: { filters: [96, 128], dense: 16 } },
          size: 64,
          plan: { phases: [{ epochs: 400 }], batch: 64 },
          seed: 1,
          backend: 'tensorflow',
        })
        const first = await Promise.race([third, runEnded(app, started.run)])
        expect(first, 'the run ended before it was cancelled').toHaveProperty('event')
        const { records } = await app.call('runs.history', { run: started.run })
        const times = records.filter((one) => one.type === 'batch').map((one) => one.t)
        const asked = performance.now()
        await app.call('runs.cancel', { run: started.run })
        const summary = await runEnded(app, started.run)
        const seconds = (performance.now() - asked) / 1000
        console.log(`cancelled in ${seconds.toFixed(2)} s; batch records at ${times.join(', ')}`)
        expect(summary).toMatchObject({ status: 'cancelled', backend: 'tensorflow' })
        const { records: all } = await app.call('runs.history', { run: started.run })
        const last = Math.max(...all.map((one) => (one.type === 'batch' ? one.step : 0)))
        const known = Math.max(...records.map((one) => (one.type === 'batch' ? one.step : 0)))
        expect(last - known).toBeLessThanOrEqual(2)
      } finally {
        await app.close()
        await bench.close()
      }
    },
  )
})
