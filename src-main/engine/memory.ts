// What is done where memory runs out: less at a time.
import { UserError } from '../contract'
import type { Compute } from './compute'

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof UserError && error.code === 'out-of-memory'

/** Whether something failed for want of memory. A device may tell so after something else failed because of it. */
export async function ranOutOfMemory(error: unknown, compute: Compute): Promise<boolean> {
  if (isOutOfMemory(error)) return true
  if (error instanceof UserError && error.code === 'cancelled') return false
  return (await compute.settled?.().then(() => false, isOutOfMemory)) ?? false
}

/**
 * Does something with batches that fit: where memory runs out, again from its beginning with batches half as large.
 * @param batch pictures at a time, to begin with
 * @param work frees all that it made where it fails
 * @throws what `work` throws, `out-of-memory` where one picture at a time does not fit either
 */
export async function inFittingBatches<T>(
  batch: number,
  compute: Compute,
  work: (batch: number) => Promise<T>,
): Promise<T> {
  for (let most = batch; ; most = Math.ceil(most / 2)) {
    try {
      return await work(most)
    } catch (error) {
      if (most === 1 || !(await ranOutOfMemory(error, compute))) throw error
      await compute.trim?.()
    }
  }
}
