// Foreign layers in the terms of this engine. Only settings that are named here are taken over; a layer, or a setting,
// that would compute something else is refused by its name.
import { type Config, type FlatLayer } from './topology'
import { holdsProgram, unsupportedLayer, unsupportedSetting } from './unsupported'

/** A layer as it is built: one foreign layer becomes none (it does nothing at inference), one, or several. */
export interface BuiltLayer {
  type: string
  config: Record<string, unknown>
}

type Reader = (config: Config, layer: FlatLayer) => BuiltLayer[]

/** Of a table, by a name from outside: `constructor` is none of its entries. */
const entry = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** At inference they hand their input on. */
const passing = new Set(
  `Dropout SpatialDropout2D GaussianNoise GaussianDropout AlphaDropout ActivityRegularization RandomFlip RandomRotation
  RandomZoom RandomTranslation RandomContrast RandomBrightness RandomColorJitter RandomShear RandomSaturation RandomHue
  RandomGrayscale RandomInvert RandomSharpness RandomPosterization RandomErasing RandAugment AugMix CutMix MixUp
  Identity`.split(/\s+/),
)
export const isPassing = (type: string): boolean => passing.has(type)

const programs = new Set(['Lambda', 'TFOpLambda', 'SlicingOpLambda', 'TFSMLayer', 'KerasLayer', 'TorchModuleWrapper', 'JaxLayer', 'FlaxLayer']) // prettier-ignore

const activations: Readonly<Record<string, string>> = {
  linear: 'linear',
  relu: 'relu',
  relu6: 'relu6',
  elu: 'elu',
  selu: 'selu',
  sigmoid: 'sigmoid',
  softplus: 'softplus',
  softsign: 'softsign',
  tanh: 'tanh',
  softmax: 'softmax',
  gelu: 'gelu',
  swish: 'swish',
  silu: 'swish',
  mish: 'mish',
  hardSwish: 'hard_swish',
  hard_swish: 'hard_swish',
  hard_silu: 'hard_swish',
}

/** Of a setting that may be a name or a serialized object. */
function activationName(value: unknown): string {
  if (value == null) return 'linear'
  if (typeof value === 'string') return value
  const { class_name: type, config } = value as { class_name?: unknown; config?: unknown }
  return typeof config === 'string' ? config : typeof type === 'string' ? type : 'unknown'
}

function activation(config: Config, layer: FlatLayer): string {
  const name = activationName(config.activation)
  const known = entry(activations, name)
  if (!known) throw unsupportedSetting(`the activation ${name}`, layer.place.at(-1)!)
  return known
}

/** Drawing tens of millions of numbers at random that are replaced at once takes seconds. */
const zeros = { class_name: 'Zeros', config: {} }
const undrawn = { kernel_initializer: zeros }
const undrawnDepthwise = { depthwise_initializer: zeros }
const undrawnSeparable = { ...undrawnDepthwise, pointwise_initializer: zeros }

const whole = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0
const side = (value: unknown, usual: unknown): unknown => value ?? usual

/** Whole numbers of at most two sides. */
function sides(config: Config, key: string, usual: number, layer: FlatLayer): number | number[] {
  const value = side(config[key], usual)
  const list = Array.isArray(value) ? value : [value]
  if (list.length > 2 || !list.every(whole)) throw unsupportedSetting(`${key} ${String(value)}`, layer.place.at(-1)!) // prettier-ignore
  return Array.isArray(value) ? (value as number[]) : (value as number)
}

const flag = (value: unknown, usual: boolean): boolean => (typeof value === 'boolean' ? value : usual)
const number = (value: unknown, usual: number): number => (typeof value === 'number' ? value : usual)

function lastChannels(config: Config, layer: FlatLayer): void {
  const format = config.data_format ?? config.dataFormat
  if (format === 'channels_first' || format === 'channelsFirst')
    throw unsupportedSetting('channels first (channels_first)', layer.place.at(-1)!)
}

/** Of layers that slide a window over a map. */
function windowed(config: Config, layer: FlatLayer, key: string): Record<string, unknown> {
  lastChannels(config, layer)
  const padding = config.padding ?? 'valid'
  if (padding !== 'same' && padding !== 'valid') throw unsupportedSetting(`the padding ${String(padding)}`, layer.place.at(-1)!) // prettier-ignore
  const pool = key === 'pool_size'
  const size = sides(config, key, pool ? 2 : 3, layer)
  const strides = config.strides == null && pool ? size : sides(config, 'strides', 1, layer)
  return { [key]: size, strides, padding }
}

