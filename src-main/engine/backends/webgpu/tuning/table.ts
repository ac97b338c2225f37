// What was measured on this user's adapters, kept beside the engine packs, which all libraries share.
import { z } from 'zod'
import { cotejoVersion } from '../../../../contract/version'
import { entryKey, KeptEntries, keyOfFacts } from '../../../kept-entries'
import { defaultPacksFolder } from '../../tensorflow/pack-folder'
import type { AdapterFacts } from '../adapter'
import { kernelsFingerprint } from './fingerprint'

/** A laptop has two adapters; a driver that is updated makes another. The oldest goes first. */
const MOST_ADAPTERS = 12
/** The shapes of many models. */
const MOST_DECISIONS = 4000

const decided = z.object({
  /** By name: one that there is no longer is as good as none. */
  option: z.string().max(100),
  /** Its time over that of the rule's option; 1 where that is the fastest. */
  ratio: z.number().positive(),
})
const section = z.object({
  key: entryKey,
  /** For people. */
  adapter: z.string().max(300),
  decisions: z.record(z.string().max(300), decided),
})
/** The adapter that was measured last first. */
const sections = new KeptEntries({
  name: 'webgpu-tuning.json',
  list: 'adapters',
  entry: section,
  most: MOST_ADAPTERS,
  largest: 8 << 20,
})

export type Decided = z.infer<typeof decided>

/** The folder that holds the table: that of the engine packs, as hosts name it. */
export const tableFolder = (): string => process.env['COTEJO_PACKS'] || defaultPacksFolder()

/**
 * What measurements hold for: this adapter, its driver, this version of Cotejo and its kernels, this precision.
 * @returns 32 hexadecimal digits
 */
export function adapterKey(facts: AdapterFacts, precision: string): string {
  const { name, vendor, architecture, driver, interface: through } = facts
  const all = [name, vendor, architecture, driver, through, precision, cotejoVersion, kernelsFingerprint()]
  return keyOfFacts(all)
}

/** What was measured under this key. */
export async function readTable(folder: string, key: string): Promise<Map<string, Decided>> {
  const found = (await sections.read(folder)).find((one) => one.key === key)
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
  const before = await readTable(folder, key)
  // The newest last: where there are too many, the oldest go.
  const kept = [...before].filter(([name]) => !more.has(name))
  const decisions = Object.fromEntries([...kept, ...more].slice(-MOST_DECISIONS))
  await sections.put(folder, { key, adapter, decisions })
}

/** What is open keeps what it knows until it is opened again. */
export const forgetTable = (folder: string): Promise<void> => sections.forget(folder)
