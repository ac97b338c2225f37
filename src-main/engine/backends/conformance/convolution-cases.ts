// Convolutions, depthwise convolutions, pooling and matrix products.
import { tf, type Tensor3D, type Tensor4D } from '../../tf'
import { type ConformanceCase } from './check'
import { conv2d, depthwiseConv2d, matMul, mean, pool } from './reference'

const paddings = ['same', 'valid'] as const
const strides = [1, 2]

/** Odd, even and unequal sides meet every way in which padding is split. */
const pictures = [
  [8, 8],
  [7, 9],
  [6, 7],
] as const

export const convolutionCases: ConformanceCase[] = pictures.flatMap(([height, width]) =>
  [1, 3, 5].flatMap((kernel) =>
    strides.flatMap((stride) =>
      paddings.map((padding): ConformanceCase => {
        return {
          name: `conv2d ${height}×${width}, kernel ${kernel}, stride ${stride}, ${padding}`,
          inputs: [{ shape: [2, height, width, 3] }, { shape: [kernel, kernel, 3, 5] }],
          run: ([x, filter]) => tf.conv2d(x as Tensor4D, filter as Tensor4D, stride, padding),
          reference: ([x, filter]) => conv2d(x!, filter!, stride, padding),
        }
      }),
    ),
  ),
)

/** Channels beyond one block of a blocked kernel, with and without a rest. */
export const wideConvolutionCases: ConformanceCase[] = [
  [3, 32, 3],
  [16, 24, 3],
  [13, 19, 3],
  [40, 9, 1],
].map(([inputs, outputs, kernel]) => ({
  name: `conv2d of ${inputs} channels to ${outputs}, kernel ${kernel}`,
  inputs: [{ shape: [3, 6, 5, inputs!] }, { shape: [kernel!, kernel!, inputs!, outputs!] }],
  run: ([x, filter]) => tf.conv2d(x as Tensor4D, filter as Tensor4D, 1, 'same'),
  reference: ([x, filter]) => conv2d(x!, filter!, 1, 'same'),
}))

/** TensorFlow.js has no gradient of a dilated convolution. */
export const dilatedConvolutionCases: ConformanceCase[] = paddings.map((padding) => ({
  name: `conv2d dilated by 2, ${padding}`,
  inputs: [{ shape: [2, 9, 8, 3] }, { shape: [3, 3, 3, 4] }],
  run: ([x, filter]) => tf.conv2d(x as Tensor4D, filter as Tensor4D, 1, padding, 'NHWC', 2),
  reference: ([x, filter]) => conv2d(x!, filter!, 1, padding, 2),
  gradients: [],
}))

/** Multiples of four, for kernels that take four channels at once, and others. */
const channelsOf = (width: number) => (width === 9 ? 8 : width === 8 ? 6 : 4)

export const depthwiseCases: ConformanceCase[] = pictures.flatMap(([height, width]) =>
  [3, 5].flatMap((kernel) =>
    strides.flatMap((stride) =>
      paddings.flatMap((padding) =>
        (height === 8 ? [1, 2] : [1]).map((multiplier): ConformanceCase => ({
          name: `depthwise ${height}×${width}, kernel ${kernel}, stride ${stride}, ${padding}, multiplier ${multiplier}`,
          inputs: [
            { shape: [2, height, width, channelsOf(width)] },
            { shape: [kernel, kernel, channelsOf(width), multiplier] },
          ],
          run: ([x, filter]) => tf.depthwiseConv2d(x as Tensor4D, filter as Tensor4D, stride, padding),
          reference: ([x, filter]) => depthwiseConv2d(x!, filter!, stride, padding),
        })),
      ),
    ),
  ),
)

export const poolCases: ConformanceCase[] = (['max', 'avg'] as const).flatMap((kind) =>
  pictures.flatMap(([height, width]) =>
    [
      [2, 2],
      [3, 2],
      [3, 1],
    ].flatMap(([size, stride]) =>
      paddings.map((padding): ConformanceCase => ({
        name: `${kind}Pool ${height}×${width}, window ${size}, stride ${stride}, ${padding}`,
        inputs: [{ shape: [2, height, width, channelsOf(width)], distinct: true }],
        run: ([x]) => tf[`${kind}Pool`](x as Tensor4D, size!, stride!, padding),
        reference: ([x]) => pool(kind, x!, size!, stride!, padding),
      })),
    ),
  ),
)

export const globalAverageCase: ConformanceCase = {
  name: 'global average of 7×5',
  inputs: [{ shape: [3, 7, 5, 6] }],
  run: ([x]) => tf.mean(x!, [1, 2]),
  reference: ([x]) => mean(x!, [1, 2]),
}

/** Many terms a sum, as in the gradients of a batch; of matrices and of one row. */
const deepMatMulCases: ConformanceCase[] = [
  [true, 6, 5000, 11],
  [false, 1, 4608, 20],
].map(([transposed, m, depth, n]): ConformanceCase => {
  const transposeA = transposed as boolean
  const [rows, length, columns] = [m, depth, n] as [number, number, number]
  return {
    name: `matMul ${rows}×${length} · ${length}×${columns}${transposeA ? ', the first transposed' : ''}`,
    inputs: [{ shape: transposeA ? [length, rows] : [rows, length] }, { shape: [length, columns] }],
    run: ([a, b]) => tf.matMul(a as Tensor3D, b as Tensor3D, transposeA),
    reference: ([a, b]) => matMul(a!, b!, transposeA, false),
  }
})

const smallMatMulCases: ConformanceCase[] = [false, true].flatMap((transposeA) =>
  [false, true].flatMap((transposeB) =>
    [
      [1, 3, 2],
      [5, 7, 3],
      [16, 24, 32],
      [13, 300, 21],
    ].flatMap(([m, depth, n]) =>
      (m === 5 ? [[], [3]] : [[]]).map((outer): ConformanceCase => {
        const left = transposeA ? [depth!, m!] : [m!, depth!]
        const right = transposeB ? [n!, depth!] : [depth!, n!]
        return {
          name: `matMul ${[...outer, ...left].join('×')}${transposeA ? 'ᵀ' : ''} · ${right.join('×')}${transposeB ? 'ᵀ' : ''}`,
          inputs: [{ shape: [...outer, ...left] }, { shape: [...outer, ...right] }],
          run: ([a, b]) => tf.matMul(a as Tensor3D, b as Tensor3D, transposeA, transposeB),
          reference: ([a, b]) => matMul(a!, b!, transposeA, transposeB),
        }
      }),
    ),
  ),
)

export const matMulCases: ConformanceCase[] = [...smallMatMulCases, ...deepMatMulCases]
