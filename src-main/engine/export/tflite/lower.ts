// From a graph to TensorFlow Lite's operators, in floating point.
import {
  type Activation,
  type ActivationFunction,
  type Border,
  type LayerNormalization,
  type ModelGraph,
  type Operation,
  type Shape,
  type Weight,
  type Window,
} from '../graph'
import { INPUT, OUTPUT } from '../end-names'
import { windowOf } from '../graph/window'
import { perChannel, permute } from '../layout'
import { type Options, type Pair, type TfliteModel, type TfliteOperator, type TfliteTensor } from './model'
import { type Fused, type OperatorName, type TensorType } from './schema'

/** A float model, and what is known of the values of tensors that no operation of the graph makes. */
export interface LoweredModel extends TfliteModel {
  readonly ranges: ReadonlyMap<string, readonly [number, number]>
}

const withBatch = (shape: Shape): number[] => shape.map((side) => (side === -1 ? 1 : side))
const isPicture = (shape: Shape): boolean => shape.length === 4
const NONE: Options = { kind: 'none' }
const plain: Options = { kind: 'fused', fused: 'none' }

/** Of each function, the operator that is it alone. */
const OPERATORS: Partial<Record<ActivationFunction, OperatorName>> = {
  relu: 'RELU',
  relu6: 'RELU6',
  elu: 'ELU',
  tanh: 'TANH',
  sigmoid: 'LOGISTIC',
  hardSwish: 'HARD_SWISH',
  gelu: 'GELU',
  softmax: 'SOFTMAX',
}

const FUSABLE = new Set<Operation['type']>([
  'conv2d',
  'depthwiseConv2d',
  'dense',
  'affine',
  'add',
  'multiply',
])

const isFused = (one: Operation): one is Activation & { function: 'relu' | 'relu6' } =>
  one.type === 'activation' && (one.function === 'relu' || one.function === 'relu6')

class Lowering {
  readonly tensors: TfliteTensor[] = []
  readonly operators: TfliteOperator[] = []
  readonly ranges = new Map<string, readonly [number, number]>()
  readonly #numbers = new Map<string, number>()
  readonly #shapes = new Map<string, Shape>()

