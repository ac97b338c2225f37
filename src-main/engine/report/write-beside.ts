// A file and the folders that belong to it, which appear together or not at all.
import { lstat, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UserError } from '../../contract'

const there = async (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )

const exists = (path: string): UserError =>
  new UserError('export-exists', `${path} is there already.`, {
    detail: { folder: path },
    hint: 'Choose another name, or move what is there away: a report never replaces anything.',
  })

/** Sees to it that a file's content is on the disk: only then may it get its name. */
async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** All files below a folder, with their sizes; paths with `/`. */
async function filesBelow(folder: string): Promise<{ file: string; bytes: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    await sync(path)
    const file = path.slice(folder.length + 1).replaceAll('\\', '/')
    files.push({ file, bytes: (await stat(path)).size })
  }
  return files.sort((a, b) => (a.file < b.file ? -1 : 1))
}

/**
 * Lets `fill` write into a hidden folder beside `out`, then moves all that is in it to where `out` is: the folders
 * first, so that the file never points at what is not there.
 * @param out path of the main file, which `fill` writes under its name; parents are made
 * @returns the files, with paths relative to the folder of `out`
 * @throws UserError `export-exists` where something has one of the names; whatever `fill` throws
 */
export async function writeBeside(
  out: string,
  fill: (folder: string) => Promise<void>,
): Promise<{ file: string; bytes: number }[]> {
  const parent = dirname(out)
  if (await there(out)) throw exists(out)
  await mkdir(parent, { recursive: true })
  const partial = await mkdtemp(join(parent, `.${basename(out).slice(0, 100)}.partial-`))
  const placed: string[] = []
  try {
    await fill(partial)
    const files = await filesBelow(partial)
    const names = (await readdir(partial)).sort(
      (a, b) => Number(a === basename(out)) - Number(b === basename(out)),
    )
    for (const name of names) if (await there(join(parent, name))) throw exists(join(parent, name))
    for (const name of names) {
      await rename(join(partial, name), join(parent, name))
      placed.push(join(parent, name))
    }
    return files
  } catch (error) {
    for (const path of placed) await rm(path, { recursive: true, force: true })
    throw error
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}
