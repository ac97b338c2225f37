// items.json: which picture has which place in the cache, what it shows and which split it is in.
// Compact, because 60,000 pictures should open at once: parallel lists rather than a record for each.
import { z } from 'zod'
import { UserError } from '../../contract'
import { jsonArray } from './files'

/** A file's place in it is the picture's index everywhere: in the caches, in evaluations, in thumbnails. */
export interface Items {
  /** Paths relative to the source, with `/`. CIFAR-10: batch and record, `data_batch_1/00042`. */
  files: string[]
  labels: Uint16Array
  /** 0 train, 1 validation, 2 test. */
  splits: Uint8Array
  /** First 72 bits of each original's SHA-256 in base64url; null where there are no originals. */
  digests: string[] | null
  /**
   * Pictures of one scene (copies and near copies) have the same number, that of the first of them; a picture that
   * is there once has its own. Splits and folds must not cut through a group.
   */
  groups: Int32Array
}

const head = z.object({
  version: z.literal(1),
  files: z.array(z.string()),
  labels: z.array(z.number()),
  splits: z.array(z.number()),
  digests: z.array(z.string()).nullable(),
  /** Picture and group, for the pictures that are not alone. */
  groups: z.array(z.tuple([z.int(), z.int()])).optional(),
})

/** In parts, for `writeWhole`. */
export function* itemsToJson({ files, labels, splits, digests, groups }: Items): Generator<string> {
  yield '{"version":1,"labels":'
  yield* jsonArray(labels)
  yield ',"splits":'
  yield* jsonArray(splits)
  yield ',"digests":'
  if (digests) yield* jsonArray(digests)
  else yield 'null'
  const grouped: [number, number][] = []
  groups.forEach((group, index) => index !== group && grouped.push([index, group]))
  yield ',"groups":'
  yield* jsonArray(grouped)
  yield ',"files":'
  yield* jsonArray(files)
  yield '}\n'
}

/** Groups of one: no picture is like another. */
export const alone = (count: number): Int32Array => Int32Array.from({ length: count }, (_, index) => index)

const damaged = (why: string) =>
  new UserError('dataset-not-found', `The dataset's items.json is damaged: ${why}.`, {
    hint: 'Import the pictures again.',
  })

/** @throws UserError when the text is not what `itemsToJson` writes for `classes` classes */
export function itemsFromJson(text: string, classes: number): Items {
  let parsed: z.infer<typeof head>
  try {
    parsed = head.parse(JSON.parse(text))
  } catch (error) {
    throw damaged(error instanceof SyntaxError ? error.message : 'its fields are not the expected ones')
  }
  const { files, labels, splits, digests } = parsed
  if (labels.length !== files.length || splits.length !== files.length)
    throw damaged('its lists differ in length')
  if (digests && digests.length !== files.length) throw damaged('its lists differ in length')
  if (!labels.every((label) => Number.isInteger(label) && label >= 0 && label < classes))
    throw damaged('a label is no class')
  if (!splits.every((split) => split === 0 || split === 1 || split === 2)) throw damaged('a split is unknown')
  // Paths are opened below the source's folder: a dataset that came from elsewhere must not lead out of it.
  if (files.some((file) => file === '' || /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(file)))
    throw damaged('a path leads out of the dataset')
  const groups = alone(files.length)
  for (const [index, group] of parsed.groups ?? []) {
    if (!(index >= 0 && index < files.length && group >= 0 && group < files.length))
      throw damaged('a group is unknown')
    groups[index] = group
  }
  return { files, labels: Uint16Array.from(labels), splits: Uint8Array.from(splits), digests, groups }
}
