// One layer of a layers model as operations. Layers that do nothing at inference become none.
import { UserError } from '../../../contract'
import { type Layer } from '../../features/graph'
import { type Names } from './names'
import { vector } from './preprocessing'
import { type ActivationFunction, type Operation, type Shape, type Weight } from './types'
import { windowOf } from './window'

/** What Keras's Normalization divides by at least. */
const SMALLEST_DEVIATION = 1e-7

/** Names of activations in layers' configurations, to ours; `linear` is none. */
const FUNCTIONS: Record<string, ActivationFunction | null> = {
  linear: null,
  relu: 'relu',
  relu6: 'relu6',
  elu: 'elu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  swish: 'swish',
  hardSwish: 'hardSwish',
  gelu: 'gelu',
  softmax: 'softmax',
}

/** Nothing that Cotejo trains has such a layer; a model that was brought in may. */
const unsupported = (what: string): UserError =>
  new UserError('export-unsupported', `No export format knows ${what}.`, {
    detail: { what },
    hint: 'Keep the model in the format that it came in.',
  })

type Config = Record<string, unknown>
type Pair = readonly [number, number]

const pair = (value: unknown): Pair =>
  Array.isArray(value)
    ? [value[0] as number, (value[1] ?? value[0]) as number]
    : [value as number, value as number]

/** An operation before it has a name and inputs: `Omit` that keeps the union. */
type Part = Operation extends infer O ? (O extends Operation ? Omit<O, 'name' | 'inputs'> : never) : never

function activationPart(name: unknown, shape: Shape): Part[] {
  const known = typeof name === 'string' && Object.hasOwn(FUNCTIONS, name)
  if (!known) throw unsupported(`the activation ${String(name)}`)
  const fn = FUNCTIONS[name]
  return fn ? [{ type: 'activation', function: fn, shape }] : []
}

function reluParts({ maxValue, negativeSlope, threshold }: Config, shape: Shape): Part[] {
  if (negativeSlope || threshold) throw unsupported('a ReLU with a slope or a threshold')
  if (maxValue == null) return [{ type: 'activation', function: 'relu', shape }]
  if (maxValue === 6) return [{ type: 'activation', function: 'relu6', shape }]
  throw unsupported(`a ReLU that ends at ${String(maxValue)}`)
}

function normalizationPart({ mean, variance }: Config, weights: Weight[], shape: Shape): Part {
  const [means, variances] = mean
    ? [Float64Array.from(mean as number[]), variance as number[]]
    : [Float64Array.from(weights[0]!.values), Array.from(weights[1]!.values)]
  const scale = variances.map((one) => 1 / Math.max(Math.sqrt(one), SMALLEST_DEVIATION))
  const offset = means.map((one, channel) => -one * scale[channel]!)
  return { type: 'affine', scale: vector(scale), offset: vector(offset), shape }
}

const constant = (value: number, count: number): Weight => ({
  shape: [count],
  values: new Float32Array(count).fill(value),
})

/** Gamma and beta may be off; mean and variance are always there. */
function batchNormalizationPart(config: Config, weights: Weight[], shape: Shape): Part {
  const rest = [...weights]
  const channels = shape.at(-1)!
  const gamma = config.scale === false ? constant(1, channels) : rest.shift()!
  const beta = config.center === false ? constant(0, channels) : rest.shift()!
  const [mean, variance] = rest
  const epsilon = config.epsilon as number
  return { type: 'batchNormalization', gamma, beta, mean: mean!, variance: variance!, epsilon, shape }
}

function convolutionParts(
  type: 'conv2d' | 'depthwiseConv2d',
  config: Config,
  weights: Weight[],
  input: Shape,
  shape: Shape,
): Part[] {
  const [kernel, bias = null] = weights as [Weight, Weight?]
  const dilations = pair(config.dilationRate ?? 1)
  const window = [kernel.shape[0]!, kernel.shape[1]!] as const
  const side = [input[1]!, input[2]!] as const
  const moved = windowOf(side, window, pair(config.strides), config.padding as 'same', dilations)
  return [
    { type, kernel, bias, dilations, ...moved, shape },
    ...activationPart(config.activation ?? 'linear', shape),
  ]
}

