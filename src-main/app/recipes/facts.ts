// What a recipe is made from: the dataset at hand, the bases that are there, and the machine. Gathered by the handler.
import type { Architecture, BaseInfo, Dataset, ImportReport } from '../../contract'

export interface Machine {
  /** Name of the graphics card that trains; null where the processor does. */
  readonly card: string | null
  readonly cores: number
}

export interface RecipeFacts {
  readonly dataset: Dataset
  /** Usual shorter side of the pictures in pixels, before they are resized. */
  readonly side: number
  /** All that `bases.list` has. */
  readonly bases: readonly BaseInfo[]
  readonly machine: Machine
}

/** What archives without sizes in their report have. */
const CIFAR_SIDE = 32

/** The median of the shorter sides, as far as the report's histogram tells: the lower edge of the middle bar. */
export function usualSide(
  dataset: Pick<Dataset, 'kind' | 'size'>,
  report: Pick<ImportReport, 'spread'>,
): number {
  const side = report.spread?.side
  const total = side?.counts.reduce((sum, count) => sum + count, 0) ?? 0
  if (!side || total === 0) return dataset.kind === 'cifar10' ? CIFAR_SIDE : dataset.size
  let seen = 0
  const middle = side.counts.findIndex((count) => (seen += count) * 2 >= total)
  return Math.round(side.edges[middle]!)
}

/** Usable at once: shipped with Cotejo, or installed. */
export const isHere = ({ state }: Pick<BaseInfo, 'state'>): boolean =>
  state === 'built-in' || state === 'installed'

/** A base shipped with Cotejo is the last choice: it has seen small pictures alone. */
export const isBox = ({ state }: Pick<BaseInfo, 'state'>): boolean => state === 'built-in'

/**
 * The base to take of an architecture: one that is here before one that would have to be fetched, then the full width,
 * then what the catalogue has before a file of the user's, then the largest pictures it was trained at.
 */
export function baseOf(bases: readonly BaseInfo[], architecture: Architecture): BaseInfo | null {
  const rank = (one: BaseInfo): number[] => [
    isHere(one) ? 0 : 1,
    Math.abs(one.alpha - 1),
    one.origin === 'file' ? 1 : 0,
    -one.size,
  ]
  const fitting = bases.filter((one) => one.architecture === architecture)
  fitting.sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    const at = x.findIndex((value, i) => value !== y[i])
    return at < 0 ? a.id.localeCompare(b.id) : x[at]! - y[at]!
  })
  return fitting[0] ?? null
}
