// Progress as it leaves the engine: thinned in time, with rate and time left added in this one place.
import type { Progress } from '../contract'
import type { Task } from './task'

const EVERY_MS = 100
/** The rate is that of about the last ten seconds, so that a slow start does not spoil the estimate. */
const WINDOW_MS = 10_000

/** A task whose progress goes to `send` at most every 100 ms; the first and the last of a stage always go. */
export function reportingTask(
  signal: AbortSignal,
  send: (progress: Progress) => void,
  now: () => number = () => performance.now(),
): Task {
  let stage = ''
  let lastSent = 0
  let marks: { at: number; done: number }[] = []

  return {
    signal,
    progress(progress) {
      const at = now()
      const key = `${progress.stage} ${progress.total} ${progress.unit}`
      const begins = key !== stage
      if (begins) {
        stage = key
        marks = [{ at, done: progress.done }]
      }
      const ends = progress.total > 0 && progress.done >= progress.total
      if (!begins && !ends && at - lastSent < EVERY_MS) return
      lastSent = at
      marks.push({ at, done: progress.done })
      while (marks.length > 2 && at - marks[1].at > WINDOW_MS) marks.shift()
      send({ ...speed(marks, progress), ...progress })
    },
  }
}

function speed(marks: { at: number; done: number }[], { done, total }: Progress): Partial<Progress> {
  const first = marks[0]
  const last = marks[marks.length - 1]
  const seconds = (last.at - first.at) / 1000
  if (seconds < 0.5 || last.done <= first.done) return {}
  const rate = (last.done - first.done) / seconds
  return { rate, ...(total > 0 && { secondsLeft: Math.max(0, (total - done) / rate) }) }
}
