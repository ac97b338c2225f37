// Opens a folder of the library, of a dataset or of an export in the system's file manager.
import { realpath, stat } from 'node:fs/promises'
import { shell } from 'electron'
import type { App } from '../../app/types'
import { isBundle, isFolderAllowed } from './folders'

const real = (path: string): Promise<string | null> => realpath(path).catch(() => null)

/** Remembers where exports went: the page may show those folders, wherever the person put them. */
export function rememberExports(app: App): { app: App; exports: ReadonlySet<string> } {
  const exports = new Set<string>()
  const call: App['call'] = async (name, params, context) => {
    const result = await app.call(name, params, context)
    if (name === 'export' || name === 'exports') exports.add((result as { folder: string }).folder)
    return result
  }
  return { app: { ...app, call }, exports }
}

/** Nothing happens for any other path, or for a file. */
export async function openFolder(app: App, exports: ReadonlySet<string>, path: string): Promise<void> {
  const { library } = await app.call('app.info', {})
  const datasets = await app.call('data.list', {})
  const sources = datasets.flatMap(({ source }) => [source, ...(source.mounts ?? [])])
  const known = [library, ...sources.map((one) => one.path), ...exports].filter((one) => one !== '')
  const allowed = (await Promise.all(known.map(real))).filter((one) => one !== null)
  const target = await real(path)
  if (target === null || !isFolderAllowed(target, allowed) || !(await stat(target)).isDirectory()) return
  if (isBundle(target, process.platform)) shell.showItemInFolder(target)
  else await shell.openPath(target)
}
