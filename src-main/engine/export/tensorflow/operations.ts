// Operations of a model's description as nodes of a TensorFlow graph. The last node of an operation has its name; those
// before it are named within it (`name/mul`).
import {
  type ActivationFunction,
  type Affine,
  type Conv2D,
  type Dense,
  type DepthwiseConv2D,
  type LayerNormalization,
  type ModelGraph,
  type Operation,
  type Pool,
  type Weight,
  type Window,
} from '../graph'
import { bool, FLOAT, ints, Nodes, shapeProto, text, type, type Attribute } from './nodes'

const INT32 = type('DT_INT32')

/** Operations that are one node on float32. */
const PLAIN: Partial<Record<ActivationFunction, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  softmax: 'Softmax',
}

const everywhere = ({ values }: Weight, value: number): boolean => values.every((one) => one === value)

class Writer extends Nodes {
  /** @returns the name of the node whose output is the operation's */
  write(operation: Operation): string {
    const { name, inputs, shape } = operation
    const x = inputs[0]!
    switch (operation.type) {
      case 'input':
        return this.add('Placeholder', name, [], {
          dtype: type('DT_UINT8'),
          shape: { shape: shapeProto(shape) },
        })
      case 'cast':
        return this.add('Cast', name, [x], { SrcT: type('DT_UINT8'), DstT: FLOAT, Truncate: bool(false) })
      case 'reverseChannels': {
        const axis = this.ints(`${name}/axis`, [1], [shape.length - 1])
        return this.add('ReverseV2', name, [x, axis], { T: FLOAT, Tidx: INT32 })
      }
      case 'affine':
        return this.#affine(operation, x)
      case 'conv2d':
      case 'depthwiseConv2d':
        return this.#convolution(operation, x)
      case 'dense':
        return this.#dense(operation, x)
      case 'batchNormalization':
        throw new Error('Batch normalization must be folded first')
      case 'layerNormalization':
        return this.#layerNormalization(operation, x)
      case 'activation':
        return this.#activation(operation.function, name, x)
      case 'maxPool':
      case 'averagePool':
        return this.#pool(operation, x)
      case 'globalAveragePool':
        return this.reduce('Mean', name, x, [1, 2], false)
      case 'globalMaxPool':
        return this.reduce('Max', name, x, [1, 2], false)
      case 'zeroPadding': {
        const { top, bottom, left, right } = operation.border
        const borders = this.ints(`${name}/paddings`, [4, 2], [0, 0, top, bottom, left, right, 0, 0])
        return this.add('Pad', name, [x, borders], { T: FLOAT, Tpaddings: INT32 })
      }
      case 'add':
        return this.#chain('AddV2', name, inputs)
      case 'multiply':
        return this.#chain('Mul', name, inputs)
      case 'concatenate': {
        const axis = this.ints(`${name}/axis`, [], [shape.length - 1])
        const attributes = { N: { i: inputs.length }, T: FLOAT, Tidx: INT32 }
        return this.add('ConcatV2', name, [...inputs, axis], attributes)
      }
      case 'reshape': {
        const sides = this.ints(`${name}/shape`, [shape.length], shape)
        return this.add('Reshape', name, [x, sides], { T: FLOAT, Tshape: INT32 })
      }
    }
  }

