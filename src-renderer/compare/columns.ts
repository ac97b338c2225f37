// The columns of the comparison's table: which way is better, how to sort, and the scale that the intervals share.
import { type ComparedRun } from '../../src-main/contract'

export const columns = [
  { name: 'testAccuracy', better: 'high' },
  { name: 'balancedAccuracy', better: 'high' },
  { name: 'macroF1', better: 'high' },
  { name: 'testLoss', better: 'low' },
  { name: 'gap', better: 'low' },
  { name: 'parameters', better: 'low' },
  { name: 'seconds', better: 'low' },
  { name: 'efficiency', better: 'high' },
] as const

export type ColumnName = (typeof columns)[number]['name']

/** What an accuracy alone would hide is shown where one of the runs was tested on uneven classes. */
const ofUneven: readonly ColumnName[] = ['balancedAccuracy', 'macroF1']
export const columnsFor = (runs: readonly Pick<ComparedRun, 'uneven'>[]) =>
  columns.filter(({ name }) => !ofUneven.includes(name) || runs.some((run) => run.uneven))

export interface PlacedRun {
  run: ComparedRun
  /** Its place in the comparison: letter and colour, whatever the order of the rows. */
  place: number
}

/** Best first, or worst first if reversed; runs without the value come last either way. */
export function order(runs: readonly ComparedRun[], by: ColumnName, reversed: boolean): PlacedRun[] {
  const { better } = columns.find(({ name }) => name === by)!
  const sign = (better === 'high' ? -1 : 1) * (reversed ? -1 : 1)
  return runs
    .map((run, place) => ({ run, place }))
    .sort((a, b) => {
      const x = a.run[by]
      const y = b.run[by]
      if (x === null || y === null) return Number(x === null) - Number(y === null)
      return sign * (x - y)
    })
}

/** A scale that holds all intervals with a little air, in steps of 5 points: differences are seen at their size. */
export function commonScale(runs: readonly ComparedRun[]): { from: number; to: number } {
  const ends = runs.flatMap((run) => {
    const interval = run.interval ?? run.testInterval
    return interval ? [interval.low, interval.high] : run.testAccuracy === null ? [] : [run.testAccuracy]
  })
  if (ends.length === 0) return { from: 0, to: 1 }
  const from = Math.max(0, Math.floor((Math.min(...ends) - 0.02) * 20) / 20)
  const to = Math.min(1, Math.ceil((Math.max(...ends) + 0.02) * 20) / 20)
  return { from, to: Math.max(to, from + 0.05) }
}
