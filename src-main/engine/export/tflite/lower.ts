// From a graph to TensorFlow Lite's operators, in floating point.
import { INPUT, OUTPUT } from '../end-names'
import {
  type Activation,
  type ActivationFunction,
  type Border,
  type Conv2D,
  type Dense,
  type DepthwiseConv2D,
  type LayerNormalization,
  type ModelGraph,
  type Operation,
  type Shape,
  type Weight,
} from '../graph'
import { windowOf } from '../graph/window'
import { permute } from '../layout'
import { Builder, isPicture, NO_OPTIONS, NOT_FUSED, pointwise } from './builder'
import { type Options, type TfliteModel } from './model'
import { type Fused, type OperatorName } from './schema'

/** A float model, and what is known of the values of tensors that no operation of the graph makes. */
export interface LoweredModel extends TfliteModel {
  readonly ranges: ReadonlyMap<string, readonly [number, number]>
}

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

/** What an operation becomes, with the number of its first input and that input's shape. */
interface Place {
  builder: Builder
  name: string
  x: number
  from: Shape
  fused: Fused
}

/** The padding that the operator has, or zeros of an operator before it where that is another. */
function padded(
  { builder, name, x, from }: Place,
  { window, padding, border, strides, dilations }: Conv2D | DepthwiseConv2D,
): [number, 'same' | 'valid'] {
  if (padding !== 'explicit') return [x, padding]
  const [height, width] = [from[1]!, from[2]!]
  const same = windowOf([height, width], window, strides, 'same', dilations).border
  const sides = Object.keys(border) as (keyof Border)[]
  if (sides.every((side) => border[side] === same[side])) return [x, 'same']
  const shape = [-1, height + border.top + border.bottom, width + border.left + border.right, from[3]!]
  return [builder.pad(x, `${name}/padded`, border, shape), 'valid']
}

function convolution(place: Place, operation: Conv2D | DepthwiseConv2D): number {
  const { builder, name, fused } = place
  const { strides, dilations, shape, kernel } = operation
  const depthwise = operation.type === 'depthwiseConv2d'
  const [height, width, inputs, last] = kernel.shape as [number, number, number, number]
  const weight = depthwise
    ? { shape: [1, height, width, inputs * last], values: kernel.values }
    : permute(kernel, [3, 0, 1, 2])
  const weights = builder.constant(`${name}/kernel`, weight)
  const bias = builder.bias(name, operation.bias, shape.at(-1)!)
  const [x, padding] = padded(place, operation)
  const multiplier = depthwise ? last : null
  const options: Options = { kind: 'convolution', padding, strides, dilations, multiplier, fused }
  return builder.operator(
    depthwise ? 'DEPTHWISE_CONV_2D' : 'CONV_2D',
    [x, weights, bias],
    name,
    shape,
    options,
  )
}

/** On a picture, a dense layer is a convolution of one pixel. */
function dense({ builder, name, x, fused }: Place, { kernel, bias, shape }: Dense): number {
  const { values, shape: sides } = permute(kernel, [1, 0])
  const offset = builder.bias(name, bias, shape.at(-1)!)
  if (!isPicture(shape)) {
    const weights = builder.constant(`${name}/kernel`, { shape: sides, values })
    return builder.operator('FULLY_CONNECTED', [x, weights, offset], name, shape, { kind: 'fused', fused })
  }
  const weights = builder.constant(`${name}/kernel`, { shape: [sides[0]!, 1, 1, sides[1]!], values })
  return builder.operator('CONV_2D', [x, weights, offset], name, shape, pointwise(fused))
}

function activation({ builder, name, x }: Place, { function: fn, shape }: Activation): number {
  const single = OPERATORS[fn]
  if (single)
    return builder.operator(single, [x], name, shape, fn === 'softmax' ? { kind: 'softmax' } : NO_OPTIONS)
  if (fn === 'swish') {
    const gate = builder.operator('LOGISTIC', [x], `${name}/gate`, shape)
    return builder.operator('MUL', [x, gate], name, shape, NOT_FUSED)
  }
  if (fn !== 'hardSigmoid') throw new Error(`TensorFlow Lite has no ${fn}`)
  const shifted = builder.operator('ADD', [x, builder.scalar(`${name}/3`, 3)], `${name}/shifted`, shape, {
    kind: 'fused',
    fused: 'relu6',
  })
  builder.ranges.set(`${name}/shifted`, [0, 6])
  return builder.operator('MUL', [shifted, builder.scalar(`${name}/sixth`, 1 / 6)], name, shape, NOT_FUSED)
}

