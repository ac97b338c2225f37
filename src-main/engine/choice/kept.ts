// What was measured on this machine, kept beside the engine packs, which all libraries of a user share. It can be
// measured again at any time: a file that cannot be read is as good as none, one that cannot be written is not missed.
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { keptMeasurement, type KeptMeasurement } from '../../contract'
import { writeWhole } from '../data/files'

/** Measurements that are kept; the oldest goes first. */
export const MOST = 200
/** A file of that many is far smaller. */
const LARGEST = 4 << 20
/** What failed once may work tomorrow: a measurement with a backend that was left out counts for a day. */
const DAY_MS = 24 * 3600 * 1000

const entry = keptMeasurement.extend({ key: z.string().regex(/^[0-9a-f]{32}$/) })
/** measurements.json */
const file = z.object({ version: z.literal(1), entries: z.array(z.unknown()).max(10 * MOST) })

type Entry = z.infer<typeof entry>

const pathIn = (folder: string): string => join(folder, 'measurements.json')

/** The newest first. Entries that are damaged are left out. */
async function read(folder: string): Promise<Entry[]> {
  try {
    const bytes = await readFile(pathIn(folder))
    if (bytes.length > LARGEST) return []
    return file.parse(JSON.parse(bytes.toString('utf8'))).entries.flatMap((one) => {
      const parsed = entry.safeParse(one)
      return parsed.success ? [parsed.data] : []
    })
  } catch {
    return []
  }
}

/** All that is kept, the newest first. @param folder of the engine packs */
export async function keptMeasurements(folder: string): Promise<KeptMeasurement[]> {
  return (await read(folder)).map(({ at, speeds, model }) => ({ at, speeds, model }))
}

/** What was measured under this key and still counts. @param now in milliseconds since 1970 */
export async function findMeasurement(
  folder: string,
  key: string,
  now: number,
): Promise<KeptMeasurement | null> {
  const found = (await read(folder)).find((one) => one.key === key)
  if (!found) return null
  const whole = found.speeds.every(({ problem }) => problem === null)
  return whole || Math.abs(now - Date.parse(found.at)) < DAY_MS ? found : null
}

/** Keeps a measurement, in place of an older one of the same key. @throws Error where the folder cannot be written to */
export async function keepMeasurement(folder: string, key: string, made: KeptMeasurement): Promise<void> {
  const others = (await read(folder)).filter((one) => one.key !== key)
  const entries: Entry[] = [{ key, ...made }, ...others].slice(0, MOST)
  await mkdir(folder, { recursive: true })
  await writeWhole(pathIn(folder), `${JSON.stringify({ version: 1, entries }, null, 1)}\n`, false)
}

/** @returns how many measurements there were */
export async function forgetMeasurements(folder: string): Promise<number> {
  const { length } = await read(folder)
  await rm(pathIn(folder), { force: true })
  return length
}
