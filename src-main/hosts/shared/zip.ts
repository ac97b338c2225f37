// A folder as a .zip, made while it is sent: nothing is held in memory but what is on its way.
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Zip, ZipPassThrough } from 'fflate'
import { UserError } from '../../contract'

/** Beyond this a .zip needs ZIP64. */
const LIMIT_BYTES = 0xffff_ffff - 64 * 1024 ** 2
const LIMIT_FILES = 60_000

interface Entry {
  name: string
  file: string
  modified: Date
}

async function listFiles(folder: string): Promise<Entry[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const entries: Entry[] = []
  let bytes = 0
  for (const entry of found) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const info = await stat(file)
    bytes += info.size
    const name = file.slice(folder.length + 1).replaceAll('\\', '/')
    entries.push({ name, file, modified: info.mtime })
  }
  if (bytes > LIMIT_BYTES || entries.length > LIMIT_FILES) {
    throw new UserError('invalid-argument', 'This export is too large for one .zip file.', {
      hint: 'Export it into a folder with the command line instead.',
    })
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * @param folder absolute path without a separator at its end
 * @returns the bytes of the .zip; stored, not compressed: weights do not shrink
 */
export async function zipFolder(folder: string): Promise<AsyncGenerator<Uint8Array>> {
  const entries = await listFiles(folder)
  return (async function* () {
    const ready: Uint8Array[] = []
    let failure: Error | null = null
    const zip = new Zip((error, chunk) => {
      if (error) failure = error
      else if (chunk.byteLength > 0) ready.push(chunk)
    })
    const flush = function* () {
      if (failure) throw failure
      yield* ready.splice(0)
    }
    for (const { name, file, modified } of entries) {
      const part = new ZipPassThrough(name)
      // The format cannot say a time before 1980.
      part.mtime = modified.getFullYear() < 1980 ? new Date(1980, 0, 1) : modified
      zip.add(part)
      for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
        part.push(chunk as Uint8Array)
        yield* flush()
      }
      part.push(new Uint8Array(0), true)
      yield* flush()
    }
    zip.end()
    yield* flush()
  })()
}
