// Which bases stand together on the screen: families, in the order in which most people look for one.
import { type Architecture, type BaseInfo } from '../../src-main/contract'

const members = {
  box: ['cotejo-mini'],
  mobilenet: ['mobilenet', 'mobilenet-v2', 'mobilenet-v3-small', 'mobilenet-v3-large'],
  efficientnet: [
    'efficientnet-b0',
    'efficientnet-b1',
    'efficientnet-b2',
    'efficientnet-b3',
    'efficientnet-v2-b0',
  ],
  resnet: ['resnet50', 'resnet101', 'resnet152'],
  vgg: ['vgg16', 'vgg19'],
  densenet: ['densenet121'],
  convnext: ['convnext-tiny'],
} as const satisfies Record<string, readonly Architecture[]>

export type Family = keyof typeof members

/** Families that have bases, each with its own in the order of the list. */
export const byFamily = (bases: readonly BaseInfo[]): { family: Family; bases: BaseInfo[] }[] =>
  (Object.keys(members) as Family[])
    .map((family) => ({
      family,
      bases: bases.filter((base) => (members[family] as readonly string[]).includes(base.architecture)),
    }))
    .filter((one) => one.bases.length > 0)

export interface Width {
  architecture: Architecture
  /** As its authors write it, without the width. */
  title: string
  alphas: number[]
}

/** The architectures and widths that the bases are of. */
export function widthsOf(bases: readonly BaseInfo[]): Width[] {
  const found = new Map<Architecture, Width>()
  for (const { architecture, alpha, title, origin } of bases) {
    if (origin === 'file') continue
    const one = found.get(architecture) ?? { architecture, title, alphas: [] }
    one.alphas.push(alpha)
    found.set(architecture, one)
  }
  for (const one of found.values()) {
    one.alphas.sort((a, b) => a - b)
    if (one.alphas.length > 1) one.title = one.title.replace(/ [\d.]+$/, '')
  }
  return [...found.values()]
}
