// A foreign model as layers of this engine, before any of them is built.
import { KEPT_SIDES, readLayer } from './layers'
import { INPUT, type FlatLayer, type FlatModel } from './topology'
import { unsupportedSetting } from './unsupported'

export interface NetLayer {
  readonly name: string
  readonly type: string
  readonly config: Readonly<Record<string, unknown>>
  readonly inputs: readonly string[]
  /** The foreign layer that its weights are those of; null for one that stands for an operation. */
  readonly from: FlatLayer | null
}

export interface Network {
  readonly layers: readonly NetLayer[]
  readonly output: string
}

/** Layers that give as many channels as they take. */
const keeping = new Set(
  `Activation ReLU LeakyReLU PReLU ELU BatchNormalization LayerNormalization Normalization Rescaling LayerScale Add Multiply
  Average Maximum Minimum MaxPooling2D AveragePooling2D GlobalAveragePooling2D GlobalMaxPooling2D ZeroPadding2D Cropping2D
  UpSampling2D`.split(/\s+/),
)

/** Channels that a layer gives. */
function channelsOf(layers: readonly NetLayer[], name: string): number {
  const layer = layers.find((one) => one.name === name)
  const { filters, depth_multiplier: times } = layer?.config ?? {}
  if (layer && typeof filters === 'number') return filters
  const [first] = layer?.inputs ?? []
  if (layer?.type === 'DepthwiseConv2D' && first) return Number(times) * channelsOf(layers, first)
  if (layer?.type === 'Concatenate')
    return layer.inputs.reduce((sum, one) => sum + channelsOf(layers, one), 0)
  if (layer && first && keeping.has(layer.type)) return channelsOf(layers, first)
  throw unsupportedSetting('keepdims', name)
}

/** @throws UserError `model-unsupported` for a layer that is not known */
export function networkOf({ layers, output }: FlatModel): Network {
  /** What stands for a foreign layer: the last of its own, or what it hands on. */
  const ends = new Map<string, string>([[INPUT, INPUT]])
  const made: NetLayer[] = []
  for (const layer of layers) {
    const built = readLayer(layer)
    let inputs = layer.inputs.map((name) => ends.get(name)!)
    built.forEach(({ type, config }, i) => {
      const name = i === 0 ? layer.name : `${layer.name}.${i}`
      const channels = config.target_shape === KEPT_SIDES ? channelsOf(made, inputs[0]!) : null
      const own = channels === null ? config : { target_shape: [1, 1, channels] }
      made.push({ name, type, config: own, inputs, from: i === 0 ? layer : null })
      inputs = [name]
    })
    ends.set(layer.name, inputs[0]!)
  }
  return { layers: made, output: ends.get(output)! }
}

/** The layers from the input on that have one way through them, up to the first that mixes neighbouring pixels. */
export function firstLayers({ layers }: Network): NetLayer[] {
  const found: NetLayer[] = []
  let at = INPUT
  for (;;) {
    const next = layers.filter(({ inputs }) => inputs.includes(at))
    if (next.length !== 1 || next[0]!.inputs.length !== 1) return found
    found.push(next[0]!)
    at = next[0]!.name
    if (found.length >= 8) return found
  }
}
