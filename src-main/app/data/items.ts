// The pictures of a dataset as lists: items.json, which the engine writes at import.
import { z } from 'zod'
import type { DatasetImage, Decision, SplitName } from '../../contract'

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
  state: 'used' | 'left-out' | 'all'
  /** Only these, in this order. */
  indices?: number[] | undefined
  offset: number
  limit: number
}

/** One picture as it is after the decisions. */
function imageOf(items: Items, index: number, decision: Decision | undefined): DatasetImage {
  const imported = items.labels[index]!
  const label = decision?.label ?? imported
  return {
    index,
    file: items.files[index]!,
    label,
    split: splits[items.splits[index]!]!,
    ...(decision && { decision: decision.action }),
    ...(label !== imported && { importedLabel: imported }),
  }
}

/** One page of the pictures that match, and how many match in all. */
export function pageOf(
  items: Items,
  query: ImageQuery,
  decisions: ReadonlyMap<number, Decision> = new Map(),
): { images: DatasetImage[]; total: number } {
  const images: DatasetImage[] = []
  let total = 0
  const all = query.indices?.filter((index) => index < items.files.length) ?? items.files.keys()
  for (const index of all) {
    const image = imageOf(items, index, decisions.get(index))
    if (query.label !== undefined && image.label !== query.label) continue
    if (query.split !== undefined && image.split !== query.split) continue
    const leftOut = image.decision === 'leave-out'
    if (!query.indices && query.state !== 'all' && leftOut !== (query.state === 'left-out')) continue
    if (total >= query.offset && images.length < query.limit) images.push(image)
    total++
  }
  return { images, total }
}
