// Finds a file of the built renderer for a URL path: the same rules for the server and for app://.
import { realpath, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

export interface StaticFile {
  file: string
  type: string
  bytes: number
  /** The name holds a hash of the content, so it may be cached for ever. */
  immutable: boolean
}

/**
 * The path below the root that a URL path names, or null where it names none: an escape in the path is decoded
 * once, and every part must be a plain name (no `..`, no hidden file, no drive, no backslash, no NUL).
 */
export function plainPath(urlPath: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  const path = decoded === '/' ? '/index.html' : decoded
  if (!path.startsWith('/')) return null
  const parts = path.slice(1).split('/')
  return parts.every((part) => /^[\w][\w .@~+-]*$/.test(part) && !part.endsWith('.')) ? parts.join('/') : null
}

/**
 * @param root the folder of the built renderer
 * @param urlPath path of the URL, still escaped, without the query
 * @returns null for everything that is not a plain file inside root, symbolic links out of it included
 */
export async function findStatic(root: string, urlPath: string): Promise<StaticFile | null> {
  const path = plainPath(urlPath)
  const type = path === null ? undefined : TYPES[extname(path).toLowerCase()]
  if (path === null || type === undefined) return null
  try {
    const top = await realpath(resolve(root))
    const file = await realpath(join(top, path))
    if (!file.startsWith(top + sep)) return null
    const info = await stat(file)
    if (!info.isFile()) return null
    return { file, type, bytes: info.size, immutable: /^assets\/.*-[\w-]{8,}\.\w+$/.test(path) }
  } catch {
    return null
  }
}
