// The runs of a comparison as the parts that look into results know them.
import { type ComparedRun, type Comparison } from '../../src-main/contract'
import { type InspectedRun } from '../inspect/types'

const inspected = (run: ComparedRun, place: number): InspectedRun[] =>
  run.evaluation
    ? [
        {
          id: run.run,
          name: run.name,
          place,
          dataset: run.dataset,
          labels: run.evaluation.labels,
          confusion: run.evaluation.confusion,
        },
      ]
    : []

/** Evaluated runs in the order of the entries: the best first, seeds of one model together. */
export function inspectedRuns({ runs, entries }: Pick<Comparison, 'runs' | 'entries'>): InspectedRun[] {
  const placeOf = new Map(runs.map((run, place) => [run.run, place]))
  return entries
    .flatMap((entry) => entry.runs)
    .flatMap((id) => {
      const place = placeOf.get(id)
      return place === undefined ? [] : inspected(runs[place]!, place)
    })
}
