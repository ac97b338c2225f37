// The reduced precisions of the webgpu backend, each where the adapter has what it needs, against sums in double
// precision and by their own tolerance: rounding both operands to float16 moves a sum by 2⁻¹⁰ of its terms' magnitudes
// at most, where float32 moves it by the length of the sum in units of 2⁻²⁴.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWasm } from '../../src-main/engine/backends/wasm'
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { matrixShape, type Features, type Precision } from '../../src-main/engine/backends/webgpu/precision'
import { sourceOf } from '../../src-main/engine/backends/webgpu/program'
import type { Convolution } from '../../src-main/engine/backends/webgpu/programs/convolution'
import {
  filterGradient,
  planFilterGradient,
} from '../../src-main/engine/backends/webgpu/programs/filter-gradient'
import {
  inputGradient,
  planInputGradient,
} from '../../src-main/engine/backends/webgpu/programs/input-gradient'
import { rng } from '../../src-main/engine/rng'
import { tf, type Tensor, type Tensor4D } from '../../src-main/engine/tf'
import { convolveInDouble, outputShape, type ConvolutionShape, type Sums } from '../support/convolution'
import { smallTraining } from '../support/small-training'
import { halfAdapterForTests } from '../support/webgpu'

/** Of the training whose losses are compared. */
const STEPS = 20

const { adapter, offered } = await halfAdapterForTests()

const tolerance: Record<Precision, number> = {
  float32: 2e-6,
  mixed: 1.02 * 2 ** -10,
  'mixed-matrices': 1.02 * 2 ** -10,
}

function draw(count: number, name: string, scale: (i: number) => number = () => 1): Float32Array {
  const random = rng(1, name)
  return Float32Array.from({ length: count }, (_, i) => random.range(-1, 1) * scale(i))
}

/** The largest difference in units of what the terms are. */
async function deviation(actual: Tensor, { value, magnitude }: Sums): Promise<number> {
  const values = await actual.data()
  expect(values.length).toBe(value.length)
  let most = 0
  for (const [i, expected] of value.entries()) {
    const difference = Math.abs(values[i]! - expected)
    if (Number.isNaN(difference)) return NaN
    if (difference > 0) most = Math.max(most, difference / magnitude[i]!)
  }
  return most
}

const shape = (
  batch: number,
  height: number,
  width: number,
  inputs: number,
  outputs: number,
  kernel: number,
  stride: number,
  pad: 'same' | 'valid',
): ConvolutionShape => ({ batch, height, width, inputs, outputs, kernel, stride, pad })

function operands(
  s: ConvolutionShape,
  scales: Partial<Record<'x' | 'w' | 'dy', (i: number) => number>> = {},
) {
  const y = outputShape(s)
  return {
    x: draw(s.batch * s.height * s.width * s.inputs, 'x', scales.x),
    w: draw(s.kernel * s.kernel * s.inputs * s.outputs, 'w', scales.w),
    dy: draw(tf.util.sizeFromShape(y), 'dy', scales.dy),
  }
}

function convolve(s: ConvolutionShape, { x, w, dy }: Record<'x' | 'w' | 'dy', Float32Array>) {
  const [pictures, filter] = [
    tf.tensor4d(x, [s.batch, s.height, s.width, s.inputs]),
    tf.tensor4d(w, [s.kernel, s.kernel, s.inputs, s.outputs]),
  ]
  const f = (...args: Tensor[]) => tf.conv2d(args[0] as Tensor4D, args[1] as Tensor4D, s.stride, s.pad)
  const [dx, dw] = tf.grads(f)([pictures, filter], tf.tensor4d(dy, outputShape(s)))
  return { y: f(pictures, filter), dx: dx!, dw: dw! }
}

/** Float32 is what the other tests of webgpu are about; here it is the control, on demand. */
const EVERY_CASE = process.env['COTEJO_EVERY_CASE'] === '1'
const tried = offered.filter((precision) => precision !== 'float32' || EVERY_CASE)
if (adapter !== null && tried.length === 0) console.log('WebGPU: no reduced precision can be tried here.')

