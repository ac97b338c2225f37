// Downloads a file over HTTP(S): goes on where it broke off, checks what came, and never leaves a file that is not
// the right one under its name.
//
// Beside `file` lie, until it is whole, `file.part` (what came so far) and `file.part.json` (what it is a part of:
// the server's validator, so that parts of two versions are never joined).
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { type IncomingMessage } from 'node:http'
import { basename, dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { UserError } from '../contract'
import { HttpError, httpGet } from './http'
import { throwIfCancelled, type Task } from './task'

export interface Download {
  url: string
  /** Where the whole, verified file goes. Its folder is made. */
  file: string
  /** Its length where it is known; an answer of another length is refused. */
  bytes?: number
  hash?: { algorithm: 'md5' | 'sha256'; hex: string }
  /** A guard where the length is not known. */
  maxBytes?: number
}

export interface DownloadOptions {
  /** How often a connection that broke is made again before giving up; what came is kept in any case. */
  retries?: number
  /** First pause before a new try; doubled each time. */
  retryMs?: number
  /** A connection on which nothing comes for so long is given up. */
  stallMs?: number
}

const GIB = 1024 ** 3
const MAX_BYTES = 16 * GIB

const partRecord = z.object({ url: z.string(), validator: z.string() })

/**
 * Downloads to `file`, unless it is there already with the right content.
 * @returns whether anything had to be fetched
 * @throws UserError `download-failed`, `cancelled`; what came so far is kept for the next try, except after a wrong
 *   checksum
 */
export async function downloadFile(
  download: Download,
  task: Task,
  { retries = 4, retryMs = 500, stallMs = 30_000 }: DownloadOptions = {},
): Promise<{ fetched: boolean }> {
  const { file } = download
  await mkdir(dirname(file), { recursive: true })
  if (await isWhole(download, task)) return { fetched: false }
  for (let attempt = 0; ; attempt++) {
    throwIfCancelled(task)
    try {
      await fetchRest(download, task, stallMs)
      break
    } catch (error) {
      throwIfCancelled(task)
      if (!(error instanceof HttpError)) throw error
      if (error.restart) await dropPart(file)
      if (!error.again || attempt >= retries) throw downloadFailed(download, error)
      await wait(retryMs * 2 ** attempt, undefined, { signal: task.signal }).catch(() => {})
    }
  }
  await verifyPart(download, task)
  await rename(part(file), file)
  await rm(record(file), { force: true })
  return { fetched: true }
}

const part = (file: string): string => `${file}.part`
const record = (file: string): string => `${file}.part.json`

const sizeOf = async (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

async function isWhole({ file, bytes, hash }: Download, task: Task): Promise<boolean> {
  const size = await sizeOf(file)
  if (size === 0 || (bytes !== undefined && size !== bytes)) return false
  return !hash || (await hashFile(file, hash.algorithm, size, task)) === hash.hex.toLowerCase()
}

/** Fetches from where the part ends to the end of the file. */
async function fetchRest(download: Download, task: Task, stallMs: number): Promise<void> {
  const { url, file } = download
  const name = basename(file)
  let have = await sizeOf(part(file))
  const validator = have > 0 ? await partValidator(download) : null
  if (have > 0 && validator === null) have = 0
  if (have > 0 && have === download.bytes) return
  task.progress({ stage: 'connect', done: 0, total: 0, unit: 'bytes', item: name })

  const headers: Record<string, string> = { 'Accept-Encoding': 'identity' }
  if (have > 0) Object.assign(headers, { Range: `bytes=${have}-`, 'If-Range': validator })
  const response = await httpGet(url, { headers, signal: task.signal, stallMs })
  try {
    if (isComplete(response, have)) return
    const { from, total } = describeAnswer(response, have, download)
    const out = await open(part(file), from > 0 ? 'r+' : 'w')
    try {
      if (from === 0) await writeRecord(download, response)
      await receive(response, out, from, total, download, task)
    } finally {
      await out.close()
    }
  } finally {
    response.destroy()
  }
}

/** Nothing is left to send: the part was whole, but its check did not come to an end. */
const isComplete = ({ statusCode, headers }: IncomingMessage, have: number): boolean =>
  statusCode === 416 && have > 0 && headers['content-range'] === `bytes */${have}`

/** Where the answer's body begins in the file, and how long the whole file is (0: unknown). */
function describeAnswer(
  response: IncomingMessage,
  have: number,
  { bytes, maxBytes = MAX_BYTES }: Download,
): { from: number; total: number } {
  const status = response.statusCode ?? 0
  let from = 0
  let total: number
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers['content-range'] ?? '')
    if (!range || Number(range[1]) !== have)
      throw new HttpError('The server sent another part of the file than was asked for.', { again: false })
    from = have
    total = range[2] === '*' ? 0 : Number(range[2])
  } else if (status === 200) {
    total = Number(response.headers['content-length'] ?? 0)
  } else {
    // 416: the part is not a beginning of what the server has now.
    throw new HttpError(`The server answered ${status} ${response.statusMessage ?? ''}`.trim() + '.', {
      again: status === 416 || status === 408 || status === 429 || status >= 500,
      restart: status === 416,
    })
  }
  if (bytes !== undefined && total > 0 && total !== bytes)
    throw new HttpError(`The server's file has ${total} bytes, the right one has ${bytes}.`, { again: false })
  if (total > maxBytes)
    throw new HttpError(`The server's file is too large: ${total} bytes.`, { again: false })
  return { from, total: total || (bytes ?? 0) }
}

