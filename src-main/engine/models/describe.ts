// A model as a table of layers, told without allocating a weight.
import type { ModelChoice, ModelSummary } from '../../contract'
import { chainFacts } from './chain'
import { layersOf } from './registry'

export interface ModelInput {
  /** Side of the square RGB input in pixels. */
  size: number
  classes: number
}

/**
 * Layers with names, types, output shapes (null is the batch) and parameters.
 * @throws UserError `model-input-too-small`
 */
export function describeModel(choice: ModelChoice, { size, classes }: ModelInput): ModelSummary {
  const layers = layersOf(choice, size, classes)
  const facts = chainFacts(layers, [size, size, 3])
  const sum = (of: 'parameters' | 'trainableParameters') => facts.reduce((all, one) => all + one[of], 0)
  return {
    name: choice.name,
    inputShape: [size, size, 3],
    parameters: sum('parameters'),
    trainableParameters: sum('trainableParameters'),
    layers: layers.map((layer, i) => ({
      name: layer.name,
      type: layer.type,
      outputShape: [null, ...facts[i]!.outputShape],
      parameters: facts[i]!.parameters,
    })),
  }
}