function convolution(config: Config, layer: FlatLayer): Record<string, unknown> {
  if ((config.groups ?? 1) !== 1) throw unsupportedSetting('groups', layer.place.at(-1)!)
  return {
    ...windowed(config, layer, 'kernel_size'),
    dilation_rate: sides(config, 'dilation_rate', 1, layer),
    activation: activation(config, layer),
    use_bias: flag(config.use_bias, true),
  }
}

const one = (type: string, config: Record<string, unknown> = {}): BuiltLayer[] => [{ type, config }]

function positive(config: Config, key: string, layer: FlatLayer): number {
  const value = config[key]
  if (!whole(value)) throw unsupportedSetting(`${key} ${String(value)}`, layer.place.at(-1)!)
  return value as number
}

/** The axis of channels: the last. Of maps it may be called 3, of lists 1; the check of shapes finds the rest. */
function channelAxis(config: Config, layer: FlatLayer): void {
  const axis = [config.axis ?? -1].flat()
  if (axis.length !== 1 || ![-1, 1, 3].includes(axis[0] as number))
    throw unsupportedSetting(`the axis ${axis.join(', ')}`, layer.place.at(-1)!)
}

const numbers = (value: unknown): number[] | null => {
  if (value == null) return null
  const list = [value].flat(4)
  return list.length > 0 && list.every((x) => typeof x === 'number' && Number.isFinite(x)) ? (list as number[]) : null // prettier-ignore
}

/** v · scale + offset; with a list of either, a channel each. */
export function rescaling(scale: readonly number[], offset: readonly number[]): BuiltLayer[] {
  if (scale.length === 1 && offset.length === 1)
    return one('Rescaling', { scale: scale[0], offset: offset[0] })
  const channels = Math.max(scale.length, offset.length)
  const at = (list: readonly number[], i: number) => list[list.length === 1 ? 0 : i]!
  const each = Array.from({ length: channels }, (_, i) => ({ s: at(scale, i), o: at(offset, i) }))
  return one('Normalization', {
    mean: each.map(({ s, o }) => -o / s),
    variance: each.map(({ s }) => 1 / s ** 2),
  })
}

/** One place, and as many channels as there were: TensorFlow.js has to be told how many. */
export const KEPT_SIDES = [1, 1, -1]

function pooledGlobally(type: string): Reader {
  return (config, layer) => {
    lastChannels(config, layer)
    const kept = flag(config.keepdims, false)
    return [...one(type), ...(kept ? one('Reshape', { target_shape: KEPT_SIDES }) : [])]
  }
}

const depthwise: Reader = (config, layer) =>
  one('DepthwiseConv2D', {
    depth_multiplier: number(config.depth_multiplier, 1),
    // Keras 2 writes the number of groups here too, which is that of channels.
    ...convolution({ ...config, groups: 1 }, layer),
    ...undrawnDepthwise,
  })

