// Features on disk, in the library's `cache` folder: `features/<name>/` for each thing that was computed (identity.ts),
// with one segment or several. Whoever computes writes segments of his own, so that two programs never write into one
// file. Nothing depends on what is here: what is missing or damaged is computed again.
import { mkdir, readdir, rm, stat, statfs, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { TEMPORARY } from '../data/files'
import { Segment, SEGMENT, SegmentWriter } from './segment'

const GIB = 1024 ** 3
/** Bytes that are kept of all features; those that were not used for longest go first. */
const KEEP = 8 * GIB
/** Bytes of one set of features at most. */
const MOST = 4 * GIB
/** Bytes of the disk that are left free. */
const RESERVE = GIB
/** A file that was begun and not finished within this time is of a program that is gone. */
const ABANDONED_MS = 3600_000

export interface StoreLimits {
  keep: number
  most: number
  reserve: number
}

export class FeatureStore {
  readonly #folder: string
  readonly #limits: StoreLimits

  constructor(folder: string, limits: Partial<StoreLimits> = {}) {
    this.#folder = folder
    this.#limits = { keep: KEEP, most: MOST, reserve: RESERVE, ...limits }
  }

  /** The library's, found from one of its datasets; null where there is no library around it. */
  static async beside(datasetFolder: string): Promise<FeatureStore | null> {
    const cache = join(dirname(dirname(datasetFolder)), 'cache')
    const found = await stat(cache).catch(() => null)
    return found?.isDirectory() ? new FeatureStore(join(cache, 'features')) : null
  }

  /** Bytes that a set of features may have, others being given up for it. */
  async room(): Promise<number> {
    const { most, keep, reserve } = this.#limits
    try {
      await mkdir(this.#folder, { recursive: true })
      const kept = (await this.#sets()).reduce((sum, { bytes }) => sum + bytes, 0)
      return Math.max(0, Math.min(most, keep, (await freeBytes(this.#folder)) + kept - reserve))
    } catch {
      return 0
    }
  }

  /** What there is under a name. @param values numbers a row */
  async open(name: string, values: number): Promise<Segment[]> {
    const folder = join(this.#folder, name)
    const segments: Segment[] = []
    const now = new Date()
    await utimes(folder, now, now).catch(() => {})
    for (const file of await readdir(folder).catch(() => [])) {
      const path = join(folder, file)
      if (file.endsWith(SEGMENT)) {
        const segment = await Segment.open(path, values).catch(() => null)
        if (segment) segments.push(segment)
        else await rm(path, { force: true }).catch(() => {})
      } else if (file.endsWith(SEGMENT + TEMPORARY)) {
        const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Infinity)
        if (age > ABANDONED_MS) await rm(path, { force: true }).catch(() => {})
      }
    }
    return segments
  }

  /** Begins a segment, after making room for `bytes` more. @throws what the disk says */
  async write(name: string, values: number, bytes: number): Promise<SegmentWriter> {
    const folder = join(this.#folder, name)
    await mkdir(folder, { recursive: true })
    await this.#makeRoom(name, bytes)
    return await SegmentWriter.create(folder, values)
  }

  /** Gives up what was not used for longest: other sets first, then the oldest files of this one. */
  async #makeRoom(name: string, bytes: number): Promise<void> {
    const { keep, reserve } = this.#limits
    const sets = await this.#sets()
    let kept = sets.reduce((sum, set) => sum + set.bytes, 0)
    let free = await freeBytes(this.#folder)
    const others = sets.filter((set) => set.name !== name)
    for (const { path, bytes: gained } of [...oldestFirst(others), ...oldestFirst(await this.#files(name))]) {
      if (kept + bytes <= keep && free - bytes >= reserve) return
      await rm(path, { recursive: true, force: true }).catch(() => {})
      kept -= gained
      free += gained
    }
  }

  /** The finished files of one set. */
  async #files(name: string): Promise<Kept[]> {
    const folder = join(this.#folder, name)
    const files: Kept[] = []
    for (const file of await readdir(folder).catch(() => [])) {
      const path = join(folder, file)
      const found = file.endsWith(SEGMENT) ? await stat(path).catch(() => null) : null
      if (found) files.push({ path, bytes: found.size, used: found.mtimeMs })
    }
    return files
  }

  async #sets(): Promise<(Kept & { name: string })[]> {
    const sets = []
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const path = join(this.#folder, name)
      const used = (await stat(path).catch(() => null))?.mtimeMs ?? 0
      const bytes = (await this.#files(name)).reduce((sum, file) => sum + file.bytes, 0)
      sets.push({ name, path, bytes, used })
    }
    return sets
  }
}

interface Kept {
  path: string
  bytes: number
  /** When it was used last, in milliseconds. */
  used: number
}

const oldestFirst = (kept: readonly Kept[]): Kept[] => [...kept].sort((a, b) => a.used - b.used)

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