describe.skipIf(tried.length === 0).each(tried.length > 0 ? tried : ['float32' as const])(
  '%s',
  (precision) => {
    let compute: WebgpuCompute
    beforeAll(async () => {
      compute = await openWebgpu({ adapter: adapter!, precision })
    })
    afterAll(() => compute?.dispose())

    it('is what a run records of its device', () => {
      expect(compute.device.includes('mixed precision')).toBe(precision !== 'float32')
    })

    it.each([
      ['more than one split, channels beside every tile', shape(3, 13, 11, 5, 7, 3, 1, 'same')],
      ['vectors of channels, several tiles', shape(1, 5, 6, 20, 68, 3, 1, 'valid')],
      ['a stride of three, windows apart', shape(2, 11, 10, 4, 6, 2, 3, 'valid')],
      ['a stride of two with one tap', shape(2, 7, 7, 8, 12, 1, 2, 'same')],
      ['more rows than the largest tile', shape(2, 16, 12, 24, 130, 1, 1, 'same')],
    ])('convolution and gradients: %s', async (_, s) => {
      const given = operands(s)
      const expected = convolveInDouble(s, given.x, given.w, given.dy)
      const actual = convolve(s, given)
      for (const name of ['y', 'dx', 'dw'] as const) {
        const lost = await deviation(actual[name], expected[name])
        expect(lost, name).toBeLessThan(tolerance[precision])
        // Digits are lost where float16 is in use, and nowhere else.
        expect(lost > tolerance.float32).toBe(precision !== 'float32')
      }
    })

    // Float16 ends at 65504 and begins at 6e-8.
    it.each([
      ['gradients far below what float16 holds', { dy: () => 1e-20 }],
      ['gradients far above what float16 holds', { dy: () => 1e20 }],
      ['operands at both ends of float32', { dy: () => 3e37, x: () => 1e-28, w: () => 1e-28 }],
      ['magnitudes that grow from picture to picture', { dy: (i: number) => 10 ** Math.floor(i / 192) }],
      ['magnitudes that shrink from picture to picture', { dy: (i: number) => 10 ** -Math.floor(i / 192) }],
    ])('%s', async (_, scales) => {
      const s = shape(6, 8, 6, 5, 4, 3, 1, 'same')
      const given = operands(s, scales)
      const expected = convolveInDouble(s, given.x, given.w, given.dy)
      const actual = convolve(s, given)
      for (const name of ['dx', 'dw'] as const) {
        expect(await deviation(actual[name], expected[name]), name).toBeLessThan(tolerance[precision])
      }
    })

    it('keeps what is no number, so that a training that diverged is seen', async () => {
      const s = shape(2, 8, 8, 4, 8, 3, 1, 'same')
      for (const wrong of [NaN, Infinity]) {
        const given = operands(s)
        given.dy[0] = wrong
        const { dx, dw } = convolve(s, given)
        const [inInput, inFilter] = [await dx.data(), await dw.data()]
        expect(Number.isFinite(inInput[0])).toBe(false)
        expect(Array.from(inInput.slice(-4)).every(Number.isFinite)).toBe(true)
        // The first output channel met it, the second one did not.
        expect(Number.isFinite(inFilter[4 * 4 * 8])).toBe(false)
        expect(Number.isFinite(inFilter[4 * 4 * 8 + 1])).toBe(true)
      }
    })

    /** What a kernel would compute on a device with other features than this one has. */
    async function filterGradientWith(features: Features) {
      const s = shape(2, 9, 10, 24, 40, 3, 1, 'same')
      const { x, w, dy } = operands(s)
      const c: Convolution = {
        ...{
          batch: 2,
          inHeight: 9,
          inWidth: 10,
          inChannels: 24,
          outHeight: 9,
          outWidth: 10,
          outChannels: 40,
        },
        ...{ filterHeight: 3, filterWidth: 3, strideHeight: 1, strideWidth: 1, padTop: 1, padLeft: 1 },
      }
      const plan = planFilterGradient(c, features)
      expect(plan.parts).toBe(1)
      const [made] = compute.backend.dispatch(
        `test ${JSON.stringify(features)}`,
        () => filterGradient(c, plan, features),
        [tf.tensor(x), tf.tensor(dy)],
        [{ shape: [w.length], dtype: 'float32' }],
      )
      const gradient = tf.engine().makeTensorFromTensorInfo(made!)
      return deviation(gradient, convolveInDouble(s, x, w, dy).dw)
    }

    it.runIf(precision === 'mixed')('needs no subgroups', async () => {
      const features = { half: true, subgroups: null, matrices: null }
      expect(await filterGradientWith(features)).toBeLessThan(tolerance[precision])
    })

    it.runIf(precision === 'mixed-matrices')(
      'takes subgroups that are smaller than they may be',
      async () => {
        const { subgroupMinSize: size } = compute.gpu.adapterInfo
        const { subgroupMatrixConfigs } = compute.gpu.adapterInfo as unknown as {
          subgroupMatrixConfigs: Iterable<never>
        }
        const matrices = matrixShape([...subgroupMatrixConfigs])!
        for (const times of [1, 2, 4]) {
          const features = { half: true, subgroups: { min: size!, max: size! * times }, matrices }
          expect(await filterGradientWith(features), `${times}`).toBeLessThan(tolerance[precision])
        }
      },
    )

    it('trains as wasm does', async () => {
      const run = smallTraining(compute)
      const losses = await run.train(STEPS)
      run.dispose()
      const wasm = await openWasm({ threads: 1 })
      const other = smallTraining(wasm)
      const expected = await other.train(STEPS)
      other.dispose()
      await wasm.dispose()
      await tf.setBackend('webgpu')
      const apart = losses.map((loss, i) => Math.abs(loss / expected[i]! - 1))
      expect(Math.max(...apart)).toBeLessThan(precision === 'float32' ? 1e-3 : 5e-3)
    })

    it.runIf(precision === 'mixed-matrices')(
      'matrix units of other lengths are at least compiled for',
      async () => {
        const c: Convolution = {
          ...{
            batch: 2,
            inHeight: 20,
            inWidth: 20,
            inChannels: 40,
            outHeight: 20,
            outWidth: 20,
            outChannels: 72,
          },
          ...{ filterHeight: 3, filterWidth: 3, strideHeight: 1, strideWidth: 1, padTop: 1, padLeft: 1 },
        }
        for (const [m, n, k] of [
          [16, 16, 16],
          [8, 16, 16],
          [16, 8, 8],
        ] as const)
          for (const subgroups of [
            { min: 32, max: 32 },
            { min: 8, max: 32 },
            { min: 32, max: 64 },
          ]) {
            const features: Features = { half: true, subgroups, matrices: { m, n, k } }
            for (const program of [
              filterGradient(c, planFilterGradient(c, features), features),
              inputGradient(c, planInputGradient(c, features), features),
            ]) {
              const { messages } = await compute.gpu
                .createShaderModule({ code: sourceOf(program) })
                .getCompilationInfo()
              expect(messages.filter(({ type }) => type === 'error').map(({ message }) => message)).toEqual(
                [],
              )
            }
          }
      },
    )
  },
)
