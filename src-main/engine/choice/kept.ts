// How fast each backend trains which model, kept beside the engine packs, which all libraries of a user share.
import { keptMeasurement, type KeptMeasurement } from '../../contract'
import { entryKey, KeptEntries } from '../kept-entries'

/** Measurements that are kept; the oldest goes first. */
export const MOST = 200
/** What failed once may work tomorrow: a measurement with a backend that was left out counts for a day. */
const DAY_MS = 24 * 3600 * 1000

const measurements = new KeptEntries({
  name: 'measurements.json',
  list: 'entries',
  entry: keptMeasurement.extend({ key: entryKey }),
  most: MOST,
  largest: 4 << 20,
})

/** All that is kept, the newest first. @param folder of the engine packs */
export async function keptMeasurements(folder: string): Promise<KeptMeasurement[]> {
  return (await measurements.read(folder)).map(({ at, speeds, model }) => ({ at, speeds, model }))
}

/** What was measured under this key and still counts. @param now in milliseconds since 1970 */
export async function findMeasurement(
  folder: string,
  key: string,
  now: number,
): Promise<KeptMeasurement | null> {
  const found = (await measurements.read(folder)).find((one) => one.key === key)
  if (!found) return null
  const whole = found.speeds.every(({ problem }) => problem === null)
  return whole || Math.abs(now - Date.parse(found.at)) < DAY_MS ? found : null
}

/** Keeps a measurement, in place of an older one of the same key. @throws Error where the folder cannot be written to */
export const keepMeasurement = (folder: string, key: string, made: KeptMeasurement): Promise<void> =>
  measurements.put(folder, { key, ...made })

/** @returns how many measurements there were */
export async function forgetMeasurements(folder: string): Promise<number> {
  const { length } = await measurements.read(folder)
  await measurements.forget(folder)
  return length
}
