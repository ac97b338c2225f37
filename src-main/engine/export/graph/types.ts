// The one description of a trained model that every export format is written from: a flat list of operations, from a
// picture's 8-bit values to probabilities, with their weights as plain numbers. It knows neither the tensor library nor
// any format. `modelGraph` makes one of a run's model; the passes beside it (fold, merge) simplify one for a runtime.
import { type ModelDescription, type Preprocessing } from '../../../contract'
import { type RunFacts } from '../facts'

/** −1 is the batch, always the first side; all others are known. Pictures are NHWC. */
export type Shape = readonly number[]

/**
 * A trained or given constant, row by row (the last axis is contiguous). Its layout is TensorFlow's and is said where
 * it is used. Never written into: graphs that come from one another share it.
 */
export interface Weight {
  readonly shape: Shape
  readonly values: Float32Array
}

interface Common {
  /**
   * Unique in the graph; also the name of the operation's only output tensor. Latin letters, digits, `_`, `-` and `.`,
   * beginning with a letter: every format takes it as it is. Names of layers of the run's model are kept.
   */
  readonly name: string
  /** Names of the operations whose outputs this one takes, in order; they come before it in the list. */
  readonly inputs: readonly string[]
  /** Of the output. */
  readonly shape: Shape
}

/** Rows and columns around a picture. */
export interface Border {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A window that moves over a picture. Sides are [height, width]. */
export interface Window {
  readonly window: readonly [number, number]
  readonly strides: readonly [number, number]
  /**
   * How the border came about. `valid`: there is none. `same`: as many as TensorFlow's SAME adds, more at the bottom and
   * right where it is odd. `explicit`: as `border` says, from a zero padding that was drawn into a convolution.
   */
  readonly padding: 'valid' | 'same' | 'explicit'
  /** What that comes to for this input's size. Convolutions read zeros there; pools leave it out. */
  readonly border: Border
}

/** The picture: uint8 [−1, size, size, 3], RGB, 0 to 255, already turned upright and resized. */
export interface Input extends Common {
  readonly type: 'input'
}

/** 8-bit values to float32. */
export interface Cast extends Common {
  readonly type: 'cast'
}

/** The last axis backwards: RGB to BGR. */
export interface ReverseChannels extends Common {
  readonly type: 'reverseChannels'
}

/**
 * x · scale + offset, a channel (last axis) each: preprocessing, rescaling, normalization, layer scale, and batch
 * normalization that could not be folded. Each has the shape [channels], or [1] for all channels alike.
 */
export interface Affine extends Common {
  readonly type: 'affine'
  readonly scale: Weight
  readonly offset: Weight
}

/** Kernel [height, width, inputs, outputs]; bias [outputs] or null. */
export interface Conv2D extends Common, Window {
  readonly type: 'conv2d'
  readonly kernel: Weight
  readonly bias: Weight | null
  /** [height, width]; 1 but for dilated convolutions, whose `window` is that of the kernel all the same. */
  readonly dilations: readonly [number, number]
}

/** Kernel [height, width, inputs, multiplier]; output channel = input · multiplier + m. Bias [outputs] or null. */
export interface DepthwiseConv2D extends Common, Window {
  readonly type: 'depthwiseConv2d'
  readonly kernel: Weight
  readonly bias: Weight | null
  readonly dilations: readonly [number, number]
}

/** x · kernel + bias over the last axis, whatever the rank of x. Kernel [inputs, outputs]; bias [outputs] or null. */
export interface Dense extends Common {
  readonly type: 'dense'
  readonly kernel: Weight
  readonly bias: Weight | null
}

/** gamma · (x − mean) / √(variance + epsilon) + beta over the last axis; all [channels]. */
export interface BatchNormalization extends Common {
  readonly type: 'batchNormalization'
  readonly gamma: Weight
  readonly beta: Weight
  readonly mean: Weight
  readonly variance: Weight
  readonly epsilon: number
}

/** As batch normalization, by the mean and biased variance of each position's own channels (last axis). */
export interface LayerNormalization extends Common {
  readonly type: 'layerNormalization'
  readonly gamma: Weight
  readonly beta: Weight
  readonly epsilon: number
}

/**
 * - `relu`: max(x, 0); `relu6`: min(max(x, 0), 6)
 * - `elu`: x where x > 0, else eˣ − 1
 * - `swish` (SiLU): x · sigmoid(x)
 * - `hardSigmoid`: relu6(x + 3) / 6; `hardSwish`: x · relu6(x + 3) / 6
 * - `gelu`: x / 2 · (1 + erf(x / √2)), exact
 * - `softmax` over the last axis
 */
export type ActivationFunction =
  'relu' | 'relu6' | 'elu' | 'tanh' | 'sigmoid' | 'swish' | 'hardSigmoid' | 'hardSwish' | 'gelu' | 'softmax'

export interface Activation extends Common {
  readonly type: 'activation'
  readonly function: ActivationFunction
}

/** Maximum or average of a window; an average divides by the values inside the picture alone. */
export interface Pool extends Common, Window {
  readonly type: 'maxPool' | 'averagePool'
}

/** [−1, height, width, channels] to [−1, channels]. */
export interface GlobalPool extends Common {
  readonly type: 'globalAveragePool' | 'globalMaxPool'
}

/** Zeros around a picture. */
export interface ZeroPadding extends Common {
  readonly type: 'zeroPadding'
  readonly border: Border
}

/** Two or more inputs, value by value; sides of 1 are repeated (a gate [−1, 1, 1, channels] on a picture). */
export interface Elementwise extends Common {
  readonly type: 'add' | 'multiply'
}

/** Along the channels. */
export interface Concatenate extends Common {
  readonly type: 'concatenate'
}

/** The same values in another shape; flattening too. */
export interface Reshape extends Common {
  readonly type: 'reshape'
}

export type Operation =
  | Input
  | Cast
  | ReverseChannels
  | Affine
  | Conv2D
  | DepthwiseConv2D
  | Dense
  | BatchNormalization
  | LayerNormalization
  | Activation
  | Pool
  | GlobalPool
  | ZeroPadding
  | Elementwise
  | Concatenate
  | Reshape

export type OperationType = Operation['type']

export interface ModelGraph {
  /** In an order in which they can be run. The first is the only input; everything leads to the output. */
  readonly operations: readonly Operation[]
  /** Name of the operation whose output are the probabilities, float32 [−1, classes]; it is the last. */
  readonly output: string
  /** In the order of the output. Any text: commas, quotes, line breaks, emoji. */
  readonly labels: readonly string[]
  /** What is done before the graph (size, resize), and, inside it, the cast, channel order and affine that come first. */
  readonly preprocessing: Preprocessing
  /** Architecture, options, base with its licence and origin, parameters, version of Cotejo. */
  readonly description: ModelDescription
  /** Name of the run, dataset, seed, test accuracy with its interval. */
  readonly facts: RunFacts
}
