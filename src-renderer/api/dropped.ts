// Turns what a person dropped or chose into what can be imported: a path, or the files of one folder.
import { type UploadFile } from './types'

export interface DroppedFolder {
  name: string
  files: UploadFile[]
}

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
  if (tops.size !== 1 || !top) return { name: '', files }
  return { name: top, files: files.map(({ path, file }) => ({ path: path.slice(top.length + 1), file })) }
}

/** Must be called within the drop event: the entries are gone after it. */
export async function readDropped(items: DataTransferItemList): Promise<DroppedFolder> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files: UploadFile[] = []
  for (const entry of entries) await walk(entry, '', files)
  return stripCommonFolder(files)
}

/** What `<input type="file" webkitdirectory>` gives. */
export function readChosen(list: FileList): DroppedFolder {
  const files = [...list]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !clutter.test(path))
  return stripCommonFolder(files)
}
