// Kernels of the webgpu backend that no operation of TensorFlow.js stands for, and the gradients of convolutions on the
// shapes that tiles meet badly: against sums in double precision.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillUniform } from '../../src-main/engine/backends/shared/philox'
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { tileByRule } from '../../src-main/engine/backends/webgpu/programs/tiles'
import {
  fusedAdam,
  fusedBatchNorm,
  fusedRmsprop,
  fusedSgd,
  fusedSoftmaxCrossEntropy,
  imageTensor,
  movingAverage,
} from '../../src-main/engine/fused'
import { statelessUniform } from '../../src-main/engine/random'
import { rng } from '../../src-main/engine/rng'
import {
  tf,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '../../src-main/engine/tf'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()

/** Numbers that float32 holds exactly. */
function draw(count: number, name: string, low = -1, high = 1): Float32Array {
  const random = rng(1, name)
  return Float32Array.from({ length: count }, () => random.range(low, high))
}

/** The largest difference over the largest magnitude. */
function deviation(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length)
  const [differences, sizes] = [
    Array.from(expected, (e, i) => Math.abs(e - actual[i]!)),
    Array.from(expected, Math.abs),
  ]
  return Math.max(...differences) / Math.max(...sizes, 1e-30)
}

describe.skipIf(adapter === null)('kernels of webgpu', () => {
  let compute: WebgpuCompute
  beforeAll(async () => {
    compute = await openWebgpu({ adapter: adapter! })
  })
  afterAll(() => compute?.dispose())

  it.each([
    // batch, height, width, inputs, outputs, kernel, stride, padding
    ['more than one split, channels beside every tile', 3, 13, 11, 5, 7, 3, 1, 'same'],
    ['vectors of channels, several tiles', 1, 5, 6, 20, 68, 3, 1, 'valid'],
    ['a stride of three, windows apart', 2, 11, 10, 4, 6, 2, 3, 'valid'],
    ['a stride of two with one tap', 2, 7, 7, 8, 12, 1, 2, 'same'],
  ] as const)('gradients of a convolution: %s', async (_, n, h, w, ci, co, k, s, pad) => {
    const [x, f] = [draw(n * h * w * ci, 'x'), draw(k * k * ci * co, 'f')]
    const info = tf.backend_util.computeConv2DInfo([n, h, w, ci], [k, k, ci, co], s, 1, pad)
    const { outHeight, outWidth, padInfo } = info
    const dy = draw(n * outHeight * outWidth * co, 'dy')
    const [dx, df] = [new Float64Array(x.length), new Float64Array(f.length)]
    for (let b = 0; b < n; b++)
      for (let oy = 0; oy < outHeight; oy++)
        for (let ox = 0; ox < outWidth; ox++)
          for (let tap = 0; tap < k * k; tap++) {
            const [y, left] = [oy * s + Math.floor(tap / k) - padInfo.top, ox * s + (tap % k) - padInfo.left]
            if (y < 0 || y >= h || left < 0 || left >= w) continue
            for (let i = 0; i < ci; i++)
              for (let o = 0; o < co; o++) {
                const [atX, atF] = [((b * h + y) * w + left) * ci + i, (tap * ci + i) * co + o]
                const g = dy[((b * outHeight + oy) * outWidth + ox) * co + o]!
                dx[atX]! += g * f[atF]!
                df[atF]! += g * x[atX]!
              }
          }
    const gradients = tf.grads((...args: Tensor[]) =>
      tf.conv2d(args[0] as Tensor4D, args[1] as Tensor4D, s, pad),
    )(
      [tf.tensor4d(x, [n, h, w, ci]), tf.tensor4d(f, [k, k, ci, co])],
      tf.tensor4d(dy, [n, outHeight, outWidth, co]),
    )
    expect(deviation(await gradients[0]!.data(), dx)).toBeLessThan(2e-5)
    expect(deviation(await gradients[1]!.data(), df)).toBeLessThan(2e-5)
  })

  it('takes the large tile where it fits, and computes right with it', async () => {
    expect(tileByRule(16 * 1024, 256, 1).each).toBe(8)
    const [n, side, ci, co] = [4, 64, 256, 1]
    const f = draw(ci * co, 'large f')
    const dy = draw(n * side * side * co, 'large dy')
    const convolve = (x: Tensor) => tf.conv2d(x as Tensor4D, tf.tensor4d(f, [1, 1, ci, co]), 1, 'same')
    const dx = await tf
      .grad(convolve)(tf.zeros([n, side, side, ci]), tf.tensor4d(dy, [n, side, side, co]))
      .data()
    const at = [0, 5, 255, 256 * 700 + 31, 256 * 16383 + 255]
    for (const i of at) expect(dx[i]).toBeCloseTo(dy[Math.floor(i / ci)]! * f[i % ci]!, 5)
  })

  it.each([
    ['channels beside vectors, one part', [2, 3, 5, 6]],
    ['vectors of channels, several parts', [3, 40, 23, 8]],
  ])('BatchNorm in training and its gradients: %s', async (_, shape) => {
    const channels = shape[3]!
    const size = shape.reduce((a, b) => a * b)
    const rows = size / channels
    // A mean far from zero: sums of squares alone would lose it.
    const x = draw(size, 'bn x', 99, 101)
    const dy = draw(size, 'bn dy')
    const [gamma, beta] = [draw(channels, 'gamma', 0.5, 2), draw(channels, 'beta')]
    const statistics: Tensor[] = []
    const normalise = (...args: Tensor[]) =>
      fusedBatchNorm(args[0]!, args[1] as Tensor1D, args[2] as Tensor1D, 1e-3, (mean, variance) => {
        statistics.push(tf.keep(mean.clone()), tf.keep(variance.clone()))
      })!
    const tensors = [tf.tensor(x, shape), tf.tensor1d(gamma), tf.tensor1d(beta)]
    const { value, grads } = tf.valueAndGrads(normalise)(tensors, tf.tensor(dy, shape))
    const [mean, variance] = [new Float64Array(channels), new Float64Array(channels)]
    x.forEach((v, i) => (mean[i % channels]! += v / rows))
    x.forEach((v, i) => (variance[i % channels]! += (v - mean[i % channels]!) ** 2 / rows))
    const inverse = variance.map((v) => 1 / Math.sqrt(v + 1e-3))
    const hat = Float64Array.from(x, (v, i) => (v - mean[i % channels]!) * inverse[i % channels]!)
    const [dgamma, dbeta] = [new Float64Array(channels), new Float64Array(channels)]
    dy.forEach((g, i) => {
      dgamma[i % channels]! += g * hat[i]!
      dbeta[i % channels]! += g
    })
    const dx = Float64Array.from(dy, (g, i) => {
      const c = i % channels
      return gamma[c]! * inverse[c]! * (g - dbeta[c]! / rows - (hat[i]! * dgamma[c]!) / rows)
    })
    const expected = [hat.map((v, i) => v * gamma[i % channels]! + beta[i % channels]!), dx, dgamma, dbeta]
    const actual = [value, ...grads]
    for (const [i, tensor] of actual.entries()) {
      expect(deviation(await tensor.data(), expected[i]!)).toBeLessThan(2e-4)
    }
    expect(deviation(await statistics[0]!.data(), mean)).toBeLessThan(1e-6)
    expect(deviation(await statistics[1]!.data(), variance)).toBeLessThan(2e-5)
  })

  it.each([3, 150])('softmax cross-entropy of %i classes, large logits too', async (classes) => {
    const rows = 5
    const z = draw(rows * classes, 'z', -80, 80)
    const t = new Float32Array(rows * classes).map((_, i) =>
      i % classes === Math.floor(i / classes) ? 1 : 0,
    )
    const [losses, gradient] = fusedSoftmaxCrossEntropy(
      tf.tensor2d(z, [rows, classes]),
      // Whole numbers cast to float keep their bits in the package: the kernel has to see to it.
      tf.tensor2d(t, [rows, classes], 'int32').cast('float32') as Tensor2D,
    )!
    const expected = { losses: new Float64Array(rows), gradient: new Float64Array(z.length) }
    for (let row = 0; row < rows; row++) {
      const values = Array.from(z.subarray(row * classes, (row + 1) * classes))
      const most = Math.max(...values)
      const total = Math.log(values.reduce((sum, v) => sum + Math.exp(v - most), 0))
      values.forEach((v, c) => {
        const at = row * classes + c
        expected.losses[row]! -= t[at]! * (v - most - total)
        expected.gradient[at] = Math.exp(v - most - total) - t[at]!
      })
    }
    expect(deviation(await losses.data(), expected.losses)).toBeLessThan(1e-6)
    expect(deviation(await gradient.data(), expected.gradient)).toBeLessThan(1e-5)
  })

  it.each([1, 21, 4096])('Adam with decoupled decay, %i elements', async (count) => {
    const [w, m, g] = ['w', 'm', 'g'].map((name) => draw(count, name)) as Float32Array[]
    const v = draw(count, 'v', 0, 1)
    const [alpha, decay, beta1, beta2, epsilon] = [3e-3, 4e-4, 0.9, 0.999, 1e-7]
    const made = fusedAdam(
      [w!, m!, v, g!].map((values) => tf.tensor1d(values)) as unknown as [Tensor, Tensor, Tensor, Tensor],
      tf.scalar(alpha) as Scalar,
      tf.scalar(decay) as Scalar,
      { beta1, beta2, epsilon },
    )!
    const first = Float64Array.from(m!, (value, i) => value + (g![i]! - value) * (1 - beta1))
    const second = Float64Array.from(v, (value, i) => value + (g![i]! ** 2 - value) * (1 - beta2))
    const weight = Float64Array.from(
      w!,
      (value, i) => value - value * decay - (first[i]! * alpha) / (Math.sqrt(second[i]!) + epsilon),
    )
    for (const [i, expected] of [weight, first, second].entries()) {
      expect(deviation(await made[i]!.data(), expected)).toBeLessThan(1e-6)
    }
  })

  it.each([
    [0, false],
    [0.9, false],
    [0.9, true],
  ])('gradient descent with momentum %f, Nesterov %s', async (momentum, nesterov) => {
    const [w, g, v] = ['w', 'g', 'v'].map((name) => draw(21, name)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ]
    const [rate, decay] = [0.01, 4e-4]
    const rates = [tf.scalar(rate), tf.scalar(decay)] as const
    const velocity = momentum > 0 ? tf.tensor1d(v) : null
    const made = fusedSgd(tf.tensor1d(w), tf.tensor1d(g), velocity, rates, { momentum, nesterov })!
    const moved = v.map((value, i) => value * momentum - g[i]! * rate)
    const change = (i: number) => {
      if (momentum === 0) return -g[i]! * rate
      return nesterov ? moved[i]! * momentum - g[i]! * rate : moved[i]!
    }
    const weight = Float64Array.from(w, (value, i) => value - value * decay + change(i))
    const expected = momentum > 0 ? [weight, moved] : [weight]
    expect(made).toHaveLength(expected.length)
    for (const [i, values] of expected.entries())
      expect(deviation(await made[i]!.data(), values)).toBeLessThan(1e-6)
  })

  it('a moving average', async () => {
    const [average, now] = [draw(13, 'average'), draw(13, 'now')]
    const made = movingAverage(tf.tensor1d(average), tf.tensor1d(now), 0.99)
    const expected = Float64Array.from(average, (value, i) => value * 0.99 + now[i]! * 0.01)
    expect(deviation(await made.data(), expected)).toBeLessThan(1e-6)
  })

  it.each([0, 0.9])('RMSprop with momentum %f', async (momentum) => {
    const [w, g, v] = ['w', 'g', 'v'].map((name) => draw(21, name)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ]
    const average = draw(21, 'average', 0, 1)
    const [rate, rho, epsilon] = [0.01, 0.9, 1e-7]
    const velocity = momentum > 0 ? tf.tensor1d(v) : null
    const tensors = [tf.tensor1d(w), tf.tensor1d(g), tf.tensor1d(average)] as const
    const made = fusedRmsprop(tensors, velocity, tf.scalar(rate), { rho, momentum, epsilon })!
    const square = Float64Array.from(average, (value, i) => value * rho + g[i]! ** 2 * (1 - rho))
    const step = Float64Array.from(square, (value, i) => (g[i]! * rate) / Math.sqrt(value + epsilon))
    const moved = step.map((value, i) => (momentum > 0 ? v[i]! * momentum : 0) + value)
    const weight = Float64Array.from(w, (value, i) => value - moved[i]!)
    const expected = momentum > 0 ? [weight, square, moved] : [weight, square]
    expect(made).toHaveLength(expected.length)
    for (const [i, values] of expected.entries())
      expect(deviation(await made[i]!.data(), values)).toBeLessThan(1e-6)
  })

  it('random numbers are those of the other backends, to the bit', async () => {
    const expected = new Float32Array(203)
    fillUniform(expected, 5, -9, 77)
    const seed = tf.tensor1d([5, -9], 'int32')
    expect(Array.from(await statelessUniform([7, 29], seed, 77).data())).toEqual(Array.from(expected))
  })

  it('pictures arrive as they were, whatever their number of bytes', async () => {
    for (const side of [1, 3, 4]) {
      const bytes = Uint8Array.from({ length: side * side * 3 }, (_, i) => (i * 37) % 256)
      expect(Array.from(await imageTensor(bytes, [1, side, side, 3]).data())).toEqual(Array.from(bytes))
    }
  })

  it('says that a tensor is more than the card takes in one piece', async () => {
    const { maxBufferSize } = compute.gpu.limits
    const tensors = tf.memory().numTensors
    const tooLarge = expect.objectContaining({ name: 'UserError', code: 'out-of-memory' }) as Error
    expect(() => tf.tidy(() => tf.fill([maxBufferSize / 4 + 4], 1))).toThrow(tooLarge)
    expect(tf.memory().numTensors).toBe(tensors)
    expect(Array.from(await tf.fill([3], 2).data())).toEqual([2, 2, 2])
  })

  it('refuses to be read at once, and says why', () => {
    const product = tf.matMul(tf.ones([40, 40]), tf.ones([40, 40]))
    expect(() => product.dataSync()).toThrow('asynchronously')
  })
})
