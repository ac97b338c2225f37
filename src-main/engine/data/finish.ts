// The end of every import: empty classes out, splits drawn, records written; dataset.json comes last, because with
// it the dataset is whole.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  UserError,
  type Dataset,
  type ImportReport,
  type ResizeMode,
  type SkippedFile,
  type SplitName,
} from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { duplicateWarnings } from './duplicates'
import { toJson, writeWhole } from './files'
import { alone, itemsToJson } from './items'
import { oneClassOnly } from './layout'
import { DATASET_FILE, ITEMS_FILE, REPORT_FILE } from './open'
import { type PackWriter } from './packed'
import { assignSplits, countSplits } from './split'

/** What a source gives: pictures already in the writer, in this order. */
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
  warnings: string[]
  size: number
  resize: ResizeMode
  seed: number
  fractions: { validation?: number; test?: number }
  /** `performance.now()` at the start. */
  started: number
}

/**
 * Checks what was collected, draws the splits and writes the dataset's records into `folder`.
 * @throws UserError `folder-without-images`, `one-class-only`, `class-too-small`, `invalid-argument`
 */
export async function finishDataset(
  folder: string,
  collected: Collected,
  writer: PackWriter,
  task: Task,
): Promise<{ dataset: Dataset; report: ImportReport }> {
  const { files, digests, skipped, size } = collected
  const { classes, emptyClasses, labels } = dropEmptyClasses(collected)
  checkClasses(collected, classes)
  const { splits, split, warnings: splitWarnings } = assignSplits({ ...collected, classes, labels })
  const counts = countSplits(classes.length, labels, splits)
  const sum = (of: SplitName) => counts.reduce((total, count) => total + count[of], 0)
  throwIfCancelled(task)
  const pixelHash = await writer.finish()

  const dataset: Dataset = {
    version: 1,
    id: collected.id,
    name: collected.name,
    kind: collected.kind,
    created: new Date().toISOString(),
    source: collected.source,
    classes: classes.map((name, label) => ({ name, ...counts[label] })),
    images: {
      train: sum('train'),
      validation: sum('validation'),
      test: sum('test'),
      total: files.length,
      skipped: skipped.length,
    },
    split,
    resize: collected.resize,
    size,
    hash: datasetHash({ size, resize: collected.resize, classes, labels, splits, pixelHash }),
  }
  const report: ImportReport = {
    version: 2,
    findings: [],
    files: { total: files.length + skipped.length, used: files.length, skipped: skipped.length },
    skipped: [...skipped].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    emptyClasses,
    warnings: [
      ...collected.warnings,
      ...emptyClasses.map((name) => `The class ${name} has no usable picture: left out.`),
      ...splitWarnings,
      ...(digests ? duplicateWarnings(files, labels, splits, digests) : []),
    ],
    seconds: (performance.now() - collected.started) / 1000,
  }
  await writeWhole(
    join(folder, ITEMS_FILE),
    itemsToJson({ files, labels, splits, digests, groups: alone(files.length) }),
  )
  await writeWhole(join(folder, REPORT_FILE), toJson(report))
  throwIfCancelled(task)
  await writeWhole(join(folder, DATASET_FILE), toJson(dataset))
  return { dataset, report }
}

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
    const [first] = skipped
    throw new UserError(
      'folder-without-images',
      first
        ? `None of the ${skipped.length} files could be used; the first, ${first.file}: ${first.message ?? first.reason}`
        : 'The class folders are empty.',
      {
        detail: { skipped: skipped.length },
        hint: 'Use JPEG, PNG, WebP, GIF, TIFF or AVIF pictures, in a subfolder for each class.',
      },
    )
  }
  if (classes.length === 1) throw oneClassOnly(classes[0])
}

/**
 * What `Dataset.hash` is: SHA-256 over a line of text (size, resize mode, class names), the labels (16 bits each,
 * little-endian), the splits (a byte each) and the SHA-256 of the cached pixels.
 */
export function datasetHash(of: {
  size: number
  resize: ResizeMode
  classes: string[]
  labels: Uint16Array
  splits: Uint8Array
  pixelHash: Uint8Array
}): string {
  const labels = Buffer.alloc(of.labels.length * 2)
  of.labels.forEach((label, index) => labels.writeUInt16LE(label, index * 2))
  return createHash('sha256')
    .update(JSON.stringify([of.size, of.resize, of.classes]) + '\n')
    .update(labels)
    .update(of.splits)
    .update(of.pixelHash)
    .digest('hex')
}
