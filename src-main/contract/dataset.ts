// A dataset: images with labels, imported, split once so that every run on it shares the split.
import { z } from './zod'
import { count, fraction, id, path, pixels, seed, timestamp } from './common'

export const datasetKind = z.enum(['folder', 'cifar10', 'sample'])

/** How an image that is not square is brought to a square. Part of the preprocessing that a model carries. */
export const resizeMode = z.enum(['cover', 'fit', 'stretch'])
export type ResizeMode = z.infer<typeof resizeMode>

export const classInfo = z.object({
  name: z.string().min(1).max(255),
  train: count,
  validation: count,
  test: count,
})
export type ClassInfo = z.infer<typeof classInfo>

/** A file that was not taken, and why. */
export const skippedFile = z.object({
  /** Path relative to the imported folder. */
  file: z.string(),
  reason: z.enum(['empty', 'not-an-image', 'corrupt', 'unreadable', 'too-large', 'unsupported']),
  message: z.string().optional(),
})
export type SkippedFile = z.infer<typeof skippedFile>

/** dataset.json */
export const dataset = z.object({
  version: z.literal(1),
  id,
  name: z.string().min(1).max(200),
  kind: datasetKind,
  created: timestamp,
  /** Where the pictures are: the user's folder, or `originals` in the dataset's own folder. Empty if the cache is all there is. */
  source: z.object({ path: z.string(), owned: z.boolean() }),
  classes: z.array(classInfo).min(2).max(1000),
  images: z.object({ train: count, validation: count, test: count, total: count, skipped: count }),
  split: z.object({
    seed,
    /** `ready`: the folder had its own train and test (and perhaps val) folders. */
    origin: z.enum(['drawn', 'ready', 'ready-test']),
    validation: fraction,
    test: fraction,
  }),
  resize: resizeMode,
  /** Side of the images that import made a cache for. */
  size: pixels,
  /** SHA-256 over labels, split and cached pixels: equal hashes mean the same data. */
  hash: z.string(),
})
export type Dataset = z.infer<typeof dataset>

/** report.json */
export const importReport = z.object({
  version: z.literal(1),
  files: z.object({ total: count, used: count, skipped: count }),
  skipped: z.array(skippedFile),
  /** Classes found without a usable image. */
  emptyClasses: z.array(z.string()),
  warnings: z.array(z.string()),
  seconds: z.number(),
})
export type ImportReport = z.infer<typeof importReport>

/** One picture of a dataset, as the data screen shows it. */
export const datasetImage = z.object({
  index: count,
  file: z.string(),
  label: count,
  split: z.enum(['train', 'validation', 'test']),
})
export type DatasetImage = z.infer<typeof datasetImage>

export const importOptions = z.object({
  name: z.string().min(1).max(200).optional(),
  size: pixels.optional(),
  seed: seed.optional(),
  validation: fraction.optional(),
  test: fraction.optional(),
  resize: resizeMode.optional(),
})
export type ImportOptions = z.infer<typeof importOptions>

/** What to import. `upload` names files that a browser sent before; only app knows where they are. */
export const importSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path }),
  z.object({ kind: z.literal('upload'), upload: z.string().regex(/^[a-z0-9]{8,64}$/) }),
  z.object({ kind: z.literal('cifar10'), archive: path.optional() }),
  z.object({ kind: z.literal('sample'), perClass: z.int().min(10).max(1000).optional() }),
])
export type ImportSource = z.infer<typeof importSource>
