// A wheel (a zip file, PEP 427) that is not trusted until its SHA-256 was seen, and the files taken out of it.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import * as yauzl from 'yauzl'
import { UserError } from '../../../../contract'
import { throwIfCancelled, type Task } from '../../../task'
import type { Wheel } from './table'

/**
 * Finds out which of the known wheels a file is.
 * @throws UserError `pack-wrong` if it is none of them, or broken
 */
export async function verifyWheel(file: string, known: readonly Wheel[], task: Task): Promise<Wheel> {
  const { size } = await stat(file).catch(() => {
    throw new UserError('pack-wrong', `There is no file ${file}.`, { detail: { file } })
  })
  const hash = createHash('sha256')
  let done = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20, signal: task.signal })) {
    hash.update(chunk as Buffer)
    done += (chunk as Buffer).length
    task.progress({ stage: 'verify', done, total: size, unit: 'bytes', item: known[0]?.file })
  }
  const digest = hash.digest('hex')
  const found = known.find((one) => one.sha256 === digest)
  if (found) return found
  throw new UserError('pack-wrong', `${file} is not a wheel that Cotejo knows: its SHA-256 is ${digest}.`, {
    detail: { file, sha256: digest },
    hint: `It must be ${known[0]?.file ?? 'an official wheel'} from PyPI, whole and unchanged; download it again.`,
  })
}

/**
 * Extracts the wanted files of a verified wheel to the same relative places under `folder`.
 * @returns bytes written
 */
export async function extractWheel(
  file: string,
  folder: string,
  wanted: (name: string) => boolean,
  task: Task,
): Promise<number> {
  const zip = await yauzl.openPromise(file, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
  })
  try {
    const entries: yauzl.Entry[] = []
    for await (const entry of zip.eachEntry()) if (wanted(entry.fileName)) entries.push(entry)
    const total = entries.reduce((sum, one) => sum + one.uncompressedSize, 0)
    let done = 0
    for (const entry of entries) {
      throwIfCancelled(task)
      const target = join(folder, entry.fileName)
      await mkdir(dirname(target), { recursive: true })
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          done += chunk.length
          task.progress({ stage: 'extract', done, total, unit: 'bytes', item: entry.fileName })
          next(null, chunk)
        },
      })
      const executable = /\/bin\//.test(entry.fileName)
      await pipeline(
        await zip.openReadStreamPromise(entry, {}),
        counted,
        createWriteStream(target, { mode: executable ? 0o755 : 0o644, highWaterMark: 1 << 20 }),
        { signal: task.signal },
      )
    }
    return total
  } finally {
    zip.close()
  }
}
