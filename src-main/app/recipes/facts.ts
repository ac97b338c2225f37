// What a recipe is made from: the dataset at hand, the bases that are there, and the machine. Gathered by the handler.
import type { Architecture, BaseInfo, Dataset, EngineCallResult } from '../../contract'

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

/**
 * The graphics card that trains, as far as a doctor's report tells that measured nothing; null where the processor
 * does. Backends of the processor say on how many threads, or that it is one.
 */
export function cardOf({
  backends,
  gpus,
}: Pick<EngineCallResult<'doctor'>, 'backends' | 'gpus'>): string | null {
  const chosen = backends.find((one) => one.chosen && one.available)
  if (chosen?.name === 'webgpu') return gpus[0] ?? chosen.device ?? 'WebGPU'
  if (!chosen || chosen.threads !== null || chosen.device === null) return null
  if (/^CPU\b/i.test(chosen.device)) return null
  return gpus[0] ?? chosen.device
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

/** What a base is called in the name of a run: of one that a user imported, without the name of the file. */
export const baseName = ({ title }: Pick<BaseInfo, 'title'>): string => title.split(' · ')[0]!
