// From a user's choice to a network with seeded or pretrained weights.
import { UserError, type BaseMode, type ModelChoice, type TrainablePart } from '../../contract'
import type { LayersModel } from '../tf'
import { buildTransferModel, type TransferModel } from './applications/build'
import type { ApplicationChoice } from './applications/registry'
import { buildChain } from './chainLayers'
import { describeModel, needBase, requireWhole, type ModelInput } from './describe'
import { layersOf, type ChainChoice } from './registry'
import { loadWeights } from './weights-file/load'

export interface ImageModel {
  /** NHWC pictures, preprocessed, in; probabilities out. */
  readonly network: LayersModel
  /** The same layers and weights, up to before the softmax. */
  readonly logits: LayersModel
  /** Of a transfer model, the same layers and weights up to the features; null where there is no base. */
  readonly base: LayersModel | null
  readonly choice: ModelChoice | ApplicationChoice
  readonly inputSize: number
  readonly parameters: number
  /** As things are frozen now. */
  readonly trainableParameters: number
  /**
   * Freezes and unfreezes the base's layers; a head trains always. Create the training step afterwards.
   * @param mode of what trains of the base; `auto` where it is left out
   * @throws UserError `invalid-argument` for a layer that is not there, or a part of a model without a base
   */
  setTrainable(part: TrainablePart, mode?: BaseMode): void
  dispose(): void
}

export interface BuildInput extends ModelInput {
  /** The run's: the same seed, the same weights. */
  seed: number
}

type TransferChoice = Extract<ModelChoice, { name: 'transfer' }>

/** Training holds weights, gradients and two optimizer slots: 16 bytes a parameter, here 3.2 GB. */
const mostParameters = 200e6

function requireRoom(choice: ModelChoice, input: ModelInput): void {
  const { parameters } = describeModel(choice, input)
  if (parameters <= mostParameters) return
  const millions = Math.round(parameters / 1e6)
  const hint =
    choice.name === 'transfer'
      ? 'Use a smaller picture size, a smaller dense layer, or global average pooling.'
      : 'Use a smaller picture size, a smaller dense layer, more blocks, or global average pooling.'
  throw new UserError(
    'invalid-argument',
    `This model would have ${millions} million parameters; training it needs about ${Math.ceil(millions * 0.016)} GB.`,
    { detail: { millions }, hint },
  )
}

/**
 * Builds a model with weights drawn from the seed, a base's too.
 * @throws UserError `model-input-too-small`, or `invalid-argument` where the model could not be held in memory
 */
export function buildFresh(choice: ModelChoice, input: BuildInput): ImageModel {
  requireRoom(choice, input)
  return choice.name === 'transfer' ? onBase(choice, input, false) : fromScratch(choice, input)
}

/**
 * Builds a model as a run trains it: weights drawn from the seed, but for a pretrained base those of its file.
 * @throws UserError as `buildFresh` does, and for the file what `loadWeights` throws
 */
export async function buildModel(
  choice: ModelChoice,
  input: BuildInput & { weightsFile?: string },
): Promise<ImageModel> {
  if (choice.name !== 'transfer' || choice.options.weights === 'random') return buildFresh(choice, input)
  const { weightsFile } = input
  if (weightsFile === undefined) throw new Error('The weights of the base are missing')
  requireRoom(choice, input)
  const model = onBase(choice, input, true)
  try {
    await loadWeights(model.base, weightsFile)
    return model
  } catch (error) {
    model.dispose()
    throw error
  }
}

function fromScratch(choice: ChainChoice, { size, classes, seed }: BuildInput): ImageModel {
  const { parameters, trainableParameters } = describeModel(choice, { size, classes })
  const { network, logits } = buildChain(layersOf(choice, size, classes), [size, size, 3], seed)
  return {
    network,
    logits,
    base: null,
    choice,
    inputSize: size,
    parameters,
    trainableParameters,
    setTrainable: (part) => requireWhole(choice, part),
    // Both models hold the same layers: disposing of one frees them.
    dispose: () => void network.dispose(),
  }
}

/** @param pretrained leaves the base's kernels zeros, for weights that are loaded next */
function onBase(
  { options: { head } }: TransferChoice,
  { size, classes, seed, base }: BuildInput,
  pretrained: boolean,
): TransferModel {
  const { architecture: name, alpha } = needBase(base)
  return buildTransferModel({ name, alpha }, { size, classes, seed, head, pretrained })
}
