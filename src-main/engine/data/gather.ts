// The work of an import: every candidate is read, decoded and packed, or refused with its reason. What an earlier
// import made of the same content is copied instead.
import { statSync } from 'node:fs'
import { type ResizeMode, type SkippedFile, type SplitName } from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { type StoredPack } from './cache-store'
import { clearMemory } from './clear-memory'
import { decodePicture, PictureError } from './decode'
import { FactsTable, VIEW_BYTES, ViewsReader, type ViewsWriter } from './facts'
import { type FileList, type KnownFiles } from './file-list'
import { contentBox, greyView } from './fingerprint'
import { readHeader, type PictureHeader } from './header'
import { type Candidate } from './layout'
import { digestOf, readOriginal, signatureOf, type Signature } from './originals'
import { type NearFinder } from './near'
import { readOne, type PackWriter } from './packed'
import { inOrder } from './pool'
import { ReadBuffers } from './read-buffers'
import { picturesInFlight } from './sharp'

/** Pictures as they came in: parallel lists, in the order of the packed pixels. */
export interface Gathered {
  files: string[]
  labels: number[]
  /** The split that the source names for each picture; null where it is to be drawn. */
  given: (SplitName | null)[]
  digests: string[]
  facts: FactsTable
  skipped: SkippedFile[]
}

/** After so many pictures, memory that they left is cleared. */
const CLEAR_EVERY = 4096

export const nothingGathered = (): Gathered => ({
  files: [],
  labels: [],
  given: [],
  digests: [],
  facts: new FactsTable(),
  skipped: [],
})

export interface GatherOptions {
  size: number
  resize: ResizeMode
  /** The absolute path of a candidate. */
  locate: (file: string) => string
  pixels: PackWriter
  views: ViewsWriter
  /** Gets every picture that is no exact copy of an earlier one. */
  near?: NearFinder
  /** Of an earlier import of the same source. */
  known: KnownFiles | null
  /** Earlier packs of this size. */
  packs: readonly StoredPack[]
  /** Receives what the files were. */
  list: FileList | null
  /** Says why a picture with this content is not wanted; null if it is. */
  refuse?: (candidate: Candidate, digest: string) => SkippedFile | null
}

interface Taken {
  digest: string
  pixels: Uint8Array
  view: Uint8Array
  header: PictureHeader | null
  colour: [number, number, number] | null
  copied: Place | null
}

type Outcome = { candidate: Candidate } & (Taken | { skipped: SkippedFile })

/**
 * @param candidates is empty afterwards: what is known of a large folder is megabytes, and is wanted once
 * @throws UserError `cancelled`, and what the disk says when it is full
 */
export async function gather(candidates: Candidate[], options: GatherOptions, task: Task): Promise<Gathered> {
  const gathered = nothingGathered()
  const earlier = new EarlierPixels(options.packs, options.size)
  const buffers = new ReadBuffers()
  const seen = new Set<string>()
  const total = candidates.length
  let done = 0
  try {
    const work = (candidate: Candidate) => outcomeOf(candidate, options, earlier, buffers)
    for await (const outcome of inOrder(drained(candidates), picturesInFlight, work)) {
      throwIfCancelled(task)
      const { file, label, split } = outcome.candidate
      if ('skipped' in outcome) gathered.skipped.push(outcome.skipped)
      else {
        gathered.files.push(file)
        gathered.labels.push(label)
        gathered.given.push(split)
        gathered.digests.push(outcome.digest)
        if (outcome.copied) gathered.facts.copy(await earlier.facts(outcome.copied), outcome.copied.index)
        else gathered.facts.add(outcome.header, outcome.colour!)
        await options.pixels.write(outcome.pixels)
        await options.views.write(outcome.view)
        if (options.near && !seen.has(outcome.digest)) {
          seen.add(outcome.digest)
          const index = gathered.files.length - 1
          options.near.add(index, outcome.view, gathered.facts.colour(index))
        }
      }
      if ((done + 1) % CLEAR_EVERY === 0) clearMemory()
      task.progress({ stage: 'decode', done: ++done, total, unit: 'images', item: file })
    }
    return gathered
  } finally {
    earlier.close()
  }
}

