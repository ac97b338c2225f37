// Small validators that several parts of the contract share.
import { z } from './zod'

/** Name of a folder in the library: lower case, digits and hyphens, safe on every file system. */
export const id = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/, 'lower-case letters, digits and hyphens')

export const seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
export const count = z.int().min(0)
export const fraction = z.number().min(0).max(1)
/** Side of a square image in pixels. */
export const pixels = z.int().min(8).max(1024)
/** ISO 8601 date and time in UTC. */
export const timestamp = z.iso.datetime()
/** Path on the machine that the engine runs on. */
export const path = z.string().min(1).max(4096)

export const splitName = z.enum(['train', 'validation', 'test'])
export type SplitName = z.infer<typeof splitName>

/** Where long work stands. Sent at most every 100 ms. */
export const progress = z.object({
  /** What is being done, a key that the interface translates. */
  stage: z.enum([
    'connect',
    'download',
    'verify',
    'extract',
    'scan',
    'decode',
    'match',
    'draw',
    'write',
    'prepare',
    'features',
    'train',
    'evaluate',
    'predict',
    'explain',
    'map',
    'calibrate',
    'export',
    'install',
    'measure',
    'build',
  ]),
  done: z.number().min(0),
  /** Zero while it is not known. */
  total: z.number().min(0),
  unit: z.enum(['images', 'bytes', 'files', 'steps', 'epochs', 'parts']),
  /** Units a second, over the last seconds. */
  rate: z.number().min(0).optional(),
  secondsLeft: z.number().min(0).optional(),
  /** A name to show beside the stage: a file, a package. Not translated. */
  item: z.string().optional(),
})
export type Progress = z.infer<typeof progress>
