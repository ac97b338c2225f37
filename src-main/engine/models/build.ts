// From a user's choice to a network with seeded weights.
import { UserError, type ModelChoice } from '../../contract'
import type { LayersModel } from '../tf'
import type { ApplicationChoice } from './applications/registry'
import { buildChain } from './chainLayers'
import { describeModel, type ModelInput } from './describe'
import { layersOf } from './registry'

export interface ImageModel {
  /** NHWC pictures, preprocessed, in; probabilities out. */
  readonly network: LayersModel
  /** The same layers and weights, up to before the softmax. */
  readonly logits: LayersModel
  readonly choice: ModelChoice | ApplicationChoice
  readonly inputSize: number
  readonly parameters: number
  readonly trainableParameters: number
  dispose(): void
}

/** Training holds weights, gradients and two optimizer slots: 16 bytes a parameter, here 3.2 GB. */
const mostParameters = 200e6

/**
 * Builds a model with fresh weights.
 * @param input side of the pictures, number of classes, and the run's seed: the same seed, the same weights
 * @throws UserError `model-input-too-small`, or `invalid-argument` where the model could not be held in memory
 */
export function buildModel(choice: ModelChoice, input: ModelInput & { seed: number }): ImageModel {
  const { parameters, trainableParameters } = describeModel(choice, input)
  if (parameters > mostParameters) {
    const millions = Math.round(parameters / 1e6)
    throw new UserError(
      'invalid-argument',
      `This model would have ${millions} million parameters; training it needs about ${Math.ceil(millions * 0.016)} GB.`,
      {
        detail: { millions },
        hint: 'Use a smaller picture size, a smaller dense layer, more blocks, or global average pooling.',
      },
    )
  }
  const { size } = input
  const { network, logits } = buildChain(layersOf(choice, size, input.classes), [size, size, 3], input.seed)
  return {
    network,
    logits,
    choice,
    inputSize: size,
    parameters,
    trainableParameters,
    // Both models hold the same layers: disposing of one frees them.
    dispose: () => void network.dispose(),
  }
}