const readers: Readonly<Record<string, Reader>> = {
  Conv2D: (config, layer) => {
    // A group a channel, as ConvNeXt has it, is a depthwise convolution of the same numbers.
    const { groups, filters } = config
    if (groups !== 1 && groups === filters) return depthwise(config, layer)
    return one('Conv2D', {
      filters: positive(config, 'filters', layer),
      ...convolution(config, layer),
      ...undrawn,
    })
  },
  Conv2DTranspose: (config, layer) => {
    if (config.output_padding != null) throw unsupportedSetting('an output padding', layer.place.at(-1)!)
    const { dilation_rate: rate, ...rest } = convolution(config, layer)
    if ([rate].flat().some((x) => x !== 1)) throw unsupportedSetting('dilation', layer.place.at(-1)!)
    return one('Conv2DTranspose', { filters: positive(config, 'filters', layer), ...rest, ...undrawn })
  },
  SeparableConv2D: (config, layer) =>
    one('SeparableConv2D', {
      filters: positive(config, 'filters', layer),
      depth_multiplier: number(config.depth_multiplier, 1),
      ...convolution(config, layer),
      ...undrawnSeparable,
    }),
  DepthwiseConv2D: depthwise,
  Dense: (config, layer) =>
    one('Dense', {
      units: positive(config, 'units', layer),
      activation: activation(config, layer),
      use_bias: flag(config.use_bias, true),
      ...undrawn,
    }),
  BatchNormalization: (config, layer) => {
    channelAxis(config, layer)
    if (config.renorm === true) throw unsupportedSetting('renormalization', layer.place.at(-1)!)
    return one('BatchNormalization', {
      axis: -1,
      momentum: number(config.momentum, 0.99),
      epsilon: number(config.epsilon, 1e-3),
      center: flag(config.center, true),
      scale: flag(config.scale, true),
    })
  },
  LayerNormalization: (config, layer) => {
    channelAxis(config, layer)
    if (!flag(config.center, true) || !flag(config.scale, true) || config.rms_scaling === true)
      throw unsupportedSetting('no scale or no centre', layer.place.at(-1)!)
    return one('LayerNormalization', { axis: -1, epsilon: number(config.epsilon, 1e-3) })
  },
  LayerScale: (config, layer) =>
    one('LayerScale', {
      init_values: number(config.init_values ?? config.initValues, 1),
      projection_dim: positive({ n: config.projection_dim ?? config.projectionDim }, 'n', layer),
    }),
  Activation: (config, layer) => {
    const name = activationName(config.activation)
    // Keras 3's hard sigmoid is relu6(x + 3) / 6; that of Keras 2 and TensorFlow.js is another.
    if (name === 'hard_sigmoid' && layer.config.dtype !== undefined && isKeras3(layer))
      return [...rescaling([1 / 6], [0.5]), ...one('ReLU', { max_value: 1 })]
    return one('Activation', { activation: activation(config, layer) })
  },
  ReLU: (config, layer) => {
    const slope = number(config.negative_slope, 0)
    const most = config.max_value ?? config.maxValue ?? null
    if (number(config.threshold, 0) !== 0 || (slope !== 0 && most !== null))
      throw unsupportedSetting('a threshold or a limited slope', layer.place.at(-1)!)
    return slope === 0 ? one('ReLU', { max_value: most }) : one('LeakyReLU', { alpha: slope })
  },
  LeakyReLU: ({ alpha, negative_slope: slope }) => one('LeakyReLU', { alpha: number(alpha ?? slope, 0.3) }),
  ELU: ({ alpha }) => one('ELU', { alpha: number(alpha, 1) }),
  PReLU: ({ shared_axes: axes }) => one('PReLU', axes == null ? {} : { shared_axes: axes }),
  Softmax: (config, layer) => {
    if (![-1, 1].includes(number(config.axis, -1))) throw unsupportedSetting('another axis', layer.place.at(-1)!) // prettier-ignore
    return one('Activation', { activation: 'softmax' })
  },
  MaxPooling2D: (config, layer) => one('MaxPooling2D', windowed(config, layer, 'pool_size')),
  AveragePooling2D: (config, layer) => one('AveragePooling2D', windowed(config, layer, 'pool_size')),
  GlobalAveragePooling2D: pooledGlobally('GlobalAveragePooling2D'),
  GlobalMaxPooling2D: pooledGlobally('GlobalMaxPooling2D'),
  Flatten: (config, layer) => {
    lastChannels(config, layer)
    return one('Flatten')
  },
  Reshape: ({ target_shape: shape, targetShape }, layer) => {
    const to = numbers(shape ?? targetShape)
    if (to?.length === 1 && to[0] === -1) return one('Flatten')
    if (!to?.every(whole)) throw unsupportedSetting('no shape', layer.place.at(-1)!)
    return one('Reshape', { target_shape: to })
  },
  Permute: ({ dims }, layer) => {
    const order = numbers(dims)
    if (!order?.every(whole)) throw unsupportedSetting('no order', layer.place.at(-1)!)
    return one('Permute', { dims: order })
  },
  ZeroPadding2D: (config, layer) => {
    lastChannels(config, layer)
    return one('ZeroPadding2D', { padding: config.padding ?? [1, 1] })
  },
  Cropping2D: (config, layer) => {
    lastChannels(config, layer)
    return one('Cropping2D', { cropping: config.cropping ?? [0, 0] })
  },
  UpSampling2D: (config, layer) => {
    lastChannels(config, layer)
    const how = config.interpolation ?? 'nearest'
    if (how !== 'nearest' && how !== 'bilinear') throw unsupportedSetting(`interpolation ${String(how)}`, layer.place.at(-1)!) // prettier-ignore
    return one('UpSampling2D', { size: sides(config, 'size', 2, layer), interpolation: how })
  },
  Rescaling: (config, layer) => {
    const [scale, offset] = [numbers(config.scale), numbers(config.offset ?? 0)]
    if (!scale || !offset) throw unsupportedSetting('no scale', layer.place.at(-1)!)
    return rescaling(scale, offset)
  },
  Normalization: (config, layer) => {
    channelAxis(config, layer)
    if (config.invert === true) throw unsupportedSetting('invert', layer.place.at(-1)!)
    const [mean, variance] = [numbers(config.mean), numbers(config.variance)]
    return one('Normalization', mean && variance ? { mean, variance } : {})
  },
  Concatenate: ({ axis }, layer) => {
    if (![-1, 1, 3].includes(number(axis, -1))) throw unsupportedSetting('another axis', layer.place.at(-1)!)
    return one('Concatenate', { axis: number(axis, -1) })
  },
  Average: () => one('Average'),
  Maximum: () => one('Maximum'),
  Minimum: () => one('Minimum'),
}

