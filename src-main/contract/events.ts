// The events that app pushes to interfaces, unasked.
import { z } from './zod'
import { id } from './common'
import { queueState } from './queue'
import { runRecord, runSummary } from './run'

export const appEvent = z.discriminatedUnion('event', [
  /** One record of a run, in order (`record.seq`). */
  z.object({ event: z.literal('run.record'), run: id, record: runRecord }),
  /** A run's summary changed: queued, started, an epoch done, ended. */
  z.object({ event: z.literal('run.changed'), summary: runSummary }),
  z.object({ event: z.literal('run.removed'), run: id }),
  z.object({ event: z.literal('queue.changed'), queue: queueState }),
  /** Something was removed, restored or deleted for good. */
  z.object({ event: z.literal('trash.changed') }),
  z.object({ event: z.literal('data.changed') }),
  /** A base was installed, imported or removed. */
  z.object({ event: z.literal('bases.changed') }),
  /** The engine process ended by itself; `run` was in progress. */
  z.object({ event: z.literal('engine.crashed'), run: id.nullable(), reason: z.string() }),
  z.object({ event: z.literal('engine.ready'), backend: z.string(), device: z.string() }),
  /** Where a run that is being prepared stands (decoding, evaluating), when it is not training. */
  z.object({
    event: z.literal('run.stage'),
    run: id,
    stage: z.string(),
    done: z.number(),
    total: z.number(),
    secondsLeft: z.number().optional(),
  }),
])
export type AppEvent = z.infer<typeof appEvent>
export type AppEventOf<T extends AppEvent['event']> = Extract<AppEvent, { event: T }>
