// What can be said of the bases that a model may stand on. Pure.
import { ownScaling, type BaseInfo, type NamedScaling } from '../../src-main/contract'
import { isHere } from '../stores/bases'

/** The base that a new model gets: MobileNetV2 of full width where it is here, another one that is, the one in the box. */
export function usualBase(bases: readonly BaseInfo[]): BaseInfo | undefined {
  const here = bases.filter(isHere)
  const fitting = here.filter((one) => one.architecture === 'mobilenet-v2')
  const [widest] = fitting.sort((a, b) => Math.abs(a.alpha - 1) - Math.abs(b.alpha - 1))
  return widest ?? here.find(({ state }) => state === 'installed') ?? here[0] ?? bases[0]
}

export interface BaseGroups {
  here: BaseInfo[]
  /** Catalogue entries that have to be downloaded first. */
  away: BaseInfo[]
}

/** As they are offered: what was trained on photos first, the one in the box after it, then what can be fetched. */
export function groupBases(bases: readonly BaseInfo[]): BaseGroups {
  const installed = bases.filter(({ state }) => state === 'installed')
  const box = bases.filter(({ state }) => state === 'built-in')
  return { here: [...installed, ...box], away: bases.filter((one) => !isHere(one)) }
}

/** The names of all scalings but the base's own: each is wrong for it. */
export function wrongScalings({ architecture }: Pick<BaseInfo, 'architecture'>): NamedScaling[] {
  const all: NamedScaling[] = ['unit', 'signed', 'raw', 'caffe', 'torch']
  return all.filter((name) => name !== ownScaling(architecture))
}
