// What a run's model says about pictures.
import { z } from './zod'
import { count } from './common'

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
  failed: z.array(
    z.object({
      file: z.string(),
      message: z.string(),
      /** Its place among the pictures that were asked about: names need not differ. */
      place: z.int().min(0).optional(),
    }),
  ),
})
export type Predictions = z.infer<typeof predictions>

/** A picture to classify: a path on the engine's machine, or its bytes. */
export const picture = z.union([
  z.object({ path: z.string().min(1).max(4096) }),
  z.object({ name: z.string().max(255), base64: z.base64().max(40_000_000) }),
])
export type Picture = z.infer<typeof picture>

export const exportFormat = z.enum([
  'tfjs',
  'tfjs-graph',
  'keras',
  'h5',
  'savedmodel',
  'tflite',
  'tflite-f16',
  'tflite-int8',
  'onnx',
  'coreml',
  'web',
  'python',
  'node',
])
export type ExportFormat = z.infer<typeof exportFormat>

/** What came out when the written files were run beside the run's own model, on raw pictures. */
export const exportCheck = z.object({
  /** The program that ran them, with its version; null where there is none here. */
  runtime: z.string().nullable(),
  /** Why they were not run. */
  reason: z.string().nullable(),
  /** Test pictures of the dataset; patterns where it is not in the library any more. */
  pictures: z.object({ count, from: z.enum(['test', 'patterns']) }).nullable(),
  /** Of a probability. */
  largestDifference: z.number().nullable(),
  /** Part of the pictures for which the most probable class is the same. */
  agreement: z.number().nullable(),
  /** Part of these pictures that each gets right, where their classes are known. */
  accuracy: z.object({ run: z.number(), exported: z.number() }).nullable(),
})
export type ExportCheck = z.infer<typeof exportCheck>

export const exportResult = z.object({
  run: z.string(),
  format: exportFormat,
  /** The folder that was written. */
  folder: z.string(),
  /** Paths within the folder, with `/`. */
  files: z.array(z.object({ file: z.string(), bytes: z.int() })),
  /** Written as check.json too. */
  check: exportCheck,
})
export type ExportResult = z.infer<typeof exportResult>

/** Several formats of one run, each in a folder of its own within `folder`, which appears whole or not at all. */
export const exportsResult = z.object({
  run: z.string(),
  folder: z.string(),
  exports: z.array(exportResult.omit({ run: true, folder: true })),
  /** Formats that this model cannot be had in, or that failed their check; nothing is left of them. */
  failed: z.array(
    z.object({ format: exportFormat, code: z.string(), message: z.string(), hint: z.string().optional() }),
  ),
})
export type ExportsResult = z.infer<typeof exportsResult>
