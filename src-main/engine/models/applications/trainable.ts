// Which layers of a base a phase trains, with Keras's meaning: a frozen layer keeps its weights and is in inference
// mode, so that a frozen BatchNorm normalises by its averages and keeps them.
import { UserError, type TrainablePart } from '../../../contract'
import type { LayersModel } from '../../tf'
import { BatchNormalization } from '../layers/batchNormalization'
import { Dropout } from '../layers/dropout'

/**
 * The number of layers, counted from the first, that stay frozen.
 * @param layers names of the base's layers in Keras's order
 * @throws UserError `invalid-argument` for a layer that is not there
 */
export function frozenLayers(layers: readonly string[], part: TrainablePart): number {
  if (part === 'all') return 0
  if (part === 'head') return layers.length
  if ('last' in part) return Math.max(0, layers.length - part.last)
  const from = layers.indexOf(part.from)
  if (from < 0) {
    throw new UserError('invalid-argument', `The base has no layer named ${part.from}.`, {
      detail: { layer: part.from },
      hint: `Its last layers are ${layers.slice(-5).join(', ')}.`,
    })
  }
  return from
}

/**
 * Freezes and unfreezes the layers of a base. A step that was created before knows nothing of it.
 * @param order names of the base's layers in Keras's order; what is not among them has nothing to train
 * @param inference what trains, too, runs as at inference: BatchNorm keeps its averages, dropout is off
 */
export function setTrainable(
  base: LayersModel,
  order: readonly string[],
  part: TrainablePart,
  inference: boolean,
): void {
  const frozen = new Set(order.slice(0, frozenLayers(order, part)))
  for (const layer of base.layers) {
    layer.trainable = !frozen.has(layer.name)
    if (layer instanceof BatchNormalization || layer instanceof Dropout) layer.inference = inference
  }
}
