// Operations as ONNX nodes. ONNX has channels first: every picture in the file is NCHW, from the cast at its start on.
import { bytesOf, perChannel, permute } from '../layout'
import {
  type ActivationFunction,
  type Border,
  type Operation,
  type Shape,
  type Weight,
  type Window,
} from '../graph'
import { ATTRIBUTE_TYPE, DATA_TYPE, type AttributeProto, type NodeProto, type TensorProto } from './messages'

/** A whole number is an int, but for the operators' attributes that are floats. */
type AttributeValue = number | readonly number[] | { float: number }

function attribute([name, value]: [string, AttributeValue]): AttributeProto {
  if (typeof value === 'number') return { name, type: ATTRIBUTE_TYPE.int, i: value }
  if ('float' in value) return { name, type: ATTRIBUTE_TYPE.float, f: value.float }
  return { name, type: ATTRIBUTE_TYPE.ints, ints: value }
}

const isPicture = (shape: Shape): boolean => shape.length === 4
const TO_NCHW = [0, 3, 1, 2]
const TO_NHWC = [0, 2, 3, 1]

/** Of each function, the operator that is it alone. */
const OPERATORS: Partial<Record<ActivationFunction, string>> = {
  relu: 'Relu',
  elu: 'Elu',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  hardSwish: 'HardSwish',
}

/** ONNX's order: all that comes before, then all that comes after. */
const pads = ({ top, left, bottom, right }: Border): number[] => [top, left, bottom, right]

const windowAttributes = ({ window, strides, border }: Window) => ({
  kernel_shape: window,
  strides,
  pads: pads(border),
})

/** Collects nodes and their constants. Operations' names hold no `/`, so that names made with one are free. */
export class Nodes {
  readonly nodes: NodeProto[] = []
  readonly initializers: TensorProto[] = []
  readonly #scalars = new Map<number, string>()
  readonly #shapes = new Map<string, Shape>()

