// Turns what a person dropped or chose into what can be imported: a path, or the files of one folder.
import { type UploadFile } from './types'

export interface DroppedFolder {
  name: string
  files: UploadFile[]
}

/** Archives that the engine can open. */
export const isArchive = (path: string): boolean => /\.(zip|tar|tar\.gz|tgz)$/i.test(path)
/** A table of file and label. */
export const isTable = (path: string): boolean => /\.(csv|tsv)$/i.test(path)

/** `animals.tar.gz` is `animals`. */
export const withoutEnding = (name: string): string => name.replace(/\.(zip|tar|tgz|tar\.gz)$/i, '') || name

/** Files that file managers leave behind; nobody means to import them. */
const clutter = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX)(\/|$)/i

/** Chromium answers at most 100 entries a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

async function walk(entry: FileSystemEntry, prefix: string, into: UploadFile[]): Promise<void> {
  const path = prefix + entry.name
  if (clutter.test(path)) return
  if (entry.isDirectory) {
    for (const child of await entriesOf(entry as FileSystemDirectoryEntry))
      await walk(child, `${path}/`, into)
  } else {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    into.push({ path, file })
  }
}

/** One dropped folder is the dataset itself: its own name is not part of the paths. Several are its classes. */
export function stripCommonFolder(files: UploadFile[]): DroppedFolder {
  const tops = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')))
  const [top] = tops
  if (files.length === 1 && isArchive(files[0]!.path)) return { name: withoutEnding(files[0]!.path), files }
  if (tops.size !== 1 || !top) return { name: '', files }
  return { name: top, files: files.map(({ path, file }) => ({ path: path.slice(top.length + 1), file })) }
}

/** Every file below what was dropped. Must be called within the drop event: the entries are gone after it. */
export async function droppedFiles(items: DataTransferItemList): Promise<UploadFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files: UploadFile[] = []
  for (const entry of entries) await walk(entry, '', files)
  return files
}

/** Whether a drop has more than loose pictures: a folder, an archive or a table says what the pictures show. */
export const bringsClasses = (items: DataTransferItemList): boolean =>
  [...items].some((item) => {
    const entry = item.webkitGetAsEntry()
    return entry !== null && (entry.isDirectory || isArchive(entry.name) || isTable(entry.name))
  })

/** What a drop is as a dataset. Must be called within the drop event. */
export const readDropped = async (items: DataTransferItemList): Promise<DroppedFolder> =>
  stripCommonFolder(await droppedFiles(items))

/** What `<input type="file">` gives, with or without `webkitdirectory`. */
export const chosenFiles = (list: FileList): UploadFile[] =>
  [...list]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !clutter.test(path))

export const readChosen = (list: FileList): DroppedFolder => stripCommonFolder(chosenFiles(list))
