// milestones.json: what a run's long history comes to, so that nobody reads millions of batches to know how it went.
import { z } from './zod'
import { count } from './common'
import { runRecord, type RunRecordOf } from './run'

export const MILESTONES_FILE = 'milestones.json'

/** Checked by hand: there are hundreds of them in each of many files. */
const batch = z.custom<RunRecordOf<'batch'>>((value) => {
  const { type, seq, t, step, epoch, loss, accuracy, learningRate, imagesPerSecond } = (value ??
    {}) as Record<string, unknown>
  const numbers = [seq, t, step, epoch, loss, accuracy, learningRate, imagesPerSecond]
  return type === 'batch' && numbers.every(Number.isFinite)
})

/**
 * Made from the first `bytes` of history.jsonl, which is only ever added to: what is behind them is read on from there.
 * Where the history does not have `tail` before that place, it is another one, and this file says nothing.
 */
export const milestones = z.object({
  version: z.literal(1),
  bytes: count,
  /** The last bytes of what was read, at most 200, one character a byte. */
  tail: z.string(),
  /** All records that are not batches, in order. */
  records: z.array(runRecord),
  /** Of the batches of each training's first epoch the first ones, at most 400. */
  batches: z.array(batch),
})
export type Milestones = z.infer<typeof milestones>
