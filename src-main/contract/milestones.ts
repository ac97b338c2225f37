// milestones.json: what a run's long history comes to, so that nobody reads millions of batches to know how it went.
import { z } from './zod'
import { count } from './common'
import { runRecord } from './run'

export const MILESTONES_FILE = 'milestones.json'

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
  batches: z.array(runRecord),
})
export type Milestones = z.infer<typeof milestones>
