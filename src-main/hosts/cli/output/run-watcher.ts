// Follows a run on stderr: a live line for the steps, a row for each epoch.
import type { RunRecord, RunRecordOf } from '../../../contract'
import type { RunWatcher } from '../training'
import { plural } from './format'
import { progressReporter } from './progress'
import { batchLine, epochHeading, epochLine } from './run-text'
import type { Terminal } from './terminal'

/** Time left by the pace so far; early stopping may end a run before, so it is an upper bound. */
function secondsLeft(
  start: RunRecordOf<'start'>,
  first: RunRecordOf<'batch'>,
  now: RunRecordOf<'batch'>,
): number | null {
  const steps = now.step - first.step
  if (steps < 1) return null
  const left = start.stepsPerEpoch * start.epochs - now.step
  return ((now.t - first.t) / 1000 / steps) * left
}

export function runWatcher(terminal: Terminal): RunWatcher {
  const stage = progressReporter(terminal)
  const paint = terminal.notePaint
  let start: RunRecordOf<'start'> | null = null
  let first: RunRecordOf<'batch'> | null = null

  const record = (one: RunRecord): void => {
    if (one.type === 'start') {
      start = one
      first = null
      const { train, validation, test } = one.images
      terminal.note(
        `${paint('bold', one.backend)} (${one.device}), ${plural(one.parameters, 'parameter')}; ` +
          `${train} images to train, ${validation} to validate, ${test} to test`,
        paint('dim', epochHeading),
      )
    } else if (one.type === 'batch' && start) {
      first ??= one
      terminal.draw(batchLine(start, one, secondsLeft(start, first, one)))
    } else if (one.type === 'epoch' && start) {
      terminal.note(epochLine(one, start.epochs))
    } else if (one.type === 'note') {
      terminal.note(paint('yellow', one.message))
    }
  }
  return { record, stage }
}
