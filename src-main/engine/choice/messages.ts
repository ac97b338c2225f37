// What the engine and the process that it measures in say to each other.
import { z } from 'zod'
import { backendName, path, trainedRun, type BackendName, type TrainedRun } from '../../contract'
import type { Work } from './work'

/** Of a program's arguments: the engine is started to measure. */
export const MEASURE = 'measure'

export interface Order {
  readonly backend: BackendName
  readonly packs: string
  readonly run: TrainedRun
  readonly work: Work
}

/** The engine's one message. */
export const order = z.object({
  backend: backendName,
  packs: path,
  run: trainedRun,
  work: z.object({
    phase: z.int().min(0),
    kind: z.enum(['all', 'part', 'features']),
    batch: z.int().min(1),
    seconds: z.number(),
  }),
})

const figure = z.number().nonnegative()

/** What comes back, in this order. `timed` comes until the process is ended. */
export const sighting = z.discriminatedUnion('seen', [
  z.object({ seen: z.literal('open'), device: z.string() }),
  /** The first step begins; once more with fewer pictures where memory ran out. */
  z.object({ seen: z.literal('ready'), pictures: z.int().min(1) }),
  z.object({ seen: z.literal('first'), pictures: z.int().min(1), milliseconds: figure }),
  z.object({
    seen: z.literal('timed'),
    pictures: z.int().min(1),
    steps: z.int().min(1),
    milliseconds: figure,
  }),
  z.object({ seen: z.literal('failed'), reason: z.string(), code: z.string().optional() }),
])
export type Sighting = z.infer<typeof sighting>
