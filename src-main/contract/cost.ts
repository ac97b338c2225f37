// What a model asks of a machine: its size, the work of one picture, and how fast that went where it was trained.
import { z } from './zod'
import { count } from './common'

/** What the model asks of a machine; times are of the one that it was trained on. */
export const cost = z.object({
  parameters: count,
  trainableParameters: count,
  /** Multiply-adds of one picture, forward. */
  multiplyAdds: count.nullable(),
  /** Of the saved weights. */
  bytes: count,
  /** One picture at a time, in milliseconds, decoding not included. */
  latency: z.object({ median: z.number(), p95: z.number(), runs: count }).nullable(),
  /** Pictures a second in batches of `batch`, decoding not included. */
  throughput: z.object({ imagesPerSecond: z.number(), batch: count }).nullable(),
  backend: z.string(),
  device: z.string(),
})
export type Cost = z.infer<typeof cost>
