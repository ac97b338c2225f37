// How runs and entries are called in a report: the letter of their place, and their name.
import { letterOf } from '../../../../src-charts'
import { type ReportFacts, type ReportedRun } from '../facts/gather'

/** `A  cnn-photos` */
export const runName = ({ place, compared }: Pick<ReportedRun, 'place' | 'compared'>): string =>
  `${letterOf(place)} · ${compared.name}`

/** A run by its id. @throws Error where it is not in the report */
export function runOf({ runs }: Pick<ReportFacts, 'runs'>, id: string): ReportedRun {
  const found = runs.find(({ run }) => run.id === id)
  if (!found) throw new Error(`The run ${id} is not in the report`)
  return found
}

/** Runs with a test, the best first: by accuracy, then by loss. */
export const rankedRuns = ({ runs }: Pick<ReportFacts, 'runs'>) =>
  runs
    .filter(
      (one): one is ReportedRun & { evaluation: NonNullable<ReportedRun['evaluation']> } =>
        one.evaluation !== null,
    )
    .toSorted(
      ({ evaluation: { test: a } }, { evaluation: { test: b } }) =>
        b.accuracy - a.accuracy || a.loss - b.loss,
    )
