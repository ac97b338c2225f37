// Reads CIFAR-10's binary files out of an archive (.tar.gz or .tar) or an unpacked folder. Nothing is unpacked to
// disk: what is wanted is taken from the stream into memory, within limits.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Parser, type ReadEntry } from 'tar'
import { UserError } from '../../../contract'
import { throwIfCancelled, type Task } from '../../task'
import {
  archiveWrong,
  BATCHES,
  META,
  parseBatch,
  parseMeta,
  RECORD_BYTES,
  RECORDS_PER_BATCH,
  CLASSES,
  type Batch,
} from './layout'

const MAX_BATCH_BYTES = RECORD_BYTES * RECORDS_PER_BATCH
const MAX_META_BYTES = 64 * 1024
/** The real archive has 8 entries of 184 MB in all. */
const MAX_ENTRIES = 1000
const MAX_UNPACKED = 1024 ** 3

export interface Cifar10Files {
  classes: string[]
  /** By the names of BATCHES; each is there. */
  batches: Map<string, Batch>
  /** MD5 of the archive as it is on disk; null for an unpacked folder. */
  md5: string | null
}

const isWanted = (name: string): boolean => name === META || BATCHES.some((batch) => name === `${batch}.bin`)
const limitOf = (name: string): number => (name === META ? MAX_META_BYTES : MAX_BATCH_BYTES)

/**
 * @param path an archive, `cifar-10-batches-bin`, or the folder that holds it
 * @throws UserError `archive-wrong` (saying what is wrong), `not-found`, `cancelled`
 */
export async function readCifar10(path: string, task: Task): Promise<Cifar10Files> {
  const name = basename(path)
  const found = new Map<string, Batch>()
  let classes = CLASSES
  const take = (file: string, bytes: Uint8Array) => {
    if (file === META) classes = parseMeta(Buffer.from(bytes).toString('utf8'))
    else found.set(file.slice(0, -4), parseBatch(name, file.slice(0, -4), bytes))
  }
  let info
  try {
    info = await stat(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UserError('not-found', `There is no ${path}.`, {
      detail: { path },
      hint: 'Check the path of the archive.',
    })
  }
  const source = info.isDirectory()
    ? await readFolder(path, name, take, task)
    : await readArchive(path, name, info.size, take, task)
  const missing = BATCHES.filter((batch) => !found.has(batch))
  if (missing.length > 0)
    throw archiveWrong(
      name,
      source.hint ??
        `${missing.map((batch) => `${batch}.bin`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
    )
  return { classes, batches: found, md5: source.md5 }
}

interface Source {
  md5: string | null
  /** What it seems to be instead. */
  hint?: string
}

type Take = (file: string, bytes: Uint8Array) => void

async function readFolder(path: string, name: string, take: Take, task: Task): Promise<Source> {
  const inside = join(path, 'cifar-10-batches-bin')
  const folder = (await stat(inside).catch(() => null))?.isDirectory() ? inside : path
  let done = 0
  for (const file of [...BATCHES.map((batch) => `${batch}.bin`), META]) {
    throwIfCancelled(task)
    const info = await stat(join(folder, file)).catch(() => null)
    if (!info?.isFile()) continue
    if (info.size > limitOf(file)) throw tooLong(name, file, info.size)
    take(file, await readFile(join(folder, file)))
    task.progress({ stage: 'extract', done: ++done, total: BATCHES.length + 1, unit: 'files', item: file })
  }
  return { md5: null }
}

async function readArchive(
  path: string,
  name: string,
  size: number,
  take: Take,
  task: Task,
): Promise<Source> {
  if (size === 0) throw archiveWrong(name, 'the file is empty.')
  const md5 = createHash('md5')
  const seen: string[] = []
  let unpacked = 0
  let failure: unknown = null
  // Errors inside the parser's callbacks do not reach us as exceptions: the first is kept and thrown below.
  const fail = (error: unknown) => (failure ??= error)

  const onReadEntry = (entry: ReadEntry) => {
    const file = basename(entry.path)
    seen.push(entry.path)
    unpacked += entry.size
    if (seen.length > MAX_ENTRIES || unpacked > MAX_UNPACKED)
      fail(archiveWrong(name, 'it holds far more than CIFAR-10.'))
    if (failure || entry.type === 'Directory' || !isWanted(file)) return void entry.resume()
    if (entry.type !== 'File' && entry.type !== 'OldFile') return void entry.resume()
    if (entry.size > limitOf(file)) {
      fail(tooLong(name, file, entry.size))
      return void entry.resume()
    }
    const chunks: Uint8Array[] = []
    entry.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    entry.on('end', () => {
      try {
        if (!failure) take(file, Buffer.concat(chunks))
      } catch (error) {
        fail(error)
      }
    })
  }
  const parser = new Parser({ strict: true, onReadEntry })
  const ended = new Promise<void>((resolve) => {
    parser.on('end', () => resolve())
    parser.on('error', (error: Error) => {
      fail(archiveWrong(name, whyUnreadable(error, seen.length), error))
      resolve()
    })
  })
  let done = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    throwIfCancelled(task)
    if (failure) break
    md5.update(chunk)
    if (!parser.write(chunk) && !failure)
      await Promise.race([new Promise((resolve) => parser.once('drain', resolve)), ended])
    done += chunk.length
    task.progress({ stage: 'extract', done, total: size, unit: 'bytes', item: name })
  }
  if (!failure) {
    parser.end()
    await ended
  }
  if (failure) throw failure
  return { md5: md5.digest('hex'), hint: otherVersion(seen) }
}

function tooLong(name: string, file: string, bytes: number): UserError {
  return archiveWrong(name, `${file} has ${bytes} bytes, more than the ${limitOf(file)} that it may have.`)
}

function whyUnreadable(error: Error, entries: number): string {
  if (/unexpected end|truncated/i.test(error.message)) return 'the archive is cut off.'
  if (entries === 0) return 'it is no .tar or .tar.gz archive.'
  return `the archive is damaged (${error.message}).`
}

function otherVersion(paths: readonly string[]): string | undefined {
  const names = new Set(paths.map((path) => basename(path)))
  if (names.has('data_batch_1.mat')) return 'it is the Matlab version.'
  if (names.has('data_batch_1')) return 'it is the Python version.'
  if (names.has('train.bin') || names.has('train')) return 'it is CIFAR-100.'
  if (names.size === 0) return 'it is no .tar or .tar.gz archive.'
  return undefined
}
