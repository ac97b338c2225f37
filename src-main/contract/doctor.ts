// What this machine has and what each backend would need.
import { z } from './zod'
import { backendName } from './run'

export const backendReport = z.object({
  name: backendName,
  available: z.boolean(),
  /** It is what runs use unless told otherwise. */
  chosen: z.boolean(),
  device: z.string().nullable(),
  version: z.string().nullable(),
  threads: z.int().nullable(),
  /** Why it cannot be used, one sentence. */
  problem: z.string().nullable(),
  /** What to do about it, one sentence. */
  hint: z.string().nullable(),
  /** Measured training speed on the seed CNN, where it was measured. */
  imagesPerSecond: z.number().nullable(),
})
export type BackendReport = z.infer<typeof backendReport>

export const doctorReport = z.object({
  cotejo: z.string(),
  node: z.string(),
  platform: z.string(),
  cpu: z.string(),
  cores: z.int(),
  memoryBytes: z.number(),
  gpus: z.array(z.string()),
  library: z.string(),
  libraryFreeBytes: z.number().nullable(),
  backends: z.array(backendReport),
  /** Things the user should know, such as a GPU that is not in use. */
  warnings: z.array(z.string()),
})
export type DoctorReport = z.infer<typeof doctorReport>
