// An architecture that is one layer after the other, as data: what it needs can be told (shapes, parameters)
// without allocating a weight, and it is built from the same list.
import type { Activation } from './activation'

export type ChainLayer =
  | {
      type: 'Conv2D'
      name: string
      filters: number
      kernel: number
      activation?: Activation
      useBias: boolean
    }
  | { type: 'Dense'; name: string; units: number; activation?: Activation; useBias: boolean }
  | { type: 'BatchNormalization'; name: string }
  | { type: 'Activation'; name: string; activation: Activation | 'softmax' }
  | { type: 'Dropout'; name: string; rate: number }
  | { type: 'MaxPooling2D'; name: string }
  | { type: 'GlobalAveragePooling2D'; name: string }
  | { type: 'Flatten'; name: string }

export interface LayerFacts {
  /** Without the batch. */
  outputShape: number[]
  parameters: number
  trainableParameters: number
}

const product = (shape: readonly number[]) => shape.reduce((all, side) => all * side, 1)

/** What one layer makes of an input of this shape (without the batch). A pool floors, as Keras's `valid` does. */
function factsOf(layer: ChainLayer, input: readonly number[]): LayerFacts {
  const channels = input[input.length - 1]!
  const weights = (outputShape: number[], trainable: number, frozen = 0): LayerFacts => ({
    outputShape,
    parameters: trainable + frozen,
    trainableParameters: trainable,
  })
  switch (layer.type) {
    case 'Conv2D': {
      const perFilter = layer.kernel ** 2 * channels + (layer.useBias ? 1 : 0)
      return weights([input[0]!, input[1]!, layer.filters], perFilter * layer.filters)
    }
    case 'Dense':
      return weights([layer.units], (channels + (layer.useBias ? 1 : 0)) * layer.units)
    case 'BatchNormalization':
      return weights([...input], 2 * channels, 2 * channels)
    case 'MaxPooling2D':
      return weights([Math.floor(input[0]! / 2), Math.floor(input[1]! / 2), channels], 0)
    case 'GlobalAveragePooling2D':
      return weights([channels], 0)
    case 'Flatten':
      return weights([product(input)], 0)
    case 'Activation':
    case 'Dropout':
      return weights([...input], 0)
  }
}

/**
 * Shapes and parameters along a chain.
 * @param input shape of one example, height × width × channels
 */
export function chainFacts(chain: readonly ChainLayer[], input: readonly number[]): LayerFacts[] {
  let shape = input
  return chain.map((layer) => {
    const facts = factsOf(layer, shape)
    shape = facts.outputShape
    return facts
  })
}
