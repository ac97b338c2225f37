// Parts that architectures share.
import type { Activation } from './activation'
import type { ChainLayer } from './chain'

type Weighted =
  | Omit<Extract<ChainLayer, { type: 'Conv2D' }>, 'useBias' | 'activation'>
  | Omit<Extract<ChainLayer, { type: 'Dense' }>, 'useBias' | 'activation'>

/**
 * A layer with weights and its activation; with `batchNorm`, normalised between the two (then without a bias, which
 * the normalisation would take away again).
 * @param names pattern for the layers that are added: `%` becomes `bn` or the activation's name
 */
export function normalized(
  layer: Weighted,
  names: string,
  batchNorm: boolean,
  activation: Activation,
): ChainLayer[] {
  if (!batchNorm) return [{ ...layer, activation, useBias: true }]
  return [
    { ...layer, useBias: false },
    { type: 'BatchNormalization', name: names.replace('%', 'bn') },
    { type: 'Activation', name: names.replace('%', activation), activation },
  ]
}

/** The last two layers of every model: training and temperature scaling need the logits, users the probabilities. */
export const classifier = (classes: number): ChainLayer[] => [
  { type: 'Dense', name: 'logits', units: classes, useBias: true },
  { type: 'Activation', name: 'probabilities', activation: 'softmax' },
]
