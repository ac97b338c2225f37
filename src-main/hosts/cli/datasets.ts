// From what a person types after --data to a dataset of the library.
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UserError, type Dataset } from '../../contract'
import type { Work } from './session'

const WALK_LIMIT = 300_000

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  )
}

/** NaN where it cannot be said, such as for a broken link. */
const modified = async (path: string): Promise<number> =>
  await stat(path).then(
    (info) => info.mtimeMs,
    () => NaN,
  )

/**
 * Has nothing in a folder been written, added, moved or removed since a moment?
 * A file that comes or goes changes its folder's time, one that is edited its own.
 */
export async function unchangedSince(folder: string, moment: number): Promise<boolean> {
  const waiting = [folder]
  for (let seen = 0; waiting.length > 0;) {
    const current = waiting.pop()!
    if ((await stat(current)).mtimeMs > moment) return false
    for (const entry of await readdir(current, { withFileTypes: true })) {
      if (++seen > WALK_LIMIT) return false
      const path = join(current, entry.name)
      if (entry.isDirectory()) waiting.push(path)
      else if (!((await modified(path)) <= moment)) return false
    }
  }
  return true
}

/**
 * A dataset's name in the library, or a folder, which is imported first. A folder that was imported before and has
 * not changed since is not imported again: the same data, the same split.
 */
export async function resolveDataset(
  work: Work,
  given: string,
  options: { cwd: string; size?: number },
): Promise<Dataset> {
  const datasets = await work.call('data.list', {})
  const folder = resolve(options.cwd, given)
  const named = datasets.find((one) => one.id === given)
  if (named) {
    if (await isFolder(folder)) {
      work.terminal.note(
        `Taking the dataset ${given} of the library; for the folder of that name write ./${given}`,
      )
    }
    return named
  }
  if (!(await isFolder(folder))) {
    const ids = datasets.map((one) => one.id)
    throw new UserError(
      'dataset-not-found',
      `There is no dataset “${given}” in the library, and no such folder.`,
      {
        detail: { dataset: given },
        hint:
          ids.length > 0 ? `The library has: ${ids.join(', ')}.` : 'Import one: cotejo data import FOLDER.',
      },
    )
  }
  for (const one of datasets) {
    if (one.kind !== 'folder' || one.source.owned || one.source.path !== folder) continue
    if (await unchangedSince(folder, Date.parse(one.created))) {
      work.terminal.note(`The folder is in the library as ${one.id} and has not changed since.`)
      return one
    }
  }
  const { dataset, report } = await work.call('data.import', {
    source: { kind: 'folder', path: folder },
    options: options.size === undefined ? {} : { size: options.size },
  })
  work.terminal.note(`Imported ${folder} as ${dataset.id}: ${describeCounts(dataset)}.`)
  for (const warning of report.warnings) work.terminal.note(`Note: ${warning}`)
  return dataset
}

/** "3 classes, 150 images (105 to train, 15 to validate, 30 to test)" */
export function describeCounts({ classes, images }: Dataset): string {
  return (
    `${classes.length} classes, ${images.total} images ` +
    `(${images.train} to train, ${images.validation} to validate, ${images.test} to test)` +
    (images.skipped > 0 ? `, ${images.skipped} files skipped` : '')
  )
}
