// Is there room for what is about to be written?
import { mkdir, statfs } from 'node:fs/promises'
import { UserError } from '../../contract'

/** A little is left for others. */
const SPARE = 50e6

/** @throws UserError `disk-full` before anything is written */
export async function checkRoom(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  const [free, needed] = [bavail * bsize, bytes + SPARE]
  if (free >= needed) return
  const megabytes = (value: number): string => (value / 1e6).toFixed(0)
  throw new UserError(
    'disk-full',
    `The weights need ${megabytes(needed)} MB; ${megabytes(free)} MB are free.`,
    {
      detail: { neededMB: megabytes(needed), freeMB: megabytes(free) },
      hint: `Free some space on the disk of ${folder} and try again.`,
    },
  )
}
