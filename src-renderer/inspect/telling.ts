// Which answers to show of many: those that differ first, so that a disagreement is seen as one.
import { type JudgedPicture } from '../../src-main/contract'

type Said = JudgedPicture['said'][number]

/** @returns at most `most`, one of each different answer before a second of the same, in the order of the runs */
export function telling(said: readonly Said[], most: number): Said[] {
  const firsts = said.filter(
    (one, at) => said.findIndex(({ predicted }) => predicted === one.predicted) === at,
  )
  const chosen = new Set(
    [...firsts, ...said].filter((one, at, all) => all.indexOf(one) === at).slice(0, most),
  )
  return said.filter((one) => chosen.has(one))
}
