// The variables behind a layers model, in one order whatever is frozen: that of the layers. (`model.weights` sorts
// what trains before what does not.)
import type { LayersModel, Tensor, Variable } from '../tf'
import { BatchNormalization } from './layers/batchNormalization'

type Layer = LayersModel['layers'][number]
type Weight = LayersModel['weights'][number]

/** The layers of a model, with those of models within it in their place. */
export const innermostLayers = (model: LayersModel): Layer[] =>
  model.layers.flatMap((layer) => ('layers' in layer ? innermostLayers(layer as LayersModel) : [layer]))

const variables = (weights: readonly Weight[]) => weights.map((w) => w.read() as Variable)

/** All variables of a model: what a saved model holds. */
export const allWeights = (model: LayersModel): Variable[] =>
  variables(innermostLayers(model).flatMap((layer) => layer.weights))

/** The variables that gradients are taken for. */
export const trainableWeights = (model: LayersModel): Variable[] => variables(model.trainableWeights)

/** The variables that a training step moves without a gradient: averages of BatchNorm layers that are not frozen. */
export const stepStatistics = (model: LayersModel): Variable[] =>
  model.layers.flatMap((layer) => (layer instanceof BatchNormalization ? layer.statistics() : []))

export const countElements = (weights: readonly Variable[]): number =>
  weights.reduce((sum, { size }) => sum + size, 0)

/** New tensors that share the variables' present values; variables are replaced, never written into. */
export const snapshot = (weights: readonly Variable[]): Tensor[] => weights.map((w) => w.clone())

/** Gives variables new values and frees the tensors that brought them. */
export function assignAndDispose(weights: readonly Variable[], values: readonly Tensor[]): void {
  weights.forEach((variable, i) => {
    variable.assign(values[i]!)
    values[i]!.dispose()
  })
}
