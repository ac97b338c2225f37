// The scalings of pixel values that pretrained networks were trained with, and which network has which: one table for
// training, prediction, export and the interface.
import { type Architecture, type PixelScalingName } from './base'
import { type Preprocessing } from './model'

/** What happens to 0..255 values before a network sees them: (v * scale + offset[channel]) / deviation[channel]. */
export type PixelScaling = Pick<Preprocessing, 'scale' | 'offset' | 'channels' | 'deviation'>

/** A scaling by what it does, not by whose it is. */
export type NamedScaling = Exclude<PixelScalingName, 'own'>

export const pixelScalings: Record<NamedScaling, PixelScaling> = {
  /** −1 to 1. */
  signed: { scale: 1 / 127.5, offset: [-1, -1, -1], channels: 'rgb' },
  /** BGR without its mean over ImageNet. */
  caffe: { scale: 1, offset: [-103.939, -116.779, -123.68], channels: 'bgr' },
  /** 0 to 1, normalised by mean and deviation over ImageNet. */
  torch: {
    scale: 1 / 255,
    offset: [-0.485, -0.456, -0.406],
    deviation: [0.229, 0.224, 0.225],
    channels: 'rgb',
  },
  /** 0 to 1. */
  unit: { scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
  /** 0 to 255. */
  raw: { scale: 1, offset: [0, 0, 0], channels: 'rgb' },
}

/** The scaling that a preparation of pictures has, where it is one of those with a name. */
export function namedScaling(given: PixelScaling): NamedScaling | null {
  const near = (a: readonly number[], b: readonly number[]) => a.every((x, i) => Math.abs(x - b[i]!) < 1e-6)
  const one = [1, 1, 1]
  const names = Object.keys(pixelScalings) as NamedScaling[]
  const same = (name: NamedScaling): boolean => {
    const known = pixelScalings[name]
    return (
      Math.abs(known.scale - given.scale) < 1e-9 &&
      known.channels === given.channels &&
      near(known.offset, given.offset) &&
      near(known.deviation ?? one, given.deviation ?? one)
    )
  }
  return names.find(same) ?? null
}

/** What the published weights of each architecture expect. `raw`: the network's first layers do the rest. */
const ownScalings: Record<Architecture, NamedScaling> = {
  'cotejo-mini': 'signed',
  mobilenet: 'signed',
  'mobilenet-v2': 'signed',
  'mobilenet-v3-small': 'raw',
  'mobilenet-v3-large': 'raw',
  'efficientnet-b0': 'raw',
  'efficientnet-b1': 'raw',
  'efficientnet-b2': 'raw',
  'efficientnet-b3': 'raw',
  'efficientnet-v2-b0': 'raw',
  vgg16: 'caffe',
  vgg19: 'caffe',
  resnet50: 'caffe',
  resnet101: 'caffe',
  resnet152: 'caffe',
  densenet121: 'torch',
  'convnext-tiny': 'raw',
}

export const ownScaling = (architecture: Architecture): NamedScaling => ownScalings[architecture]

/** The name of the scaling that a choice comes to. */
export const scalingNamed = (architecture: Architecture, name: PixelScalingName): NamedScaling =>
  name === 'own' ? ownScaling(architecture) : name

/** Whether a scaling is not the one that the base was trained with. */
export const isWrongScaling = (architecture: Architecture, name: PixelScalingName): boolean =>
  scalingNamed(architecture, name) !== ownScaling(architecture)

/** The scaling that pictures get for a base. */
export const scalingOf = (architecture: Architecture, name: PixelScalingName): PixelScaling =>
  pixelScalings[scalingNamed(architecture, name)]
