// A training outlives the device that it began on: where memory ran out it goes on in smaller parts, where the device
// is gone on another one.
import type { Compute } from '../compute'
import { ranOutOfMemory } from '../memory'
import type { RunWriter } from '../training/history'

export interface PersistOptions {
  /** Pictures in a batch: a part has one at least. */
  batch: number
  /** Opens the backend anew whose device failed. */
  again(failed: Compute): Promise<Compute>
  /** Selects the best backend after one whose device failed. */
  after(failed: Compute): Promise<Compute>
  /** The run's history. */
  writer(): RunWriter
  /** Reads the history again: the run goes on from its last checkpoint, as after a crash. */
  reopen(): RunWriter
}

/**
 * Trains, and takes the run up again where its device failed or memory ran out. A history says both; what it says of
 * memory holds for whoever takes the run up later.
 * @param attempt trains from the last checkpoint on, each batch computed in so many parts; where it fails, all that it made
 *   is freed
 * @throws what `attempt` throws where going on would not help
 */
export async function persist<T>(
  first: Compute,
  attempt: (compute: Compute, parts: number) => Promise<T>,
  options: PersistOptions,
): Promise<T> {
  let compute = first
  for (;;) {
    const parts = options.writer().partsOn(compute.device)
    try {
      return await attempt(compute, parts)
    } catch (error) {
      const gone = await deviceIsGone(compute)
      const more = Math.min(2 * parts, options.batch)
      const smaller = more > parts && (await ranOutOfMemory(error, compute))
      // Where memory ran out, a device may have failed of that.
      const here = smaller && (gone ? await options.again(compute).catch(() => null) : compute)
      if (here) {
        compute = here
        await compute.trim?.()
        options.reopen().write({ type: 'note', ...partsNote(compute, options.batch, more) })
      } else if (gone) {
        const next = await options.after(compute)
        options.reopen().write({ type: 'note', ...lostNote(compute, next) })
        compute = next
      } else throw error
    }
  }
}

/** Whether a training failed because its device did. The loss may be heard of after what it made fail. */
async function deviceIsGone(compute: Compute): Promise<boolean> {
  for (let turn = 0; turn < 3 && !compute.failed; turn++) await new Promise(setImmediate)
  return compute.failed === true
}

const lostNote = (lost: Compute, next: Compute) => ({
  message: `${lost.device} stopped answering; the run goes on from its last checkpoint on ${next.device}.`,
  about: { key: 'device-lost' as const, device: lost.device, next: next.device, backend: next.name },
})

function partsNote({ device }: Compute, batch: number, parts: number) {
  const pictures = Math.ceil(batch / parts)
  const shown = pictures === 1 ? '1 picture' : `${pictures} pictures`
  const message =
    `Memory ran out (${device}). From its last checkpoint on, the run computes each batch of ${batch} in ${parts} parts ` +
    `of ${pictures === 1 ? '' : 'up to '}${shown}: slower, to the same result, but BatchNorm sees ${shown} at a time ` +
    'and dropout draws other numbers. A smaller batch or smaller pictures need less memory.'
  return { message, about: { key: 'micro-batches' as const, device, batch, parts, pictures } }
}
