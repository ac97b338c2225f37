// The pictures that an export is checked on and calibrated with: those of the run's dataset, as the training saw them.
import { join } from 'node:path'
import { UserError, type Preprocessing, type SplitName } from '../../../contract'
import { resizePixels } from '../../data/decode'
import { openDataset, type OpenDataset } from '../../data/open'
import { decodeOriginal, originalsOf } from '../../data/originals'
import { cacheName, openPack, packExists } from '../../data/packed'
import { sampled } from '../../evaluation/sample'
import { throwIfCancelled, type Task } from '../../task'

/** Packed pictures of one size. */
export interface Pictures {
  readonly count: number
  /** uint8 RGB, row by row, count × size × size × 3. */
  readonly pixels: Uint8Array
  /** The class of each; null where nobody knows. */
  readonly labels: readonly number[] | null
}

export interface PictureSource {
  /**
   * At most `count` pictures of a split, the same ones every time, spread over it.
   * @returns null where the dataset or its files are not there any more, or it has none in this split
   */
  take(split: SplitName, count: number, task: Task): Promise<Pictures | null>
}

/** For a run whose dataset is gone. */
export const noPictures: PictureSource = { take: async () => null }

const SEED = 1

type ReadOne = (index: number) => Promise<Uint8Array>

/** Reads single pictures: a cache of all of them is not made for a few dozen. */
async function readerOf(
  open: OpenDataset,
  { size, resize }: Preprocessing,
): Promise<ReadOne & { close?(): void }> {
  const { folder, dataset, files } = open
  const originals = originalsOf(folder, dataset)
  const wanted = join(folder, cacheName(size, originals ? resize : dataset.resize))
  const cached = await packExists(wanted, size, files.length)
  if (!cached && originals)
    return async (index) => (await decodeOriginal(originals(files[index]!), { size, resize })).pixels
  const side = cached ? size : dataset.size
  const path = cached ? wanted : join(folder, cacheName(side, dataset.resize))
  const pack = await openPack(path, side, files.length, 0)
  const read = async (index: number) => {
    const pixels = new Uint8Array(pack.bytesPerImage)
    pack.read([index], pixels)
    return cached ? pixels : await resizePixels(pixels, side, size)
  }
  return Object.assign(read, { close: () => pack.close() })
}

async function read(
  folder: string,
  preprocessing: Preprocessing,
  split: SplitName,
  count: number,
  task: Task,
): Promise<Pictures | null> {
  const open = await openDataset(folder)
  const indices = sampled(open.indices(split), count, SEED)
  if (indices.length === 0) return null
  const each = preprocessing.size ** 2 * 3
  const pixels = new Uint8Array(indices.length * each)
  const one = await readerOf(open, preprocessing)
  try {
    for (const [i, index] of indices.entries()) {
      throwIfCancelled(task)
      pixels.set(await one(index), i * each)
    }
  } finally {
    one.close?.()
  }
  return { count: indices.length, pixels, labels: Array.from(indices, (index) => open.labels[index]!) }
}

const isGone = (error: unknown): boolean =>
  (error instanceof UserError && error.code !== 'cancelled') ||
  (error as NodeJS.ErrnoException).code === 'ENOENT'

/** @param folder of the dataset that the run was trained on */
export const picturesOf = (folder: string, preprocessing: Preprocessing): PictureSource => ({
  async take(split, count, task) {
    try {
      return await read(folder, preprocessing, split, count, task)
    } catch (error) {
      if (isGone(error)) return null
      throw error
    }
  },
})

/** Black, white, a ramp, and noise: for a check without a dataset. */
export function patterns(size: number): Pictures {
  const each = size * size * 3
  const pixels = new Uint8Array(4 * each)
  let state = 1
  for (let i = 0; i < each; i++) {
    pixels[each + i] = 255
    pixels[2 * each + i] = Math.floor((255 * (Math.floor(i / 3) % size)) / (size - 1))
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    pixels[3 * each + i] = state >>> 24
  }
  return { count: 4, pixels, labels: null }
}
