// Convolutions and matrix products of the webgpu backend where ours stand for the package's: against sums in double
// precision, with bias and activation, and that it is ours that ran.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { rng } from '../../src-main/engine/rng'
import { tf, type Tensor, type Tensor1D } from '../../src-main/engine/tf'
import { convolveInDouble, outputShape, type ConvolutionShape } from '../support/convolution'
import { adapterForTests } from '../support/webgpu'

const adapter = await adapterForTests()

function draw(count: number, name: string): Float32Array {
  const random = rng(1, name)
  return Float32Array.from({ length: count }, () => random.range(-1, 1))
}

describe.skipIf(adapter === null)('forward on webgpu', () => {
  let compute: WebgpuCompute
  const ran: string[] = []
  beforeAll(async () => {
    compute = await openWebgpu({ adapter: adapter! })
    compute.backend.onDispatch = (key) => ran.push(key)
  })
  afterAll(() => compute?.dispose())

  /** Largest difference over the largest magnitude. */
  async function deviation(actual: Tensor, expected: Float64Array): Promise<number> {
    const values = await actual.data()
    expect(values.length).toBe(expected.length)
    const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    return expected.reduce((most, value, i) => Math.max(most, Math.abs(value - values[i]!)), 0) / largest
  }

  it.each([
    ['small pictures, channels beside vectors', [30, 3, 3, 5, 7, 3, 1, 'same'], undefined],
    ['vectors of channels, with ReLU6', [20, 5, 4, 8, 20, 1, 1, 'same'], 'relu6'],
    ['a stride, without padding, with ReLU', [18, 9, 8, 3, 16, 3, 2, 'valid'], 'relu'],
  ] as const)(
    'convolution with bias: %s',
    async (_, [batch, height, width, inputs, outputs, kernel, stride, pad], activation) => {
      const s: ConvolutionShape = { batch, height, width, inputs, outputs, kernel, stride, pad }
      const [x, w, bias] = [
        draw(batch * height * width * inputs, 'x'),
        draw(kernel * kernel * inputs * outputs, 'w'),
        draw(outputs, 'bias'),
      ]
      const out = outputShape(s)
      const { y } = convolveInDouble(s, x, w, new Float32Array(tf.util.sizeFromShape(out)))
      const expected = y.value.map((sum, i) => {
        const value = sum + bias[i % outputs]!
        if (activation === undefined) return value
        return Math.min(Math.max(value, 0), activation === 'relu6' ? 6 : Infinity)
      })
      ran.length = 0
      const actual = tf.fused.conv2d({
        x: tf.tensor4d(x, [batch, height, width, inputs]),
        filter: tf.tensor4d(w, [kernel, kernel, inputs, outputs]),
        strides: stride,
        pad,
        bias: tf.tensor1d(bias) as Tensor1D,
        ...(activation ? { activation } : {}),
      })
      expect(actual.shape).toEqual(out)
      expect(await deviation(actual, expected)).toBeLessThan(2e-6)
      expect(ran.filter((key) => key.startsWith('conv2d '))).toHaveLength(1)
    },
  )

  it.each([
    ['left transposed, with ReLU', 320, 64, 40, true, false, 'relu', 1],
    ['right transposed, lengths beside every vector', 637, 62, 5, false, true, undefined, 1],
    ['a long sum with few results, in parts', 10, 33, 2100, false, false, undefined, 2],
    ['a long sum in vectors, in parts, with ReLU6', 16, 64, 2100, false, false, 'relu6', 2],
  ] as const)(
    'product of matrices with bias: %s',
    async (_, rows, columns, depth, ta, tb, activation, programs) => {
      const [a, b, bias] = [draw(rows * depth, 'a'), draw(depth * columns, 'b'), draw(columns, 'bias')]
      const expected = new Float64Array(rows * columns)
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) {
          let sum = bias[c]!
          for (let k = 0; k < depth; k++)
            sum += a[ta ? k * rows + r : r * depth + k]! * b[tb ? c * depth + k : k * columns + c]!
          expected[r * columns + c] =
            activation === undefined ? sum : Math.min(Math.max(sum, 0), activation === 'relu6' ? 6 : Infinity)
        }
      ran.length = 0
      const actual = tf.fused.matMul({
        a: tf.tensor2d(a, ta ? [depth, rows] : [rows, depth]),
        b: tf.tensor2d(b, tb ? [columns, depth] : [depth, columns]),
        transposeA: ta,
        transposeB: tb,
        bias: tf.tensor1d(bias),
        ...(activation ? { activation } : {}),
      })
      expect(actual.shape).toEqual([rows, columns])
      expect(await deviation(actual, expected)).toBeLessThan(2e-6)
      expect(ran.filter((key) => key.startsWith('matmul'))).toHaveLength(programs)
    },
  )
})
