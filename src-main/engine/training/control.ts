// How the outside world steers a run that is in progress: pause, resume, cancel. The loop asks after every step.
import { cancelled } from '../../contract'
import type { Task } from '../task'

export class RunControl {
  #paused = false
  #cancelled = false
  #wake: (() => void) | null = null
  readonly #abort = new AbortController()

  /** Aborts with the run, for work that listens to signals. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  get paused(): boolean {
    return this.#paused
  }

  get cancelled(): boolean {
    return this.#cancelled
  }

  /** Takes effect after the step in progress. */
  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    this.#wake?.()
  }

  /** Takes effect after the step in progress, or at once in a pause. */
  cancel(): void {
    this.#cancelled = true
    this.#abort.abort()
    this.#wake?.()
  }

  /** @throws UserError `cancelled` once the run or its task was told to stop */
  throwIfCancelled(task: Task): void {
    if (this.#cancelled || task.signal.aborted) throw cancelled()
  }

  /** A task that also ends when the run is cancelled, for the work before and after the training loop. */
  guard(task: Task): Task {
    return { signal: AbortSignal.any([task.signal, this.signal]), progress: (now) => task.progress(now) }
  }

  /** Resolves when the run may go on. @throws UserError `cancelled` */
  async untilResumed(task: Task): Promise<void> {
    const wake = () => this.#wake?.()
    task.signal.addEventListener('abort', wake)
    try {
      while (this.#paused && !this.#cancelled && !task.signal.aborted) {
        await new Promise<void>((resolve) => (this.#wake = resolve))
      }
    } finally {
      this.#wake = null
      task.signal.removeEventListener('abort', wake)
    }
    this.throwIfCancelled(task)
  }
}
