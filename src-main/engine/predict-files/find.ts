// The files that a person means by naming files and folders: folders are walked by the rules of an import.
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { UserError } from '../../contract'
import { byName, isIgnored, pathIn, Walker } from '../data/walk'
import { type Task } from '../task'

export interface FoundFile {
  /** Absolute. */
  path: string
  /** What it is called in the table: relative to the folder that was named. */
  name: string
}

/**
 * What cannot be used for a reason of the walk (hidden files, links that lead out) is left out, as in an import;
 * whether a file is a picture is seen when it is read.
 * @throws UserError `not-found`, `folder-without-images` where there is no file at all, `cancelled`
 */
export async function findFiles(paths: readonly string[], task: Task): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  task.progress({ stage: 'scan', done: 0, total: 0, unit: 'files' })
  for (const given of paths) {
    const path = resolve(given)
    if (!(await isFolder(path))) {
      found.push({ path, name: basename(path) })
      continue
    }
    const mounts = [{ name: '', path }]
    const walker = await Walker.at(mounts, task)
    // Of several things that were named, each says where its files come from.
    const before = paths.length > 1 ? `${basename(path)}/` : ''
    for (const file of await walker.filesBelow(''))
      if (!isIgnored(basename(file))) found.push({ path: pathIn(mounts, file), name: before + file })
    task.progress({ stage: 'scan', done: found.length, total: 0, unit: 'files' })
  }
  if (found.length === 0)
    throw new UserError('folder-without-images', 'There are no files in what was chosen.', {
      detail: { folder: paths[0]! },
      hint: 'Choose a folder with pictures.',
    })
  return told(found)
}

/** Each file once, by name; names that several files share become whole paths. */
function told(found: FoundFile[]): FoundFile[] {
  const once = [...new Map(found.map((one) => [one.path, one])).values()]
  const times = new Map<string, number>()
  for (const { name } of once) times.set(name, (times.get(name) ?? 0) + 1)
  return once
    .map(({ path, name }) => ({ path, name: times.get(name)! > 1 ? path : name }))
    .sort((a, b) => byName(a.name, b.name))
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError('no-permission', `${path} may not be read.`, { detail: { path }, cause })
    throw new UserError('not-found', `There is nothing at ${path}.`, {
      detail: { path },
      hint: 'Check the path; if it is on another disk, check that the disk is connected.',
      cause,
    })
  }
}
