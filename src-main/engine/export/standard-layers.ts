// A model in TensorFlow.js's own layers alone. Some bases need layers and activations that TensorFlow.js lacks; a
// program that loads an export knows nothing of ours, so each is put together from standard ones that compute the same.
import { tf } from '../tf'
import type { Artifacts } from './layers-model'

interface LayerJson {
  name?: string
  class_name: string
  config: Record<string, unknown> & { name: string; layers?: LayerJson[]; activation?: string }
  inbound_nodes?: InboundNode[]
}
/** Of one call of a layer, each input: layer, node, tensor, arguments. */
type InboundNode = [layer: string, node: number, tensor: number, kwargs: object][]

/** A weight by its name. */
interface Weight {
  shape: number[]
  values: Float32Array
}
type Weights = Map<string, Weight>

/** What TensorFlow.js 4 has of the layers that our models are made of. */
const STANDARD_LAYERS = new Set(
  `InputLayer Conv2D DepthwiseConv2D Dense BatchNormalization LayerNormalization ReLU Activation Dropout Rescaling
  ZeroPadding2D MaxPooling2D AveragePooling2D GlobalAveragePooling2D Reshape Flatten Add Multiply Concatenate
  Sequential`.split(/\s+/),
)
const STANDARD_ACTIVATIONS = new Set('linear relu elu tanh sigmoid swish gelu softmax'.split(' '))

/** What Keras's Normalization divides by at least. */
const SMALLEST = 1e-7

function isStandard({ class_name: type, config }: LayerJson): boolean {
  if (!STANDARD_LAYERS.has(type)) return false
  return config.activation === undefined || STANDARD_ACTIVATIONS.has(config.activation)
}

/** Each channel times a factor, and plus a bias where there are biases: a convolution of one pixel and one channel. */
function perChannel(
  layer: LayerJson,
  weights: Weights,
  factors: Float32Array,
  biases: Float32Array | null,
): LayerJson {
  const { name, trainable } = layer.config
  weights.set(`${name}/depthwise_kernel`, { shape: [1, 1, factors.length, 1], values: factors })
  if (biases) weights.set(`${name}/bias`, { shape: [biases.length], values: biases })
  const config = {
    name,
    trainable,
    kernel_size: [1, 1],
    strides: [1, 1],
    padding: 'valid',
    data_format: 'channels_last',
    dilation_rate: [1, 1],
    depth_multiplier: 1,
    activation: 'linear',
    use_bias: biases !== null,
  }
  return { ...layer, class_name: 'DepthwiseConv2D', config }
}

function take(weights: Weights, name: string): Float32Array {
  const found = weights.get(name)
  if (!found) throw new Error(`The model has no weight ${name}`)
  weights.delete(name)
  return found.values
}

function layerScale(layer: LayerJson, weights: Weights): LayerJson[] {
  return [perChannel(layer, weights, take(weights, `${layer.config.name}/gamma`), null)]
}

/** (x − mean) / deviation. Mean and variance are numbers of the layer, or weights of it. */
function normalization(layer: LayerJson, weights: Weights): LayerJson[] {
  const { name, mean: given, variance: givenVariance } = layer.config
  const mean = given ? Float32Array.from(given as number[]) : take(weights, `${name}/mean`)
  const variance = given ? (givenVariance as number[]) : take(weights, `${name}/variance`)
  weights.delete(`${name}/count`)
  const factors = Float32Array.from(variance, (one) => 1 / Math.max(Math.sqrt(one), SMALLEST))
  return [
    perChannel(
      layer,
      weights,
      factors,
      mean.map((one, i) => -one * factors[i]!),
    ),
  ]
}

/** x · min(max(x/6 + 1/2, 0), 1), as three layers; the last keeps the name, which others refer to. */
function hardSwish(layer: LayerJson): LayerJson[] {
  const { name, trainable } = layer.config
  const [call, ...others] = layer.inbound_nodes ?? []
  if (!call || others.length > 0) throw new Error(`The layer ${name} is called more than once`)
  const part = (suffix: string, type: string, config: object, from: InboundNode): LayerJson => ({
    name: name + suffix,
    class_name: type,
    config: { name: name + suffix, trainable, ...config },
    inbound_nodes: [from],
  })
  const gate = part('_gate', 'Rescaling', { scale: 1 / 6, offset: 0.5 }, call)
  const limit = part('_limit', 'ReLU', { max_value: 1 }, [[`${name}_gate`, 0, 0, {}]])
  const product = part('', 'Multiply', {}, [call[0]!, [`${name}_limit`, 0, 0, {}]])
  return [gate, limit, product]
}

function standardLayers(layer: LayerJson, weights: Weights): LayerJson[] {
  const { class_name: type, config } = layer
  if (config.layers) {
    const layers = config.layers.flatMap((one) => standardLayers(one, weights))
    return [{ ...layer, config: { ...config, layers } }]
  }
  if (type === 'LayerScale') return layerScale(layer, weights)
  if (type === 'Normalization') return normalization(layer, weights)
  if (type === 'Activation' && config.activation === 'hard_swish') return hardSwish(layer)
  if (isStandard(layer)) return [layer]
  throw new Error(`TensorFlow.js has no ${type} layer with the activation ${config.activation}`)
}

function weightsOf({ weightSpecs, weightData }: Artifacts): Weights {
  const bytes = tf.io.CompositeArrayBuffer.join(weightData)
  let offset = 0
  return new Map(
    weightSpecs!.map(({ name, shape }) => {
      const length = shape.reduce((all, side) => all * side, 1)
      const values = new Float32Array(bytes, offset, length)
      offset += 4 * length
      return [name, { shape, values }]
    }),
  )
}

/** The same model for programs that know TensorFlow.js alone. */
export function standardArtifacts(artifacts: Artifacts): Artifacts {
  const topology = artifacts.modelTopology as { config: { layers: LayerJson[] } }
  const all = (layers: readonly LayerJson[]): boolean =>
    layers.every((one) => isStandard(one) && all(one.config.layers ?? []))
  if (all(topology.config.layers)) return artifacts
  const weights = weightsOf(artifacts)
  const layers = topology.config.layers.flatMap((one) => standardLayers(one, weights))
  const entries = [...weights]
  const data = new Float32Array(entries.reduce((sum, [, { values }]) => sum + values.length, 0))
  let offset = 0
  for (const [, { values }] of entries) {
    data.set(values, offset)
    offset += values.length
  }
  return {
    ...artifacts,
    modelTopology: { ...topology, config: { ...topology.config, layers } },
    weightSpecs: entries.map(([name, { shape }]) => ({ name, shape, dtype: 'float32' })),
    weightData: data.buffer,
  }
}
