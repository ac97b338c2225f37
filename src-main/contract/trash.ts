// What was removed and can still be brought back, and for how long.
import { z } from './zod'
import { timestamp } from './common'

/** Days after which what was removed is deleted for good. */
export const trashDays = 30

export const trashKind = z.enum(['run', 'dataset', 'base'])
export type TrashKind = z.infer<typeof trashKind>

/** Name of a removed thing in the trash: its kind, its id and a number that tells it from others. */
export const trashName = z.string().regex(/^(?:run|dataset|base)-[a-z0-9][a-z0-9.-]{0,90}-[0-9a-f]{16}$/)

export const trashItem = z.object({
  item: trashName,
  kind: trashKind,
  /** Its id in the library, and again once it is restored. */
  id: z.string().min(1).max(100),
  /** What the user calls it. */
  name: z.string().min(1).max(200),
  removed: timestamp,
  /** When it is deleted for good. */
  until: timestamp,
})
export type TrashItem = z.infer<typeof trashItem>
