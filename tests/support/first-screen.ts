// What a browser loads before the first screen stands: the page, its scripts with all that they import, its styles and
// the fonts in them.
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { out } from './served-app'

export interface LoadedFile {
  path: string
  /** Bytes as a server would send them: fonts are compressed already. */
  gzip: number
  content: string
}

export const rendererFolder = (): string => join(out, 'renderer')

/** Files that this one needs at once: what a page names, what a module imports, fonts of the Latin letters. */
function neededBy(path: string, content: string): string[] {
  const all = (pattern: RegExp): string[] => [...content.matchAll(pattern)].map((found) => found[1]!)
  if (path.endsWith('.html')) return all(/(?:src|href)="([^"]+)"/g)
  if (path.endsWith('.js')) return all(/(?:import|from)\s*["'](\.[^"']+)["']/g)
  if (path.endsWith('.css')) return all(/url\(([^)]*latin-wght[^)]*)\)/g)
  return []
}

/** @param folder of the built interface */
export async function firstScreen(folder: string): Promise<LoadedFile[]> {
  const loaded = new Map<string, LoadedFile>()
  async function load(path: string): Promise<void> {
    if (loaded.has(path)) return
    const bytes = await readFile(path)
    const packed = /\.(woff2|png|jpg)$/.test(path)
    const content = packed ? '' : bytes.toString('utf8')
    loaded.set(path, { path, gzip: packed ? (await stat(path)).size : gzipSync(bytes).length, content })
    for (const needed of neededBy(path, content))
      await load(needed.startsWith('/') ? join(folder, needed) : resolve(dirname(path), needed))
  }
  await load(join(folder, 'index.html'))
  return [...loaded.values()]
}
