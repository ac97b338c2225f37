// Files written so that a reader sees either the old or the new content, never half of it.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import { systemCode } from '../errors'

/** A short random name, safe on every file system. */
export const randomName = (): string => randomBytes(8).toString('hex')

/**
 * Renames a file or folder. On Windows a virus scanner or indexer may hold a fresh file for a moment, so there
 * it is tried again for a second.
 */
export async function move(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (thrown) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(thrown) ?? '')
      if (process.platform !== 'win32' || !held || attempt >= 10) throw thrown
      await wait(100)
    }
  }
}

/** Writes beside the file, flushes, and renames over it. On failure nothing is left behind. */
export async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${randomName()}.tmp`
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await move(temporary, file)
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => {})
    throw thrown
  }
}

export const writeJson = (file: string, value: unknown): Promise<void> =>
  writeAtomically(file, `${JSON.stringify(value, null, 2)}\n`)

/** Reads and validates. Throws what the file system, JSON.parse or the validator throws. */
export async function readJson<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> {
  return schema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** Null where nothing is there; every other error is thrown. */
export async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(thrown) ?? '')) return null
    throw thrown
  }
}

export const exists = async (path: string): Promise<boolean> => (await ifThere(stat(path))) !== null

export const makeFolder = async (path: string): Promise<void> => void (await mkdir(path, { recursive: true }))

/** Removes a file or folder with all in it; symbolic links are removed, not followed. */
export const removeAll = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })

/** Runs `work` on every item, at most `limit` at a time; results in the items' order. */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length)
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return results
}
