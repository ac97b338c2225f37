// A base with a head as a table of layers, told without allocating a weight.
import type { HeadOptions, ModelSummary, TrainablePart } from '../../../contract'
import { layersOf, nodesOf } from './graph'
import { headGraph, linearHead } from './head'
import { applicationGraph, type ApplicationChoice } from './registry'
import { frozenLayers } from './trainable'

/**
 * Layers with names, types, output shapes (null is the batch) and parameters, the base's first.
 * @param options what trains: everything where it is left out
 * @throws UserError `model-unknown`, `model-input-too-small`, or `invalid-argument` for an alpha never published or a
 *   layer that is not there
 */
export function describeTransferModel(
  choice: ApplicationChoice,
  options: { size: number; classes: number; head?: HeadOptions; trainable?: TrainablePart },
): Omit<ModelSummary, 'name'> {
  const { size, classes, head = linearHead, trainable = 'all' } = options
  const features = applicationGraph(choice, size)
  const { probabilities } = headGraph(features, head, classes)
  const base = layersOf(features)
  const names = base.map((node) => node.name)
  const frozen = new Set(base.slice(0, frozenLayers(names, trainable)))
  const nodes = nodesOf(probabilities)
  return {
    inputShape: [size, size, 3],
    parameters: nodes.reduce((sum, node) => sum + node.parameters, 0),
    trainableParameters: nodes.reduce(
      (sum, node) => sum + (frozen.has(node) ? 0 : node.trainableParameters),
      0,
    ),
    layers: nodes
      .filter((node) => !node.operator)
      .map((node) => ({
        name: node.name,
        type: node.spec.type,
        outputShape: [null, ...node.shape],
        parameters: node.parameters,
      })),
  }
}
