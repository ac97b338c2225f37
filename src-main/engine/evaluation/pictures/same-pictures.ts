// Whether runs were tested on the same pictures: only then can what they say of each be laid side by side.
import { UserError, type TestedRun } from '../../../contract'
import { type Tested } from '../tested'

const same = (a: ArrayLike<number | string>, b: ArrayLike<number | string>): boolean => {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/**
 * Equal data have equal hashes. After a decision (a training picture left out, say) the hash differs, but a dataset
 * that is still there, and was there before both runs, numbers its pictures as it did.
 */
const sameData = (a: TestedRun, b: TestedRun): boolean =>
  a.run.datasetHash === b.run.datasetHash || (a.dataset !== null && a.dataset === b.dataset)

/** @throws UserError `runs-not-comparable` naming the first run that was tested on others, and why */
export function requireSamePictures(runs: readonly (TestedRun & { tested: Tested })[]): void {
  const [first, ...others] = runs
  for (const one of others) {
    const why = difference(first!, one)
    if (why === null) continue
    throw new UserError(
      'runs-not-comparable',
      `${first!.run.name} and ${one.run.name} were not tested on the same pictures: ${why}.`,
      {
        detail: { run: first!.run.id, other: one.run.id },
        hint: 'Choose runs of one dataset, either all with as many folds or all without.',
      },
    )
  }
}

function difference(a: TestedRun & { tested: Tested }, b: TestedRun & { tested: Tested }): string | null {
  if (!sameData(a, b)) return 'their data differ'
  const [x, y] = [a.tested.evaluation, b.tested.evaluation]
  if (!same(x.labels, y.labels)) return 'their classes differ'
  if (!same(x.predictions.index, y.predictions.index)) {
    const [m, n] = [x.predictions.index.length, y.predictions.index.length]
    return m === n ? 'other pictures were kept for the test' : `one was tested on ${m}, the other on ${n}`
  }
  return same(x.predictions.label, y.predictions.label)
    ? null
    : 'pictures were given other classes between the two'
}
