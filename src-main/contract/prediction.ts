// What a run's model says about pictures.
import { z } from './zod'

export const prediction = z.object({
  file: z.string(),
  label: z.string(),
  confidence: z.number(),
  /** In the order of `labels`. */
  probabilities: z.array(z.number()),
})
export type Prediction = z.infer<typeof prediction>

export const predictions = z.object({
  run: z.string(),
  labels: z.array(z.string()),
  predictions: z.array(prediction),
  /** Pictures that could not be read. */
  failed: z.array(z.object({ file: z.string(), message: z.string() })),
})
export type Predictions = z.infer<typeof predictions>

/** A picture to classify: a path on the engine's machine, or its bytes. */
export const picture = z.union([
  z.object({ path: z.string().min(1).max(4096) }),
  z.object({ name: z.string().max(255), base64: z.base64().max(40_000_000) }),
])
export type Picture = z.infer<typeof picture>

export const exportFormat = z.enum(['tfjs'])
export type ExportFormat = z.infer<typeof exportFormat>

export const exportResult = z.object({
  run: z.string(),
  format: exportFormat,
  /** The folder that was written. */
  folder: z.string(),
  files: z.array(z.object({ file: z.string(), bytes: z.int() })),
})
export type ExportResult = z.infer<typeof exportResult>
