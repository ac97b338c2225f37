// The kinds of layers that applications and heads are made of, as data, under Keras's class names.
import type { Activation } from '../activation'

export type Padding = 'same' | 'valid'

/** Zeros added before and after, in rows and in columns. */
export type Border = readonly [readonly [number, number], readonly [number, number]]

export type LayerSpec =
  | { type: 'InputLayer'; shape: readonly number[] }
  | {
      type: 'Conv2D'
      filters: number
      kernel: number
      strides?: number
      padding?: Padding
      useBias?: boolean
      activation?: Activation
    }
  | { type: 'DepthwiseConv2D'; kernel: number; strides?: number; padding?: Padding; useBias?: boolean }
  | { type: 'Dense'; units: number; activation?: Activation }
  | { type: 'BatchNormalization'; epsilon?: number; momentum?: number }
  | { type: 'ReLU'; maxValue?: number }
  | { type: 'Activation'; activation: Activation | 'softmax' }
  | { type: 'Dropout'; rate: number }
  | { type: 'ZeroPadding2D'; padding: Border }
  | { type: 'Add' }
  | { type: 'GlobalAveragePooling2D' }
  | { type: 'Flatten' }

export interface LayerFacts {
  /** Without the batch: height × width × channels, or features. */
  readonly shape: readonly number[]
  readonly parameters: number
  /** Of them, those that training may change: not a normalisation's averages. */
  readonly trainableParameters: number
}

type Shape = readonly number[]

const product = (shape: Shape) => shape.reduce((all, side) => all * side, 1)

/** Side of what a window that slides over `side` pixels gives. */
const slide = (side: number, window: number, strides: number, padding: Padding): number =>
  padding === 'same' ? Math.ceil(side / strides) : Math.floor((side - window) / strides) + 1

/**
 * What a layer makes of its inputs.
 * @throws Error where shapes do not fit: a mistake in the architecture, not of the user's
 */
export function factsOf(spec: LayerSpec, inputs: readonly Shape[]): LayerFacts {
  const shape: Shape = inputs[0] ?? []
  const channels = shape[shape.length - 1]!
  const facts = (output: Shape, trainable = 0, fixed = 0): LayerFacts => ({
    shape: output,
    parameters: trainable + fixed,
    trainableParameters: trainable,
  })
  const windowed = (window: number, strides = 1, padding: Padding = 'same', depth = channels) => {
    const output = [...shape.slice(0, 2).map((side) => slide(side, window, strides, padding)), depth]
    if (output.some((side) => side < 1))
      throw new Error(`${spec.type} has nothing left of ${shape.join(' × ')}`)
    return output
  }
  switch (spec.type) {
    case 'InputLayer':
      return facts(spec.shape)
    case 'Conv2D': {
      const weights = (spec.kernel ** 2 * channels + (spec.useBias === false ? 0 : 1)) * spec.filters
      return facts(windowed(spec.kernel, spec.strides, spec.padding, spec.filters), weights)
    }
    case 'DepthwiseConv2D': {
      const weights = (spec.kernel ** 2 + (spec.useBias === false ? 0 : 1)) * channels
      return facts(windowed(spec.kernel, spec.strides, spec.padding), weights)
    }
    case 'Dense':
      return facts([...shape.slice(0, -1), spec.units], (channels + 1) * spec.units)
    case 'BatchNormalization':
      return facts(shape, 2 * channels, 2 * channels)
    case 'ZeroPadding2D': {
      const [rows, columns] = spec.padding
      return facts([shape[0]! + rows[0] + rows[1], shape[1]! + columns[0] + columns[1], channels])
    }
    case 'Add':
      if (inputs.some((other) => other.join() !== shape.join())) throw new Error('Add needs equal shapes')
      return facts(shape)
    case 'GlobalAveragePooling2D':
      return facts([channels])
    case 'Flatten':
      return facts([product(shape)])
    case 'ReLU':
    case 'Activation':
    case 'Dropout':
      return facts(shape)
  }
}
