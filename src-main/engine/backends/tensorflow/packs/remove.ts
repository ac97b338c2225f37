// Takes a pack away.
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackName } from '../../../../contract'
import { packFolder } from './folder'

/** Removes an installed pack; one that is not there is no error. */
export async function removePack(packs: string, name: PackName): Promise<void> {
  // Renamed first: a pack that is half removed must not look whole.
  const folder = packFolder(packs, name)
  const leaving = join(packs, `.removing-${name}-${process.pid}`)
  await rename(folder, leaving).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rm(leaving, { recursive: true, force: true })
}
