// Captured steps are the eager steps: the same numbers to the bit, random numbers and rates that really change,
// and an error for everything that a record would freeze.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cnnOptions, plan, type Plan } from '../../src-main/contract'
import { compileEagerly } from '../../src-main/engine/backends/shared/eager'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import type { Compute } from '../../src-main/engine/compute'
import { buildFresh } from '../../src-main/engine/models/build'
import { statelessUniform } from '../../src-main/engine/random'
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor4D } from '../../src-main/engine/tf'
import { createStep } from '../../src-main/engine/training/step'
import { cpuOnly, preparedPack } from '../support/tensorflow'

const folder = await preparedPack()

describe.skipIf(folder === null)('capture on tensorflow', () => {
  let compute: Compute
  let tensors: number
  beforeAll(async () => {
    compute = await openTensorflow(folder!, { cpuOnly })
  })
  afterAll(() => compute?.dispose())

  interface Options {
    batchNorm?: boolean
    dropout?: number
    flip?: boolean
    optimizer?: { name: 'adam' | 'sgd' | 'rmsprop' | 'adamw' }
  }

  /** A small CNN on noise; `losses` runs steps and gives the losses. */
  function trainer(how: 'eager' | 'captured', options: Options = {}, batch = 6) {
    const model = buildFresh(
      {
        name: 'cnn',
        options: cnnOptions.parse({
          filters: [4, 6],
          dense: 12,
          batchNorm: options.batchNorm ?? false,
          dropout: options.dropout ?? 0,
        }),
      },
      { size: 8, classes: 3, seed: 5 },
    )
    const wanted: Plan = plan.parse({
      phases: [{ epochs: 1, ...(options.optimizer && { optimizer: options.optimizer }) }],
      augmentation: options.flip ? { flip: true, shift: 0.1, rotation: 20, brightness: 0.1 } : {},
    })
    const step = createStep({
      model,
      phase: wanted.phases[0]!,
      plan: wanted,
      preprocessing: { size: 8, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
      compute: how === 'captured' ? compute : { ...compute, compile: compileEagerly },
    })
    let count = 0
    const one = (rate: number, seed = 3, size = batch) => {
      const pixels = Int32Array.from(
        { length: size * 192 },
        (_, i) => Math.imul(i + count * 7919, 2654435761) >>> 24,
      )
      const inputs = {
        images: tf.tensor4d(pixels, [size, 8, 8, 3], 'int32') as Tensor4D,
        labels: tf.tensor1d(
          Int32Array.from({ length: size }, (_, i) => i % 3),
          'int32',
        ) as Tensor1D,
        learningRate: tf.scalar(rate) as Scalar,
        seed: tf.tensor1d([seed, count++], 'int32') as Tensor1D,
        classWeights: tf.tensor1d([1, 2, 0.5]) as Tensor1D,
      }
      const metrics = step.run(inputs)
      const loss = metrics.dataSync()[0]!
      tf.dispose([metrics, ...Object.values(inputs)])
      return loss
    }
    return {
      one,
      losses: (steps: number, rate = 0.01, seed = 3) => Array.from({ length: steps }, () => one(rate, seed)),
      weights: () => model.network.getWeights().map((weight) => [...weight.dataSync()]),
      dispose: () => {
        step.dispose()
        model.dispose()
      },
    }
  }

  it.each([
    ['plain', {}],
    ['BatchNorm', { batchNorm: true }],
    ['dropout and augmentation', { dropout: 0.4, flip: true }],
    ['SGD', { optimizer: { name: 'sgd' as const } }],
    ['AdamW', { optimizer: { name: 'adamw' as const } }],
    ['RMSprop', { optimizer: { name: 'rmsprop' as const } }],
  ])('gives the bits of the eager step over 20 steps: %s', (_, options) => {
    const eager = trainer('eager', options)
    const captured = trainer('captured', options)
    expect(captured.losses(20)).toEqual(eager.losses(20))
    expect(captured.weights()).toEqual(eager.weights())
    expect(new Set(eager.losses(5)).size).toBe(5)
    eager.dispose()
    captured.dispose()
  })

  it('draws a new dropout mask each step, and the same masks again from the same seed', () => {
    const mask = compute.compile('masks', ([seed]) => [statelessUniform([64], seed as Tensor1D, 1)])
    const draw = (seed: number, step: number) =>
      tf.tidy(() => [...mask.run([tf.tensor1d([seed, step], 'int32')])[0]!.dataSync()].join())
    const five = [0, 1, 2, 3, 4].map((step) => draw(1, step))
    expect(new Set(five).size).toBe(5)
    expect([0, 1, 2, 3, 4].map((step) => draw(1, step))).toEqual(five)
    expect(draw(2, 0)).not.toBe(five[0])
    mask.dispose()

    const runs = [3, 3, 4].map((seed) => {
      const one = trainer('captured', { dropout: 0.5 })
      const losses = one.losses(6, 0.01, seed)
      one.dispose()
      return losses
    })
    expect(runs[1]).toEqual(runs[0])
    expect(runs[2]).not.toEqual(runs[0])
  })

  it('tells salts apart, and draws uniformly from [0, 1)', () => {
    tf.tidy(() => {
      const seed = tf.tensor1d([7, 9], 'int32') as Tensor1D
      const draws = [0, 1, 2, 65536].map((salt) => [...statelessUniform([20_000], seed, salt).dataSync()])
      expect(new Set(draws.map((one) => one.slice(0, 8).join())).size).toBe(4)
      for (const one of draws) {
        const mean = one.reduce((sum, v) => sum + v, 0) / one.length
        // The mean of 20,000 has a standard deviation of 0.002.
        expect(Math.abs(mean - 0.5)).toBeLessThan(0.01)
        expect(Math.min(...one)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...one)).toBeLessThan(1)
      }
    })
  })

  it('applies the learning rate of each step', () => {
    const frozen = trainer('captured')
    const moving = trainer('captured')
    frozen.losses(2)
    moving.losses(2)
    const before = moving.weights()
    frozen.losses(3, 0)
    expect(frozen.weights()).toEqual(before)
    moving.losses(3, 0.01)
    expect(moving.weights()).not.toEqual(before)

    const scheduled = (how: 'eager' | 'captured') => {
      const one = trainer(how)
      const losses = Array.from({ length: 8 }, (_, i) => one.one(0.02 / (i + 1)))
      one.dispose()
      return losses
    }
    expect(scheduled('captured')).toEqual(scheduled('eager'))
    frozen.dispose()
    moving.dispose()
  })

  it('captures another batch size by itself and goes back to the first', () => {
    const sizes = [6, 6, 4, 6, 4, 1]
    const run = (how: 'eager' | 'captured') => {
      const one = trainer(how)
      const losses = sizes.map((size) => one.one(0.01, 3, size))
      one.dispose()
      return losses
    }
    expect(run('captured')).toEqual(run('eager'))
  })

  describe('what a record would freeze or forget', () => {
    const x = () => tf.tensor1d([1, 2, 3])

    it('refuses to read values', () => {
      const compiled = compute.compile('reader', ([a]) => [a!.mul(a!.sum().dataSync()[0]!)])
      const input = x()
      expect(() => compiled.run([input])).toThrow(/reader reads a tensor's values/)
      input.dispose()
    })

    it('names state that was not passed in', () => {
      const forgotten = tf.tensor1d([5, 5, 5]).mul(2)
      const compiled = compute.compile('forgetful', ([a]) => [a!.add(forgotten)])
      const input = x()
      expect(() => compiled.run([input])).toThrow(/forgetful: input 1 of \w+ is a tensor that is not among/)
      tf.dispose([input, forgotten])
    })

    it('names a tensor from outside that was never used before, too', () => {
      const outside = tf.tensor1d([5, 5, 5])
      const compiled = compute.compile('lazy', ([a]) => [a!.add(outside)])
      const input = x()
      expect(() => compiled.run([input])).toThrow(/lazy: a float32\[3\] tensor that was made outside/)
      tf.dispose([input, outside])
    })

    it('works again after an error', () => {
      let fail = true
      const compiled = compute.compile('moody', ([a]) => {
        if (fail) throw new Error('not today')
        return [a!.square()]
      })
      const input = x()
      expect(() => compiled.run([input])).toThrow('not today')
      fail = false
      for (let i = 0; i < 2; i++) {
        const [out] = compiled.run([input])
        expect([...out!.dataSync()]).toEqual([1, 4, 9])
        out!.dispose()
      }
      input.dispose()
      compiled.dispose()
      expect(() => compiled.run([x()])).toThrow(/disposed/)
    })

    it('refuses a disposed input', () => {
      const compiled = compute.compile('careless', ([a]) => [a!.square()])
      const input = x()
      input.dispose()
      expect(() => compiled.run([input])).toThrow(/careless: input 0 was disposed/)
    })
  })

  it('hands inputs through, the same result twice, and constants', () => {
    const compiled = compute.compile('mixed', ([a, b]) => {
      const sum = a!.add(b!)
      return [a!, sum, sum.clone(), tf.tensor1d([7, 8]), b!.clone()]
    })
    const inputs = [tf.tensor1d([1, 2]), tf.tensor1d([10, 20])]
    for (let i = 0; i < 3; i++) {
      const outputs = compiled.run(inputs)
      expect(outputs.map((one) => [...one.dataSync()])).toEqual([
        [1, 2],
        [11, 22],
        [11, 22],
        [7, 8],
        [10, 20],
      ])
      tf.dispose(outputs)
      expect(inputs.every((one) => !one.isDisposed)).toBe(true)
    }
    tf.dispose(inputs)
    compiled.dispose()
  })

  it('leaves no tensor behind', () => {
    const live = () => (tf.backend() as unknown as { getNumOfTFTensors(): number }).getNumOfTFTensors()
    const one = trainer('captured', { batchNorm: true, dropout: 0.2, flip: true })
    one.losses(2)
    tensors = live()
    const counted = tf.memory().numTensors
    one.losses(5)
    expect(live()).toBe(tensors)
    expect(tf.memory().numTensors).toBe(counted)
    one.dispose()
  })

  afterEach(() => {
    // A function that failed must not leave the backend recording.
    expect(tf.tidy(() => tf.scalar(2).add(3).dataSync()[0])).toBe(5)
  })

  /** The addon compiled by sanitizers checks every access; its times mean nothing. */
  const measurable = !process.env['COTEJO_TENSORFLOW_ADDON']

  it.skipIf(!measurable)('costs at most 1.5 ms a step when there is nothing to compute', { retry: 3 }, () => {
    const one = trainer('captured', {}, 1)
    one.losses(50)
    const times = Array.from({ length: 300 }, () => {
      const start = performance.now()
      one.one(0.01)
      return performance.now() - start
    }).sort((x, y) => x - y)
    one.dispose()
    // The fastest tenth: other work on the machine only adds to a step.
    const overhead = times[30]!
    const median = times[150]!
    console.log(
      `captured step, tiny model, batch 1: p10 ${overhead.toFixed(2)} ms, median ${median.toFixed(2)} ms`,
    )
    expect(overhead).toBeLessThan(1.5)
  })

  it('keeps its memory over 2,000 steps', () => {
    const one = trainer('captured', { dropout: 0.2 })
    one.losses(200)
    global.gc?.()
    const before = process.memoryUsage().rss
    one.losses(2000)
    global.gc?.()
    const grown = (process.memoryUsage().rss - before) / 1e6
    console.log(`2,000 captured steps: resident memory ${grown >= 0 ? '+' : ''}${grown.toFixed(1)} MB`)
    expect(grown).toBeLessThan(50)
    one.dispose()
  })

  it('computes gradients of ReLU and ReLU6 as tfjs defines them', () => {
    tf.tidy(() => {
      const x = tf.tensor1d([-2, -0.5, 0, 0.5, 5.5, 6.5])
      const dy = tf.tensor1d([1, 2, 3, 4, 5, 6])
      const of = (f: (t: Tensor) => Tensor) => [
        ...tf
          .grad((t: Tensor) => f(t).mul(dy).sum())(x)
          .dataSync(),
      ]
      expect(of((t) => tf.relu(t))).toEqual([0, 0, 0, 4, 5, 6])
      expect(of((t) => tf.relu6(t))).toEqual([0, 0, 0, 4, 5, 0])
    })
  })
})