  #weight(name: string, { shape, values }: Weight): string {
    return this.float(name, shape, values)
  }

  #affine({ name, scale, offset }: Affine, x: string): string {
    const shifted = !everywhere(offset, 0)
    const product = shifted ? `${name}/mul` : name
    const scaled =
      everywhere(scale, 1) && shifted
        ? x
        : this.float32('Mul', product, x, this.#weight(`${name}/scale`, scale))
    return shifted ? this.float32('AddV2', name, scaled, this.#weight(`${name}/offset`, offset)) : scaled
  }

  /** The last two nodes of what has a bias: `make` adds the one before it, under the name that it gets. */
  #withBias(name: string, bias: Weight | null, make: (name: string) => string): string {
    if (!bias) return make(name)
    const inner = make(`${name}/product`)
    const attributes = { T: FLOAT, data_format: text('NHWC') }
    return this.add('BiasAdd', name, [inner, this.#weight(`${name}/bias`, bias)], attributes)
  }

  #window({ strides, padding }: Window): Record<string, Attribute> {
    if (padding === 'explicit') throw new Error('Zeros around a picture stay an operation of their own')
    return {
      T: FLOAT,
      strides: ints([1, ...strides, 1]),
      padding: text(padding.toUpperCase()),
      data_format: text('NHWC'),
    }
  }

  #convolution(operation: Conv2D | DepthwiseConv2D, x: string): string {
    const { name, kernel, bias, dilations } = operation
    const op = operation.type === 'conv2d' ? 'Conv2D' : 'DepthwiseConv2dNative'
    const attributes = { ...this.#window(operation), dilations: ints([1, ...dilations, 1]) }
    return this.#withBias(name, bias, (own) =>
      this.add(op, own, [x, this.#weight(`${name}/kernel`, kernel)], attributes),
    )
  }

  #dense({ name, kernel, bias, shape }: Dense, x: string): string {
    if (shape.length === 2) {
      const attributes = { T: FLOAT, transpose_a: bool(false), transpose_b: bool(false) }
      return this.#withBias(name, bias, (own) =>
        this.add('MatMul', own, [x, this.#weight(`${name}/kernel`, kernel)], attributes),
      )
    }
    if (shape.length !== 4) throw new Error(`A dense layer on ${shape.length} axes`)
    // On every pixel of a picture: a convolution of one pixel.
    const square = { shape: [1, 1, ...kernel.shape], values: kernel.values }
    const attributes = {
      T: FLOAT,
      strides: ints([1, 1, 1, 1]),
      padding: text('VALID'),
      data_format: text('NHWC'),
      dilations: ints([1, 1, 1, 1]),
    }
    return this.#withBias(name, bias, (own) =>
      this.add('Conv2D', own, [x, this.#weight(`${name}/kernel`, square)], attributes),
    )
  }

  #layerNormalization({ name, gamma, beta, epsilon, shape }: LayerNormalization, x: string): string {
    const last = [shape.length - 1]
    const inner = (what: string) => `${name}/${what}`
    const centred = this.float32(
      'Sub',
      inner('centred'),
      x,
      this.reduce('Mean', inner('mean'), x, last, true),
    )
    const square = this.float32('Square', inner('square'), centred)
    const variance = this.reduce('Mean', inner('variance'), square, last, true)
    const padded = this.float32('AddV2', inner('padded'), variance, this.scalar(inner('epsilon'), epsilon))
    const normal = this.float32(
      'Mul',
      inner('normal'),
      centred,
      this.float32('Rsqrt', inner('inverse'), padded),
    )
    const scaled = this.float32('Mul', inner('scaled'), normal, this.#weight(inner('gamma'), gamma))
    return this.float32('AddV2', name, scaled, this.#weight(inner('beta'), beta))
  }

  #activation(fn: ActivationFunction, name: string, x: string): string {
    const plain = PLAIN[fn]
    if (plain) return this.float32(plain, name, x)
    const inner = (what: string) => `${name}/${what}`
    if (fn === 'swish') return this.float32('Mul', name, x, this.float32('Sigmoid', inner('gate'), x))
    if (fn === 'gelu') {
      const inside = this.float32('Mul', inner('inside'), x, this.scalar(inner('half_root'), Math.SQRT1_2))
      const erf = this.float32('Erf', inner('erf'), inside)
      const doubled = this.float32('AddV2', inner('doubled'), erf, this.scalar(inner('one'), 1))
      const half = this.float32('Mul', inner('half'), x, this.scalar(inner('one_half'), 0.5))
      return this.float32('Mul', name, half, doubled)
    }
    // hardSigmoid and hardSwish: relu6(x + 3) / 6, times x.
    const limited = this.float32(
      'Relu6',
      inner('limited'),
      this.float32('AddV2', inner('shifted'), x, this.scalar(inner('three'), 3)),
    )
    const gate = this.float32(
      'Mul',
      fn === 'hardSigmoid' ? name : inner('gate'),
      limited,
      this.scalar(inner('sixth'), 1 / 6),
    )
    return fn === 'hardSigmoid' ? gate : this.float32('Mul', name, x, gate)
  }

  #pool(operation: Pool, x: string): string {
    const op = operation.type === 'maxPool' ? 'MaxPool' : 'AvgPool'
    const attributes = { ...this.#window(operation), ksize: ints([1, ...operation.window, 1]) }
    return this.add(op, operation.name, [x], attributes)
  }

  #chain(op: string, name: string, inputs: readonly string[]): string {
    const [first, ...rest] = inputs
    return rest.reduce(
      (x, y, i) => this.float32(op, i === rest.length - 1 ? name : `${name}/${i}`, x, y),
      first!,
    )
  }
}

/**
 * A model as a TensorFlow graph: a placeholder for uint8 pictures, constants, and nodes to the probabilities.
 * @param graph without batch normalization (`foldBatchNormalization`) and explicit paddings
 */
export function graphNodes(graph: ModelGraph): Nodes {
  const writer = new Writer()
  for (const operation of graph.operations) writer.write(operation)
  return writer
}
