// The end of every import: empty classes out, splits drawn, records written; dataset.json comes last, because with
// it the dataset is whole.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  FINDING_LIMIT,
  UserError,
  type Dataset,
  type Finding,
  type ImportReport,
  type ResizeMode,
  type SkippedFile,
  type SplitName,
} from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { DECODER } from './cache-store'
import { type FactsTable } from './facts'
import { spreadOf } from './spread'
import { toJson, writeWhole } from './files'
import { findAll, groupsOf, type Note } from './findings'
import { itemsToJson } from './items'
import { oneClassOnly, type LayoutNote } from './layout'
import { type NearPair } from './near'
import { DATASET_FILE, ITEMS_FILE, REPORT_FILE } from './open'
import { assignSplits, countSplits } from './split'

/** What a source gives; the pixels are packed already, in this order. */
export interface Collected {
  id: string
  name: string
  kind: Dataset['kind']
  source: Dataset['source']
  /** All classes that were found, also without a picture. */
  classes: string[]
  files: string[]
  labels: number[]
  digests: string[] | null
  /** The split that the source names for each picture; null where it is to be drawn. */
  given: (SplitName | null)[]
  /** Splits that the source has; empty: all are drawn. */
  ready: SplitName[]
  skipped: SkippedFile[]
  notes: (LayoutNote | Note)[]
  near: NearPair[]
  facts: FactsTable | null
  size: number
  resize: ResizeMode
  seed: number
  fractions: { validation?: number; test?: number }
  /** `performance.now()` at the start. */
  started: number
}

/**
 * Checks what was collected, draws the splits and writes the dataset's records into `folder`.
 * @param pixelHash SHA-256 of the packed pixels, where there are no digests of originals
 * @throws UserError `folder-without-images`, `one-class-only`, `class-too-small`, `invalid-argument`
 */
export async function finishDataset(
  folder: string,
  collected: Collected,
  pixelHash: Uint8Array | null,
  task: Task,
): Promise<{ dataset: Dataset; report: ImportReport }> {
  const { files, digests, skipped, size, resize, near } = collected
  const { classes, emptyClasses, labels } = dropEmptyClasses(collected)
  checkClasses(collected, classes)
  const groups = groupsOf(files.length, digests, near)
  const { splits, split, testDrawn } = assignSplits({ ...collected, classes, labels, groups })
  throwIfCancelled(task)
  const dataset: Dataset = {
    version: 1,
    id: collected.id,
    name: collected.name,
    kind: collected.kind,
    created: new Date().toISOString(),
    source: collected.source,
    ...countsOf(classes, labels, splits, meantOf(skipped).length),
    split,
    resize,
    size,
    hash: datasetHash({ size, resize, classes, labels, splits, content: digests ?? pixelHash! }),
  }
  const notes = testDrawn ? [...collected.notes, TEST_DRAWN] : collected.notes
  const report = makeReport({ ...collected, notes, emptyClasses, classes, labels, splits, groups })
  // Both end before either's failure is told: nothing may be written after the folder was cleared.
  const written = await Promise.allSettled([
    writeWhole(join(folder, ITEMS_FILE), itemsToJson({ files, labels, splits, digests, groups })),
    writeWhole(join(folder, REPORT_FILE), toJson(report)),
  ])
  for (const one of written) if (one.status === 'rejected') throw one.reason
  throwIfCancelled(task)
  await writeWhole(join(folder, DATASET_FILE), toJson(dataset))
  return { dataset, report }
}

/** Without hidden files and those of the system: nobody misses them. */
export const meantOf = (skipped: readonly SkippedFile[]): SkippedFile[] =>
  skipped.filter(({ reason }) => reason !== 'hidden')

const TEST_DRAWN: Note = {
  kind: 'test-drawn',
  message: 'The folder has no test pictures: some of its training pictures were set aside as test set.',
  detail: {},
}

