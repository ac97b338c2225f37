// A model's description as Keras layers: those that every Keras has, and nothing of ours. Keras 2 and 3 spell a layer's
// place in the graph differently (keras2.ts, keras3.ts); what is here is the same in both.
import {
  type ActivationFunction,
  type Affine,
  type Conv2D,
  type DepthwiseConv2D,
  type Dense,
  type ModelGraph,
  type Operation,
  type Pool,
  type Shape,
  type Weight,
} from '../graph'

export interface KerasLayer {
  readonly className: string
  readonly name: string
  /** Without name, trainable and dtype; what is left out is Keras's default. */
  readonly config: Readonly<Record<string, unknown>>
  readonly trainable: boolean
  /** Names of the layers that it takes. */
  readonly inputs: readonly string[]
  /** Of its output, −1 being the batch. */
  readonly shape: Shape
  /** In Keras's order, under Keras's names. */
  readonly weights: readonly { readonly name: string; readonly weight: Weight }[]
}

/** A layer but for its name, what it takes, and what is empty. */
type Draft = Pick<KerasLayer, 'className'> & Partial<Pick<KerasLayer, 'config' | 'trainable' | 'weights'>>

/** Activations under a name that means the same in Keras 2 and 3. */
const NAMES: Partial<Record<ActivationFunction, string>> = {
  relu: 'relu',
  elu: 'elu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  swish: 'swish',
  gelu: 'gelu',
  softmax: 'softmax',
}

const named = (weights: Record<string, Weight | null>): KerasLayer['weights'] =>
  Object.entries(weights).flatMap(([name, weight]) => (weight ? [{ name, weight }] : []))

const allAre = ({ values }: Weight, value: number): boolean => values.every((one) => one === value)
const spread = ({ values }: Weight, channels: number): Float32Array =>
  values.length === channels ? values : new Float32Array(channels).fill(values[0]!)
/** A number for all channels, or a list of one each. The shortest text that is the same float32 would do; JSON has doubles. */
const listed = ({ values }: Weight): number | number[] => (values.length === 1 ? values[0]! : [...values])

/** RGB to BGR: a convolution of one pixel whose kernel says which channel goes where. Exact: factors are 0 and 1. */
function reversed(channels: number): Draft {
  const values = new Float32Array(channels * channels)
  for (let c = 0; c < channels; c++) values[c * channels + (channels - 1 - c)] = 1
  return {
    className: 'Conv2D',
    config: { filters: channels, kernel_size: [1, 1], use_bias: false },
    trainable: false,
    weights: named({ kernel: { shape: [1, 1, channels, channels], values } }),
  }
}

/** Few channels are a rescaling, whose numbers everyone can read; many are weights. */
function affine({ scale, offset, shape }: Affine): Draft {
  const channels = shape.at(-1)!
  if (channels <= 4 || (scale.values.length === 1 && offset.values.length === 1))
    return { className: 'Rescaling', config: { scale: listed(scale), offset: listed(offset) } }
  if (shape.length !== 4) throw new Error('Keras has no factor a channel for what is no picture')
  const bias = allAre(offset, 0) ? null : { shape: [channels], values: spread(offset, channels) }
  const kernel = { shape: [1, 1, channels, 1], values: spread(scale, channels) }
  return {
    className: 'DepthwiseConv2D',
    config: { kernel_size: [1, 1], use_bias: bias !== null },
    weights: named({ depthwise_kernel: kernel, bias }),
  }
}

function convolution(operation: Conv2D | DepthwiseConv2D): Draft {
  const { kernel, bias, window, strides, padding, dilations } = operation
  if (padding === 'explicit') throw new Error('Zeros around a picture stay a layer of their own')
  const common = {
    kernel_size: window,
    strides,
    padding,
    dilation_rate: dilations,
    use_bias: bias !== null,
  }
  if (operation.type === 'conv2d')
    return {
      className: 'Conv2D',
      config: { filters: kernel.shape[3], ...common },
      weights: named({ kernel, bias }),
    }
  return {
    className: 'DepthwiseConv2D',
    config: { depth_multiplier: kernel.shape[3], ...common },
    weights: named({ depthwise_kernel: kernel, bias }),
  }
}

const dense = ({ kernel, bias }: Dense): Draft => ({
  className: 'Dense',
  config: { units: kernel.shape[1], use_bias: bias !== null },
  weights: named({ kernel, bias }),
})

function pool({ type, window, strides, padding }: Pool): Draft {
  const className = type === 'maxPool' ? 'MaxPooling2D' : 'AveragePooling2D'
  return { className, config: { pool_size: window, strides, padding } }
}

