// Operations on single elements: activations, arithmetic with broadcasting, comparison, selection, casts.
import { tf, type Tensor, type Tensor2D } from '../../tf'
import { build, at, type NdArray } from './array'
import { type ConformanceCase, type Input } from './check'
import { binary, logSoftmax, unary } from './reference'

const positive: [number, number] = [0.1, 4]

interface UnaryCase {
  name: string
  run: (x: Tensor) => Tensor
  value: (x: number) => number
  range?: [number, number]
  gradient?: false
}

/** Inputs are `distinct`, which keeps them off the kinks: with an even number of them none is at the middle. */
const unaries: UnaryCase[] = [
  { name: 'relu', run: tf.relu, value: (x) => Math.max(0, x), range: [-3, 3] },
  { name: 'relu6', run: tf.relu6, value: (x) => Math.min(6, Math.max(0, x)), range: [-3, 9] },
  { name: 'elu', run: tf.elu, value: (x) => (x > 0 ? x : Math.expm1(x)), range: [-3, 3] },
  { name: 'tanh', run: tf.tanh, value: Math.tanh, range: [-3, 3] },
  { name: 'sigmoid', run: tf.sigmoid, value: (x) => 1 / (1 + Math.exp(-x)), range: [-4, 4] },
  { name: 'exp', run: tf.exp, value: Math.exp, range: [-3, 3] },
  { name: 'log', run: tf.log, value: Math.log, range: positive },
  { name: 'sqrt', run: tf.sqrt, value: Math.sqrt, range: positive },
  { name: 'rsqrt', run: tf.rsqrt, value: (x) => 1 / Math.sqrt(x), range: positive },
  { name: 'square', run: tf.square, value: (x) => x * x },
  { name: 'neg', run: tf.neg, value: (x) => -x },
  { name: 'abs', run: tf.abs, value: Math.abs },
  { name: 'cos', run: tf.cos, value: Math.cos, range: [-4, 4] },
  { name: 'sin', run: tf.sin, value: Math.sin, range: [-4, 4] },
  { name: 'floor', run: tf.floor, value: Math.floor, range: [-4, 4], gradient: false },
  { name: 'step', run: (x) => tf.step(x), value: (x) => (x > 0 ? 1 : 0), gradient: false },
  {
    name: 'clipByValue',
    run: (x) => tf.clipByValue(x, -0.5, 0.7),
    value: (x) => Math.min(0.7, Math.max(-0.5, x)),
  },
  { name: 'add a number', run: (x) => tf.add(x, 0.25), value: (x) => x + 0.25 },
  { name: 'multiply by a number', run: (x) => tf.mul(x, 0.9), value: (x) => x * Math.fround(0.9) },
]

export const unaryCases: ConformanceCase[] = unaries.map(({ name, run, value, range, gradient }) => ({
  name,
  inputs: [{ shape: [2, 3, 5, 4], range, distinct: true }],
  run: ([x]) => run(x!),
  reference: ([x]) => unary(x!, value),
  ...(gradient === false && { gradients: [] }),
}))

const binaries: {
  name: string
  run: (a: Tensor, b: Tensor) => Tensor
  value: (a: number, b: number) => number
  second?: [number, number]
  /** TensorFlow.js has no gradient of these where one operand is broadcast. */
  equalShapes?: true
}[] = [
  { name: 'add', run: tf.add, value: (a, b) => a + b },
  { name: 'sub', run: tf.sub, value: (a, b) => a - b },
  { name: 'mul', run: tf.mul, value: (a, b) => a * b },
  { name: 'div', run: tf.div, value: (a, b) => a / b, second: [0.5, 2] },
  { name: 'maximum', run: tf.maximum, value: Math.max, equalShapes: true },
  { name: 'minimum', run: tf.minimum, value: Math.min, equalShapes: true },
  { name: 'squaredDifference', run: tf.squaredDifference, value: (a, b) => (a - b) ** 2, equalShapes: true },
]

const shapes = [
  [
    [2, 3, 4],
    [2, 3, 4],
  ],
  [[2, 5, 3, 4], [4]],
  [
    [3, 4],
    [3, 1],
  ],
  [
    [2, 1, 4],
    [3, 1],
  ],
  [[], [2, 3]],
]

