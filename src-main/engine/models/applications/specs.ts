// The kinds of layers that applications and heads are made of, as data, under Keras's class names.
import type { Activation } from '../activation'

export type LayerActivation = Activation | 'sigmoid' | 'swish' | 'hardSwish' | 'gelu' | 'linear' | 'softmax'

export type Padding = 'same' | 'valid'

/** Zeros added before and after, in rows and in columns. */
export type Border = readonly [readonly [number, number], readonly [number, number]]

interface Window {
  /** Side of the square window. */
  kernel: number
  /** 1 where it is left out. */
  strides?: number
  /** `same` where it is left out. */
  padding?: Padding
}

/** Defaults are those of Keras, but for the padding. */
export type LayerSpec =
  | { type: 'InputLayer'; shape: readonly number[] }
  | ({ type: 'Conv2D'; filters: number; useBias?: boolean; activation?: LayerActivation } & Window)
  | ({ type: 'DepthwiseConv2D'; useBias?: boolean } & Window)
  | { type: 'Dense'; units: number; activation?: LayerActivation }
  | { type: 'BatchNormalization'; epsilon?: number; momentum?: number }
  | { type: 'LayerNormalization'; epsilon?: number }
  | { type: 'LayerScale'; initial: number; channels: number }
  | { type: 'ReLU'; maxValue?: number }
  | { type: 'Activation'; activation: LayerActivation }
  /** `wholeSamples` drops pictures of the batch instead of single values. */
  | { type: 'Dropout'; rate: number; wholeSamples?: boolean }
  | { type: 'Rescaling'; scale: number | readonly number[]; offset?: number }
  /** With a given mean and variance a channel, or with both, and a count, among the weights. */
  | { type: 'Normalization'; mean?: readonly number[]; variance?: readonly number[] }
  | { type: 'ZeroPadding2D'; padding: Border }
  | ({ type: 'MaxPooling2D' } & Window)
  | ({ type: 'AveragePooling2D' } & Window)
  | { type: 'GlobalAveragePooling2D' }
  | { type: 'Reshape'; shape: readonly number[] }
  | { type: 'Flatten' }
  | { type: 'Add' }
  | { type: 'Multiply' }
  | { type: 'Concatenate' }
  /** Layers one after the other that count as one. */
  | { type: 'Sequential'; layers: readonly NamedSpec[] }

export type NamedSpec = readonly [name: string, spec: LayerSpec]
