// Engine packs: the native library that a backend needs, installed by Cotejo for the user.
import { z } from './zod'
import { machineFinding } from './doctor'

export const packName = z.enum(['cpu', 'cuda'])
export type PackName = z.infer<typeof packName>

export const packInfo = z.object({
  name: packName,
  version: z.string(),
  installed: z.boolean(),
  /** Can it be installed and used on this machine? */
  possible: z.boolean(),
  /** Why not, one sentence. */
  problem: z.string().nullable(),
  hint: z.string().nullable(),
  finding: machineFinding.optional(),
  folder: z.string().nullable(),
  bytes: z.number().nullable(),
  downloadBytes: z.number().nullable(),
})
export type PackInfo = z.infer<typeof packInfo>
