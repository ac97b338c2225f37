// The pictures of a dataset at the size that a model wants: from the cache where there is one, else made now.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, type ResizeMode } from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { PictureError, resizePixels } from './decode'
import { requireSpace } from './files'
import { type OpenDataset } from './open'
import { cacheBeside, linkOrCopy, packKey } from './cache-store'
import { FACTS_FILE, VIEWS_FILE } from './facts'
import { decodeOriginal, originalsOf } from './originals'
import { cacheName, openPack, packExists, PackWriter, type PackedImages } from './packed'
import { inOrder } from './pool'
import { picturesInFlight } from './sharp'

export { type PackedImages } from './packed'

/**
 * Opens the dataset's pictures at `size`; makes the cache first when it is not there: from the originals, or, where
 * there are none (CIFAR-10), from the cache that the import made.
 * @throws UserError `dataset-source-missing` when an original is gone or is not the file that was imported;
 *   `disk-full`, `cancelled`. Nothing half-made is left.
 */
export async function ensureImages(
  open: OpenDataset,
  { size, resize }: { size: number; resize: ResizeMode },
  task: Task,
): Promise<PackedImages> {
  const { folder, dataset, files } = open
  const originals = originalsOf(folder, dataset)
  // Without originals the pictures are square already, so that the three modes are one.
  const mode = originals ? resize : dataset.resize
  const path = join(folder, cacheName(size, mode))
  if (!(await packExists(path, size, files.length))) {
    const store = open.digests && (await cacheBeside(folder))
    const key = open.digests && packKey(size, mode, open.digests)
    const stored = store && key && (await store.find(key))
    if (stored) {
      await rm(path, { force: true })
      await linkOrCopy(stored.images, path)
    } else {
      await requireSpace(folder, size * size * 3 * files.length)
      const images = originals
        ? fromOriginals(open, originals, { size, resize: mode })
        : await fromBase(open, size)
      await writePack(path, size, files.length, images, task)
      if (store && key) {
        const base = await store.find(packKey(dataset.size, dataset.resize, open.digests!))
        const shared = { images: path, facts: join(folder, FACTS_FILE), views: join(folder, VIEWS_FILE) }
        await store.keep(key, { size, resize: mode, digests: open.digests! }, shared, base?.near ?? null)
      }
    }
  }
  return await openPack(path, size, files.length)
}

async function writePack(
  path: string,
  size: number,
  total: number,
  images: AsyncIterable<Uint8Array>,
  task: Task,
): Promise<void> {
  const writer = await PackWriter.create(path, size * size * 3, false)
  try {
    task.progress({ stage: 'prepare', done: 0, total, unit: 'images' })
    for await (const pixels of images) {
      throwIfCancelled(task)
      await writer.write(pixels)
      task.progress({ stage: 'prepare', done: writer.count, total, unit: 'images' })
    }
    await writer.finish()
  } catch (error) {
    await writer.discard()
    throw error
  }
}

function fromOriginals(
  { dataset, files, digests }: OpenDataset,
  originals: (file: string) => string,
  options: { size: number; resize: ResizeMode },
): AsyncIterable<Uint8Array> {
  return inOrder(files.keys(), picturesInFlight, async (index) => {
    const file = files[index]
    try {
      const { pixels, digest } = await decodeOriginal(originals(file), options)
      if (digests && digests[index] !== digest) throw sourceMissing(dataset.name, file, 'has changed')
      return pixels
    } catch (error) {
      if (error instanceof PictureError)
        throw sourceMissing(dataset.name, file, 'cannot be read any more', error)
      throw error
    }
  })
}

async function fromBase(
  { folder, dataset, files }: OpenDataset,
  size: number,
): Promise<AsyncIterable<Uint8Array>> {
  const path = join(folder, cacheName(dataset.size, dataset.resize))
  if (dataset.size === size || !(await packExists(path, dataset.size, files.length)))
    throw new UserError(
      'dataset-source-missing',
      `The pictures of ${dataset.name} are no longer in the library.`,
      {
        detail: { dataset: dataset.name, file: path },
        hint: 'Import it again.',
      },
    )
  return resized(await openPack(path, dataset.size, files.length), size)
}

async function* resized(base: PackedImages, size: number): AsyncGenerator<Uint8Array> {
  try {
    yield* inOrder(Array(base.count).keys(), picturesInFlight, (index) => {
      const pixels = new Uint8Array(base.bytesPerImage)
      base.read([index], pixels)
      return resizePixels(pixels, base.size, size)
    })
  } finally {
    base.close()
  }
}

function sourceMissing(name: string, file: string, what: string, cause?: unknown): UserError {
  return new UserError(
    'dataset-source-missing',
    `Another size of the pictures of ${name} is needed, but ${file} ${what} since the import.`,
    {
      detail: { dataset: name, file },
      hint: 'Put the original pictures back, or import them again as a new dataset.',
      cause,
    },
  )
}
