// The charts' view of runs: what src-charts asks for.
import { type ChartRun } from '../../../../src-charts'
import { type Figure as Value } from '../../../contract'
import { type ReportedRun } from '../facts/gather'

export const chartRun = ({ run, place, compared }: ReportedRun): ChartRun => ({
  id: run.id,
  place,
  name: compared.name,
})

/** Test accuracy with its interval. */
export const accuracyOf = ({ evaluation }: ReportedRun): Value => ({
  value: evaluation?.test.accuracy ?? null,
  interval: evaluation?.testInterval ?? null,
})
