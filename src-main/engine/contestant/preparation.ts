// How pictures are prepared for a foreign model, as far as its files tell, and the best guess where they do not.
import {
  namedScaling,
  pixelScalings,
  type NamedScaling,
  type PreparationFrom,
  type Preprocessing,
  type ResizeMode,
} from '../../contract'
import { firstLayers, type Network } from './network'
import { type Notes } from './notes'
import { type OpenedModel } from './open'

export interface Preparation {
  scaling: Pick<Preprocessing, 'scale' | 'offset' | 'channels' | 'deviation'>
  /** Its name; null for one without. */
  name: NamedScaling | null
  resize: ResizeMode
  from: PreparationFrom
}

/** Names that Keras's networks give their layers, and what each network was trained with. */
const signs: readonly (readonly [RegExp, NamedScaling])[] = [
  [/^(block5_conv[34]|conv1_conv|conv2_block1_1_conv)$/, 'caffe'],
  [
    /^(conv_dw_1|conv_pw_1|Conv1|block_1_expand|expanded_conv_depthwise|block2_sepconv1|normal_conv_1_1)$/,
    'signed',
  ],
  [/^(conv2_block1_0_bn|conv2_block1_concat)$/, 'torch'],
  [/^(stem_conv|block1a_dwconv|convnext_.*)$/, 'raw'],
]

/** The network that a model's layers are called like. DenseNet and ResNet share names: what only one has decides. */
function byNames({ layers }: Network): NamedScaling | null {
  const names = new Set(layers.map(({ name }) => name))
  const has = (sign: RegExp) => [...names].some((name) => sign.test(name))
  if (has(/^conv2_block1_concat$/)) return 'torch'
  // Version 2 of ResNet ends its blocks otherwise, and was trained with −1 to 1.
  if (has(/^conv2_block1_preact_bn$/)) return 'signed'
  return signs.find(([sign]) => has(sign))?.[1] ?? null
}

/** Whether the model's own first layers scale pixels: it takes them as they are. */
const scalesInside = (network: Network): boolean =>
  firstLayers(network).some(({ type, config, from }) => {
    if (type === 'Rescaling') return true
    // With numbers of its own, or learnt ones; those of pixels from 0 to 1 are told by whoever made it.
    return type === 'Normalization' && (from?.type === 'Normalization' || Array.isArray(config.mean))
  })

/**
 * What Teachable Machine's library does, in training and afterwards: v / 127 − 1. Its snippet for Python divides by
 * 127.5, which is not what the model was trained with.
 */
const teachableMachine = {
  scale: 1 / 127,
  offset: [-1, -1, -1],
  channels: 'rgb',
} satisfies Preparation['scaling']

function scalingOf({ format }: OpenedModel, notes: Notes, network: Network): Omit<Preparation, 'resize'> {
  const named = (name: NamedScaling, from: PreparationFrom) => ({ scaling: pixelScalings[name], name, from })
  if (notes.preprocessing) {
    // All of Cotejo's formats but the layers of TensorFlow.js have it inside.
    if (format !== 'tfjs') return named('raw', 'metadata')
    const { scale, offset, channels, deviation } = notes.preprocessing
    const scaling = { scale, offset, channels, ...(deviation && { deviation }) }
    return { scaling, name: namedScaling(scaling), from: 'metadata' }
  }
  if (notes.origin === 'teachable-machine')
    return { scaling: teachableMachine, name: null, from: 'teachable-machine' }
  if (scalesInside(network)) return named('raw', 'inside')
  const network_ = byNames(network)
  return network_ ? named(network_, 'architecture') : named('unit', 'guess')
}

/** What is known, or guessed. Keras's own loader stretches pictures; Teachable Machine and Cotejo say what they do. */
export function preparationOf(model: OpenedModel, network: Network): Preparation {
  const { notes } = model
  const resize = notes.preprocessing?.resize ?? (notes.origin === 'teachable-machine' ? 'cover' : 'stretch')
  return { ...scalingOf(model, notes, network), resize }
}
