// Starts runs and follows them to their end: their records as they come, Ctrl-C, and what they ended with.
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

interface Followed {
  watcher: RunWatcher
  epochs: RunRecordOf<'epoch'>[]
  /** Null while it goes on. */
  summary: RunSummary | null
}

/**
 * Follows all runs that `start` queues. Ctrl-C cancels those that are left, the last first, so that none of them
 * begins.
 * @param watch what to tell of each run
 * @param ended hears of each run that has ended
 * @returns in the order of `start`, however each of them ended
 */
export async function followAll(
  { app, signal }: Pick<Work, 'app' | 'signal'>,
  start: () => Promise<readonly RunSummary[]>,
  watch: (run: RunSummary, at: number, of: number) => RunWatcher,
  ended: (summary: RunSummary) => void = () => {},
): Promise<FinishedRun[]> {
  // Events may come before the call that starts the runs has answered with their names.
  let followed: Map<string, Followed> | null = null
  const early: AppEvent[] = []
  let end!: () => void
  const allEnded = new Promise<void>((resolve) => (end = resolve))

  const take = (event: AppEvent): void => {
    const id = 'run' in event ? event.run : event.event === 'run.changed' ? event.summary.run : null
    const one = id === null ? undefined : followed?.get(id)
    if (!one || one.summary) return
    if (event.event === 'run.record') {
      if (event.record.type === 'epoch') one.epochs.push(event.record)
      one.watcher.record(event.record)
    } else if (event.event === 'run.stage') {
      one.watcher.stage(event)
    } else if (event.event === 'run.changed' && ENDED.includes(event.summary.status)) {
      one.summary = event.summary
      ended(event.summary)
      if ([...followed!.values()].every(({ summary }) => summary !== null)) end()
    }
  }
  const unlisten = app.listen((event) => (followed === null ? early.push(event) : take(event)))
  let cancel = (): void => {}
  try {
    const runs = await start()
    followed = new Map(
      runs.map((run, at) => [run.run, { watcher: watch(run, at, runs.length), epochs: [], summary: null }]),
    )
    cancel = () => {
      for (const { run } of [...runs].reverse()) void app.call('runs.cancel', { run }).catch(() => {})
    }
    signal.addEventListener('abort', cancel)
    if (signal.aborted) cancel()
    early.splice(0).forEach(take)
    await allEnded
    return [...followed.values()].map(({ summary, epochs }) => ({ summary: summary!, epochs }))
  } finally {
    signal.removeEventListener('abort', cancel)
    unlisten()
  }
}

/**
 * @returns the run that is done
 * @throws UserError `cancelled`, or why the run failed; what was recorded is kept in the library
 */
export async function train(work: Work, request: RunRequest, watcher: RunWatcher): Promise<FinishedRun> {
  const [finished] = await followAll(
    work,
    async () => [await work.call('runs.start', request)],
    () => watcher,
  )
  const problem = unfinished(finished!.summary)
  if (problem) throw problem
  return finished!
}

/** Why a run that has ended is not done; null where it is. */
export function unfinished({ status, reason, run, epochs }: RunSummary): UserError | null {
  if (status === 'done') return null
  const kept = `What was recorded is kept: cotejo runs show ${run}`
  if (status === 'cancelled') {
    return new UserError('cancelled', `Cancelled after ${epochs} epochs. ${kept}`, {
      detail: { run, epochs },
    })
  }
  const code = status === 'crashed' ? 'engine-stopped' : 'run-not-finished'
  return new UserError(code, `The run ${run} ${status}: ${reason ?? 'the log says why.'}`, {
    detail: { run },
    hint: kept,
  })
}
