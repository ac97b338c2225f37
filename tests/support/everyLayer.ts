// A small network with every layer and activation that the architectures have: what a format makes of each, in a
// fraction of a second.
import { activation, border, chain, imageInput } from '../../src-main/engine/models/applications/parts'
import { layer, operator } from '../../src-main/engine/models/applications/graph'
import { buildLayers } from '../../src-main/engine/models/applications/graph-layers'
import { tf, type LayersModel } from '../../src-main/engine/tf'
import { fill } from './keras-formulas'

/** Preprocessed pictures of `size` × `size` in, probabilities out; weights by formula. */
export function everyLayer(size: number, classes: number): LayersModel {
  const input = imageInput(size)
  let x = chain(
    input,
    ['rescaling', { type: 'Rescaling', scale: 0.5, offset: 0.1 }],
    ['normalization', { type: 'Normalization', mean: [0.1, 0.2, 0.3], variance: [0.5, 0.6, 0.7] }],
    ['fitted', { type: 'Normalization' }],
    ['pad', border(1)],
    ['stem', { type: 'Conv2D', filters: 8, kernel: 3, strides: 2, padding: 'valid', useBias: false }],
    ['stem_bn', { type: 'BatchNormalization' }],
    ['stem_swish', activation('hardSwish')],
  )
  const squeezed = chain(
    x,
    ['depthwise', { type: 'DepthwiseConv2D', kernel: 5 }],
    ['depthwise_bn', { type: 'BatchNormalization', epsilon: 1e-2 }],
    ['depthwise_relu', { type: 'ReLU', maxValue: 6 }],
  )
  let gate = chain(
    squeezed,
    ['squeeze', { type: 'GlobalAveragePooling2D' }],
    ['squeeze_reshape', { type: 'Reshape', shape: [1, 1, 8] }],
    ['squeeze_conv', { type: 'Conv2D', filters: 4, kernel: 1, activation: 'relu' }],
    ['excite_conv', { type: 'Conv2D', filters: 8, kernel: 1 }],
  )
  gate = operator('shift', { type: 'Rescaling', scale: 1, offset: 3 }, gate)
  gate = operator(
    'scale',
    { type: 'Rescaling', scale: 1 / 6 },
    layer('gate', { type: 'ReLU', maxValue: 6 }, gate),
  )
  x = layer('residual', { type: 'Add' }, x, layer('excited', { type: 'Multiply' }, squeezed, gate))
  x = chain(x, [
    'patches',
    {
      type: 'Sequential',
      layers: [
        ['patches_norm', { type: 'LayerNormalization', epsilon: 1e-6 }],
        ['patches_conv', { type: 'Conv2D', filters: 6, kernel: 2, strides: 2, padding: 'valid' }],
      ],
    },
  ])
  const block = chain(
    x,
    ['block_norm', { type: 'LayerNormalization', epsilon: 1e-6 }],
    ['block_wide', { type: 'Dense', units: 12 }],
    ['block_gelu', activation('gelu')],
    ['block_narrow', { type: 'Dense', units: 6 }],
    ['block_scale', { type: 'LayerScale', initial: 1, channels: 6 }],
    ['block_identity', activation('linear')],
    ['block_drop', { type: 'Dropout', rate: 0.2, wholeSamples: true }],
  )
  x = operator('block_add', { type: 'Add' }, x, block)
  const pooled = layer('max', { type: 'MaxPooling2D', kernel: 3 }, x)
  const averaged = layer('average_same', { type: 'AveragePooling2D', kernel: 2 }, x)
  x = layer('concatenated', { type: 'Concatenate' }, x, pooled, averaged)
  x = chain(
    x,
    ['late_bn', { type: 'BatchNormalization' }],
    ['late_swish', activation('swish')],
    ['late_sigmoid', activation('sigmoid')],
    ['late_pool', { type: 'AveragePooling2D', kernel: 2, strides: 2, padding: 'valid' }],
    ['flatten', { type: 'Flatten' }],
    ['hidden', { type: 'Dense', units: 10, activation: 'elu' }],
    ['hidden_bn', { type: 'BatchNormalization' }],
    ['hidden_tanh', activation('tanh')],
    ['dropout', { type: 'Dropout', rate: 0.5 }],
    ['logits', { type: 'Dense', units: classes }],
    ['probabilities', activation('softmax')],
  )
  const tensors = buildLayers(x, () => null)
  const model = tf.model({ name: 'network', inputs: tensors.get(input)!, outputs: tensors.get(x)! })
  fill(model, 3)
  return model
}
