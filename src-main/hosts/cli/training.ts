// Starts a run and follows it to its end: its records as they come, Ctrl-C, and what it ended with.
import {
  UserError,
  type AppEvent,
  type RunRecord,
  type RunRecordOf,
  type RunRequest,
  type RunStatus,
  type RunSummary,
} from '../../contract'
import type { Step } from './output/progress'
import type { Work } from './session'

/** What is told while a run goes on. */
export interface RunWatcher {
  record(record: RunRecord): void
  /** Preparation and evaluation. */
  stage(step: Step): void
}

export interface FinishedRun {
  summary: RunSummary
  epochs: RunRecordOf<'epoch'>[]
}

const ENDED: readonly RunStatus[] = ['done', 'cancelled', 'failed', 'crashed']

/**
 * @returns the run that is done
 * @throws UserError `cancelled`, or why the run failed; what was recorded is kept in the library
 */
export async function train(work: Work, request: RunRequest, watcher: RunWatcher): Promise<FinishedRun> {
  const { app, signal } = work
  const epochs: RunRecordOf<'epoch'>[] = []
  // Events may come before the call that starts the run has answered with its name.
  let run: string | null = null
  const early: AppEvent[] = []
  let end!: (summary: RunSummary) => void
  const ended = new Promise<RunSummary>((resolve) => (end = resolve))

  const take = (event: AppEvent): void => {
    if (event.event === 'run.record' && event.run === run) {
      if (event.record.type === 'epoch') epochs.push(event.record)
      watcher.record(event.record)
    } else if (event.event === 'run.stage' && event.run === run) {
      watcher.stage(event)
    } else if (
      event.event === 'run.changed' &&
      event.summary.run === run &&
      ENDED.includes(event.summary.status)
    ) {
      end(event.summary)
    }
  }
  const unlisten = app.listen((event) => (run === null ? early.push(event) : take(event)))
  let cancel = (): void => {}
  try {
    const started = await work.call('runs.start', request)
    run = started.run
    cancel = () => void app.call('runs.cancel', { run: started.run }).catch(() => {})
    signal.addEventListener('abort', cancel)
    if (signal.aborted) cancel()
    early.splice(0).forEach(take)
    const last = await ended
    throwIfUnfinished(last)
    return { summary: last, epochs }
  } finally {
    signal.removeEventListener('abort', cancel)
    unlisten()
  }
}

function throwIfUnfinished({ status, reason, run, epochs }: RunSummary): void {
  if (status === 'done') return
  const kept = `What was recorded is kept: cotejo runs show ${run}`
  if (status === 'cancelled') {
    throw new UserError('cancelled', `Cancelled after ${epochs} epochs. ${kept}`, { detail: { run, epochs } })
  }
  const code = status === 'crashed' ? 'engine-stopped' : 'run-not-finished'
  throw new UserError(code, `The run ${run} ${status}: ${reason ?? 'the log says why.'}`, {
    detail: { run },
    hint: kept,
  })
}