function partsOf(layer: Layer, weights: Weight[], inputs: readonly Shape[], shape: Shape): Part[] {
  const config = layer.getConfig() as Config
  const input = inputs[0]!
  if (config.dataFormat === 'channelsFirst') throw unsupported('pictures with channels first')
  switch (layer.getClassName()) {
    case 'InputLayer':
    case 'Dropout':
    case 'GaussianNoise':
    case 'SpatialDropout2D':
      return []
    case 'Conv2D':
      return convolutionParts('conv2d', config, weights, input, shape)
    case 'DepthwiseConv2D':
      return convolutionParts('depthwiseConv2d', config, weights, input, shape)
    case 'Dense': {
      const [kernel, bias = null] = weights as [Weight, Weight?]
      return [{ type: 'dense', kernel, bias, shape }, ...activationPart(config.activation, shape)]
    }
    case 'BatchNormalization':
      return [batchNormalizationPart(config, weights, shape)]
    case 'LayerNormalization': {
      const [gamma, beta] = weights as [Weight, Weight]
      return [{ type: 'layerNormalization', gamma, beta, epsilon: config.epsilon as number, shape }]
    }
    case 'LayerScale':
      return [{ type: 'affine', scale: weights[0]!, offset: vector([0]), shape }]
    case 'Rescaling': {
      const [scale, offset] = [config.scale, config.offset].map((one) => vector([one as number].flat()))
      return [{ type: 'affine', scale: scale!, offset: offset!, shape }]
    }
    case 'Normalization':
      return [normalizationPart(config, weights, shape)]
    case 'ReLU':
      return reluParts(config, shape)
    case 'Activation':
      return activationPart(config.activation, shape)
    case 'Softmax':
      return [{ type: 'activation', function: 'softmax', shape }]
    case 'MaxPooling2D':
    case 'AveragePooling2D': {
      const type = layer.getClassName() === 'MaxPooling2D' ? 'maxPool' : 'averagePool'
      const side = [input[1]!, input[2]!] as const
      const window = windowOf(side, pair(config.poolSize), pair(config.strides), config.padding as 'same')
      return [{ type, ...window, shape }]
    }
    case 'GlobalAveragePooling2D':
      return [{ type: 'globalAveragePool', shape }]
    case 'GlobalMaxPooling2D':
      return [{ type: 'globalMaxPool', shape }]
    case 'ZeroPadding2D': {
      const [[top, bottom], [left, right]] = config.padding as [[number, number], [number, number]]
      return [{ type: 'zeroPadding', border: { top, bottom, left, right }, shape }]
    }
    case 'Add':
      return [{ type: 'add', shape }]
    case 'Multiply':
      return [{ type: 'multiply', shape }]
    case 'Concatenate':
      return [{ type: 'concatenate', shape }]
    case 'Reshape':
    case 'Flatten':
      return [{ type: 'reshape', shape }]
    default:
      throw unsupported(`the layer ${layer.getClassName()}`)
  }
}

async function weightsOf(layer: Layer): Promise<Weight[]> {
  return await Promise.all(
    layer.weights.map(async (weight) => {
      const values = Float32Array.from(await weight.read().data())
      return { shape: weight.shape as number[], values }
    }),
  )
}

/**
 * @param inputs the operations that the layer takes
 * @param symbolic the shape of its output, the batch being null
 * @returns operations one after the other, the last of which makes the layer's output; none where the layer hands its
 *   input on
 * @throws UserError `export-unsupported` for a layer or an activation that no format has
 */
export async function layerOperations(
  layer: Layer,
  inputs: readonly Operation[],
  symbolic: readonly (number | null)[],
  names: Names,
): Promise<Operation[]> {
  const shape = symbolic.map((side, axis) => (axis === 0 ? -1 : side!))
  const shapes = inputs.map((input) => input.shape)
  const parts = partsOf(layer, await weightsOf(layer), shapes, shape)
  let from = inputs.map((input) => input.name)
  return parts.map((part, i) => {
    const suffix = i > 0 && part.type === 'activation' ? `_${part.function}` : ''
    const operation = { name: names.take(layer.name + suffix), inputs: from, ...part } as Operation
    from = [operation.name]
    return operation
  })
}
