// Kernels that do in one operation what others compose: the same numbers, and really used.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import type { Compute } from '../../src-main/engine/compute'
import { fusedAdam, fusedBatchNorm, fusedSoftmaxCrossEntropy, imageTensor } from '../../src-main/engine/fused'
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '../../src-main/engine/tf'
import { logSoftmax, softmaxCrossEntropy } from '../../src-main/engine/training/loss'
import { preparedPack } from '../support/tensorflow'

const folder = await preparedPack()

/** Uniform in [low, high), from a seed. */
const draw = (shape: number[], low: number, high: number, seed: number) =>
  tf.randomUniform(shape, low, high, 'float32', seed)

const bits = (tensor: Tensor) => Buffer.from(tensor.dataSync().buffer)

describe.skipIf(folder === null)('fused kernels on tensorflow', () => {
  let compute: Compute
  beforeAll(async () => {
    compute = await openTensorflow(folder!, { cpuOnly: true })
  })
  afterAll(() => compute?.dispose())

  it.each([
    ['one element', [1]],
    ['an odd number of elements', [7, 11, 3]],
    ['more than one thread has work', [1031, 601]],
  ])('Adam gives the bits of the composed update: %s', (_, shape) => {
    tf.tidy(() => {
      const [weight, first, gradient] = [1, 2, 3].map((seed) => draw(shape, -1, 1, seed)) as [
        Tensor,
        Tensor,
        Tensor,
      ]
      const second = draw(shape, 0, 1, 4)
      const [alpha, decay] = [tf.scalar(3e-3) as Scalar, tf.scalar(4e-6) as Scalar]
      const factors = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }
      const mean = first.add(gradient.sub(first).mul(1 - factors.beta1))
      const square = second.add(
        gradient
          .square()
          .sub(second)
          .mul(1 - factors.beta2),
      )
      const change = mean.mul(alpha).div(square.sqrt().add(factors.epsilon))
      for (const by of [decay, null]) {
        const start = by ? weight.sub(weight.mul(by)) : weight
        const fused = fusedAdam([weight, first, second, gradient], alpha, by ?? tf.scalar(0), factors)!
        expect(fused.map((one) => one.shape)).toEqual([shape, shape, shape])
        const composed = [start.sub(change), mean, square]
        fused.forEach((one, i) => expect(bits(one).equals(bits(composed[i]!))).toBe(true))
      }
    })
  })

  it('Adam refuses tensors that do not belong together', () => {
    tf.tidy(() => {
      const [a, b] = [tf.zeros([3]), tf.zeros([4])]
      const call = () =>
        fusedAdam([a, a, a, b], tf.scalar(1), tf.scalar(0), { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 })
      expect(call).toThrow(/one shape/)
    })
  })

  it.each([
    ['pictures', [4, 5, 6, 3]],
    ['rows', [16, 7]],
  ])('BatchNorm agrees with its definition, forward and back: %s', (_, shape) => {
    tf.tidy(() => {
      const channels = shape.at(-1)!
      const x = draw(shape, -2, 3, 1)
      const gamma = draw([channels], 0.5, 1.5, 2) as Tensor1D
      const beta = draw([channels], -1, 1, 3) as Tensor1D
      const upstream = draw(shape, -1, 1, 4)
      const epsilon = 1e-3
      const axes = shape.slice(0, -1).map((_, i) => i)
      const composed = (input: Tensor, scale: Tensor, shift: Tensor) => {
        const { mean, variance } = tf.moments(input, axes)
        return input.sub(mean).mul(variance.add(epsilon).rsqrt()).mul(scale).add(shift)
      }
      let statistics: Float32Array[] = []
      const fused = (input: Tensor, scale: Tensor, shift: Tensor) =>
        fusedBatchNorm(input, scale as Tensor1D, shift as Tensor1D, epsilon, (...moments) => {
          statistics = moments.map((one) => one.dataSync<'float32'>())
        })!
      const gradients = (f: typeof composed) =>
        tf.grads((...given: Tensor[]) => f(given[0]!, given[1]!, given[2]!).mul(upstream).sum())([
          x,
          gamma,
          beta,
        ])

      close(fused(x, gamma, beta), composed(x, gamma, beta), 2e-6)
      const { mean, variance } = tf.moments(x, axes)
      statistics.forEach((one, i) => close(tf.tensor1d(one), [mean, variance][i]!, 1e-6))
      const [ours, wanted] = [gradients(fused), gradients(composed)]
      ours.forEach((one, i) => close(one, wanted[i]!, 2e-5))
    })
  })

  /** Largest difference over largest magnitude. */
  function close(actual: Tensor, expected: Tensor, tolerance: number): void {
    expect(actual.shape).toEqual(expected.shape)
    const [a, b] = [[...actual.dataSync()], [...expected.dataSync()]]
    const largest = b.reduce((most, v) => Math.max(most, Math.abs(v)), 1e-6)
    const difference = a.reduce(
      (most: number, v: number, i: number) => Math.max(most, Math.abs(v - b[i]!)),
      0,
    )
    expect(difference / largest).toBeLessThan(tolerance)
  }

  it('can be captured with a gradient', () => {
    const step = compute.compile('normalize', ([x, gamma, beta]) => {
      const loss = (...given: Tensor[]) =>
        fusedBatchNorm(given[0]!, given[1] as Tensor1D, given[2] as Tensor1D, 1e-3, () => {})!
          .square()
          .mul(given[0]!)
          .sum() as Scalar
      return tf.grads(loss)([x!, gamma!, beta!])
    })
    const inputs = [draw([2, 3, 3, 2], -1, 1, 5), tf.tensor1d([1, 2]), tf.tensor1d([0.5, -0.5])]
    const runs = [1, 2, 3].map(() => step.run(inputs).map((one) => [...one.dataSync()]))
    expect(runs[1]).toEqual(runs[0])
    expect(runs[2]).toEqual(runs[0])
    expect(runs[0]!.flat().every(Number.isFinite)).toBe(true)
    tf.dispose(inputs)
    step.dispose()
  })

  it('softmax cross-entropy agrees with its definition, forward and back, also where exponents would overflow', () => {
    tf.tidy(() => {
      for (const scale of [1, 30, 1e4]) {
        const logits = draw([9, 5], -scale, scale, 1) as Tensor2D
        const targets = tf.softmax(draw([9, 5], -2, 2, 2)) as Tensor2D
        const weights = draw([9], 0, 2, 3) as Tensor1D
        const [losses, gradient] = fusedSoftmaxCrossEntropy(logits, targets)!
        close(losses, targets.mul(logSoftmax(logits)).sum(1).neg(), 1e-6)
        close(gradient, tf.softmax(logits).sub(targets), 1e-6)

        const loss = (z: Tensor) => softmaxCrossEntropy(z as Tensor2D, targets, weights)
        const { value, grad } = tf.valueAndGrad(loss)(logits, tf.scalar(3))
        const wanted = tf
          .softmax(logits)
          .sub(targets)
          .mul(weights.mul(3 / 9).expandDims(1))
        close(value, targets.mul(logSoftmax(logits)).sum(1).mul(weights).mean().neg(), 1e-6)
        close(grad, wanted, 1e-6)
      }
    })
  })

  it('pictures are bytes on the device, and the same numbers after the cast, eager and captured', () => {
    const bytes = Uint8Array.from({ length: 256 * 3 }, (_, i) => i % 256)
    const pictures = imageTensor(bytes, [1, 16, 16, 3])
    bytes.fill(7)
    const wanted = Float32Array.from({ length: 256 * 3 }, (_, i) => i % 256)
    expect(pictures.dataSync()).toEqual(Uint8Array.from(wanted))
    expect(tf.tidy(() => pictures.cast('float32').dataSync())).toEqual(wanted)
    const compiled = compute.compile('pixels', ([x]) => [x!.cast('float32').div(2)])
    for (let run = 0; run < 3; run++) {
      expect(tf.tidy(() => compiled.run([pictures])[0]!.dataSync())).toEqual(wanted.map((v) => v / 2))
    }
    compiled.dispose()
    const before = tf.memory().numTensors
    pictures.dispose()
    expect(tf.memory().numTensors).toBe(before - 1)
  })
})