function draft(operation: Operation): Draft {
  switch (operation.type) {
    case 'reverseChannels':
      return reversed(operation.shape.at(-1)!)
    case 'affine':
      return affine(operation)
    case 'conv2d':
    case 'depthwiseConv2d':
      return convolution(operation)
    case 'dense':
      return dense(operation)
    case 'batchNormalization': {
      const { gamma, beta, mean, variance, epsilon } = operation
      const weights = named({ gamma, beta, moving_mean: mean, moving_variance: variance })
      return { className: 'BatchNormalization', config: { axis: -1, epsilon }, weights }
    }
    case 'layerNormalization': {
      const { gamma, beta, epsilon } = operation
      return {
        className: 'LayerNormalization',
        config: { axis: -1, epsilon },
        weights: named({ gamma, beta }),
      }
    }
    case 'maxPool':
    case 'averagePool':
      return pool(operation)
    case 'globalAveragePool':
      return { className: 'GlobalAveragePooling2D' }
    case 'globalMaxPool':
      return { className: 'GlobalMaxPooling2D' }
    case 'zeroPadding': {
      const { top, bottom, left, right } = operation.border
      return { className: 'ZeroPadding2D', config: { padding: [[top, bottom], [left, right]] } } // prettier-ignore
    }
    case 'add':
      return { className: 'Add' }
    case 'multiply':
      return { className: 'Multiply' }
    case 'concatenate':
      return { className: 'Concatenate', config: { axis: -1 } }
    case 'reshape':
      return operation.shape.length === 2
        ? { className: 'Flatten' }
        : { className: 'Reshape', config: { target_shape: operation.shape.slice(1) } }
    case 'input':
    case 'cast':
    case 'activation':
      throw new Error(`${operation.type} is not made here`)
  }
}

const layer = (name: string, inputs: readonly string[], shape: Shape, made: Draft): KerasLayer => ({
  config: {},
  trainable: true,
  weights: [],
  ...made,
  name,
  inputs,
  shape,
})

/**
 * An activation, of layers that mean the same in Keras 2 and 3: relu6(x + 3) / 6 is `hard_sigmoid` in Keras 3 alone
 * (Keras 2 has other numbers under that name), and Keras 2 has no `hard_swish`.
 */
function activation(
  fn: ActivationFunction,
  name: string,
  from: readonly string[],
  shape: Shape,
): KerasLayer[] {
  const known = NAMES[fn]
  if (known) return [layer(name, from, shape, { className: 'Activation', config: { activation: known } })]
  if (fn === 'relu6') return [layer(name, from, shape, { className: 'ReLU', config: { max_value: 6 } })]
  const gate = layer(`${name}_gate`, from, shape, {
    className: 'Rescaling',
    config: { scale: 1 / 6, offset: 0.5 },
  })
  const limit = layer(fn === 'hardSigmoid' ? name : `${name}_limit`, [gate.name], shape, {
    className: 'ReLU',
    config: { max_value: 1 },
  })
  if (fn === 'hardSigmoid') return [gate, limit]
  return [gate, limit, layer(name, [...from, limit.name], shape, { className: 'Multiply' })]
}

/**
 * The layers of a model, in an order in which they can be called. The first takes pictures as they are, values from 0
 * to 255, as float32: Keras brings whatever it is given to that.
 */
export function kerasLayers({ operations }: ModelGraph): KerasLayer[] {
  const layers: KerasLayer[] = []
  /** A cast makes no layer: whoever takes it takes the input. */
  const alias = new Map<string, string>()
  for (const operation of operations) {
    const { name, shape } = operation
    const inputs = operation.inputs.map((input) => alias.get(input) ?? input)
    if (operation.type === 'input') layers.push(layer(name, [], shape, { className: 'InputLayer' }))
    else if (operation.type === 'cast') alias.set(name, inputs[0]!)
    else if (operation.type === 'activation')
      layers.push(...activation(operation.function, name, inputs, shape))
    else layers.push(layer(name, inputs, shape, draft(operation)))
  }
  return inKerasOrder(layers)
}

/**
 * The order of Keras's `model.layers`, on which files of weights depend: by the distance from the output (the longest
 * way), the farthest first; among equals, the one met first on a depth-first walk back from the output.
 */
function inKerasOrder(layers: readonly KerasLayer[]): KerasLayer[] {
  const byName = new Map(layers.map((one) => [one.name, one]))
  const met: KerasLayer[] = []
  const finished: KerasLayer[] = []
  const seen = new Set<KerasLayer>()
  const walk = (one: KerasLayer): void => {
    if (seen.has(one)) return
    seen.add(one)
    met.push(one)
    for (const input of one.inputs) walk(byName.get(input)!)
    finished.push(one)
  }
  walk(layers.at(-1)!)
  const distance = new Map(met.map((one) => [one, 0]))
  for (const one of finished.reverse())
    for (const input of one.inputs) {
      const before = byName.get(input)!
      distance.set(before, Math.max(distance.get(before)!, distance.get(one)! + 1))
    }
  return met.sort((a, b) => distance.get(b)! - distance.get(a)!)
}