export const binaryCases: ConformanceCase[] = binaries.flatMap(({ name, run, value, second, equalShapes }) =>
  shapes.slice(0, equalShapes ? 1 : undefined).map(([a, b]) => ({
    name: `${name} of [${a}] and [${b}]`,
    inputs: [{ shape: a! }, { shape: b!, range: second }],
    run: ([x, y]) => run(x!, y!),
    reference: ([x, y]) => binary(x!, y!, value),
  })),
)

const logits: Input = { shape: [6, 10], range: [-4, 4] }

export const softmaxCases: ConformanceCase[] = [
  {
    name: 'softmax',
    inputs: [logits],
    run: ([x]) => tf.softmax(x!),
    reference: ([x]) => unary(logSoftmax(x!), Math.exp),
  },
  {
    name: 'logSoftmax',
    inputs: [logits],
    run: ([x]) => tf.logSoftmax(x!),
    reference: ([x]) => logSoftmax(x!),
  },
  {
    name: 'logSoftmax of large logits',
    inputs: [{ shape: [4, 7], range: [-80, 80] }],
    run: ([x]) => tf.logSoftmax(x!),
    reference: ([x]) => logSoftmax(x!),
  },
]

const truth = (holds: boolean) => (holds ? 1 : 0)

/** No gradient flows through these, or only through what was chosen. */
export const choiceCases: ConformanceCase[] = [
  {
    name: 'where, as dropout chooses',
    inputs: [{ shape: [4, 9], dtype: 'bool', range: [0, 2] }, { shape: [4, 9] }, { shape: [4, 9] }],
    run: ([keep, a, b]) => tf.where(keep!, a!, b!),
    reference: ([keep, a, b]) => build([4, 9], (index) => at(at(keep!, index) ? a! : b!, index)),
  },
  {
    name: 'less, cast to float32',
    inputs: [{ shape: [5, 8] }, { shape: [1] }],
    run: ([a, b]) => tf.cast(tf.less(a!, b!), 'float32'),
    reference: ([a, b]) => binary(a!, b!, (x, y) => truth(x < y)),
    gradients: [],
  },
  {
    name: 'greaterEqual',
    inputs: [{ shape: [5, 8] }, { shape: [5, 8] }],
    run: ([a, b]) => tf.greaterEqual(a!, b!),
    reference: ([a, b]) => binary(a!, b!, (x, y) => truth(x >= y)),
    gradients: [],
  },
  {
    name: 'equal of int32',
    inputs: [
      { shape: [30], dtype: 'int32', range: [0, 4] },
      { shape: [30], dtype: 'int32', range: [0, 4] },
    ],
    run: ([a, b]) => tf.equal(a!, b!),
    reference: ([a, b]) => binary(a!, b!, (x, y) => truth(x === y)),
  },
  {
    name: 'cast of int32 to float32',
    inputs: [{ shape: [3, 17], dtype: 'int32', range: [-300, 300] }],
    run: ([x]) => tf.cast(x!, 'float32'),
    reference: ([x]) => x!,
  },
  {
    name: 'cast of bool to float32',
    inputs: [{ shape: [19], dtype: 'bool', range: [0, 2] }],
    run: ([x]) => tf.cast(x!, 'float32'),
    reference: ([x]) => x!,
  },
  {
    name: 'cast of float32 to int32',
    inputs: [{ shape: [19], range: [-5, 5] }],
    run: ([x]) => tf.cast(x!, 'int32'),
    reference: ([x]) => unary(x!, Math.trunc),
    gradients: [],
  },
  {
    name: 'argMax over the last axis',
    inputs: [{ shape: [7, 11], distinct: true }],
    run: ([x]) => tf.argMax(x!, -1),
    reference: ([x]) => argMax(x!),
    gradients: [],
  },
  {
    name: 'oneHot',
    inputs: [{ shape: [9], dtype: 'int32', range: [0, 6] }],
    run: ([labels]) => tf.oneHot(labels as Tensor2D, 6),
    reference: ([labels]) => build([9, 6], ([i, j]) => truth(labels!.values[i!] === j)),
  },
]

function argMax(x: NdArray): NdArray {
  const width = x.shape[1]!
  return build([x.shape[0]!], ([row]) => {
    const values = Array.from({ length: width }, (_, column) => at(x, [row!, column]))
    return values.indexOf(Math.max(...values))
  })
}
