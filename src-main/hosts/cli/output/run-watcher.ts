// Follows a run on stderr: a live line for the steps, a row for each epoch.
import type { RunRecord, RunRecordOf } from '../../../contract'
import type { RunWatcher } from '../training'
import { plural } from './format'
import { progressReporter } from './progress'
import { batchLine, epochHeading, epochLine, foldName, phaseLine } from './run-text'
import type { Terminal } from './terminal'

const SPARSE_MS = 15_000

/**
 * Time left by the pace so far, for all folds that are to come; early stopping may end a training before, so it is an
 * upper bound.
 */
function secondsLeft(
  start: RunRecordOf<'start'>,
  first: RunRecordOf<'batch'>,
  now: RunRecordOf<'batch'>,
): number | null {
  const steps = now.step - first.step
  if (steps < 1) return null
  const further = typeof start.fold === 'number' && start.folds ? start.folds - start.fold + 1 : 0
  const left = start.stepsPerEpoch * start.epochs * (1 + further) - now.step
  return ((now.t - first.t) / 1000 / steps) * left
}

export function runWatcher(terminal: Terminal): RunWatcher {
  const progress = progressReporter(terminal)
  const paint = terminal.notePaint
  let start: RunRecordOf<'start'> | null = null
  let first: RunRecordOf<'batch'> | null = null
  let said = performance.now()

  /** Into a file: the rows of the epochs are enough unless an epoch takes long. */
  const step = (line: string): void => {
    if (terminal.live) return terminal.draw(line)
    if (performance.now() - said < SPARSE_MS) return
    said = performance.now()
    terminal.note(line)
  }

  const record = (one: RunRecord): void => {
    if (one.type === 'start') {
      start = one
      first = null
      const { train, validation, test } = one.images
      const machine = `${paint('bold', one.backend)} (${one.device}), ${plural(one.parameters, 'parameter')}`
      const images =
        one.fold === 'all'
          ? `all ${train} images to train`
          : `${train} images to train, ${validation} to validate, ${test} to test`
      if (one.fold === undefined) terminal.note(`${machine}; ${images}`)
      else if (one.fold === 1) terminal.note(machine)
      if (one.fold !== undefined) terminal.note(`${paint('bold', foldName(one))}: ${images}`)
      terminal.note(paint('dim', epochHeading))
    } else if (one.type === 'phase') {
      terminal.note(paint('bold', phaseLine(one)))
    } else if (one.type === 'batch' && start) {
      first ??= one
      step(batchLine(start, one, secondsLeft(start, first, one), terminal.live))
    } else if (one.type === 'epoch' && start) {
      terminal.note(epochLine(one, start.epochs))
      said = performance.now()
    } else if (one.type === 'note') {
      terminal.note(paint('yellow', one.message))
    }
  }
  // The steps say more of the training than its stage does.
  return { record, stage: (now) => (now.stage === 'train' ? undefined : progress(now)) }
}
