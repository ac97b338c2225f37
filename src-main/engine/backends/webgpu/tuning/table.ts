// What was measured on this user's adapters, kept beside the engine packs, which all libraries share. It can be measured
// again at any time: a file that cannot be read is as good as none, one that cannot be written is not missed.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { cotejoVersion } from '../../../../contract/version'
import { writeWhole } from '../../../data/files'
import { defaultPacksFolder } from '../../tensorflow/pack-folder'
import type { AdapterFacts } from '../adapter'
import { kernelsFingerprint } from './fingerprint'

/** A laptop has two adapters; a driver that is updated makes another. The oldest goes first. */
const MOST_ADAPTERS = 12
/** The shapes of many models. */
const MOST_DECISIONS = 4000
/** A file of that many is smaller. */
const LARGEST = 8 << 20

const decided = z.object({
  /** By name: one that there is no longer is as good as none. */
  option: z.string().max(100),
  /** Its time over that of the rule's option; 1 where that is the fastest. */
  ratio: z.number().positive(),
})
const section = z.object({
  key: z.string().regex(/^[0-9a-f]{32}$/),
  /** For people. */
  adapter: z.string().max(300),
  decisions: z.record(z.string().max(300), decided),
})
const file = z.object({ version: z.literal(1), adapters: z.array(z.unknown()).max(10 * MOST_ADAPTERS) })

export type Decided = z.infer<typeof decided>
type Section = z.infer<typeof section>

/** The folder that holds the table: that of the engine packs, as hosts name it. */
export const tableFolder = (): string => process.env['COTEJO_PACKS'] || defaultPacksFolder()

const pathIn = (folder: string): string => join(folder, 'webgpu-tuning.json')

/**
 * What measurements hold for: this adapter, its driver, this version of Cotejo and its kernels, this precision.
 * @returns 32 hexadecimal digits
 */
export function adapterKey(facts: AdapterFacts, precision: string): string {
  const { name, vendor, architecture, driver, interface: through } = facts
  const all = [name, vendor, architecture, driver, through, precision, cotejoVersion, kernelsFingerprint()]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 32)
}

/** The adapter that was measured last first. Sections that are damaged are left out. */
async function read(folder: string): Promise<Section[]> {
  try {
    const bytes = await readFile(pathIn(folder))
    if (bytes.length > LARGEST) return []
    return file.parse(JSON.parse(bytes.toString('utf8'))).adapters.flatMap((one) => {
      const parsed = section.safeParse(one)
      return parsed.success ? [parsed.data] : []
    })
  } catch {
    return []
  }
}

/** What was measured under this key. */
export async function readTable(folder: string, key: string): Promise<Map<string, Decided>> {
  const found = (await read(folder)).find((one) => one.key === key)
  return new Map(Object.entries(found?.decisions ?? {}))
}

/**
 * Adds to what was measured under this key.
 * @param adapter its name, for people
 * @throws Error where the folder cannot be written to
 */
export async function addToTable(
  folder: string,
  key: string,
  adapter: string,
  more: ReadonlyMap<string, Decided>,
): Promise<void> {
  const all = await read(folder)
  const before = all.find((one) => one.key === key)?.decisions ?? {}
  // The newest last: where there are too many, the oldest go.
  const kept = Object.entries(before).filter(([name]) => !more.has(name))
  const decisions = Object.fromEntries([...kept, ...more].slice(-MOST_DECISIONS))
  const adapters = [{ key, adapter, decisions }, ...all.filter((one) => one.key !== key)]
  await mkdir(folder, { recursive: true })
  const text = JSON.stringify({ version: 1, adapters: adapters.slice(0, MOST_ADAPTERS) }, null, 1)
  await writeWhole(pathIn(folder), `${text}\n`, false)
}

/** What is open keeps what it knows until it is opened again. */
export async function forgetTable(folder: string): Promise<void> {
  await rm(pathIn(folder), { force: true })
}
