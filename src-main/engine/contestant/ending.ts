// The end of a foreign model: what its outputs are, and where its scores (logits) come from.
import { type ContestantOutputs } from '../../contract'
import { type NetLayer } from './network'
import { unsupported } from './unsupported'

export interface Ending {
  outputs: ContestantOutputs
  /** Layers without the activation that made probabilities of scores. */
  layers: NetLayer[]
  /** The layer that gives the scores. */
  scores: string
}

/**
 * Takes the last softmax or sigmoid off, be it a layer or a layer's activation.
 * @param outputs values that the model gives
 */
export function endingOf(layers: readonly NetLayer[], output: string, outputs: number): Ending {
  const last = layers.find(({ name }) => name === output)!
  const { activation } = last.config
  const kind = activation === 'softmax' || activation === 'sigmoid' ? activation : null
  if (outputs === 1 && kind === 'softmax')
    throw unsupported(
      'a softmax over one output, which is always 1',
      'Train it with a sigmoid, or with two outputs.',
    )
  const named: ContestantOutputs =
    kind === 'softmax' ? 'softmax' : kind === 'sigmoid' ? (outputs === 1 ? 'sigmoid' : 'sigmoids') : outputs === 1 ? 'sigmoid' : 'logits' // prettier-ignore
  if (!kind) return { outputs: named, layers: [...layers], scores: output }
  if (last.type === 'Activation')
    return { outputs: named, layers: layers.filter((one) => one !== last), scores: last.inputs[0]! }
  const bare = { ...last, config: { ...last.config, activation: 'linear' } }
  return { outputs: named, layers: layers.map((one) => (one === last ? bare : one)), scores: output }
}
