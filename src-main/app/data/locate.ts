// Where a picture's original is on this machine.
import { isAbsolute, join, sep } from 'node:path'
import type { Dataset } from '../../contract'

/**
 * The path of an original.
 * @param folder the dataset's own folder
 * @param file as in the dataset's items: relative, with `/`
 * @returns null where the dataset has no originals
 */
export function originalPath(folder: string, { source }: Dataset, file: string): string | null {
  const absolute = (path: string) => (isAbsolute(path) ? path : join(folder, path))
  const parts = file.split('/')
  if (parts.some((part) => part === '..' || part.includes('\0'))) return null
  const mount = source.mounts?.find(({ name }) => name === parts[0])
  if (mount) return join(absolute(mount.path), ...parts.slice(1))
  if (source.path === '') return null
  return absolute(source.path) + sep + parts.join(sep)
}
