// Imports a folder of pictures.
import { basename, join, relative, resolve, sep } from 'node:path'
import { type Dataset, type ImportOptions, type ImportReport, type SkippedFile } from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { PictureError, pictureSide } from './decode'
import { requireSpace } from './files'
import { finishDataset, type Collected } from './finish'
import { readLayout, type Candidate } from './layout'
import { decodeOriginal } from './originals'
import { cacheName, PackWriter } from './packed'
import { inOrder } from './pool'
import { picturesInFlight } from './sharp'

export const DEFAULT_SIZE = 64
const SMALL_SIZE = 32
/** Pictures whose sides are up to this are taken for small ones, such as CIFAR-10's. */
const SMALL_SIDE = 48

export interface FolderImport {
  id: string
  kind: Dataset['kind']
  /** The dataset's own folder, to be written into. */
  folder: string
  /** The pictures; only read. `owned`: they are the library's, in the dataset's own folder. */
  source: { path: string; owned: boolean }
  options: ImportOptions
  seed: number
}

type Outcome = { candidate: Candidate } & ({ pixels: Uint8Array; digest: string } | { skipped: SkippedFile })

/**
 * Scans, decodes and packs. Every file is either used or in the report with its reason.
 * @throws UserError as `readLayout` and `finishDataset`; `cancelled`, `disk-full`
 */
export async function importFolder(
  { id, kind, folder, source, options, seed }: FolderImport,
  task: Task,
): Promise<{ dataset: Dataset; report: ImportReport }> {
  const started = performance.now()
  const root = resolve(source.path)
  task.progress({ stage: 'scan', done: 0, total: 0, unit: 'files' })
  const layout = await readLayout(root, task)
  const { candidates } = layout
  const size = options.size ?? (await usualSize(root, candidates))
  const resize = options.resize ?? 'cover'
  await requireSpace(folder, size * size * 3 * candidates.length)

  const collected: Collected = {
    id,
    kind,
    name: options.name ?? (source.owned ? 'Photos' : (basename(root) || root).slice(0, 200)),
    source: sourceRecord(folder, root, source.owned),
    classes: layout.classes,
    files: [],
    labels: [],
    digests: [],
    given: [],
    ready: layout.ready,
    skipped: layout.skipped,
    warnings: layout.warnings,
    size,
    resize,
    seed,
    fractions: { validation: options.validation, test: options.test },
    started,
  }
  const writer = await PackWriter.create(join(folder, cacheName(size, resize)), size * size * 3)
  try {
    const decode = async (candidate: Candidate): Promise<Outcome> => {
      try {
        return { candidate, ...(await decodeOriginal(join(root, candidate.file), { size, resize })) }
      } catch (error) {
        if (!(error instanceof PictureError)) throw error
        const { reason, why: message } = error
        return { candidate, skipped: { file: candidate.file, reason, message } }
      }
    }
    let done = 0
    for await (const outcome of inOrder(candidates, picturesInFlight, decode)) {
      throwIfCancelled(task)
      const { file, label, split } = outcome.candidate
      if ('skipped' in outcome) collected.skipped.push(outcome.skipped)
      else {
        collected.files.push(file)
        collected.labels.push(label)
        collected.given.push(split)
        collected.digests!.push(outcome.digest)
        await writer.write(outcome.pixels)
      }
      task.progress({ stage: 'decode', done: ++done, total: candidates.length, unit: 'images', item: file })
    }
    task.progress({ stage: 'write', done: 0, total: 1, unit: 'parts' })
    const result = await finishDataset(folder, collected, writer, task)
    task.progress({ stage: 'write', done: 1, total: 1, unit: 'parts' })
    return result
  } catch (error) {
    await writer.discard()
    throw error
  }
}

/** Relative to the dataset's folder when the originals lie in it, so that the library can be moved. */
function sourceRecord(folder: string, root: string, owned: boolean): Dataset['source'] {
  const inside = root.startsWith(resolve(folder) + sep)
  return { path: inside ? relative(resolve(folder), root).split(sep).join('/') : root, owned }
}

/** 32 for a folder of small pictures, else 64: the median of a few decides. */
async function usualSize(root: string, candidates: readonly Candidate[]): Promise<number> {
  const step = Math.max(1, Math.floor(candidates.length / 25))
  const sides: number[] = []
  for (let i = 0; i < candidates.length; i += step) {
    const side = await pictureSide(join(root, candidates[i].file))
    if (side !== null) sides.push(side)
  }
  sides.sort((a, b) => a - b)
  const median = sides[Math.floor(sides.length / 2)] ?? DEFAULT_SIZE
  return median <= SMALL_SIDE ? SMALL_SIZE : DEFAULT_SIZE
}
