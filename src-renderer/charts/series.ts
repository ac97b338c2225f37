// What a chart of a training draws.
import { type ChartTheme, type TrainingSeries } from '../../src-charts'

export interface ChartSeries extends Omit<TrainingSeries, 'color'> {
  /** Of a run (`run-1` to `run-6`, by its place), of text, or the quiet one of single batches. */
  color: string
}

/** The colour in a theme. */
export function colorIn(theme: ChartTheme, color: string): string {
  if (color === 'train') return theme.ink3
  const place = /^run-(\d)$/.exec(color)?.[1]
  return place ? (theme.runs[Number(place) - 1] ?? theme.ink) : theme.ink
}
