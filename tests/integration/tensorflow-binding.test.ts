// The addon itself: data in and out unchanged and never shared, results right, wrong use an Error that says what.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAddon } from '../../src-main/engine/backends/tensorflow/addon'
import type { Binding } from '../../src-main/engine/backends/tensorflow/binding'
import { preparedPack } from '../support/tensorflow'

const folder = await preparedPack()

describe.skipIf(folder === null)('the TensorFlow addon', () => {
  let tf: Binding
  beforeAll(() => {
    process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '1'
    tf = loadAddon().open({ folder: folder!, cpuOnly: true, intraOpThreads: 2, interOpThreads: 2 })
  })
  afterAll(() => tf?.close())

  const type = (name: string, value: number) => ({ name, type: tf.TF_ATTR_TYPE, value })
  const floats = (shape: number[], values: number[]) =>
    tf.createTensor(shape, tf.TF_FLOAT, new Float32Array(values))

  it('says its version and its devices', () => {
    expect(tf.TF_Version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(tf.devices.map((device) => device.type)).toEqual(['CPU'])
    expect(tf.device).toContain('CPU:0')
    expect(tf.isUsingGpuDevice()).toBe(false)
  })

  it.each([
    ['float32', 1, [2, 2], new Float32Array([1.5, -0, NaN, Infinity])],
    ['int32', 3, [3], new Int32Array([1, -2, 2147483647])],
    ['uint8', 4, [2, 1, 2], new Uint8Array([0, 1, 128, 255])],
    ['bool', 10, [4], new Uint8Array([0, 1, 1, 0])],
    ['complex64', 8, [2], new Float32Array([1, 2, 3, 4])],
    ['float32, empty', 1, [0, 3], new Float32Array(0)],
    ['float32, scalar', 1, [], new Float32Array([7])],
  ] as const)('gives back what it got: %s', (_, dtype, shape, values) => {
    const id = tf.createTensor(shape, dtype, values)
    expect(tf.tensorDataSync(id)).toEqual(values)
    tf.deleteTensor(id)
  })

  it('takes 64-bit integers as pairs, as tfjs-node gives them, and gives them back as BigInt64Array', () => {
    const id = tf.createTensor([2], tf.TF_INT64, new Int32Array([5, 0, -1, -1]))
    expect(tf.tensorDataSync(id)).toEqual(new BigInt64Array([5n, -1n]))
    tf.deleteTensor(id)
  })

  it('keeps strings byte by byte, short and long', () => {
    const strings = [new Uint8Array([]), new TextEncoder().encode('mariposa'), new Uint8Array(500).fill(200)]
    const id = tf.createTensor([3], tf.TF_STRING, strings)
    expect(tf.tensorDataSync(id)).toEqual(strings)
    tf.deleteTensor(id)
  })

  it.each([16, 1024, 1 << 20])('shares no memory with JavaScript, either way: %i elements', (count) => {
    const values = new Float32Array(count).fill(1)
    const id = tf.createTensor([count], tf.TF_FLOAT, values)
    values.fill(2)
    const read = tf.tensorDataSync(id)
    expect(read[count - 1]).toBe(1)
    read.fill(3)
    expect(tf.tensorDataSync(id)[0]).toBe(1)
    tf.deleteTensor(id)
  })

  it('runs an operation and reports shape and type', () => {
    const a = floats([2, 3], [1, 2, 3, 4, 5, 6])
    const b = floats([3, 1], [1, 0, -1])
    const [product] = tf.executeOp('MatMul', [type('T', tf.TF_FLOAT)], [a, b], 1)
    expect(product).toMatchObject({ shape: [2, 1], dtype: tf.TF_FLOAT })
    expect([...tf.tensorDataSync(product!.id)]).toEqual([-2, -2])
    for (const id of [a, b, product!.id]) tf.deleteTensor(id)
  })

  it('counts the tensors that it holds', () => {
    const before = tf.getNumOfTensors()
    const ids = [floats([1], [1]), floats([1], [2])]
    expect(tf.getNumOfTensors()).toBe(before + 2)
    ids.forEach((id) => tf.deleteTensor(id))
    expect(tf.getNumOfTensors()).toBe(before)
  })

  it('makes a function of nodes, with constants and lists of inputs, and runs it with and without XLA', () => {
    const two = floats([2], [2, 2])
    tf.defineFunction('sum_and_product', {
      inputs: [
        { dtype: tf.TF_FLOAT, shape: [2] },
        { dtype: tf.TF_FLOAT, shape: [2] },
      ],
      nodes: [
        { op: 'AddN', attrs: [{ name: 'N', type: tf.TF_ATTR_INT, value: 2 }], inputs: [0, 0, 1, 0] },
        { constant: two },
        { op: 'Mul', attrs: [], inputs: [2, 0, 3, 0] },
      ],
      outputs: [2, 0, 4, 0],
    })
    tf.deleteTensor(two)
    const inputs = [floats([2], [1, 2]), floats([2], [10, 20])]
    for (const xla of [false, true]) {
      const [sum, product] = tf.runFunction('sum_and_product', inputs, xla)
      expect([...tf.tensorDataSync(sum!)]).toEqual([11, 22])
      expect([...tf.tensorDataSync(product!)]).toEqual([22, 44])
      tf.deleteTensor(sum!)
      tf.deleteTensor(product!)
    }
    tf.removeFunction('sum_and_product')
    expect(() => tf.runFunction('sum_and_product', inputs)).toThrow(/no captured function/)
    inputs.forEach((id) => tf.deleteTensor(id))
  })

  describe('turns wrong use into an Error that names it', () => {
    const wrong: [string, () => unknown, RegExp][] = [
      ['an unknown tensor', () => tf.tensorDataSync(123456789), /no tensor with id 123456789/],
      ['a deleted tensor', () => twice(floats([1], [1])), /no tensor with id/],
      ['an unknown operation', () => tf.executeOp('NoSuchOp', [], [], 1), /no operation 'NoSuchOp'/],
      ['a wrong array', () => tf.createTensor([1], tf.TF_FLOAT, new Int32Array(1)), /cannot hold float32/],
      ['a wrong length', () => floats([2, 3], [1]), /float32\[2,3\] needs 6 numbers, but the array has 1/],
      ['a negative dimension', () => floats([-1], []), /negative dimension/],
      ['an overflowing shape', () => floats([2 ** 31, 2 ** 31, 2 ** 31], []), /too large/],
      ['a fraction as a dimension', () => floats([1.5], []), /must be an integer/],
      ['an unknown type', () => tf.createTensor([1], 99, new Float32Array(1)), /cannot hold dtype 99/],
      ['a missing argument', () => (tf.createTensor as () => number)(), /must be/],
      [
        'shapes that do not fit',
        () =>
          tf.executeOp('MatMul', [], [floats([2, 3], [1, 2, 3, 4, 5, 6]), floats([2, 2], [1, 2, 3, 4])], 1),
        /MatMul\(float32\[2,3\], float32\[2,2\]\): .*Matrix size-incompatible/,
      ],
      [
        'an attribute of the wrong type',
        () => tf.executeOp('MatMul', [{ name: 'T', type: tf.TF_ATTR_INT, value: 1 }], [], 1),
        /MatMul: attribute 'T' is a type, not a int/,
      ],
      [
        'an attribute that the operation does not have',
        () => tf.executeOp('Relu', [{ name: 'nope', type: tf.TF_ATTR_INT, value: 1 }], [], 1),
        /Relu: it has no attribute 'nope'/,
      ],
      ['too few inputs', () => tf.executeOp('Mul', [], [floats([1], [1])], 1), /Mul takes 2 inputs, not 1/],
      [
        'a node that is not there',
        () =>
          tf.defineFunction('bad', {
            inputs: [],
            nodes: [{ op: 'Relu', attrs: [], inputs: [7, 0] }],
            outputs: [],
          }),
        /names node 7, which is not there/,
      ],
      [
        'a saved model that is not there',
        () => tf.loadSavedModel('/no/such/folder', 'serve'),
        /\/no\/such\/folder/,
      ],
    ]
    function twice(id: number): void {
      tf.deleteTensor(id)
      tf.deleteTensor(id)
    }
    it.each(wrong)('%s', (_, use, message) => expect(use).toThrow(message))
  })
})