async function receive(
  response: IncomingMessage,
  out: FileHandle,
  from: number,
  total: number,
  { file, bytes, maxBytes = MAX_BYTES }: Download,
  task: Task,
): Promise<void> {
  let at = from
  const limit = total || bytes || maxBytes
  const report = () =>
    task.progress({ stage: 'download', done: at, total, unit: 'bytes', item: basename(file) })
  report()
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      throwIfCancelled(task)
      if (at + chunk.length > limit)
        throw new HttpError('The server sent more than it said.', { again: false, restart: true })
      for (let done = 0; done < chunk.length;)
        done += (await out.write(chunk, done, chunk.length - done, at + done)).bytesWritten
      at += chunk.length
      report()
    }
  } catch (error) {
    // Errors of the disk are the disk's; what the stream throws is the network's.
    if (error instanceof HttpError || (error as NodeJS.ErrnoException).syscall === 'write') throw error
    throwIfCancelled(task)
    throw new HttpError(`The connection broke after ${at} bytes (${String((error as Error).message)}).`, {
      again: true,
      cause: error,
    })
  }
  if (total > 0 && at < total)
    throw new HttpError(`The connection ended after ${at} of ${total} bytes.`, { again: true })
}

/** The validator that a part was begun with; null (and the part is dropped) when it is of something else. */
async function partValidator({ url, file }: Download): Promise<string | null> {
  try {
    const saved = partRecord.parse(JSON.parse(await readFile(record(file), 'utf8')))
    if (saved.url === url) return saved.validator
  } catch {
    // Without its record a part cannot be told from another version's.
  }
  await dropPart(file)
  return null
}

async function writeRecord({ url, file }: Download, { headers }: IncomingMessage): Promise<void> {
  // RFC 9110, 13.1.5: only a strong validator may join parts.
  const etag = headers.etag && !headers.etag.startsWith('W/') ? headers.etag : undefined
  const validator = etag ?? headers['last-modified']
  await rm(record(file), { force: true })
  if (!validator) return
  const out = await open(record(file), 'w')
  try {
    await out.writeFile(JSON.stringify({ url, validator }))
  } finally {
    await out.close()
  }
}

async function dropPart(file: string): Promise<void> {
  await rm(part(file), { force: true })
  await rm(record(file), { force: true })
}

async function verifyPart(download: Download, task: Task): Promise<void> {
  const { file, bytes, hash } = download
  const size = await sizeOf(part(file))
  let wrong = bytes !== undefined && size !== bytes ? `${size} bytes instead of ${bytes}` : ''
  if (!wrong && hash) {
    const found = await hashFile(part(file), hash.algorithm, size, task)
    if (found !== hash.hex.toLowerCase())
      wrong = `${hash.algorithm.toUpperCase()} ${found} instead of ${hash.hex}`
  }
  if (!wrong) return
  await dropPart(file)
  throw downloadFailed(
    download,
    new HttpError(`What came is not the right file (${wrong}).`, { again: false }),
  )
}

/** Hex digest of a file, with progress. */
export async function hashFile(
  path: string,
  algorithm: 'md5' | 'sha256',
  size: number,
  task: Task,
): Promise<string> {
  const hash: Hash = createHash(algorithm)
  let done = 0
  const item = basename(path).replace(/\.part$/, '')
  task.progress({ stage: 'verify', done, total: size, unit: 'bytes', item })
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        throwIfCancelled(task)
        hash.update(chunk)
        done += chunk.length
        task.progress({ stage: 'verify', done, total: size, unit: 'bytes', item })
      }
    },
  )
  return hash.digest('hex')
}

function downloadFailed({ url, file }: Download, error: HttpError): UserError {
  const name = basename(file)
  return new UserError('download-failed', `${name} could not be downloaded. ${error.message}`, {
    detail: { url, file: name },
    hint: error.again
      ? 'Check the connection and try again: it goes on where it stopped.'
      : `Try again later, or download ${url} with a browser and choose the file here.`,
    cause: error,
  })
}
