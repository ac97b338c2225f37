// A short check of a device before anybody trains on it: drivers that compute wrong numbers exist, and a model that
// learns nothing is a bad way to hear of one. Whole numbers, so that the answers are exact.
import { UserError } from '../../../contract'
import { tf, type Tensor, type Tensor4D } from '../../tf'
import type { WebgpuBackend } from './interface'
import { columnSums, planColumns } from './programs/columns'

const [size, inputs, outputs] = [5, 5, 6]

/** Sums over the taps of a 3 × 3 filter at all places of a picture that is padded by zeros. */
function eachTerm(visit: (x: number, w: number, y: number) => void): void {
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      for (let tap = 0; tap < 9; tap++) {
        const [y, x] = [row + Math.floor(tap / 3) - 1, column + (tap % 3) - 1]
        if (y < 0 || y >= size || x < 0 || x >= size) continue
        for (let i = 0; i < inputs; i++)
          for (let o = 0; o < outputs; o++)
            visit(
              (y * size + x) * inputs + i,
              (tap * inputs + i) * outputs + o,
              (row * size + column) * outputs + o,
            )
      }
}

const numbers = (count: number, by: number) =>
  Float32Array.from({ length: count }, (_, i) => ((i * by) % 7) - 3)

/**
 * Computes a convolution and both of its gradients.
 * @throws UserError `backend-unavailable` where one of them is wrong
 */
export async function selfTest(name: string): Promise<void> {
  const x = numbers(size * size * inputs, 3)
  const w = numbers(9 * inputs * outputs, 5)
  const dy = numbers(size * size * outputs, 2)
  const expected = [new Float32Array(dy.length), new Float32Array(x.length), new Float32Array(w.length)]
  eachTerm((atX, atW, atY) => {
    expected[0]![atY]! += x[atX]! * w[atW]!
    expected[1]![atX]! += dy[atY]! * w[atW]!
    expected[2]![atW]! += dy[atY]! * x[atX]!
  })
  const computed = tf.tidy((): Tensor[] => {
    const convolve = (picture: Tensor4D, weights: Tensor4D) => tf.conv2d(picture, weights, 1, 'same')
    const picture = tf.tensor4d(x, [1, size, size, inputs])
    const weights = tf.tensor4d(w, [3, 3, inputs, outputs])
    const gradients = tf.grads((...args: Tensor[]) => convolve(args[0] as Tensor4D, args[1] as Tensor4D))
    const upstream = tf.tensor4d(dy, [1, size, size, outputs])
    return [convolve(picture, weights), ...gradients([picture, weights], upstream)]
  })
  try {
    for (const [i, tensor] of computed.entries()) {
      const values = await tensor.data()
      if (expected[i]!.every((value, j) => value === values[j])) continue
      throw new UserError('backend-unavailable', `${name} computes wrong numbers: a short check failed.`, {
        detail: { backend: 'webgpu' },
        hint: 'Update the driver of the graphics card, or use another backend.',
      })
    }
  } finally {
    tf.dispose(computed)
  }
}

/**
 * Whether sums by subgroups are right on a device. They are newer than the rest of WebGPU, and there is a way without.
 */
export async function subgroupsAreRight(backend: WebgpuBackend): Promise<boolean> {
  const [rows, columns] = [512, 8]
  const values = numbers(rows * columns, 3)
  const expected = new Float32Array(columns)
  values.forEach((value, i) => (expected[i % columns]! += value))
  const given = backend.makeTensorInfo([rows, columns], 'float32', values)
  const plan = planColumns(rows, columns)
  const output = { shape: [plan.parts, columns], dtype: 'float32' } as const
  const made = backend.dispatch('subgroups-test', () => columnSums(plan, true), [given], [output])
  try {
    const sums = (await backend.read(made[0]!.dataId)) as Float32Array
    return expected.every((sum, i) => sum === sums[i])
  } catch (error) {
    // A device that is gone is another matter than one that refuses a program.
    if (error instanceof UserError) throw error
    return false
  } finally {
    for (const { dataId } of [given, ...made]) backend.disposeData(dataId)
  }
}
