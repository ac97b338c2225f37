// Operations that move values: reductions, normalisation, padding, slicing, gathering, resizing.
import { tf, type Tensor1D, type Tensor2D, type Tensor4D } from '../../tf'
import { type ConformanceCase, type Input } from './check'
import { resizeBilinear, transform } from './images'
import { concat, gather, max, mean, normalize, pad, slice, sum, tile, transpose } from './reference'

const reductions: { shape: number[]; axes: number[]; keep?: boolean }[] = [
  { shape: [3, 4, 5, 6], axes: [0, 1, 2] },
  { shape: [300, 37], axes: [0] },
  { shape: [4500, 21], axes: [0] },
  { shape: [3, 4, 5, 6], axes: [1, 2] },
  { shape: [3, 4, 5], axes: [2], keep: true },
  { shape: [3, 4, 5], axes: [0, 2] },
  { shape: [7, 3], axes: [0, 1] },
]

export const reductionCases: ConformanceCase[] = reductions.flatMap(({ shape, axes, keep = false }) => {
  const where = `[${shape}] over ${axes}${keep ? ', axes kept' : ''}`
  const inputs: Input[] = [{ shape, distinct: true, range: [-1, 2] }]
  return [
    {
      name: `sum of ${where}`,
      inputs,
      run: ([x]) => tf.sum(x!, axes, keep),
      reference: ([x]) => sum(x!, axes, keep),
    },
    {
      name: `mean of ${where}`,
      inputs,
      run: ([x]) => tf.mean(x!, axes, keep),
      reference: ([x]) => mean(x!, axes, keep),
    },
    {
      name: `max of ${where}`,
      inputs,
      run: ([x]) => tf.max(x!, axes, keep),
      reference: ([x]) => max(x!, axes, keep),
    },
  ] satisfies ConformanceCase[]
})

const epsilon = 1e-3

export const normalizationCase: ConformanceCase = {
  name: 'batch normalisation in training',
  inputs: [{ shape: [4, 5, 3, 6], range: [-2, 3] }, { shape: [6], range: [0.5, 2] }, { shape: [6] }],
  run: ([x, scale, shift]) => {
    const { mean: centre, variance } = tf.moments(x!, [0, 1, 2], true)
    const normal = tf.mul(tf.sub(x!, centre), tf.rsqrt(tf.add(variance, epsilon)))
    return tf.add(tf.mul(normal, scale!), shift!)
  },
  reference: ([x, scale, shift]) => normalize(x!, scale!, shift!, [0, 1, 2], epsilon),
  tolerance: 1e-4,
}

export const layoutCases: ConformanceCase[] = [
  {
    name: 'pad with a value',
    inputs: [{ shape: [2, 3, 4, 2] }],
    run: ([x]) => tf.pad(x!, picturePadding, 0.5),
    reference: ([x]) => pad(x!, picturePadding, 0.5),
  },
  ...[
    [1, 0],
    [0, 2, 1],
    [3, 1, 2, 0],
    [1, 2, 0, 3],
  ].map((perm): ConformanceCase => {
    const shape = [4, 3, 5, 6].slice(0, perm.length)
    return {
      name: `transpose [${shape}] by ${perm}`,
      inputs: [{ shape }],
      run: ([x]) => tf.transpose(x!, perm),
      reference: ([x]) => transpose(x!, perm),
    }
  }),
  {
    name: 'reshape',
    inputs: [{ shape: [2, 3, 4] }],
    run: ([x]) => tf.reshape(x!, [6, 4]),
    reference: ([x]) => ({ shape: [6, 4], values: x!.values }),
  },
  {
    name: 'slice',
    inputs: [{ shape: [4, 6, 5] }],
    run: ([x]) => tf.slice(x!, [1, 2, 0], [2, 3, 5]),
    reference: ([x]) => slice(x!, [1, 2, 0], [2, 3, 5]),
  },
  ...[0, 1, 3].map((axis): ConformanceCase => ({
    name: `concat along ${axis}`,
    inputs: [{ shape: [2, 3, 2, 4] }, { shape: [2, 3, 2, 4] }],
    run: (parts) => tf.concat([...parts], axis),
    reference: (parts) => concat(parts, axis),
  })),
  ...[0, 2].map((axis): ConformanceCase => ({
    name: `gather along ${axis}, some twice`,
    inputs: [{ shape: [5, 3, 6] }, { shape: [4], dtype: 'int32', values: [4, 0, 0, 2] }],
    run: ([x, indices]) => tf.gather(x!, indices as Tensor1D, axis),
    reference: ([x, indices]) => gather(x!, Array.from(indices!.values), axis),
  })),
  {
    name: 'tile',
    inputs: [{ shape: [2, 3, 2] }],
    run: ([x]) => tf.tile(x!, [2, 1, 3]),
    reference: ([x]) => tile(x!, [2, 1, 3]),
  },
  {
    name: 'reverse',
    inputs: [{ shape: [2, 4, 5, 3] }],
    run: ([x]) => tf.reverse(x!, [2]),
    reference: ([x]) => gather(x!, [4, 3, 2, 1, 0], 2),
  },
]

const picturePadding: [number, number][] = [
  [0, 0],
  [1, 2],
  [2, 1],
  [0, 0],
]

export const resizeCases: ConformanceCase[] = [true, false].flatMap((halfPixelCenters) =>
  [
    [4, 6],
    [9, 5],
  ].map(([height, width]) => ({
    name: `resizeBilinear 6×5 to ${height}×${width}${halfPixelCenters ? ', half-pixel centres' : ''}`,
    inputs: [{ shape: [2, 6, 5, 3] }],
    run: ([x]) => tf.image.resizeBilinear(x as Tensor4D, [height!, width!], false, halfPixelCenters),
    reference: ([x]) => resizeBilinear(x!, height!, width!, halfPixelCenters),
    // TensorFlow.js's own gradient leaves half-pixel centres out of account.
    ...(halfPixelCenters && { gradients: [] }),
  })),
)

/** For each of two images: turned by 20° and moved; mirrored and sheared, with a little perspective. */
const transforms = [
  [0.9397, -0.342, 1.3, 0.342, 0.9397, -0.7, 0, 0],
  [-1, 0.15, 6.2, 0.05, 1.1, 0.4, 0.001, -0.002],
].flat()

/** No gradient is defined; pictures are augmented before the model. */
export const transformCases: ConformanceCase[] = (['bilinear', 'nearest'] as const).flatMap((interpolation) =>
  (['constant', 'reflect', 'nearest'] as const).map((fill) => ({
    name: `transform, ${interpolation}, filled by ${fill}`,
    inputs: [{ shape: [2, 8, 7, 3] }, { shape: [2, 8], values: transforms.map(Math.fround) }],
    run: ([x, matrices]) =>
      tf.image.transform(x as Tensor4D, matrices as Tensor2D, interpolation, fill, 0.25),
    reference: ([x, matrices]) => transform(x!, matrices!, interpolation, fill, 0.25),
    gradients: [],
  })),
)
