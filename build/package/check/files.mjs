// All files of a packaged app, those inside the archive included.
import { readdir, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative, sep } from 'node:path'

/** electron-builder's own reader of archives. */
const asar = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'))('@electron/asar')

const posix = (path) => path.split(sep).join('/')

/**
 * @typedef {{ path: string, bytes: number, read: () => Promise<Buffer>, file: string | null }} PackedFile
 *   `path` is relative to the resources, `app.asar/…` for what is in the archive; `file` is null there
 */

function inArchive(archive) {
  return asar.listPackage(archive).flatMap((path) => {
    const name = posix(path).replace(/^\//, '')
    const info = asar.statFile(archive, name)
    if ('files' in info || 'link' in info) return []
    const read = async () => asar.extractFile(archive, name)
    return [{ path: `app.asar/${name}`, bytes: info.size, read, file: null }]
  })
}

/**
 * @param {string} resources the folder `resources` of an unpacked app
 * @returns {Promise<PackedFile[]>}
 */
export async function packedFiles(resources) {
  const found = []
  for (const entry of await readdir(resources, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue
    const file = join(entry.parentPath, entry.name)
    const path = posix(relative(resources, file))
    if (path === 'app.asar') found.push(...inArchive(file))
    else found.push({ path, bytes: (await stat(file)).size, read: () => readFile(file), file })
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}
