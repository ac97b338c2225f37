// What earlier imports made of the same pictures, kept in the library's `cache` folder and found by content: the
// packed pixels at each size, with what was found out about the pictures. A dataset's files and the cache's are the
// same files on disk (hard links), so that the cache takes no room while the dataset is there.
//
//   packs/<key>/images.u8, facts.bin, views.u8, pack.json   <key>: size, way of resizing and the pictures' digests
//   files/<key>.json                                        which digest a file had, and what told that it is the same
//
// Nothing depends on it: what is missing or damaged is made again.
import { createHash } from 'node:crypto'
import { copyFile, link, mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { resizeMode, type ResizeMode } from '../../contract'
import { FACTS_FILE, VIEW_BYTES, VIEWS_FILE } from './facts'
import { writeWhole } from './files'
import { type NearPair } from './near'

/** Part of every key: raise it when decodePicture or the views come to give other bytes. */
export const DECODER = 1
const DIGEST = 12
/** Bytes of pixels that are kept of datasets which are gone. */
const KEEP = 2 * 1024 ** 3
/** Where the file system has no hard links, packs up to this size are copied. */
const COPY = 256 * 1024 ** 2
const IMAGES = 'images.u8'
const PACK = 'pack.json'

const packFile = z.object({
  version: z.literal(1),
  size: z.int(),
  resize: resizeMode,
  count: z.int(),
  /** One after the other, 12 characters each. */
  digests: z.string(),
  near: z.array(z.tuple([z.int(), z.int(), z.number()])).nullable(),
})

/** The pictures of one import at one size. */
export interface StoredPack {
  images: string
  facts: string
  views: string
  digests: string[]
  near: NearPair[] | null
}

/** The library keeps its cache beside its datasets; null where there is none. */
export async function cacheBeside(datasetFolder: string): Promise<PackCache | null> {
  const folder = join(dirname(dirname(datasetFolder)), 'cache')
  return (await stat(folder).catch(() => null))?.isDirectory() ? new PackCache(folder) : null
}

/** Equal for the same pictures in the same order, prepared the same way. */
export function packKey(size: number, resize: ResizeMode, digests: readonly string[]): string {
  const hash = createHash('sha256').update(`${DECODER} ${size} ${resize}\n`)
  for (const digest of digests) hash.update(digest)
  return hash.digest('hex').slice(0, 32)
}

export class PackCache {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** The pack with this key, if it is whole. */
  async find(key: string): Promise<StoredPack | null> {
    const folder = join(this.folder, 'packs', key)
    try {
      const { size, count, digests, near } = packFile.parse(
        JSON.parse(await readFile(join(folder, PACK), 'utf8')),
      )
      const lengths = [
        [IMAGES, size * size * 3 * count],
        [FACTS_FILE, 16 * count],
        [VIEWS_FILE, VIEW_BYTES * count],
      ] as const
      for (const [name, length] of lengths) if ((await stat(join(folder, name))).size !== length) return null
      const now = new Date()
      await utimes(join(folder, PACK), now, now).catch(() => {})
      return {
        images: join(folder, IMAGES),
        facts: join(folder, FACTS_FILE),
        views: join(folder, VIEWS_FILE),
        digests: Array.from({ length: count }, (_, i) => digests.slice(i * DIGEST, (i + 1) * DIGEST)),
        near: near && near.map(([a, b, similarity]) => ({ a, b, similarity })),
      }
    } catch {
      return null
    }
  }

  /** All packs of one size, the newest first. */
  async packs(size: number, resize: ResizeMode): Promise<StoredPack[]> {
    const keys = await readdir(join(this.folder, 'packs')).catch(() => [])
    const found: { pack: StoredPack; at: number }[] = []
    for (const key of keys) {
      const path = join(this.folder, 'packs', key, PACK)
      const head = await readFile(path, 'utf8').catch(() => '')
      // The text is as this file writes it: no need to parse the packs of other sizes.
      if (!head.includes(`"size":${size},"resize":"${resize}"`)) continue
      const at = (await stat(path).catch(() => null))?.mtimeMs ?? 0
      const pack = await this.find(key)
      if (pack) found.push({ pack, at })
    }
    return found.sort((a, b) => b.at - a.at).map(({ pack }) => pack)
  }

  /** Keeps a dataset's files under a key. They must never be written to afterwards. Failing to is no failure. */
  async keep(
    key: string,
    { size, resize, digests }: { size: number; resize: ResizeMode; digests: readonly string[] },
    { images, facts, views }: { images: string; facts: string; views: string },
    near: readonly NearPair[] | null,
  ): Promise<void> {
    const folder = join(this.folder, 'packs', key)
    const temporary = `${folder}.${process.pid}.tmp`
    try {
      await mkdir(temporary, { recursive: true })
      await linkOrCopy(images, join(temporary, IMAGES), COPY)
      await linkOrCopy(facts, join(temporary, FACTS_FILE), COPY)
      await linkOrCopy(views, join(temporary, VIEWS_FILE), COPY)
      await writeWhole(join(temporary, PACK), packToJson(size, resize, digests, near), false)
      await rm(folder, { recursive: true, force: true })
      await rename(temporary, folder)
    } catch {
      await rm(temporary, { recursive: true, force: true }).catch(() => {})
    }
  }

  /** Lets the oldest packs go that no dataset shares, when they take too much room. */
  async prune(limit = KEEP): Promise<void> {
    const root = join(this.folder, 'packs')
    const alone: { folder: string; bytes: number; at: number }[] = []
    for (const key of await readdir(root).catch(() => [])) {
      const folder = join(root, key)
      if (key.endsWith('.tmp')) {
        await rm(folder, { recursive: true, force: true }).catch(() => {})
        continue
      }
      const images = await stat(join(folder, IMAGES)).catch(() => null)
      const pack = await stat(join(folder, PACK)).catch(() => null)
      if (images && images.nlink > 1) continue
      alone.push({ folder, bytes: images?.size ?? 0, at: pack?.mtimeMs ?? 0 })
    }
    let kept = 0
    for (const { folder, bytes } of alone.sort((a, b) => b.at - a.at)) {
      kept += bytes
      if (kept > limit) await rm(folder, { recursive: true, force: true }).catch(() => {})
    }
  }

  /** Path of the list of files of one source. */
  filesOf(source: string): string {
    const key = createHash('sha256').update(source).digest('hex').slice(0, 32)
    return join(this.folder, 'files', `${key}.json`)
  }
}

/** As `packFile` reads it; `packs` looks for its beginning. */
function* packToJson(
  size: number,
  resize: ResizeMode,
  digests: readonly string[],
  near: readonly NearPair[] | null,
): Generator<string> {
  yield `{"version":1,"size":${size},"resize":"${resize}","count":${digests.length},"near":`
  yield JSON.stringify(near && near.map(({ a, b, similarity }) => [a, b, similarity]))
  yield ',"digests":"'
  for (let from = 0; from < digests.length; from += 4096) yield digests.slice(from, from + 4096).join('')
  yield '"}'
}

/** A second name for a file; where the file system cannot, a copy, if it is not too large. */
export async function linkOrCopy(from: string, to: string, limit = Infinity): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST' || code === 'ENOENT') throw error
    if ((await stat(from)).size > limit) throw error
    await copyFile(from, to)
  }
}
