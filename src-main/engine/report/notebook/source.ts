// Where a notebook takes the pictures from: the user's own folder, Keras's copy of CIFAR-10, or files beside it.
import { copyFile, mkdir, open, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'
import { type ResizeMode } from '../../../contract'
import { ensureImages } from '../../data/cache'
import { type OpenDataset } from '../../data/open'
import { originalsOf } from '../../data/originals'
import { LEFT_OUT } from '../../data/split'
import { throwIfCancelled, type Task } from '../../task'

/** Originals of the library's own are put beside the notebook up to this size; above it, their pixels are. */
const COPIED_BYTES = 200 * 1024 * 1024
const CIFAR_PICTURES = 60_000

export type NotebookSource =
  /** `keras.datasets.cifar10`, in its own order. */
  | { kind: 'cifar10' }
  /** Folders of the user's, by the first part of the files' paths; `''` is the rest. */
  | { kind: 'folders'; folders: { name: string; path: string }[] }
  /** Copies of the originals beside the notebook. */
  | { kind: 'copies' }
  /** Arrays beside the notebook, one for each size. */
  | { kind: 'arrays' }

/** Pictures of a dataset that are used, ascending: the notebook counts these alone. */
export const usedPictures = ({ splits }: Pick<OpenDataset, 'splits'>): number[] =>
  Array.from(splits.keys()).filter((index) => splits[index] !== LEFT_OUT)

/** `~/photos`: whoever reads the notebook need not know the name of the account. */
export function withoutHome(path: string, home = homedir()): string {
  const inside = home.length > 1 && (path === home || path.startsWith(home + sep))
  return (inside ? `~${path.slice(home.length)}` : path).replaceAll('\\', '/')
}

export async function notebookSource(data: OpenDataset): Promise<NotebookSource> {
  const { dataset, files, folder } = data
  if (dataset.kind === 'cifar10')
    return files.length === CIFAR_PICTURES ? { kind: 'cifar10' } : { kind: 'arrays' }
  const originals = originalsOf(folder, dataset)
  if (!originals) return { kind: 'arrays' }
  const { path, owned, mounts = [] } = dataset.source
  if (!owned && mounts.every((one) => !one.owned)) {
    const folders = mounts.map((one) => ({ name: one.name, path: one.path }))
    return { kind: 'folders', folders: [...folders, ...(path === '' ? [] : [{ name: '', path }])] }
  }
  let bytes = 0
  for (const index of usedPictures(data)) {
    const found = await stat(originals(files[index]!)).catch(() => null)
    if (!found) return { kind: 'arrays' }
    bytes += found.size
    if (bytes > COPIED_BYTES) return { kind: 'arrays' }
  }
  return { kind: 'copies' }
}

/** Copies the originals that are used to `to`, under the paths that the notebook has for them. */
export async function copyOriginals(data: OpenDataset, to: string, task: Task): Promise<string[]> {
  const originals = originalsOf(data.folder, data.dataset)!
  const used = usedPictures(data)
  const written: string[] = []
  for (const [done, index] of used.entries()) {
    throwIfCancelled(task)
    task.progress({ stage: 'write', done, total: used.length, unit: 'files' })
    const file = data.files[index]!
    const target = join(to, file)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(originals(file), target)
    written.push(file)
  }
  return written
}

export const arrayName = (size: number, resize: ResizeMode): string => `pictures-${size}-${resize}.npy`

/** The header of a .npy file (version 1.0): https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html */
export function npyHeader(shape: readonly number[]): Buffer {
  const text = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`
  const head = Buffer.from('\x93NUMPY\x01\x00', 'latin1')
  const length = Math.ceil((head.length + 2 + text.length + 1) / 64) * 64 - head.length - 2
  const size = Buffer.alloc(2)
  size.writeUInt16LE(length)
  return Buffer.concat([head, size, Buffer.from(`${text.padEnd(length - 1)}\n`, 'latin1')])
}

/** Writes the pictures that are used at one size, as training saw them, for `numpy.load`. */
export async function writeArrays(
  data: OpenDataset,
  size: number,
  resize: ResizeMode,
  path: string,
  task: Task,
): Promise<void> {
  const images = await ensureImages(data, { size, resize }, task)
  try {
    const used = usedPictures(data)
    const file = await open(path, 'wx')
    try {
      await file.write(npyHeader([used.length, size, size, 3]))
      const batch = Math.max(1, Math.floor((4 * 1024 * 1024) / images.bytesPerImage))
      for (let from = 0; from < used.length; from += batch) {
        throwIfCancelled(task)
        task.progress({ stage: 'write', done: from, total: used.length, unit: 'images' })
        const indices = used.slice(from, from + batch)
        const bytes = new Uint8Array(indices.length * images.bytesPerImage)
        images.read(indices, bytes)
        await file.appendFile(bytes)
      }
    } finally {
      await file.close()
    }
  } finally {
    images.close()
  }
}

/** What the user's folder is called, for whoever has it beside the notebook. */
export const folderName = (path: string): string => basename(path) || path
