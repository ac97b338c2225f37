// Calls every function of the binding with random arguments, most of them wrong. Each call must return or throw an
// Error; a crash ends this process and thereby the test that started it.
//
//   node native/test/fuzz.mjs ADDON LIBRARIES CALLS SEED
import { createRequire } from 'node:module'

const [addonFile, folder, calls, seed] = process.argv.slice(2)
process.env.TF_CPP_MIN_LOG_LEVEL ??= '3'
const addon = createRequire(import.meta.url)(addonFile)
let state = Number(seed) >>> 0

/** Uniform in [0, 1): mulberry32, so that a failing seed fails again. */
function random() {
  state = (state + 0x6d2b79f5) >>> 0
  let t = state
  t = Math.imul(t ^ (t >>> 15), t | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const below = (limit) => Math.floor(random() * limit)
const pick = (list) => list[below(list.length)]
const times = (most, make) => Array.from({ length: below(most + 1) }, make)

const oddities = [
  undefined,
  null,
  true,
  NaN,
  Infinity,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e300,
  '',
  'Relu',
  '\u0000',
  'ñ'.repeat(300),
  Symbol('s'),
  10n,
  [],
  [[]],
  {},
  () => 1,
  new Date(0),
  new Float32Array(3),
  new Float64Array(2),
  new BigInt64Array(2),
  new ArrayBuffer(8),
  new Proxy([], { get: () => -1 }),
  {
    get name() {
      throw new Error('thrown by a getter')
    },
  },
]

function main() {
  const rejected = [
    {},
    [],
    null,
    'x',
    { folder: 5 },
    { folder: '/nonexistent' },
    { folder, intraOpThreads: -1 },
  ]
  for (const options of rejected) {
    try {
      addon.open(options)
      throw new TypeError('opened with wrong options')
    } catch (error) {
      if (error instanceof TypeError || !(error instanceof Error)) throw error
    }
  }
  const tf = addon.open({ folder, cpuOnly: true, intraOpThreads: 2, interOpThreads: 2 })
  const ids = []
  const functions = []
  const operations = (
    'Relu MatMul Add AddN Mul Cast Reshape Transpose Sum ConcatV2 Pack Conv2D MaxPool MaxPoolGrad FusedBatchNormV3 ' +
    'Conv2DBackpropFilter StatelessRandomUniform OneHot Fill Range Slice StridedSlice GatherV2 Select Identity ' +
    'IdentityN BiasAdd ReluGrad ImageProjectiveTransformV3 BatchMatMulV2 Einsum PartitionedCall If NoOp ArgMax Split'
  ).split(' ')
  const attributeNames = (
    'T N dtype DstT SrcT Tidx keep_dims strides padding ksize data_format transpose_a axis epsilon is_training ' +
    'Tout Tin f equation shape depth batch_dims Tshape Tparams Tindices Taxis explicit_paddings dilations config'
  ).split(' ')
  const dtypes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 19, 20, 21, 23, 50, 101, 200, -1]
  const arrays = [
    Float32Array,
    Float64Array,
    Int32Array,
    Uint8Array,
    Int8Array,
    BigInt64Array,
    BigUint64Array,
  ]

  const odd = () => pick(oddities)
  const some = (make) => (random() < 0.08 ? odd() : make())
  const id = () => (ids.length && random() < 0.9 ? pick(ids) : below(100_000) - 10)
  const shape = () => times(5, () => some(() => pick([0, 1, 1, 2, 2, 3, 4, 8, 1000])))
  const attribute = () =>
    some(() => ({
      name: some(() => pick(attributeNames)),
      type: some(() => below(7)),
      value: some(() =>
        pick([
          pick(dtypes),
          below(5),
          random() < 0.5,
          'SAME',
          'VALID',
          'NHWC',
          'ij,jk->ik',
          random(),
          shape(),
          times(4, () => below(3)),
          times(3, () => pick(dtypes)),
          times(3, () => random() < 0.5),
        ]),
      ),
    }))
  const pairs = (nodes) =>
    times(4, () => [below(nodes + 1) - (random() < 0.02 ? 1 : 0), below(6) === 0 ? below(4) : 0]).flat()

  // Calls that are right, then changed in a place or two: they get past the addon's checks into TensorFlow.
  const F = 1
  const I = 3
  const type = (name, value) => ({ name, type: 4, value })
  const int = (name, value) => ({ name, type: 1, value })
  const string = (name, value) => ({ name, type: 0, value })
  const bool = (name, value) => ({ name, type: 3, value })
  const float = (name, value) => ({ name, type: 2, value })
  const window = [int('strides', [1, 1, 1, 1]), string('padding', 'SAME'), type('T', F)]
  const right = [
    ['Relu', [type('T', F)], [[[2, 3], F]], 1],
    [
      'MatMul',
      [type('T', F)],
      [
        [[2, 3], F],
        [[3, 4], F],
      ],
      1,
    ],
    [
      'AddN',
      [type('T', F), int('N', 2)],
      [
        [[2], F],
        [[2], F],
      ],
      1,
    ],
    ['Cast', [type('SrcT', F), type('DstT', I)], [[[2, 3], F]], 1],
    [
      'Reshape',
      [type('T', F), type('Tshape', I)],
      [
        [[2, 3], F],
        [[2], I],
      ],
      1,
    ],
    [
      'Transpose',
      [type('T', F), type('Tperm', I)],
      [
        [[2, 3], F],
        [[2], I],
      ],
      1,
    ],
    [
      'Sum',
      [type('T', F), type('Tidx', I), bool('keep_dims', true)],
      [
        [[2, 3], F],
        [[1], I],
      ],
      1,
    ],
    [
      'ConcatV2',
      [type('T', F), int('N', 2), type('Tidx', I)],
      [
        [[2], F],
        [[2], F],
        [[], I],
      ],
      1,
    ],
    [
      'Conv2D',
      window,
      [
        [[1, 5, 5, 2], F],
        [[3, 3, 2, 4], F],
      ],
      1,
    ],
    [
      'Conv2DBackpropFilter',
      window,
      [
        [[1, 5, 5, 2], F],
        [[4], I],
        [[1, 5, 5, 4], F],
      ],
      1,
    ],
    [
      'Conv2DBackpropInput',
      window,
      [
        [[4], I],
        [[3, 3, 2, 4], F],
        [[1, 5, 5, 4], F],
      ],
      1,
    ],
    ['MaxPool', [...window, int('ksize', [1, 2, 2, 1])], [[[1, 4, 4, 2], F]], 1],
    [
      'MaxPoolGrad',
      [...window, int('ksize', [1, 2, 2, 1])],
      [
        [[1, 4, 4, 2], F],
        [[1, 4, 4, 2], F],
        [[1, 4, 4, 2], F],
      ],
      1,
    ],
    [
      'FusedBatchNormV3',
      [type('T', F), type('U', F), bool('is_training', true), float('epsilon', 0.1)],
      [
        [[1, 2, 2, 3], F],
        [[3], F],
        [[3], F],
        [[0], F],
        [[0], F],
      ],
      6,
    ],
    [
      'OneHot',
      [type('T', F), type('TI', I), int('axis', -1)],
      [
        [[4], I],
        [[], I],
        [[], F],
        [[], F],
      ],
      1,
    ],
    [
      'Fill',
      [type('T', F), type('index_type', I)],
      [
        [[2], I],
        [[], F],
      ],
      1,
    ],
    [
      'GatherV2',
      [type('Tparams', F), type('Tindices', I), type('Taxis', I), int('batch_dims', 0)],
      [
        [[3, 2], F],
        [[2], I],
        [[], I],
      ],
      1,
    ],
    [
      'StridedSlice',
      [type('T', F), type('Index', I), int('begin_mask', 1)],
      [
        [[3, 4], F],
        [[2], I],
        [[2], I],
        [[2], I],
      ],
      1,
    ],
    [
      'Slice',
      [type('T', F), type('Index', I)],
      [
        [[3, 4], F],
        [[2], I],
        [[2], I],
      ],
      1,
    ],
    [
      'PadV2',
      [type('T', F), type('Tpaddings', I)],
      [
        [[2, 2], F],
        [[2, 2], I],
        [[], F],
      ],
      1,
    ],
    [
      'SplitV',
      [type('T', F), type('Tlen', I), int('num_split', 2)],
      [
        [[2, 4], F],
        [[2], I],
        [[], I],
      ],
      2,
    ],
    [
      'StatelessRandomUniform',
      [type('T', I), type('dtype', F), type('Tseed', I)],
      [
        [[2], I],
        [[2], I],
      ],
      1,
    ],
    [
      'ImageProjectiveTransformV3',
      [type('dtype', F), string('interpolation', 'BILINEAR'), string('fill_mode', 'REFLECT')],
      [
        [[1, 4, 4, 3], F],
        [[1, 8], F],
        [[2], I],
        [[], F],
      ],
      1,
    ],
    [
      'Einsum',
      [type('T', F), int('N', 2), string('equation', 'ij,jk->ik')],
      [
        [[2, 3], F],
        [[3, 2], F],
      ],
      1,
    ],
    [
      'BiasAdd',
      [type('T', F)],
      [
        [[2, 3], F],
        [[3], F],
      ],
      1,
    ],
    [
      'Range',
      [type('Tidx', I)],
      [
        [[], I],
        [[], I],
        [[], I],
      ],
      1,
    ],
    [
      'TopKV2',
      [type('T', F), bool('sorted', true)],
      [
        [[2, 4], F],
        [[], I],
      ],
      2,
    ],
    [
      'UnsortedSegmentSum',
      [type('T', F), type('Tindices', I), type('Tnumsegments', I)],
      [
        [[4, 2], F],
        [[4], I],
        [[], I],
      ],
      1,
    ],
  ]

  /** A deep copy with a few leaves replaced. */
  function mutated(value, rate) {
    if (random() < rate) return random() < 0.5 ? odd() : pick([0, 1, 2, -1, 5, 4, 9, 'VALID', [1, 2], true])
    if (Array.isArray(value)) {
      const copy = value.map((one) => mutated(one, rate))
      if (random() < rate) copy.splice(below(copy.length + 1), below(2), ...copy.slice(0, below(2)))
      return copy
    }
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mutated(one, rate)]))
    }
    return value
  }
  const filled = ([shape, dtype]) => {
    const count = shape.reduce((a, b) => a * b, 1)
    const most = random() < 0.9 ? 3 : 1000
    const values = Array.from({ length: count }, () => below(2 * most) - (random() < 0.3 ? most : 0))
    const made = tf.createTensor(
      shape,
      dtype,
      dtype === I ? Int32Array.from(values) : Float32Array.from(values),
    )
    ids.push(made)
    return made
  }

  const actions = {
    almost() {
      const [op, attributes, inputs, outputs] = pick(right)
      const rate = random() < 0.3 ? 0 : 0.06
      const given = inputs.map((one) => (random() < rate * 2 ? id() : filled(one)))
      const results = tf.executeOp(
        op,
        mutated(attributes, rate),
        mutated(given, rate),
        mutated(outputs, rate / 2),
      )
      ids.push(...results.map((one) => one.id))
    },
    almostFunction() {
      // Inside a function nobody checks values, and these abort when their sizes are none: TensorFlow's own limit.
      const [op, attributes, inputs, outputs] = pick(right.filter(([name]) => !name.includes('Backprop')))
      const rate = random() < 0.3 ? 0 : 0.03
      const name = `g${below(1000)}`
      const body = {
        inputs: inputs.map(([shape, dtype]) => ({ shape, dtype })),
        nodes: [
          { op, attrs: attributes, inputs: inputs.flatMap((_, i) => [i, 0]) },
          { op: 'Identity', attrs: [type('T', F)], inputs: [inputs.length, outputs - 1] },
        ],
        outputs: [inputs.length, 0, inputs.length + 1, 0],
      }
      tf.defineFunction(name, mutated(body, rate))
      const given = inputs.map((one) => (random() < rate * 4 ? id() : filled(one)))
      try {
        ids.push(...tf.runFunction(name, mutated(given, rate)))
      } finally {
        tf.removeFunction(name)
      }
    },
    create() {
      const dims = shape()
      const count = dims.reduce((product, d) => product * (typeof d === 'number' ? d : 1), 1)
      const length = random() < 0.9 && count >= 0 && count < 1e5 ? count : below(20)
      const dtype = pick(dtypes)
      const natural = {
        1: Float32Array,
        2: Float64Array,
        3: Int32Array,
        4: Uint8Array,
        9: BigInt64Array,
        10: Uint8Array,
      }
      const Kind = random() < 0.9 ? (natural[dtype] ?? pick(arrays)) : pick(arrays)
      const strings = () => Array.from({ length }, () => some(() => new Uint8Array(below(60))))
      const values = dtype === 7 && random() < 0.9 ? strings() : new Kind(length)
      ids.push(
        tf.createTensor(
          some(() => dims),
          some(() => dtype),
          some(() => values),
        ),
      )
    },
    delete() {
      const victim = id()
      tf.deleteTensor(some(() => victim))
      ids.splice(ids.indexOf(victim), 1)
    },
    read: () => tf.tensorDataSync(some(id)),
    execute() {
      const results = tf.executeOp(
        some(() => (functions.length && random() < 0.1 ? pick(functions) : pick(operations))),
        some(() => times(4, attribute)),
        some(() => times(5, () => some(id))),
        some(() => (random() < 0.9 ? below(3) : below(6000))),
      )
      ids.push(...results.map((one) => one.id))
    },
    define() {
      const name = some(() => `f${below(30)}`)
      const inputs = times(3, () => some(() => ({ dtype: some(() => pick(dtypes)), shape: some(shape) })))
      const nodes = []
      for (let i = below(6); i > 0; i--) {
        const before = inputs.length + nodes.length
        const operation = () => ({
          op: some(() => pick(operations)),
          attrs: some(() => times(3, attribute)),
          inputs: some(() => pairs(before)),
        })
        nodes.push(some(() => (random() < 0.3 ? { constant: some(id) } : operation())))
      }
      tf.defineFunction(
        name,
        some(() => ({ inputs, nodes, outputs: some(() => pairs(inputs.length + nodes.length)) })),
      )
      functions.push(name)
    },
    run() {
      const name = some(() => pick(functions))
      ids.push(
        ...tf.runFunction(
          name,
          some(() => times(4, () => some(id))),
          some(() => undefined),
        ),
      )
    },
    remove() {
      const name = pick(functions)
      tf.removeFunction(some(() => name))
      functions.splice(functions.indexOf(name), 1)
    },
    load: () =>
      tf.loadSavedModel(
        some(() => '/nonexistent'),
        some(() => 'serve,gpu'),
      ),
    runModel: () =>
      tf.runSavedModel(
        some(() => below(3)),
        some(() => times(3, id)),
        some(() => 'a:0'),
        some(() => 'b:0'),
      ),
    deleteModel: () => tf.deleteSavedModel(some(() => below(3))),
    bare: () => pick([tf.createTensor, tf.executeOp, tf.defineFunction, tf.runFunction, tf.tensorDataSync])(),
  }
  const names = Object.keys(actions)
  const weights = {
    almost: 30,
    almostFunction: 12,
    create: 6,
    execute: 8,
    define: 4,
    run: 4,
    read: 3,
    delete: 3,
  }
  const bag = names.flatMap((name) => Array(weights[name] ?? 1).fill(name))

  const done = {}
  const verbose = process.env.COTEJO_FUZZ_TRACE === '1'
  for (let i = 0; i < Number(calls); i++) {
    const name = pick(bag)
    const counts = (done[name] ??= { returned: 0, threw: 0 })
    if (verbose) process.stderr.write(`${i} ${name}\n`)
    try {
      actions[name]()
      counts.returned++
    } catch (error) {
      if (!(error instanceof Error)) throw error
      counts.threw++
    }
    while (ids.length > 200) tf.deleteTensor(ids.shift())
  }
  tf.close()
  for (const name of [
    'createTensor',
    'executeOp',
    'runFunction',
    'getNumOfTensors',
    'isUsingGpuDevice',
    'close',
  ]) {
    try {
      tf[name]()
    } catch (error) {
      if (!(error instanceof Error)) throw error
    }
  }
  console.log(JSON.stringify(done))
}

main()
