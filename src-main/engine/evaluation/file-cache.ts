// What was read from a run's files, kept for as long as they do not change on disk.
import { stat } from 'node:fs/promises'

/** Bytes of files whose content is kept. */
const KEPT_BYTES = 256 * 1024 * 1024

/**
 * @param read makes the value from the file; what it throws is thrown again on each call
 * @returns a function of the file's path; null where there is no file. What it answers is shared: read only
 */
export function cachedFile<T>(
  read: (file: string, ...more: string[]) => Promise<T>,
  keep = KEPT_BYTES,
): (file: string, ...more: string[]) => Promise<T | null> {
  const entries = new Map<string, { stamp: string; bytes: number; value: Promise<T> }>()
  let total = 0
  const forget = (file: string) => {
    total -= entries.get(file)?.bytes ?? 0
    entries.delete(file)
  }
  return async (file, ...more) => {
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (!found) {
      forget(file)
      return null
    }
    // A rename over the file changes the inode, an append the size and the time.
    const stamp = `${found.ino}/${found.size}/${found.mtimeMs}`
    const known = entries.get(file)
    const value = known?.stamp === stamp ? known.value : read(file, ...more)
    forget(file)
    const entry = { stamp, bytes: found.size, value }
    entries.set(file, entry)
    total += entry.bytes
    for (const oldest of entries.keys()) {
      if (total <= keep || oldest === file) break
      forget(oldest)
    }
    value.catch(() => entries.get(file) === entry && forget(file))
    return value
  }
}
