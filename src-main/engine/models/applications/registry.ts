// The one list of architectures that pretrained weights exist for.
import { UserError, type Preprocessing } from '../../../contract'
import type { Node } from './graph'
import { mobileNetV2, mobileNetV2Alphas } from './mobilenet-v2'

/** What happens to 0..255 values before a network sees them. */
export type PixelScaling = Pick<Preprocessing, 'scale' | 'offset' | 'channels'>

/** −1 to 1. */
const signed: PixelScaling = { scale: 1 / 127.5, offset: [-1, -1, -1], channels: 'rgb' }

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

export const applications = {
  'mobilenet-v2': {
    title: 'MobileNetV2',
    alphas: mobileNetV2Alphas,
    smallest: 32,
    size: 224,
    scaling: signed,
    graph: mobileNetV2,
  },
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