function* drained<T>(items: T[]): Generator<T> {
  const last = items.reverse()
  for (let item = last.pop(); item !== undefined; item = last.pop()) yield item
}

async function outcomeOf(
  candidate: Candidate,
  { size, resize, locate, known, list, refuse }: GatherOptions,
  earlier: EarlierPixels,
  buffers: ReadBuffers,
): Promise<Outcome> {
  const { file } = candidate
  const path = locate(file)
  const now = Date.now()
  let signature: Signature | null = null
  let bytes: Buffer | null = null
  const allocate = (size: number): Buffer => (bytes = buffers.take(size))
  try {
    const before = known && knownNow(path, file, known)
    if (before) {
      signature = before.signature
      if ('refused' in before.known) {
        list?.note(file, signature, before.known, now)
        return { candidate, skipped: { file, ...before.known.refused } }
      }
      const { digest } = before.known
      const unwanted = refuse?.(candidate, digest)
      if (unwanted) return { candidate, skipped: unwanted }
      const place = earlier.find(digest)
      if (place) {
        list?.note(file, signature, { digest }, now)
        return { candidate, ...(await earlier.read(place, digest)) }
      }
    }
    const read = await readOriginal(path, allocate)
    signature = read.signature
    const digest = digestOf(read.bytes)
    const unwanted = refuse?.(candidate, digest)
    if (unwanted) return { candidate, skipped: unwanted }
    const place = earlier.find(digest)
    const taken = place
      ? await earlier.read(place, digest)
      : await decode(read.bytes, digest, { size, resize })
    list?.note(file, signature, { digest }, now)
    return { candidate, ...taken }
  } catch (error) {
    if (!(error instanceof PictureError)) throw error
    const { reason, why: message } = error
    if (signature) list?.note(file, signature, { refused: { reason, message } }, now)
    return { candidate, skipped: { file, reason, message } }
  } finally {
    if (bytes) buffers.giveBack(bytes)
  }
}

async function decode(
  bytes: Buffer,
  digest: string,
  options: { size: number; resize: ResizeMode },
): Promise<Taken> {
  const header = await readHeader(bytes)
  const pixels = await decodePicture(bytes, options)
  const view = new Uint8Array(VIEW_BYTES)
  const shape = header && (header.orientation >= 5 ? { width: header.height, height: header.width } : header)
  const colour = greyView(pixels, options.size, contentBox(options.size, options.resize, shape), view)
  return { digest, pixels, view, header, colour, copied: null }
}

/** What a file was at an earlier import, if the file system says that it is unchanged. */
export function knownNow(path: string, file: string, known: KnownFiles) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) return null
  const signature = signatureOf(found)
  const now = known.get(file, signature)
  return now && { signature, known: now }
}

interface Place {
  pack: number
  index: number
}

/** Pixels and views of earlier imports, by content. */
class EarlierPixels {
  private readonly places = new Map<string, Place>()
  private readonly views = new Map<number, ViewsReader>()
  private readonly tables = new Map<number, Promise<FactsTable>>()
  private readonly packs: readonly StoredPack[]
  private readonly size: number

  constructor(packs: readonly StoredPack[], size: number) {
    this.packs = packs
    this.size = size
    packs.forEach(({ digests }, pack) =>
      digests.forEach((digest, index) => {
        if (!this.places.has(digest)) this.places.set(digest, { pack, index })
      }),
    )
  }

  find(digest: string): Place | null {
    return this.places.get(digest) ?? null
  }

  async read(place: Place, digest: string): Promise<Taken> {
    const { images, views } = this.packs[place.pack]
    const pixels = await readOne(images, this.size, place.index)
    let reader = this.views.get(place.pack)
    if (!reader) this.views.set(place.pack, (reader = new ViewsReader(views)))
    const view = new Uint8Array(VIEW_BYTES)
    reader.read(place.index, view)
    return { digest, pixels, view, header: null, colour: null, copied: place }
  }

  facts({ pack }: Place): Promise<FactsTable> {
    let table = this.tables.get(pack)
    if (!table) this.tables.set(pack, (table = FactsTable.read(this.packs[pack].facts)))
    return table
  }

  close(): void {
    for (const reader of this.views.values()) reader.close()
  }
}
