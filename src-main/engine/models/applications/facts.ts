// Shapes and parameters of layers, known without building them.
import type { LayerSpec, Padding } from './specs'

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

/** The larger of each side, where the other is equal or 1. */
function broadcast(shapes: readonly Shape[]): Shape {
  return shapes[0]!.map((_, axis) => {
    const sides = shapes.map((shape) => shape[axis]!)
    const largest = Math.max(...sides)
    if (sides.some((side) => side !== 1 && side !== largest)) {
      throw new Error(`Shapes do not fit: ${shapes.map((shape) => shape.join('×')).join(', ')}`)
    }
    return largest
  })
}

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
  const windowed = (window: { kernel: number; strides?: number; padding?: Padding }, depth = channels) => {
    const { kernel, strides = 1, padding = 'same' } = window
    const output = [...shape.slice(0, 2).map((side) => slide(side, kernel, strides, padding)), depth]
    if (output.some((side) => side < 1))
      throw new Error(`${spec.type} has nothing left of ${shape.join('×')}`)
    return output
  }
  switch (spec.type) {
    case 'InputLayer':
      return facts(spec.shape)
    case 'Conv2D': {
      const perFilter = spec.kernel ** 2 * channels + (spec.useBias === false ? 0 : 1)
      return facts(windowed(spec, spec.filters), perFilter * spec.filters)
    }
    case 'DepthwiseConv2D':
      return facts(windowed(spec), (spec.kernel ** 2 + (spec.useBias === false ? 0 : 1)) * channels)
    case 'Dense':
      return facts([...shape.slice(0, -1), spec.units], (channels + 1) * spec.units)
    case 'BatchNormalization':
      return facts(shape, 2 * channels, 2 * channels)
    case 'LayerNormalization':
      return facts(shape, 2 * channels)
    case 'LayerScale':
      return facts(shape, channels)
    case 'Normalization':
      return facts(shape, 0, spec.mean ? 0 : 2 * channels + 1)
    case 'ZeroPadding2D': {
      const [rows, columns] = spec.padding
      return facts([shape[0]! + rows[0] + rows[1], shape[1]! + columns[0] + columns[1], channels])
    }
    case 'MaxPooling2D':
    case 'AveragePooling2D':
      return facts(windowed(spec))
    case 'GlobalAveragePooling2D':
      return facts([channels])
    case 'Reshape':
      return facts(spec.shape)
    case 'Flatten':
      return facts([product(shape)])
    case 'Add':
    case 'Multiply':
      return facts(broadcast(inputs))
    case 'Concatenate':
      return facts([...shape.slice(0, -1), inputs.reduce((sum, input) => sum + input[input.length - 1]!, 0)])
    case 'Sequential':
      return spec.layers.reduce((sum, [, inner]) => {
        const one = factsOf(inner, [sum.shape])
        return facts(
          one.shape,
          sum.trainableParameters + one.trainableParameters,
          sum.parameters - sum.trainableParameters + one.parameters - one.trainableParameters,
        )
      }, facts(shape))
    case 'ReLU':
    case 'Activation':
    case 'Dropout':
    case 'Rescaling':
      return facts(shape)
  }
}
