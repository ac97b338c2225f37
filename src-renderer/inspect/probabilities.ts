// The classes that a run found likeliest for a picture, and the picture's own among them.
import { type JudgedPicture } from '../../src-main/contract'

export interface LabelProbability {
  label: number
  probability: number
}

/** Classes that are listed. */
const listed = 4

/**
 * @param all probabilities of every class, where they are known; else what the judgement itself tells
 * @returns the likeliest first; the picture's own class is always there
 */
export function rankedProbabilities(
  said: JudgedPicture['said'][number],
  own: number,
  all: readonly number[] | undefined,
): LabelProbability[] {
  if (!all) {
    const known = [{ label: said.predicted, probability: said.confidence }]
    return own === said.predicted ? known : [...known, { label: own, probability: said.ofLabel }]
  }
  const ranked = all
    .map((probability, label) => ({ label, probability }))
    .sort((a, b) => b.probability - a.probability || a.label - b.label)
  const first = ranked.slice(0, listed)
  const mine = ranked.find(({ label }) => label === own)
  return mine && !first.includes(mine) ? [...first.slice(0, listed - 1), mine] : first
}
