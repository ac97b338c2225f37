// What is put on a base: the picture's features become one vector, perhaps a hidden layer, then the classes.
import type { Activation } from '../activation'
import { layer, type Node } from './graph'
import { chain } from './parts'

export interface HeadOptions {
  /** How height × width × channels become one vector. */
  pooling: 'globalAverage' | 'flatten'
  /** Units of the hidden layer; 0 leaves it out. */
  dense: number
  /** Normalises the hidden layer before its activation. */
  batchNorm: boolean
  activation: Activation
  /** Rate before the classes; 0 leaves it out. */
  dropout: number
}

/** Global average and a linear classifier. */
export const linearHead: HeadOptions = {
  pooling: 'globalAverage',
  dense: 0,
  batchNorm: false,
  activation: 'relu',
  dropout: 0,
}

/** The head on the features of a base; ends with the layers `logits` and `probabilities`, as every model does. */
export function headGraph(
  features: Node,
  options: HeadOptions,
  classes: number,
): { logits: Node; probabilities: Node } {
  const { activation, batchNorm, dropout } = options
  let x =
    options.pooling === 'flatten'
      ? layer('flatten', { type: 'Flatten' }, features)
      : layer('average', { type: 'GlobalAveragePooling2D' }, features)
  if (options.dense > 0) {
    x = chain(x, [
      'dense',
      { type: 'Dense', units: options.dense, activation: batchNorm ? undefined : activation },
    ])
    if (batchNorm) {
      x = chain(
        x,
        ['dense_bn', { type: 'BatchNormalization' }],
        [`dense_${activation}`, { type: 'Activation', activation }],
      )
    }
  }
  if (dropout > 0) x = chain(x, ['dropout', { type: 'Dropout', rate: dropout }])
  const logits = layer('logits', { type: 'Dense', units: classes }, x)
  return {
    logits,
    probabilities: layer('probabilities', { type: 'Activation', activation: 'softmax' }, logits),
  }
}
