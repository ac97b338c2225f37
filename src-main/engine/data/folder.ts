// Imports pictures from a folder, or from several things that the user chose at once.
import { statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import {
  type Dataset,
  type ImportOptions,
  type ImportReport,
  type ResizeMode,
  type SkippedFile,
} from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { PackCache, linkOrCopy, packKey, type StoredPack } from './cache-store'
import { FACTS_FILE, FactsTable, VIEWS_FILE, ViewsReader, ViewsWriter } from './facts'
import { FileList, KnownFiles } from './file-list'
import { requireSpace } from './files'
import { finishDataset, type Collected } from './finish'
import { gather, knownNow, nothingGathered, type Gathered } from './gather'
import { pictureSide } from './header'
import { readLayout, type Candidate } from './layout'
import { findNear, NearFinder, type NearPair } from './near'
import { exactCopies } from './findings'
import { cacheName, PackWriter } from './packed'
import { inOrder } from './pool'
import { picturesInFlight } from './sharp'
import { pathIn, type Mount } from './walk'

export const DEFAULT_SIZE = 64
const SMALL_SIDE = 48
const SMALL_SIZE = 32

export interface FolderImport {
  id: string
  kind: Dataset['kind']
  /** What the dataset is called when the options say nothing. */
  name: string
  /** The dataset's own folder, to be written into. */
  folder: string
  /** What was chosen; only read. `owned`: it is the library's, in the dataset's own folder. */
  mounts: (Mount & { owned: boolean })[]
  /** What was left out before, on unpacking. */
  skipped?: SkippedFile[]
  csv?: string
  options: ImportOptions
  seed: number
  /** Folder of the library's cache. */
  cache?: string
}

/**
 * Scans, decodes and packs. Every file is either used or in the report with its reason.
 * @throws UserError as `readLayout` and `finishDataset`; `cancelled`, `disk-full`
 */
export async function importFolder(
  { id, kind, name, folder, mounts, skipped = [], csv, options, seed, cache }: FolderImport,
  task: Task,
): Promise<{ dataset: Dataset; report: ImportReport }> {
  const started = performance.now()
  task.progress({ stage: 'scan', done: 0, total: 0, unit: 'files' })
  const layout = await readLayout(mounts, task, { csv })
  const locate = (file: string) => pathIn(mounts, file)
  const store = cache === undefined ? null : new PackCache(cache)
  const listed = store && store.filesOf(sourceName(mounts, csv))
  const known = listed === null ? null : await KnownFiles.read(listed)
  const usual =
    known && known.count === layout.candidates.length
      ? known.usualSize
      : await usualSize(layout.candidates, locate)
  const size = options.size ?? usual
  const resize = options.resize ?? 'cover'
  const keepList = (list: FileList) => (listed === null ? undefined : list.write(listed, usual))
  const packed = await pack(
    { folder, candidates: layout.candidates, locate, size, resize, store, known, keepList },
    task,
  )
  const { gathered, near } = packed
  const collected: Collected = {
    ...gathered,
    id,
    kind,
    name: (options.name ?? name).slice(0, 200),
    source: sourceRecord(folder, mounts),
    classes: layout.classes,
    ready: layout.ready,
    skipped: [...skipped, ...layout.skipped, ...gathered.skipped],
    notes: layout.notes,
    near,
    size,
    resize,
    seed,
    fractions: { validation: options.validation, test: options.test },
    started,
  }
  task.progress({ stage: 'write', done: 0, total: 1, unit: 'parts' })
  const result = await finishDataset(folder, collected, null, task)
  if (store && gathered.files.length > 0) {
    if (!packed.shared)
      await store.keep(
        packed.key,
        { size, resize, digests: gathered.digests },
        filesOf(folder, size, resize),
        near,
      )
    await store.prune()
  }
  task.progress({ stage: 'write', done: 1, total: 1, unit: 'parts' })
  return result
}

/** A dataset's own files that the cache shares. */
export const filesOf = (folder: string, size: number, resize: ResizeMode) => ({
  images: join(folder, cacheName(size, resize)),
  facts: join(folder, FACTS_FILE),
  views: join(folder, VIEWS_FILE),
})

interface PackOptions {
  folder: string
  candidates: Candidate[]
  locate: (file: string) => string
  size: number
  resize: ResizeMode
  store: PackCache | null
  /** Of the last import of the same source. */
  known: KnownFiles | null
  /** Notes what the files were, for the next import. */
  keepList: (list: FileList) => Promise<void> | undefined
}

interface Packed {
  gathered: Gathered
  near: NearPair[]
  key: string
  /** The pixels are the cache's already. */
  shared: boolean
}

/** Pixels, facts and views into the dataset's folder: those of an earlier import of the same files, or made now. */
async function pack(options: PackOptions, task: Task): Promise<Packed> {
  const { folder, candidates, size, resize, store, known, keepList } = options
  if (store && known) {
    const same = await sameAsBefore(options, known, store, task)
    if (same) return same
  }
  await requireSpace(folder, size * size * 3 * candidates.length)
  const { images, facts, views } = filesOf(folder, size, resize)
  let list = store && new FileList()
  const pixelWriter = await PackWriter.create(images, size * size * 3, false)
  try {
    const viewsWriter = await ViewsWriter.create(views)
    try {
      const packs = store ? await store.packs(size, resize) : []
      const finder = new NearFinder({
        total: candidates.length,
        thorough: size > SMALL_SIZE,
        view: (index, into) => viewsWriter.read(index, into),
      })
      const gathered = await gather(
        candidates,
        { ...options, pixels: pixelWriter, views: viewsWriter, near: finder, packs, list },
        task,
      )
      const near = await finder.finish(task)
      await pixelWriter.finish()
      await viewsWriter.finish()
      await gathered.facts.write(facts)
      if (list) await keepList(list)
      list = null
      const key = packKey(size, resize, gathered.digests)
      return { gathered, near, key, shared: false }
    } catch (error) {
      await viewsWriter.discard()
      throw error
    }
  } catch (error) {
    await pixelWriter.discard()
    throw error
  }
}

/** How many files are looked at before anything else gets its turn. */
const CHUNK = 256

/** Where no file has changed since an earlier import and its pixels are there, they are used as they are. */
async function sameAsBefore(
  { folder, candidates, locate, size, resize }: PackOptions,
  known: KnownFiles,
  store: PackCache,
  task: Task,
): Promise<Packed | null> {
  const gathered = nothingGathered()
  for (let from = 0; from < candidates.length; from += CHUNK) {
    await new Promise((done) => setImmediate(done))
    throwIfCancelled(task)
    for (const candidate of candidates.slice(from, from + CHUNK)) {
      const now = knownNow(locate(candidate.file), candidate.file, known)
      if (!now) return null
      if ('refused' in now.known) gathered.skipped.push({ file: candidate.file, ...now.known.refused })
      else {
        gathered.files.push(candidate.file)
        gathered.labels.push(candidate.label)
        gathered.given.push(candidate.split)
        gathered.digests.push(now.known.digest)
      }
    }
  }
  const key = packKey(size, resize, gathered.digests)
  const found = await store.find(key)
  if (!found) return null
  await share(found, filesOf(folder, size, resize))
  gathered.facts = await FactsTable.read(found.facts)
  const total = candidates.length
  task.progress({ stage: 'decode', done: total, total, unit: 'images' })
  const near = found.near ?? (await nearCopies(gathered, found.views, size, task))
  return { gathered, near, key, shared: found.near !== null }
}

async function share(from: StoredPack, to: { images: string; facts: string; views: string }): Promise<void> {
  await linkOrCopy(from.images, to.images)
  await linkOrCopy(from.facts, to.facts)
  await linkOrCopy(from.views, to.views)
}

/** Looks for near copies among the pictures that are no exact copies. */
export async function nearCopies(
  { digests, facts }: Pick<Gathered, 'digests' | 'facts'>,
  views: string,
  size: number,
  task: Task,
): Promise<NearPair[]> {
  const copies = new Set(exactCopies(digests).flatMap((group) => group.slice(1)))
  const members = Int32Array.from(
    (function* () {
      for (let index = 0; index < digests.length; index++) if (!copies.has(index)) yield index
    })(),
  )
  const reader = new ViewsReader(views)
  try {
    return await findNear(
      {
        members,
        thorough: size > SMALL_SIZE,
        colours: facts.colours(),
        view: (index, into) => reader.read(index, into),
      },
      task,
    )
  } finally {
    reader.close()
  }
}

const sourceName = (mounts: readonly Mount[], csv?: string): string =>
  JSON.stringify([mounts.map(({ name, path }) => [name, resolve(path)]), csv ?? null])

/** Relative to the dataset's folder when the originals lie in it, so that the library can be moved. */
export function sourcePath(folder: string, path: string): string {
  const inside = path.startsWith(resolve(folder) + sep)
  return inside ? relative(resolve(folder), path).split(sep).join('/') : path
}

function sourceRecord(folder: string, mounts: FolderImport['mounts']): Dataset['source'] {
  const [first] = mounts
  const record = (mount: Mount & { owned: boolean }) => ({
    path: sourcePath(folder, resolve(mount.path)),
    owned: mount.owned,
  })
  if (mounts.length === 1 && first.name === '') return record(first)
  return {
    path: '',
    owned: mounts.every(({ owned }) => owned),
    mounts: mounts.map((mount) => ({ name: mount.name, ...record(mount) })),
  }
}

/** 32 for a folder of small pictures, else 64: the median of a few decides. */
async function usualSize(
  candidates: readonly Candidate[],
  locate: (file: string) => string,
): Promise<number> {
  const step = Math.max(1, Math.floor(candidates.length / 25))
  const sample = candidates.filter((_, index) => index % step === 0).map(({ file }) => locate(file))
  const sides: number[] = []
  for await (const side of inOrder(sample, picturesInFlight, sideOf)) if (side !== null) sides.push(side)
  sides.sort((a, b) => a - b)
  const median = sides[Math.floor(sides.length / 2)] ?? DEFAULT_SIZE
  return median <= SMALL_SIDE ? SMALL_SIZE : DEFAULT_SIZE
}

const sideOf = async (path: string): Promise<number | null> =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ? await pictureSide(path) : null
