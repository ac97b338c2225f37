// The queue: the run that trains and those that wait, in the order in which their turn comes.
import { z } from './zod'
import { id } from './common'

export const queuedRun = z.object({
  run: id,
  /** It keeps its place, and is passed over until it is let go on. */
  held: z.boolean(),
})

export const queueState = z.object({ active: id.nullable(), waiting: z.array(queuedRun) })
export type QueueState = z.infer<typeof queueState>