/** Classes and totals as dataset.json has them. */
export function countsOf(
  classes: readonly string[],
  labels: Uint16Array,
  splits: Uint8Array,
  skipped: number,
): Pick<Dataset, 'classes' | 'images'> {
  const counts = countSplits(classes.length, labels, splits)
  const sum = (of: SplitName) => counts.reduce((total, count) => total + count[of], 0)
  const images = { train: sum('train'), validation: sum('validation'), test: sum('test') }
  return {
    classes: classes.map((name, label) => ({ name, ...counts[label] })),
    images: { ...images, total: images.train + images.validation + images.test, skipped },
  }
}

/** What `makeReport` says something about. */
export interface Reported extends Pick<
  Collected,
  'files' | 'digests' | 'skipped' | 'near' | 'facts' | 'notes' | 'size' | 'started' | 'ready'
> {
  classes: string[]
  emptyClasses: string[]
  labels: Uint16Array
  splits: Uint8Array
  groups: Int32Array
}

export function makeReport(of: Reported): ImportReport {
  const { files, skipped, emptyClasses, started } = of
  const findings = findAll({ ...of, hasReadyValidation: of.ready.includes('validation') }, of.groups)
  return {
    version: 2,
    files: { total: files.length + skipped.length, used: files.length, skipped: skipped.length },
    findings,
    ...(of.facts && { spread: spreadOf(of.facts) }),
    skipped: meantOf(skipped)
      .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
      .slice(0, FINDING_LIMIT),
    emptyClasses,
    warnings: findings.filter(isAboutTheWhole).map(({ message }) => message),
    seconds: (performance.now() - started) / 1000,
  }
}

/** The files that were left out are listed one by one beside the warnings; so are not those outside any class. */
const isAboutTheWhole = ({ kind, groups, classes, severity }: Finding): boolean =>
  groups !== undefined ||
  classes !== undefined ||
  ['outside-classes', 'folder-ignored', 'test-drawn', 'missing-file', 'unverified'].includes(kind) ||
  (severity === 'warning' && ['tiny', 'aspect-outlier', 'dark', 'bright'].includes(kind))

function dropEmptyClasses({ classes, labels }: Collected) {
  const used = new Set(labels)
  const kept = classes.map((_, label) => label).filter((label) => used.has(label))
  const renumbered = new Map(kept.map((label, index) => [label, index]))
  return {
    classes: kept.map((label) => classes[label]),
    emptyClasses: classes.filter((_, label) => !used.has(label)),
    labels: Uint16Array.from(labels, (label) => renumbered.get(label)!),
  }
}

function checkClasses({ files, skipped }: Collected, classes: string[]): void {
  if (files.length === 0) {
    const meant = meantOf(skipped)
    const first = meant.find(({ reason }) => reason !== 'outside-classes') ?? meant[0]
    throw new UserError(
      'folder-without-images',
      first
        ? `None of the ${meant.length} files could be used; the first, ${first.file}: ${first.message ?? first.reason}`
        : 'The class folders are empty.',
      {
        detail: { skipped: meant.length },
        hint: 'Use JPEG, PNG, WebP, GIF, TIFF or AVIF pictures, in a subfolder for each class.',
      },
    )
  }
  if (classes.length === 1) throw oneClassOnly(classes[0])
}

/**
 * What `Dataset.hash` is: SHA-256 over a line of text (version of the decoder, size, resize mode, class names), the
 * labels (16 bits each, little-endian), the splits (a byte each) and the content: the digests of the originals, or,
 * where there are none, the SHA-256 of the pixels.
 */
export function datasetHash(of: {
  size: number
  resize: ResizeMode
  classes: readonly string[]
  labels: Uint16Array
  splits: Uint8Array
  content: readonly string[] | Uint8Array
}): string {
  const labels = Buffer.alloc(of.labels.length * 2)
  of.labels.forEach((label, index) => labels.writeUInt16LE(label, index * 2))
  const hash = createHash('sha256')
    .update(JSON.stringify([DECODER, of.size, of.resize, of.classes]) + '\n')
    .update(labels)
    .update(of.splits)
  if (of.content instanceof Uint8Array) hash.update(of.content)
  else for (const digest of of.content) hash.update(digest)
  return hash.digest('hex')
}
