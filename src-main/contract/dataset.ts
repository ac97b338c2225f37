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

/** dataset.json */
export const dataset = z.object({
  version: z.literal(1),
  id,
  name: z.string().min(1).max(200),
  kind: datasetKind,
  created: timestamp,
  /**
   * Where the pictures are: the user's folder, or `originals` in the dataset's own folder. Empty if the cache is all
   * there is, or if all pictures are in `mounts`.
   */
  source: z.object({
    path: z.string(),
    owned: z.boolean(),
    /** More folders: a file whose path begins with `<name>/` lies in that one. Relative paths: the dataset's own folder. */
    mounts: z.array(z.object({ name: z.string().min(1), path: z.string(), owned: z.boolean() })).optional(),
  }),
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
  /** SHA-256 over labels, split, pictures and decisions: equal hashes mean the same data. */
  hash: z.string(),
  /** Pictures that were left out or relabelled after the import (decisions.json); the counts above respect them. */
  decided: z.object({ leftOut: count, relabelled: count }).optional(),
})
export type Dataset = z.infer<typeof dataset>

/** One picture of a dataset, as the data screen shows it. */
export const datasetImage = z.object({
  index: count,
  file: z.string(),
  label: count,
  split: z.enum(['train', 'validation', 'test']),
  /** What was decided about it, if anything; `label` is the decided one. */
  decision: z.enum(['leave-out', 'keep', 'relabel']).optional(),
  /** The label that it was imported with, where that is another. */
  importedLabel: count.optional(),
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

/** What the sample's classes (butterfly, cat, horse) are called, in the user's language: names of folders too. */
export const sampleClasses = z
  .tuple([sampleClass(), sampleClass(), sampleClass()])
  .refine((names) => new Set(names).size === names.length, 'three different names')

function sampleClass() {
  return z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,38}[\p{L}\p{N}]$/u, 'letters and digits')
}

const csv = path
/**
 * What to import. A path is a folder or an archive (.zip, .tar, .tar.gz); what it is, is judged by content.
 * `paths`: several at once; each is a class, or a split by its name, or, where all have class folders, they are
 * merged. `csv`: a table of file and label for a folder without class folders; one in the folder itself is found
 * without being named. `upload` names files that a browser sent before; only app knows where they are.
 */
export const importSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path, csv: csv.optional() }),
  z.object({ kind: z.literal('paths'), paths: z.array(path).min(1).max(1000), csv: csv.optional() }),
  z.object({ kind: z.literal('upload'), upload: z.string().regex(/^[a-z0-9]{8,64}$/) }),
  z.object({ kind: z.literal('cifar10'), archive: path.optional() }),
  z.object({
    kind: z.literal('sample'),
    perClass: z.int().min(10).max(1000).optional(),
    classes: sampleClasses.optional(),
  }),
])
export type ImportSource = z.infer<typeof importSource>

/** Where more pictures for a dataset may come from. */
export const addSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paths'), paths: z.array(path).min(1).max(1000), csv: csv.optional() }),
  z.object({ kind: z.literal('upload'), upload: z.string().regex(/^[a-z0-9]{8,64}$/) }),
])
export type AddSource = z.infer<typeof addSource>
