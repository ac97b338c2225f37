// What is put on a base: the picture's features become one vector, perhaps a hidden layer, then the classes.
import { headOptions, type HeadOptions } from '../../../contract'
import { layer, type Node } from './graph'
import { chain } from './parts'

/** Global average and a linear classifier. */
export const linearHead: HeadOptions = headOptions.parse({})

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
