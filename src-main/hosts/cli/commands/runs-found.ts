// From what a person types as RUN to a run of the library: its name, or a beginning that only one has.
import { UserError, type RunSummary } from '../../../contract'

const SHOWN = 5

/** @throws UserError `run-not-found`, also where the beginning fits several */
export function findRun(runs: readonly RunSummary[], given: string): RunSummary {
  const exact = runs.find((one) => one.run === given)
  if (exact) return exact
  const fitting = given === '' ? [] : runs.filter((one) => one.run.startsWith(given))
  if (fitting.length === 1) return fitting[0]!
  const several = fitting.length > 1
  const names = (several ? fitting : runs).slice(0, SHOWN).map((one) => one.run)
  const message = several
    ? `“${given}” is the beginning of ${fitting.length} runs.`
    : `There is no run “${given}” in the library.`
  throw new UserError('run-not-found', message, {
    detail: { run: given },
    hint: names.length > 0 ? `Among its runs: ${names.join(', ')}.` : 'Train one first: cotejo train --help.',
  })
}
