// Which base a recipe takes, and what that means for the user: something to install first, something to install for
// a better result, or nothing.
import type { Architecture, BaseInfo, Reason } from '../../contract'
import { baseName, baseOf, isBox, isHere, type RecipeFacts } from './facts'

export interface Choice {
  readonly base: BaseInfo
  /** Would make the runs better; not here. */
  readonly recommended: BaseInfo | null
  readonly reasons: Reason[]
}

/**
 * A base that can be used at once: the first of `wanted` that is here, else any other that was trained on photos, else
 * the one in the box. Nobody has to download anything to start; what would be better is said.
 * @param wanted architectures, the best for the purpose first
 * @returns null where there is no base at all
 */
export function baseAtHand(
  { bases }: Pick<RecipeFacts, 'bases'>,
  wanted: readonly Architecture[],
): Choice | null {
  const known = wanted.flatMap((name) => baseOf(bases, name) ?? [])
  const [first] = known
  const fitting = known.find((one) => isHere(one) && !isBox(one))
  if (fitting) {
    const other = first && first !== fitting
    return {
      base: fitting,
      recommended: null,
      reasons: other
        ? [{ code: 'otherBase', values: { base: baseName(fitting), wanted: baseName(first) } }]
        : [],
    }
  }
  const strangers = bases
    .filter((one) => isHere(one) && !isBox(one))
    .sort((a, b) => a.parameters - b.parameters)
  const [stranger] = strangers
  if (stranger) {
    const values = { base: baseName(stranger), wanted: baseName(first ?? stranger) }
    return { base: stranger, recommended: null, reasons: [{ code: 'otherBase', values }] }
  }
  const box = bases.find(isBox)
  if (!box) return first ? { base: first, recommended: null, reasons: [] } : null
  if (!first) return { base: box, recommended: null, reasons: [] }
  const values = { base: baseName(box), better: baseName(first), bytes: first.bytes }
  return { base: box, recommended: first, reasons: [{ code: 'boxInstead', values }] }
}

/** What a recipe says of a base that has to be downloaded. */
export const downloadOf = ({ id, title, bytes }: BaseInfo) => ({ base: id, title, bytes })
