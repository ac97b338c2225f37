// One picture of a dataset as a network sees it, without making a cache of all of them.
import { join } from 'node:path'
import { UserError } from '../../contract'
import { resizePixels, type DecodeOptions } from './decode'
import { type OpenDataset } from './open'
import { decodeOriginal, originalsOf } from './originals'
import { cacheName, packExists, readOne } from './packed'

/**
 * A picture at `size`: from the cache of that size where there is one, else from the original, else from the cache
 * that the import made.
 * @returns size·size·3 bytes, RGB, row by row
 * @throws UserError `not-found` for a number that is none, `dataset-source-missing`
 */
export async function squarePicture(
  open: OpenDataset,
  index: number,
  { size, resize }: DecodeOptions,
): Promise<Uint8Array> {
  const { folder, dataset, files } = open
  if (index >= files.length) {
    throw new UserError('not-found', `There is no picture ${index} in ${dataset.name}.`, {
      detail: { index, count: files.length },
    })
  }
  const originals = originalsOf(folder, dataset)
  // Without originals the pictures are square already, so that the three modes are one.
  const mode = originals ? resize : dataset.resize
  const cached = join(folder, cacheName(size, mode))
  if (await packExists(cached, size, files.length)) return readOne(cached, size, index)
  if (originals) {
    const decoded = await decodeOriginal(originals(files[index]!), { size, resize }).catch(() => null)
    if (decoded) return decoded.pixels
  }
  const { size: imported } = dataset
  const base = join(folder, cacheName(imported, dataset.resize))
  if (await packExists(base, imported, files.length))
    return resizePixels(await readOne(base, imported, index), imported, size)
  throw new UserError('dataset-source-missing', `${files[index]} is no longer there.`, {
    detail: { dataset: dataset.name, file: files[index]! },
    hint: 'Put the original pictures back, or import them again.',
  })
}
