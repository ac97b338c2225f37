// Small JPEGs for the data screen.
import { join } from 'node:path'
import { UserError } from '../../contract'
import { BACKGROUND, openPicture, readPicture } from './decode'
import { openDataset, type OpenDataset } from './open'
import { originalsOf } from './originals'
import { cacheName, readOne } from './packed'
import { sharp } from './sharp'

/**
 * A picture in its own proportions, at most `side` pixels wide and high: from the original, or, when that is gone,
 * as it lies in the cache. Small pictures are not enlarged.
 * @returns a JPEG in base64
 * @throws UserError `dataset-not-found`, `not-found`
 */
export async function thumbnail(
  folder: string,
  index: number,
  side: number,
): Promise<{ mime: string; base64: string }> {
  const open = await openDataset(folder)
  if (index >= open.files.length)
    throw new UserError('not-found', `There is no picture ${index} in ${open.dataset.name}.`, {
      detail: { index, count: open.files.length },
    })
  const jpeg = (await fromOriginal(open, index, side)) ?? (await fromCache(open, index, side))
  return { mime: 'image/jpeg', base64: jpeg.toString('base64') }
}

async function fromOriginal(open: OpenDataset, index: number, side: number): Promise<Buffer | null> {
  const originals = originalsOf(open.folder, open.dataset)
  if (!originals) return null
  try {
    return await openPicture(await readPicture(originals(open.files[index])), 'none')
      .autoOrient()
      .toColourspace('srgb')
      .flatten({ background: BACKGROUND })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch {
    return null // gone or changed since the import: the cache has what was trained on
  }
}

async function fromCache(
  { folder, dataset, files }: OpenDataset,
  index: number,
  side: number,
): Promise<Buffer> {
  const { size } = dataset
  const pixels = await readOne(join(folder, cacheName(size, dataset.resize)), size, index).catch(() => null)
  if (!pixels)
    throw new UserError('dataset-source-missing', `${files[index]} is no longer there.`, {
      detail: { dataset: dataset.name, file: files[index] },
      hint: 'Put the original pictures back, or import them again.',
    })
  return await sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