  #node(
    opType: string,
    input: readonly string[],
    output: string,
    attributes: Record<string, AttributeValue> = {},
  ) {
    const all = Object.entries(attributes).map(attribute)
    this.nodes.push({ opType, name: output, input, output: [output], attribute: all })
    return output
  }

  #initializer(name: string, dims: readonly number[], values: Float32Array | BigInt64Array): string {
    const dataType = values instanceof Float32Array ? DATA_TYPE.float : DATA_TYPE.int64
    this.initializers.push({ name, dims, dataType, rawData: bytesOf(values) })
    return name
  }

  #weight = (name: string, { shape, values }: Weight): string => this.#initializer(name, shape, values)

  #whole = (name: string, values: readonly number[]): string =>
    this.#initializer(name, [values.length], BigInt64Array.from(values, BigInt))

  /** One number, for all who need it. */
  #scalar(value: number): string {
    const known = this.#scalars.get(value)
    if (known) return known
    const name = this.#initializer(`constant/${value}`, [], Float32Array.of(value))
    this.#scalars.set(value, name)
    return name
  }

  /** One value a channel, in the shape that goes with the operation's output. */
  #channels(name: string, weight: Weight, shape: Shape): string {
    const sides = isPicture(shape) ? [weight.values.length, 1, 1] : [weight.values.length]
    return this.#weight(name, { shape: sides, values: weight.values })
  }

  add(operation: Operation): void {
    const { name, inputs, shape } = operation
    const x = inputs[0]!
    const from = this.#shapes.get(x) ?? shape
    this.#shapes.set(name, shape)
    switch (operation.type) {
      case 'input':
        return
      case 'cast':
        this.#node('Transpose', [x], `${name}/nchw`, { perm: TO_NCHW })
        this.#node('Cast', [`${name}/nchw`], name, { to: DATA_TYPE.float })
        return
      case 'reverseChannels': {
        const axis = isPicture(shape) ? 1 : shape.length - 1
        const backwards = Array.from({ length: shape.at(-1)! }, (_, i) => shape.at(-1)! - 1 - i)
        this.#node('Gather', [x, this.#whole(`${name}/order`, backwards)], name, { axis })
        return
      }
      case 'affine':
        this.#affine(name, x, operation.scale, operation.offset, shape)
        return
      case 'conv2d': {
        const kernel = this.#weight(`${name}/kernel`, permute(operation.kernel, [3, 2, 0, 1]))
        this.#convolution(name, x, kernel, operation.bias, {
          ...windowAttributes(operation),
          dilations: operation.dilations,
        })
        return
      }
      case 'depthwiseConv2d': {
        const [height, width, channels, multiplier] = operation.kernel.shape as [
          number,
          number,
          number,
          number,
        ]
        const { values } = permute(operation.kernel, [2, 3, 0, 1])
        const sides = [channels * multiplier, 1, height, width]
        const kernel = this.#weight(`${name}/kernel`, { shape: sides, values })
        const window = { ...windowAttributes(operation), dilations: operation.dilations, group: channels }
        this.#convolution(name, x, kernel, operation.bias, window)
        return
      }
      case 'dense':
        this.#dense(name, x, operation.kernel, operation.bias, shape)
        return
      case 'batchNormalization': {
        const parts = (['gamma', 'beta', 'mean', 'variance'] as const).map((part) =>
          this.#weight(`${name}/${part}`, operation[part]),
        )
        this.#node('BatchNormalization', [x, ...parts], name, { epsilon: { float: operation.epsilon } })
        return
      }
      case 'layerNormalization': {
        const { gamma, beta, epsilon } = operation
        const parts = [this.#weight(`${name}/gamma`, gamma), this.#weight(`${name}/beta`, beta)]
        this.#inNhwc(name, x, shape, (input, output) =>
          this.#node('LayerNormalization', [input, ...parts], output, {
            axis: -1,
            epsilon: { float: epsilon },
          }),
        )
        return
      }
      case 'activation':
        this.#activation(name, operation.function, x, shape)
        return
      case 'maxPool':
        this.#node('MaxPool', [x], name, windowAttributes(operation))
        return
      case 'averagePool':
        this.#node('AveragePool', [x], name, { ...windowAttributes(operation), count_include_pad: 0 })
        return
      case 'globalAveragePool':
      case 'globalMaxPool': {
        const operator = operation.type === 'globalMaxPool' ? 'GlobalMaxPool' : 'GlobalAveragePool'
        this.#node(operator, [x], `${name}/pooled`)
        this.#node('Flatten', [`${name}/pooled`], name, { axis: 1 })
        return
      }
      case 'zeroPadding': {
        const { top, left, bottom, right } = operation.border
        this.#node('Pad', [x, this.#whole(`${name}/pads`, [0, 0, top, left, 0, 0, bottom, right])], name)
        return
      }
      case 'add':
      case 'multiply':
        this.#chain(operation.type === 'add' ? 'Add' : 'Mul', inputs, name)
        return
      case 'concatenate':
        this.#node('Concat', inputs, name, { axis: isPicture(shape) ? 1 : -1 })
        return
      case 'reshape':
        this.#reshape(name, x, from, shape)
        return
    }
  }

  #convolution(
    name: string,
    x: string,
    kernel: string,
    bias: Weight | null,
    attributes: Record<string, AttributeValue>,
  ): void {
    const rest = bias ? [this.#weight(`${name}/bias`, bias)] : []
    this.#node('Conv', [x, kernel, ...rest], name, attributes)
  }

  /** x · scale + offset, without what changes nothing. */
  #affine(name: string, x: string, scale: Weight, offset: Weight, shape: Shape): void {
    const channels = shape.at(-1)!
    const isZero = offset.values.every((one) => one === 0)
    if (scale.values.every((one) => one === 1)) {
      this.#node('Add', [x, this.#channels(`${name}/offset`, offset, shape)], name)
      return
    }
    const factors = { shape: [channels], values: perChannel(scale, channels) }
    const product = isZero ? name : `${name}/product`
    this.#node('Mul', [x, this.#channels(`${name}/scale`, factors, shape)], product)
    if (!isZero) this.#node('Add', [product, this.#channels(`${name}/offset`, offset, shape)], name)
  }

  /** On a picture, a dense layer is a convolution of one pixel. */
  #dense(name: string, x: string, kernel: Weight, bias: Weight | null, shape: Shape): void {
    const [inputs, outputs] = kernel.shape as [number, number]
    if (isPicture(shape)) {
      const { values } = permute(kernel, [1, 0])
      const moved = this.#weight(`${name}/kernel`, { shape: [outputs, inputs, 1, 1], values })
      this.#convolution(name, x, moved, bias, {})
      return
    }
    const rest = bias ? [this.#weight(`${name}/bias`, bias)] : []
    this.#node('Gemm', [x, this.#weight(`${name}/kernel`, kernel), ...rest], name)
  }

  #activation(name: string, fn: ActivationFunction, x: string, shape: Shape): void {
    const single = OPERATORS[fn]
    const step = (suffix: string) => `${name}/${suffix}`
    if (single) {
      this.#node(single, [x], name)
      return
    }
    switch (fn) {
      case 'relu6':
        this.#node('Clip', [x, this.#scalar(0), this.#scalar(6)], name)
        return
      case 'swish':
        this.#node('Mul', [x, this.#node('Sigmoid', [x], step('gate'))], name)
        return
      case 'hardSigmoid':
        this.#node('HardSigmoid', [x], name, { alpha: { float: 1 / 6 }, beta: { float: 0.5 } })
        return
      case 'gelu': {
        const ratio = this.#node('Div', [x, this.#scalar(Math.SQRT2)], step('ratio'))
        const share = this.#node('Erf', [ratio], step('erf'))
        const sum = this.#node('Add', [share, this.#scalar(1)], step('sum'))
        const product = this.#node('Mul', [x, sum], step('product'))
        this.#node('Mul', [product, this.#scalar(0.5)], name)
        return
      }
      case 'softmax':
        this.#node('Softmax', [x], name, { axis: isPicture(shape) ? 1 : -1 })
        return
      default:
        throw new Error(`ONNX has no ${fn}`)
    }
  }

  #chain(operator: string, inputs: readonly string[], name: string): void {
    inputs.slice(1).reduce((before, next, i) => {
      const last = i === inputs.length - 2
      return this.#node(operator, [before, next], last ? name : `${name}/${i}`)
    }, inputs[0]!)
  }

  /** Does something for which the channels must come last. */
  #inNhwc(name: string, x: string, shape: Shape, make: (input: string, output: string) => void): void {
    if (!isPicture(shape)) {
      make(x, name)
      return
    }
    const input = this.#node('Transpose', [x], `${name}/nhwc`, { perm: TO_NHWC })
    make(input, `${name}/made`)
    this.#node('Transpose', [`${name}/made`], name, { perm: TO_NCHW })
  }

  /** Our order of values is that of NHWC; where height and width are 1, both orders are the same. */
  #reshape(name: string, x: string, from: Shape, to: Shape): void {
    const inOrder = (shape: Shape) => !isPicture(shape) || (shape[1] === 1 && shape[2] === 1)
    const input = inOrder(from) ? x : this.#node('Transpose', [x], `${name}/nhwc`, { perm: TO_NHWC })
    const sides = isPicture(to) && inOrder(to) ? TO_NCHW.map((axis) => to[axis]!) : to
    const target = this.#whole(`${name}/shape`, sides)
    if (inOrder(to)) {
      this.#node('Reshape', [input, target], name)
      return
    }
    this.#node('Reshape', [input, target], `${name}/made`)
    this.#node('Transpose', [`${name}/made`], name, { perm: TO_NCHW })
  }
}
