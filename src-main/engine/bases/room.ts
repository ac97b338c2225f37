// Is there room for what is about to be written?
import { mkdir, statfs } from 'node:fs/promises'
import { UserError } from '../../contract'

/** @throws UserError `disk-full` before anything is written */
export async function checkRoom(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= bytes) return
  const megabytes = (value: number): string => (value / 1e6).toFixed(1)
  throw new UserError(
    'disk-full',
    `The weights need ${megabytes(bytes)} MB; ${megabytes(free)} MB are free.`,
    {
      detail: { neededMB: megabytes(bytes), freeMB: megabytes(free) },
      hint: `Free some space on the disk of ${folder} and try again.`,
    },
  )
}
