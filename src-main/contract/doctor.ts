// What this machine has and what each backend would need.
import { z } from './zod'
import { backendName, keptMeasurement } from './backend'

/** What there is to say about a machine; the interface has the sentences. */
export const machineCodes = [
  'pack-not-installed',
  'cuda-not-installed',
  'no-cuda-build',
  'no-tensorflow-build',
  'driver-unusable',
  'driver-no-card',
  'driver-too-old',
  'card-too-old',
  'gpu-unused',
  'not-measured',
  'webgpu-not-loaded',
  'webgpu-driver-breaks',
  'webgpu-no-card',
  'webgpu-software',
  'webgpu-too-little',
  'webgpu-not-named',
  'webgpu-off',
] as const

const finding = z.object({
  code: z.enum(machineCodes),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export const machineFinding = finding.extend({ because: finding.optional() })
export type MachineFinding = z.infer<typeof machineFinding>

export const backendReport = z.object({
  name: backendName,
  available: z.boolean(),
  /** It is what runs use that name none and for which nothing is measured. */
  chosen: z.boolean(),
  device: z.string().nullable(),
  version: z.string().nullable(),
  threads: z.int().nullable(),
  /** Why it cannot be used, one sentence. */
  problem: z.string().nullable(),
  /** What to do about it, one sentence. */
  hint: z.string().nullable(),
  /** The two in a form that can be said in another language, where it is one of those. */
  finding: machineFinding.optional(),
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
  /** The warnings in a form that can be said in another language, in their order. */
  findings: z.array(machineFinding.nullable()).optional(),
  /** How fast each backend trained models of runs here, the newest first: what `auto` goes by. */
  measurements: z.array(keptMeasurement).optional(),
})
export type DoctorReport = z.infer<typeof doctorReport>
