// The one list of architectures that pretrained weights exist for.
import { ownScaling, pixelScalings, UserError, type Architecture, type PixelScaling } from '../../../contract'
import { convNeXtTiny } from './convnext'
import { cotejoMini } from './cotejo-mini'
import { denseNet121 } from './densenet'
import { efficientNetB0, efficientNetB1, efficientNetB2, efficientNetB3 } from './efficientnet'
import { efficientNetV2B0 } from './efficientnet-v2'
import type { Node } from './graph'
import { mobileNet, mobileNetAlphas } from './mobilenet'
import { mobileNetV2, mobileNetV2Alphas } from './mobilenet-v2'
import { mobileNetV3Alphas, mobileNetV3Large, mobileNetV3Small } from './mobilenet-v3'
import { resNet101, resNet152, resNet50 } from './resnet'
import { vgg16, vgg19 } from './vgg'

interface Application {
  /** As its authors write it. */
  readonly title: string
  /** Factors of the width that weights were published for; only 1 where it has no such factor. */
  readonly alphas: readonly number[]
  /** The smallest side in pixels. */
  readonly smallest: number
  /** The side that the published weights were trained at. */
  readonly size: number
  readonly graph: (size: number, alpha: number) => Node
}

/** All of Keras's families take pictures of 32 pixels or more. */
const smallest = 32

const entry = (
  title: string,
  size: number,
  graph: Application['graph'],
  alphas: readonly number[] = [1],
): Application => ({ title, alphas, smallest, size, graph })

export const applications = {
  mobilenet: entry('MobileNet', 224, mobileNet, mobileNetAlphas),
  'mobilenet-v2': entry('MobileNetV2', 224, mobileNetV2, mobileNetV2Alphas),
  'mobilenet-v3-small': entry('MobileNetV3 Small', 224, mobileNetV3Small, mobileNetV3Alphas),
  'mobilenet-v3-large': entry('MobileNetV3 Large', 224, mobileNetV3Large, mobileNetV3Alphas),
  'efficientnet-b0': entry('EfficientNet-B0', 224, efficientNetB0),
  'efficientnet-b1': entry('EfficientNet-B1', 240, efficientNetB1),
  'efficientnet-b2': entry('EfficientNet-B2', 260, efficientNetB2),
  'efficientnet-b3': entry('EfficientNet-B3', 300, efficientNetB3),
  'efficientnet-v2-b0': entry('EfficientNetV2-B0', 224, efficientNetV2B0),
  vgg16: entry('VGG16', 224, vgg16),
  vgg19: entry('VGG19', 224, vgg19),
  resnet50: entry('ResNet50', 224, resNet50),
  resnet101: entry('ResNet101', 224, resNet101),
  resnet152: entry('ResNet152', 224, resNet152),
  densenet121: entry('DenseNet121', 224, denseNet121),
  'convnext-tiny': entry('ConvNeXt Tiny', 224, convNeXtTiny),
  'cotejo-mini': entry('Cotejo Mini', 32, cotejoMini),
} as const satisfies Record<Architecture, Application>

export const applicationNames = Object.keys(applications) as Architecture[]

export const application = (name: Architecture): Application => applications[name]

/** What the published weights of an application expect of pixel values. */
export const applicationScaling = (name: Architecture): PixelScaling => pixelScalings[ownScaling(name)]

export interface ApplicationChoice {
  readonly name: Architecture
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
