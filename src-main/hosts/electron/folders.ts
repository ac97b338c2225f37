// Which folders the page may have opened in the system's file manager: those it has shown to the person.
import { relative, isAbsolute, sep } from 'node:path'

/** Is `path` this folder or inside of it? Both are real paths. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`))
}

export const isFolderAllowed = (path: string, allowed: readonly string[]): boolean =>
  isAbsolute(path) && allowed.some((folder) => isAbsolute(folder) && isWithin(folder, path))

/** On macOS opening a bundle would start it. */
export const isBundle = (path: string, platform: NodeJS.Platform): boolean =>
  platform === 'darwin' && /\.[a-z]+\/*$/i.test(path)
