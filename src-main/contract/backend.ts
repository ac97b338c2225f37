// What computes, and how fast each backend of a machine trains one model there: what `auto` chooses by.
import { z } from './zod'
import { count, timestamp } from './common'

export const backendName = z.enum(['tensorflow', 'webgpu', 'wasm', 'cpu'])
export type BackendName = z.infer<typeof backendName>

/**
 * What a speed is made of. `steps`: the median of timed steps. `first-step`: the first step alone, compiling included,
 * as no other ended in time; the backend may be faster. `given-up`: it was stopped as another was plainly faster; the
 * backend is slower.
 */
export const speedBasis = z.enum(['steps', 'first-step', 'given-up'])

/** How fast one backend trained a model, or why it was left out. */
export const backendSpeed = z.object({
  backend: backendName,
  /** Null where it could not be opened. */
  device: z.string().max(300).nullable(),
  /** Training pictures a second; null where it was left out. */
  imagesPerSecond: z.number().positive().nullable(),
  basis: speedBasis.nullable(),
  /** Why it was left out, one sentence. */
  problem: z.string().max(2000).nullable(),
  /** The problem as a code, where interfaces have words of their own for it. */
  cause: z.enum(['slow-start', 'ended', 'out-of-memory', 'device-lost', 'other']).optional(),
})
export type BackendSpeed = z.infer<typeof backendSpeed>

/** What was measured of a model on a machine. The first speed that has a figure is the fastest. */
export const measuredSpeeds = z.object({
  /** When it was measured. */
  at: timestamp,
  speeds: z.array(backendSpeed).min(1).max(4),
})
export type MeasuredSpeeds = z.infer<typeof measuredSpeeds>

/** The model of a measurement, for people. */
export const measuredModel = z.object({
  /** "CNN", "MLP", or the title of the base. */
  title: z.string().max(300),
  size: count,
  batch: count,
  /** What is timed: the training of all weights, of a part, or what is frozen being computed once. */
  work: z.enum(['all', 'part', 'features']),
})
export type MeasuredModel = z.infer<typeof measuredModel>

/** A measurement that is kept on this machine. */
export const keptMeasurement = measuredSpeeds.extend({ model: measuredModel })
export type KeptMeasurement = z.infer<typeof keptMeasurement>

/** What `auto` takes by a measurement; null where nothing could be measured. */
export const fastest = ({ speeds }: MeasuredSpeeds): BackendSpeed | null =>
  speeds.reduce<BackendSpeed | null>(
    (best, one) => ((one.imagesPerSecond ?? 0) > (best?.imagesPerSecond ?? 0) ? one : best),
    null,
  )
