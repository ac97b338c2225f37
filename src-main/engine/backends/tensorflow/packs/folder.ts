// Where packs are on disk, and which of them are whole. A pack's folder is moved into place when it is complete,
// so a folder with a pack.json is a pack.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { packName, type PackName } from '../../../../contract'
import { tensorflowVersion } from './table'

/** pack.json */
const packRecord = z.object({
  version: z.literal(1),
  pack: packName,
  tensorflow: z.string(),
  installed: z.iso.datetime(),
  bytes: z.number(),
  wheels: z.array(z.object({ file: z.string(), sha256: z.string() })),
})
export type PackRecord = z.infer<typeof packRecord>

export interface InstalledPack {
  readonly name: PackName
  readonly folder: string
  /** The folder that holds libtensorflow_cc and libtensorflow_framework. */
  readonly libraries: string
  readonly version: string
  readonly bytes: number
}

export const packFolder = (packs: string, name: PackName): string =>
  join(packs, `tensorflow-${tensorflowVersion}-${name}`)

/** The pack of that name if it is there and whole, else null. */
export async function readPack(packs: string, name: PackName): Promise<InstalledPack | null> {
  const folder = packFolder(packs, name)
  try {
    const record = packRecord.parse(JSON.parse(await readFile(join(folder, 'pack.json'), 'utf8')))
    const libraries = join(folder, 'tensorflow')
    await stat(libraries)
    return { name, folder, libraries, version: record.tensorflow, bytes: record.bytes }
  } catch {
    return null
  }
}

/** The pack to use: CUDA before CPU. */
export async function installedPack(packs: string): Promise<InstalledPack | null> {
  return (await readPack(packs, 'cuda')) ?? (await readPack(packs, 'cpu'))
}
