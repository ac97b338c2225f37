// What the desktop shows of runs outside of its window, from app's events alone: which are in progress, how far they
// are together, and which has just ended. Without Electron, so that tests can try it.
import type { AppEvent, RunStatus, RunSummary } from '../../contract'

const BUSY: readonly RunStatus[] = ['queued', 'running', 'paused']

/** As `BrowserWindow.setProgressBar` takes it; below zero there is none. */
export interface TaskbarProgress {
  value: number
  mode: 'none' | 'normal' | 'indeterminate' | 'paused'
}

interface Known {
  status: RunStatus
  /** 0 to 1. */
  done: number
}

export class RunsInProgress {
  /** Those in progress, and those that ended since anything was last idle: the bar counts them as done. */
  readonly #known = new Map<string, Known>()
  #preparing: string | null = null

  /** Runs that train or wait, in the order in which they came. */
  get busy(): string[] {
    return [...this.#known].filter(([, { status }]) => BUSY.includes(status)).map(([run]) => run)
  }

  /** Something computes: the machine should not fall asleep over it. */
  get computes(): boolean {
    return [...this.#known.values()].some(({ status }) => status === 'running' || status === 'queued')
  }

  get progress(): TaskbarProgress {
    const busy = this.busy
    if (busy.length === 0) return { value: -1, mode: 'none' }
    const all = [...this.#known.values()]
    const value = all.reduce((sum, one) => sum + one.done, 0) / all.length
    if (all.some(({ status }) => status === 'paused')) return { value, mode: 'paused' }
    // Decoding and the like: how much of the whole it is cannot be told.
    if (value === 0 && this.#preparing !== null) return { value: 2, mode: 'indeterminate' }
    return { value, mode: 'normal' }
  }

  /** @returns the run that ended with this event, if one did */
  hear(event: AppEvent): RunSummary | null {
    if (event.event === 'run.stage') this.#preparing = event.run
    if (event.event === 'run.removed') this.#known.delete(event.run)
    if (event.event !== 'run.changed') return null
    const { run, status, epochs, epochsPlanned } = event.summary
    const before = this.#known.get(run)
    const isBusy = BUSY.includes(status)
    // Renaming an old run changes it, too.
    if (before === undefined && !isBusy) return null
    const wasBusy = before !== undefined && BUSY.includes(before.status)
    const done = isBusy ? Math.min(1, epochs / Math.max(1, epochsPlanned)) : 1
    this.#known.set(run, { status, done })
    if (epochs > 0 || !isBusy) this.#preparing = null
    if (this.busy.length === 0) this.#known.clear()
    return wasBusy && !isBusy ? event.summary : null
  }
}
