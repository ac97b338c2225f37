// The pictures of a dataset as lists: items.json, which the engine writes at import.
import { z } from 'zod'
import type { DatasetImage, SplitName } from '../../contract'

/** Parallel lists, one entry a picture; the number of a split is its place in `splits`. */
export const itemsFile = z
  .object({
    version: z.literal(1),
    files: z.array(z.string()),
    labels: z.array(z.int().min(0)),
    splits: z.array(z.int().min(0).max(2)),
  })
  .refine(
    (items) => items.labels.length === items.files.length && items.splits.length === items.files.length,
    {
      message: 'the lists differ in length',
    },
  )
export type Items = z.infer<typeof itemsFile>

const splits: readonly SplitName[] = ['train', 'validation', 'test']

export interface ImageQuery {
  label?: number | undefined
  split?: SplitName | undefined
  offset: number
  limit: number
}

/** One page of the pictures that match, and how many match in all. */
export function pageOf(items: Items, query: ImageQuery): { images: DatasetImage[]; total: number } {
  const images: DatasetImage[] = []
  let total = 0
  for (let index = 0; index < items.files.length; index++) {
    const label = items.labels[index]!
    const split = splits[items.splits[index]!]!
    if (query.label !== undefined && label !== query.label) continue
    if (query.split !== undefined && split !== query.split) continue
    if (total >= query.offset && images.length < query.limit) {
      images.push({ index, file: items.files[index]!, label, split })
    }
    total++
  }
  return { images, total }
}
