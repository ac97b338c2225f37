// What a line chart draws.
import { type PointList } from './decimate'

export interface ChartSeries {
  id: string
  label: string
  /** Name of a colour token. */
  color: string
  /** `cloud` is the faint line of single batches, `ghost` one of many alike; `line` and `dashed` are what is read. */
  look: 'cloud' | 'ghost' | 'line' | 'dashed'
  points: PointList
}

/** The dash of each place in a comparison, so that lines differ without colour too. */
export const dashes: readonly number[][] = [[], [7, 3], [2, 3], [9, 3, 2, 3], [12, 4], [4, 4]]