  #tensor(
    name: string,
    shape: readonly number[],
    type: TensorType,
    data: TfliteTensor['data'] = null,
  ): number {
    return this.tensors.push({ name, shape, type, data, quantization: null }) - 1
  }

  #weights = (name: string, shape: readonly number[], values: Float32Array): number =>
    this.#tensor(name, shape, 'float32', values)

  #whole = (name: string, shape: readonly number[], values: readonly number[]): number =>
    this.#tensor(name, shape, 'int32', Int32Array.from(values))

  /** Adds an operator. @returns the number of the tensor that it makes */
  #operator(
    name: OperatorName,
    inputs: readonly number[],
    output: string,
    shape: Shape,
    options: Options,
    float = false,
  ): number {
    const made = this.#tensor(output, withBatch(shape), 'float32')
    this.operators.push({ name, inputs, output: made, options, ...(float ? { float } : {}) })
    return made
  }

  /** @param fused what follows at once, and gives the output its name */
  add(operation: Operation, name = operation.name, fused: Fused = 'none'): void {
    const x = this.#numbers.get(operation.inputs[0]!)!
    this.#numbers.set(name, this.#lower(operation, x, name, fused))
    this.#shapes.set(name, operation.shape)
  }

  numberOf = (name: string): number => this.#numbers.get(name)!

  #lower(operation: Operation, x: number, name: string, fused: Fused): number {
    const { inputs, shape } = operation
    switch (operation.type) {
      case 'input':
        return this.#tensor(name, withBatch(shape), 'uint8')
      case 'cast':
        return this.#operator('CAST', [x], name, shape, { kind: 'cast', from: 'uint8', to: 'float32' })
      case 'affine':
        return this.#affine(x, name, operation.scale, operation.offset, shape, fused)
      case 'conv2d': {
        const kernel = this.#weights(`${name}/kernel`, ...entries(permute(operation.kernel, [3, 0, 1, 2])))
        const bias = this.#bias(name, operation.bias, shape)
        const [from, padding] = this.#padded(x, name, operation, this.#shapes.get(inputs[0]!)!)
        const { strides, dilations } = operation
        const options = { kind: 'convolution', padding, strides, dilations, multiplier: null, fused } as const
        return this.#operator('CONV_2D', [from, kernel, bias], name, shape, options)
      }
      case 'depthwiseConv2d': {
        const [height, width, channels, multiplier] = operation.kernel.shape as [
          number,
          number,
          number,
          number,
        ]
        const sides = [1, height, width, channels * multiplier]
        const kernel = this.#weights(`${name}/kernel`, sides, operation.kernel.values)
        const bias = this.#bias(name, operation.bias, shape)
        const [from, padding] = this.#padded(x, name, operation, this.#shapes.get(inputs[0]!)!)
        const { strides, dilations } = operation
        const options = { kind: 'convolution', padding, strides, dilations, multiplier, fused } as const
        return this.#operator('DEPTHWISE_CONV_2D', [from, kernel, bias], name, shape, options)
      }
      case 'dense':
        return this.#dense(x, name, operation.kernel, operation.bias, shape, fused)
      case 'layerNormalization':
        return this.#layerNormalization(x, name, operation)
      case 'activation':
        return this.#activation(x, name, operation)
      case 'maxPool':
      case 'averagePool': {
        const { window, strides, padding } = operation
        if (padding === 'explicit') throw new Error('Pools have no padding of their own')
        const kind = operation.type === 'maxPool' ? 'MAX_POOL_2D' : 'AVERAGE_POOL_2D'
        return this.#operator(kind, [x], name, shape, { kind: 'pool', padding, strides, window })
      }
      case 'globalAveragePool':
      case 'globalMaxPool': {
        const kind = operation.type === 'globalMaxPool' ? 'REDUCE_MAX' : 'MEAN'
        const axes = this.#whole(`${name}/axes`, [2], [1, 2])
        return this.#operator(kind, [x, axes], name, shape, { kind: 'reducer', keepDimensions: false })
      }
      case 'zeroPadding':
        return this.#pad(x, name, operation.border, shape)
      case 'add':
      case 'multiply': {
        const both = inputs.map((one) => this.numberOf(one))
        return this.#operator(operation.type === 'add' ? 'ADD' : 'MUL', both, name, shape, {
          kind: 'fused',
          fused,
        })
      }
      case 'concatenate': {
        const all = inputs.map((one) => this.numberOf(one))
        const options: Options = { kind: 'concatenation', axis: shape.length - 1 }
        return this.#operator('CONCATENATION', all, name, shape, options)
      }
      case 'reshape':
        return this.#reshape(x, name, shape)
      case 'batchNormalization':
      case 'reverseChannels':
        throw new Error(`A prepared graph has no ${operation.type}`)
    }
  }

  /** Runtimes differ in what they do without one: it is there always. */
  #bias(name: string, bias: Weight | null, shape: Shape): number {
    const channels = shape.at(-1)!
    return this.#weights(`${name}/bias`, [channels], bias?.values ?? new Float32Array(channels))
  }

  /** The padding that the operator has, or zeros of an operator before it where that is another. */
  #padded(
    x: number,
    name: string,
    window: Window & { dilations: Pair },
    from: Shape,
  ): [number, 'same' | 'valid'] {
    const { padding, border, strides, dilations } = window
    if (padding !== 'explicit') return [x, padding]
    const [height, width] = [from[1]!, from[2]!]
    const same = windowOf([height, width], window.window, strides, 'same', dilations).border
    const equal = (Object.keys(border) as (keyof Border)[]).every((side) => border[side] === same[side])
    if (equal) return [x, 'same']
    const sides = [-1, height + border.top + border.bottom, width + border.left + border.right, from[3]!]
    return [this.#pad(x, `${name}/padded`, border, sides), 'valid']
  }

  #pad(x: number, name: string, { top, bottom, left, right }: Border, shape: Shape): number {
    const sides = this.#whole(`${name}/sides`, [4, 2], [0, 0, top, bottom, left, right, 0, 0])
    return this.#operator('PAD', [x, sides], name, shape, NONE)
  }

  #reshape(x: number, name: string, shape: Shape): number {
    // The batch stays open: an interpreter may have been given more pictures.
    const sides = this.#whole(`${name}/shape`, [shape.length], shape)
    return this.#operator('RESHAPE', [x, sides], name, shape, NONE)
  }

  /** A depthwise convolution of one pixel: in whole numbers it has a scale for each channel, and it takes a ReLU. */
  #affine(x: number, name: string, scale: Weight, offset: Weight, shape: Shape, fused: Fused): number {
    const channels = shape.at(-1)!
    const kernel = this.#weights(`${name}/kernel`, [1, 1, 1, channels], perChannel(scale, channels))
    const bias = this.#weights(`${name}/bias`, [channels], perChannel(offset, channels))
    const one = [1, 1] as const
    const options: Options = {
      kind: 'convolution',
      padding: 'valid',
      strides: one,
      dilations: one,
      multiplier: 1,
      fused,
    }
    if (isPicture(shape)) return this.#operator('DEPTHWISE_CONV_2D', [x, kernel, bias], name, shape, options)
    const pixels = [-1, 1, 1, channels]
    const before = this.#reshape(x, `${name}/before`, pixels)
    const made = this.#operator('DEPTHWISE_CONV_2D', [before, kernel, bias], `${name}/made`, pixels, options)
    return this.#reshape(made, name, shape)
  }

  /** On a picture, a dense layer is a convolution of one pixel. */
  #dense(x: number, name: string, kernel: Weight, bias: Weight | null, shape: Shape, fused: Fused): number {
    const [inputs, outputs] = kernel.shape as [number, number]
    const { values } = permute(kernel, [1, 0])
    const offset = this.#bias(name, bias, shape)
    if (!isPicture(shape)) {
      const moved = this.#weights(`${name}/kernel`, [outputs, inputs], values)
      return this.#operator('FULLY_CONNECTED', [x, moved, offset], name, shape, { kind: 'fused', fused })
    }
    const moved = this.#weights(`${name}/kernel`, [outputs, 1, 1, inputs], values)
    const one = [1, 1] as const
    return this.#operator('CONV_2D', [x, moved, offset], name, shape, {
      kind: 'convolution',
      padding: 'valid',
      strides: one,
      dilations: one,
      multiplier: null,
      fused,
    })
  }

  #activation(x: number, name: string, { function: fn, shape }: Activation): number {
    const single = OPERATORS[fn]
    if (single) return this.#operator(single, [x], name, shape, fn === 'softmax' ? { kind: 'softmax' } : NONE)
    if (fn === 'swish') {
      const gate = this.#operator('LOGISTIC', [x], `${name}/gate`, shape, NONE)
      return this.#operator('MUL', [x, gate], name, shape, plain)
    }
    // hardSigmoid
    const shift = this.#weights(`${name}/3`, [1], Float32Array.of(3))
    const shifted = this.#operator('ADD', [x, shift], `${name}/shifted`, shape, {
      kind: 'fused',
      fused: 'relu6',
    })
    this.ranges.set(`${name}/shifted`, [0, 6])
    const sixth = this.#weights(`${name}/sixth`, [1], Float32Array.of(1 / 6))
    return this.#operator('MUL', [shifted, sixth], name, shape, plain)
  }

  /** Of single steps, all in floating point: their squares and inverse roots do not fit into 8 bits. */
  #layerNormalization(x: number, name: string, { gamma, beta, epsilon, shape }: LayerNormalization): number {
    const one = [...shape.slice(0, -1), 1]
    const axis = this.#whole(`${name}/axis`, [1], [shape.length - 1])
    const constant = (part: string, { values }: Weight) =>
      this.#weights(`${name}/${part}`, [values.length], values)
    const smallest = this.#weights(`${name}/epsilon`, [1], Float32Array.of(epsilon))
    const step = (kind: OperatorName, inputs: number[], part: string, sides: Shape, options = plain) =>
      this.#operator(kind, inputs, part ? `${name}/${part}` : name, sides, options, true)
    const average: Options = { kind: 'reducer', keepDimensions: true }

    const mean = step('MEAN', [x, axis], 'mean', one, average)
    const centred = step('SUB', [x, mean], 'centred', shape)
    const squares = step('MUL', [centred, centred], 'squares', shape)
    const variance = step('MEAN', [squares, axis], 'variance', one, average)
    const positive = step('ADD', [variance, smallest], 'positive', one)
    const inverse = step('RSQRT', [positive], 'inverse', one, NONE)
    const normal = step('MUL', [centred, inverse], 'normal', shape)
    const scaled = step('MUL', [normal, constant('gamma', gamma)], 'scaled', shape)
    return step('ADD', [scaled, constant('beta', beta)], '', shape)
  }
}

const entries = ({ shape, values }: Weight): [readonly number[], Float32Array] => [shape, values]

/** @param graph as `prepared` makes it */
export function lower({ operations }: ModelGraph): LoweredModel {
  const uses = new Map<string, number>()
  for (const name of operations.flatMap((one) => one.inputs)) uses.set(name, (uses.get(name) ?? 0) + 1)
  const lowering = new Lowering()
  const fused = new Set<Operation>()
  for (const [i, operation] of operations.entries()) {
    if (fused.has(operation)) continue
    const next = operations.slice(i + 1).find((one) => one.inputs.includes(operation.name))
    const takes = FUSABLE.has(operation.type) && uses.get(operation.name) === 1
    if (takes && next && isFused(next)) {
      fused.add(next)
      lowering.add(operation, next.name, next.function)
    } else lowering.add(operation)
  }
  const { tensors, operators, ranges } = lowering
  return { tensors, operators, ranges, input: lowering.numberOf(INPUT), output: lowering.numberOf(OUTPUT) }
}
