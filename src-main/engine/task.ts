// What every piece of long work is given: a way to say where it stands, and to be told to stop.
import { cancelled, type Progress } from '../contract'

export interface Task {
  readonly signal: AbortSignal
  /** May be called as often as one likes; it is thinned to one message every 100 ms (the last of a stage always goes). */
  progress(now: Progress): void
}

/** Throws the cancelled error once the task was told to stop. */
export function throwIfCancelled(task: Task): void {
  if (task.signal.aborted) throw cancelled()
}

/** A task that nobody watches, for tests and inner steps. */
export const quietTask = (signal: AbortSignal = new AbortController().signal): Task => ({
  signal,
  progress: () => {},
})
