// One piece of work on a base at a time: two downloads of the same file would write into each other's part.
import { throwIfCancelled, type Task } from '../task'

const last = new Map<string, Promise<unknown>>()

/** Runs `work` when what was asked for the same `key` before has ended, however it ended. */
export async function inTurn<T>(key: string, task: Task, work: () => Promise<T>): Promise<T> {
  const before = last.get(key) ?? Promise.resolve()
  const mine = before
    .catch(() => {})
    .then(() => {
      throwIfCancelled(task)
      return work()
    })
  const settled = mine.catch(() => {})
  last.set(key, settled)
  try {
    return await mine
  } finally {
    if (last.get(key) === settled) last.delete(key)
  }
}