/** Names that releases and modules have for the same layer. */
const aliases: Readonly<Record<string, string>> = {
  Convolution2D: 'Conv2D',
  Convolution2DTranspose: 'Conv2DTranspose',
  SeparableConvolution2D: 'SeparableConv2D',
  MaxPool2D: 'MaxPooling2D',
  AvgPool2D: 'AveragePooling2D',
  GlobalAvgPool2D: 'GlobalAveragePooling2D',
  GlobalMaxPool2D: 'GlobalMaxPooling2D',
  BatchNormalizationV1: 'BatchNormalization',
  BatchNormalizationV2: 'BatchNormalization',
}

/** Keras 3 writes a layer's policy as an object, Keras 2 as a name. */
const isKeras3 = ({ config }: FlatLayer): boolean => typeof config.dtype === 'object' && config.dtype !== null

/** `x / 127.5` and its like, written as operations: as the scaling that they come to. */
const arithmetic: Readonly<Record<string, (n: number) => readonly [scale: number, offset: number]>> = {
  TrueDivide: (n) => [1 / n, 0],
  Divide: (n) => [1 / n, 0],
  Multiply: (n) => [n, 0],
  Add: (n) => [1, n],
  Subtract: (n) => [1, -n],
  'math.truediv': (n) => [1 / n, 0],
  'math.divide': (n) => [1 / n, 0],
  '__operators__.truediv': (n) => [1 / n, 0],
  'math.multiply': (n) => [n, 0],
  '__operators__.mul': (n) => [n, 0],
  'math.add': (n) => [1, n],
  '__operators__.add': (n) => [1, n],
  'math.subtract': (n) => [1, -n],
  '__operators__.sub': (n) => [1, -n],
}

function operation({ type, config, inputs, numbers: given }: FlatLayer): BuiltLayer[] | null {
  const name = type === 'TFOpLambda' && typeof config.function === 'string' ? config.function : type
  const meaning = entry(arithmetic, name)
  if (!meaning || inputs.length !== 1 || given.length !== 1 || !Number.isFinite(given[0])) return null
  const [scale, offset] = meaning(given[0]!)
  return Number.isFinite(scale) ? rescaling([scale], [offset]) : null
}

/**
 * @returns the layers that compute the same, one after the other; none where it hands its input on
 * @throws UserError `model-unsupported` that names the layer and what about it is not known
 */
export function readLayer(layer: FlatLayer): BuiltLayer[] {
  if (passing.has(layer.type)) return []
  const computed = operation(layer)
  if (computed) return computed
  const type = entry(aliases, layer.type) ?? layer.type
  if (programs.has(type)) throw holdsProgram(type, layer.place.at(-1)!)
  if ((type === 'Add' || type === 'Multiply') && layer.inputs.length > 1) return one(type)
  const reader = entry(readers, type)
  if (!reader) throw unsupportedLayer(type, layer.place.at(-1)!)
  return reader(layer.config, layer)
}