/** Of single steps, all in floating point: squares and inverse roots do not fit into 8 bits. */
function layerNormalization(
  { builder, name, x }: Place,
  { gamma, beta, epsilon, shape }: LayerNormalization,
): number {
  const one = [...shape.slice(0, -1), 1]
  const axis = builder.whole(`${name}/axis`, [1], [shape.length - 1])
  const constant = (part: string, weight: Weight) => builder.constant(`${name}/${part}`, weight)
  const average: Options = { kind: 'reducer', keepDimensions: true }
  const step = (kind: OperatorName, inputs: number[], part: string, sides: Shape, options = NOT_FUSED) =>
    builder.operator(kind, inputs, part ? `${name}/${part}` : name, sides, options)
  return builder.inFloat(() => {
    const mean = step('MEAN', [x, axis], 'mean', one, average)
    const centred = step('SUB', [x, mean], 'centred', shape)
    const squares = step('MUL', [centred, centred], 'squares', shape)
    const variance = step('MEAN', [squares, axis], 'variance', one, average)
    const positive = step('ADD', [variance, builder.scalar(`${name}/epsilon`, epsilon)], 'positive', one)
    const inverse = step('RSQRT', [positive], 'inverse', one, NO_OPTIONS)
    const normal = step('MUL', [centred, inverse], 'normal', shape)
    const scaled = step('MUL', [normal, constant('gamma', gamma)], 'scaled', shape)
    return step('ADD', [scaled, constant('beta', beta)], '', shape)
  })
}

/** @param inputs the numbers of all inputs */
function lowered(operation: Operation, place: Place, inputs: readonly number[]): number {
  const { builder, name, x, fused } = place
  const { shape } = operation
  switch (operation.type) {
    case 'input':
      return builder.tensor(name, shape, 'uint8')
    case 'cast':
      return builder.operator('CAST', [x], name, shape, { kind: 'cast', from: 'uint8', to: 'float32' })
    case 'affine':
      return builder.affine(x, name, operation.scale, operation.offset, shape, fused)
    case 'conv2d':
    case 'depthwiseConv2d':
      return convolution(place, operation)
    case 'dense':
      return dense(place, operation)
    case 'layerNormalization':
      return layerNormalization(place, operation)
    case 'activation':
      return activation(place, operation)
    case 'maxPool':
    case 'averagePool': {
      const { window, strides, padding } = operation
      if (padding === 'explicit') throw new Error('Pools have no padding of their own')
      const kind = operation.type === 'maxPool' ? 'MAX_POOL_2D' : 'AVERAGE_POOL_2D'
      return builder.operator(kind, [x], name, shape, { kind: 'pool', padding, strides, window })
    }
    case 'globalAveragePool':
    case 'globalMaxPool': {
      const kind = operation.type === 'globalMaxPool' ? 'REDUCE_MAX' : 'MEAN'
      const axes = builder.whole(`${name}/axes`, [2], [1, 2])
      return builder.operator(kind, [x, axes], name, shape, { kind: 'reducer', keepDimensions: false })
    }
    case 'zeroPadding':
      return builder.pad(x, name, operation.border, shape)
    case 'add':
    case 'multiply': {
      const kind = operation.type === 'add' ? 'ADD' : 'MUL'
      return builder.operator(kind, inputs, name, shape, { kind: 'fused', fused })
    }
    case 'concatenate':
      return builder.operator('CONCATENATION', inputs, name, shape, {
        kind: 'concatenation',
        axis: shape.length - 1,
      })
    case 'reshape':
      return builder.reshape(x, name, shape)
    case 'batchNormalization':
    case 'reverseChannels':
      throw new Error(`A prepared graph has no ${operation.type}`)
  }
}

const FUSABLE = new Set<Operation['type']>([
  'conv2d',
  'depthwiseConv2d',
  'dense',
  'affine',
  'add',
  'multiply',
])

/** Of each operation that a ReLU alone follows, that ReLU: operators do it themselves. */
function fusedActivations({ operations }: ModelGraph): Map<Operation, Activation> {
  const takers = new Map<string, Operation[]>()
  for (const operation of operations)
    for (const name of operation.inputs) takers.set(name, [...(takers.get(name) ?? []), operation])
  const fused = new Map<Operation, Activation>()
  for (const operation of operations) {
    const [next, ...others] = takers.get(operation.name) ?? []
    if (!FUSABLE.has(operation.type) || others.length > 0 || next?.type !== 'activation') continue
    if (next.function === 'relu' || next.function === 'relu6') fused.set(operation, next)
  }
  return fused
}

/** @param graph as `prepared` makes it */
export function lower(graph: ModelGraph): LoweredModel {
  const builder = new Builder()
  const numbers = new Map<string, number>()
  const shapes = new Map<string, Shape>()
  const activations = fusedActivations(graph)
  const done = new Set<Operation>(activations.values())
  for (const operation of graph.operations) {
    if (done.has(operation)) continue
    const after = activations.get(operation)
    const { name } = after ?? operation
    const fused = (after?.function ?? 'none') as Fused
    const inputs = operation.inputs.map((one) => numbers.get(one)!)
    const place: Place = { builder, name, fused, x: inputs[0]!, from: shapes.get(operation.inputs[0]!)! }
    numbers.set(name, lowered(operation, place, inputs))
    shapes.set(name, operation.shape)
  }
  const { tensors, operators, ranges } = builder
  return { tensors, operators, ranges, input: numbers.get(INPUT)!, output: numbers.get(OUTPUT)! }
}
