// A new folder that appears whole or not at all.
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../../contract'

const exists = (folder: string): UserError =>
  new UserError('export-exists', `${folder} is there already and is not empty.`, {
    detail: { folder },
    hint: 'Choose a new folder for the export.',
  })

/** @throws UserError `export-exists` unless nothing is there, or an empty folder */
async function checkFree(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length > 0) throw exists(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') throw exists(folder)
    if (code !== 'ENOENT') throw error
  }
}

/** Has it ended, and only waits to be collected? It answers to signals until then, which can take seconds. */
async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
  // The name of the program stands in brackets, and may hold any character; the state follows.
  return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
}

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !(await isZombie(pid))
}

/** Removes what an export to the same place left that was killed midway. */
async function removeLeftovers(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = name.startsWith(prefix)
      ? /^(\d+)\.\d+\.partial$/.exec(name.slice(prefix.length))?.[1]
      : undefined
    if (pid && !(await isAlive(Number(pid)))) await rm(join(parent, name), { recursive: true, force: true })
  }
}

/** The files in a folder and in the folders within it, by their paths, with `/`, in order. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Sees to it that a file's content is on the disk: only then may the folder get its name. */
async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

let number = 0

/**
 * Lets `fill` write into a hidden folder beside `out`, then gives it its name. Whatever goes wrong, and even if
 * the process is killed, there is nothing under `out` then.
 *
 * @param out an absolute path; parents are made
 * @returns the files that were written, with their sizes, by path within the folder
 * @throws UserError `export-exists`; whatever `fill` throws
 */
export async function writeNewFolder(
  out: string,
  fill: (folder: string) => Promise<void>,
): Promise<{ file: string; bytes: number }[]> {
  const target = resolve(out)
  await checkFree(target)
  const parent = dirname(target)
  await mkdir(parent, { recursive: true })
  const prefix = `.${basename(target)}.`
  await removeLeftovers(parent, prefix)
  const partial = join(parent, `${prefix}${process.pid}.${++number}.partial`)
  try {
    await mkdir(partial)
    await fill(partial)
    const files = []
    for (const file of await filesIn(partial)) {
      await sync(join(partial, file))
      files.push({ file, bytes: (await stat(join(partial, file))).size })
    }
    // Renaming onto an empty folder is not allowed everywhere. One that got content in the meantime stays.
    await rmdir(target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw exists(target)
    })
    await rename(partial, target)
    return files
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}
