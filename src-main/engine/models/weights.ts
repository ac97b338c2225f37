// The variables behind a layers model, in one order: that of `model.weights`.
import type { LayersModel, Tensor, Variable } from '../tf'
import { BatchNormalization } from './layers/batchNormalization'

const variables = (weights: LayersModel['weights']) => weights.map((w) => w.read() as Variable)

/** All variables of a model: what a saved model holds. */
export const allWeights = (model: LayersModel): Variable[] => variables(model.weights)

/** The variables that gradients are taken for. */
export const trainableWeights = (model: LayersModel): Variable[] => variables(model.trainableWeights)

/** The variables that a training step moves without a gradient: averages of BatchNorm layers that are not frozen. */
export const stepStatistics = (model: LayersModel): Variable[] =>
  model.layers.flatMap((layer) => (layer instanceof BatchNormalization ? layer.statistics() : []))

/** New tensors that share the variables' present values; variables are replaced, never written into. */
export const snapshot = (weights: readonly Variable[]): Tensor[] => weights.map((w) => w.clone())

/** Gives variables new values and frees the tensors that brought them. */
export function assignAndDispose(weights: readonly Variable[], values: readonly Tensor[]): void {
  weights.forEach((variable, i) => {
    variable.assign(values[i]!)
    values[i]!.dispose()
  })
}
