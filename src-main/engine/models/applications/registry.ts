// The one list of architectures that pretrained weights exist for.
import { UserError, type Preprocessing } from '../../../contract'
import { convNeXtTiny } from './convnext'
import { denseNet121 } from './densenet'
import { efficientNetB0, efficientNetB1, efficientNetB2, efficientNetB3 } from './efficientnet'
import { efficientNetV2B0 } from './efficientnet-v2'
import type { Node } from './graph'
import { mobileNet, mobileNetAlphas } from './mobilenet'
import { mobileNetV2, mobileNetV2Alphas } from './mobilenet-v2'
import { mobileNetV3Alphas, mobileNetV3Large, mobileNetV3Small } from './mobilenet-v3'
import { resNet101, resNet152, resNet50 } from './resnet'
import { vgg16, vgg19 } from './vgg'

/** What happens to 0..255 values before a network sees them. */
export type PixelScaling = Pick<Preprocessing, 'scale' | 'offset' | 'channels' | 'deviation'>

/** −1 to 1. */
const signed: PixelScaling = { scale: 1 / 127.5, offset: [-1, -1, -1], channels: 'rgb' }
/** BGR without its mean over ImageNet. */
const caffe: PixelScaling = { scale: 1, offset: [-103.939, -116.779, -123.68], channels: 'bgr' }
/** 0 to 1, normalised by mean and deviation over ImageNet. */
const torch: PixelScaling = {
  scale: 1 / 255,
  offset: [-0.485, -0.456, -0.406],
  deviation: [0.229, 0.224, 0.225],
  channels: 'rgb',
}
/** 0 to 255: the network's first layers do the rest. */
const inside: PixelScaling = { scale: 1, offset: [0, 0, 0], channels: 'rgb' }

interface Application {
  /** As its authors write it. */
  readonly title: string
  /** Factors of the width that weights were published for; only 1 where it has no such factor. */
  readonly alphas: readonly number[]
  /** The smallest side in pixels. */
  readonly smallest: number
  /** The side that the published weights were trained at. */
  readonly size: number
  /** What the published weights expect. */
  readonly scaling: PixelScaling
  readonly graph: (size: number, alpha: number) => Node
}

/** All of Keras's families take pictures of 32 pixels or more. */
const smallest = 32

const entry = (
  title: string,
  size: number,
  scaling: PixelScaling,
  graph: Application['graph'],
  alphas: readonly number[] = [1],
): Application => ({ title, alphas, smallest, size, scaling, graph })

export const applications = {
  mobilenet: entry('MobileNet', 224, signed, mobileNet, mobileNetAlphas),
  'mobilenet-v2': entry('MobileNetV2', 224, signed, mobileNetV2, mobileNetV2Alphas),
  'mobilenet-v3-small': entry('MobileNetV3 Small', 224, inside, mobileNetV3Small, mobileNetV3Alphas),
  'mobilenet-v3-large': entry('MobileNetV3 Large', 224, inside, mobileNetV3Large, mobileNetV3Alphas),
  'efficientnet-b0': entry('EfficientNet-B0', 224, inside, efficientNetB0),
  'efficientnet-b1': entry('EfficientNet-B1', 240, inside, efficientNetB1),
  'efficientnet-b2': entry('EfficientNet-B2', 260, inside, efficientNetB2),
  'efficientnet-b3': entry('EfficientNet-B3', 300, inside, efficientNetB3),
  'efficientnet-v2-b0': entry('EfficientNetV2-B0', 224, inside, efficientNetV2B0),
  vgg16: entry('VGG16', 224, caffe, vgg16),
  vgg19: entry('VGG19', 224, caffe, vgg19),
  resnet50: entry('ResNet50', 224, caffe, resNet50),
  resnet101: entry('ResNet101', 224, caffe, resNet101),
  resnet152: entry('ResNet152', 224, caffe, resNet152),
  densenet121: entry('DenseNet121', 224, torch, denseNet121),
  'convnext-tiny': entry('ConvNeXt Tiny', 224, inside, convNeXtTiny),
} as const satisfies Record<string, Application>

export type ApplicationName = keyof typeof applications
export const applicationNames = Object.keys(applications) as ApplicationName[]

export const application = (name: ApplicationName): Application => applications[name]

export interface ApplicationChoice {
  readonly name: ApplicationName
  /** Factor of the width; 1 where it is left out. */
  readonly alpha?: number
}

/**
 * The network without its top, as a graph.
 * @param size side of the square RGB input in pixels
 * @throws UserError `model-unknown`, `model-input-too-small`, or `invalid-argument` for an alpha never published
 */
export function applicationGraph({ name, alpha = 1 }: ApplicationChoice, size: number): Node {
  if (!Object.hasOwn(applications, name)) {
    throw new UserError('model-unknown', `There is no architecture named ${name}.`, {
      detail: { name },
      hint: `There are ${applicationNames.join(', ')}.`,
    })
  }
  const { title, alphas, smallest, graph } = application(name)
  if (!alphas.includes(alpha)) {
    throw new UserError('invalid-argument', `${title} was not published with a width of ${alpha}.`, {
      detail: { title, alpha },
      hint: `Use ${alphas.join(', ')}.`,
    })
  }
  if (!Number.isInteger(size) || size < smallest) {
    throw new UserError(
      'model-input-too-small',
      `${title} needs pictures of at least ${smallest} pixels; these have ${size}.`,
      { detail: { title, smallest, size }, hint: `Use a size of ${smallest} pixels or more.` },
    )
  }
  return graph(size, alpha)
}
