// A model as a table of layers, told without allocating a weight.
import {
  UserError,
  type ModelChoice,
  type ModelSummary,
  type TrainablePart,
  type UsedBase,
} from '../../contract'
import { describeTransferModel } from './applications/describe'
import { chainFacts } from './chain'
import { layersOf, type ChainChoice } from './registry'

/** What has to be known of a base to build its layers. */
export type BaseShape = Pick<UsedBase, 'architecture' | 'alpha'>

export interface ModelInput {
  /** Side of the square RGB input in pixels. */
  size: number
  classes: number
  /** What a transfer model stands on. */
  base?: BaseShape
}

/**
 * Layers with names, types, output shapes (null is the batch) and parameters.
 * @param trainable what trains; everything where it is left out
 * @throws UserError `model-input-too-small`; `invalid-argument` for a part that the model does not have
 */
export function describeModel(
  choice: ModelChoice,
  { size, classes, base }: ModelInput,
  trainable: TrainablePart = 'all',
): ModelSummary {
  if (choice.name === 'transfer') {
    const { architecture: name, alpha } = needBase(base)
    const { head } = choice.options
    return { name: 'transfer', ...describeTransferModel({ name, alpha }, { size, classes, head, trainable }) }
  }
  requireWhole(choice, trainable)
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

export function needBase(base: BaseShape | undefined): BaseShape {
  if (base) return base
  throw new Error('A transfer model was asked for without its base')
}

/** @throws UserError `invalid-argument` where only a part of a model without a base shall train */
export function requireWhole({ name }: ChainChoice, part: TrainablePart): void {
  if (part === 'all') return
  const model = name.toUpperCase()
  throw new UserError('invalid-argument', `A ${model} has no pretrained part to freeze: all of it trains.`, {
    detail: { model },
    hint: 'Leave out what trains, or choose a pretrained base.',
  })
}
