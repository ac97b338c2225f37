// Reads and ends history.jsonl. The engine writes it; app appends only an end record that the engine could not.
import { open, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { milestones, MILESTONES_FILE, runRecord, type RunRecord } from '../../contract'
import { ifThere, readJson } from '../library/files'
import { HistoryDigest } from './digest'

export const HISTORY = 'history.jsonl'
const NEWLINE = 0x0a
const BLOCK = 1 << 20

/** A line as a record; null for one that is broken off or damaged. */
export function parseRecord(line: string): RunRecord | null {
  if (line.trim() === '') return null
  try {
    const record = runRecord.safeParse(JSON.parse(line))
    return record.success ? record.data : null
  } catch {
    return null
  }
}

/** Batch records are most of a history and say nothing that a digest keeps except their number and time. */
const isBatch = (line: string): boolean => line.includes('"type":"batch"')

/** Sequence number and time of a batch line, without validating all of it. */
function skim(line: string, digest: HistoryDigest): void {
  const seq = Number(/"seq":(\d+)/.exec(line)?.[1] ?? -1)
  const time = Number(/"t":([\d.e+]+)/.exec(line)?.[1] ?? 0)
  if (seq <= digest.lastSeq) return
  digest.lastSeq = seq
  digest.lastTime = Math.max(digest.lastTime, time)
  digest.end = null
  digest.paused = false
}

function digestLines(lines: readonly string[], digest: HistoryDigest): void {
  // Of batch records that follow one another only the last matters.
  let batch: string | null = null
  for (const line of lines) {
    if (isBatch(line)) {
      batch = line
      continue
    }
    if (batch !== null) skim(batch, digest)
    batch = null
    const record = parseRecord(line)
    if (record !== null) digest.add(record)
  }
  if (batch !== null) skim(batch, digest)
}

interface Reading {
  digest: HistoryDigest
  /** Bytes that were read and understood, always up to the end of a line. */
  offset: number
  inode: number
}

/** Of milestones.json what a digest is made of: its batches are left unread. */
const kept = milestones.omit({ batches: true })

/** Where the engine wrote down what the history comes to, only what was added since needs to be read. */
async function startFromMilestones(file: string, size: number, reading: Reading): Promise<void> {
  const { bytes, tail, records } = (await readJson(join(dirname(file), MILESTONES_FILE), kept).catch(
    () => null,
  )) ?? {
    bytes: 0,
    tail: '',
    records: [],
  }
  if (bytes === 0 || bytes > size || tail.length > bytes) return
  const handle = await open(file, 'r')
  try {
    const { buffer } = await handle.read(Buffer.alloc(tail.length), 0, tail.length, bytes - tail.length)
    if (!buffer.equals(Buffer.from(tail, 'latin1'))) return
  } finally {
    await handle.close()
  }
  for (const record of records) reading.digest.add(record)
  reading.offset = bytes
}

/** Keeps a digest a file and reads only what was added since it was asked last. */
export class HistoryReader {
  readonly #readings = new Map<string, Reading>()
  readonly #busy = new Map<string, Promise<HistoryDigest>>()

  /** The digest of this file as it is now; an empty one where there is no file. */
  digest(file: string): Promise<HistoryDigest> {
    // One reader a file at a time: two would read the same bytes twice.
    const reading = (this.#busy.get(file) ?? Promise.resolve())
      .catch(() => {})
      .then(() => this.#advance(file))
      .finally(() => {
        if (this.#busy.get(file) === reading) this.#busy.delete(file)
      })
    this.#busy.set(file, reading)
    return reading
  }

  forget(file: string): void {
    this.#readings.delete(file)
  }

  async #advance(file: string): Promise<HistoryDigest> {
    const now = await ifThere(stat(file))
    let reading = this.#readings.get(file)
    if (now === null || reading === undefined || reading.inode !== now.ino || now.size < reading.offset) {
      reading = { digest: new HistoryDigest(), offset: 0, inode: now?.ino ?? 0 }
      this.#readings.set(file, reading)
      if (now !== null) await startFromMilestones(file, now.size, reading)
    }
    if (now !== null && now.size > reading.offset) await this.#readOn(file, reading)
    return reading.digest
  }

  async #readOn(file: string, reading: Reading): Promise<void> {
    const handle = await open(file, 'r')
    try {
      let rest = Buffer.alloc(0)
      for (;;) {
        const block = Buffer.allocUnsafe(BLOCK)
        const { bytesRead } = await handle.read(block, 0, BLOCK, reading.offset + rest.length)
        if (bytesRead === 0) return
        const bytes = Buffer.concat([rest, block.subarray(0, bytesRead)])
        const whole = bytes.lastIndexOf(NEWLINE) + 1
        digestLines(bytes.toString('utf8', 0, whole).split('\n'), reading.digest)
        reading.offset += whole
        rest = bytes.subarray(whole)
      }
    } finally {
      await handle.close()
    }
  }
}

/** `count` of the items, the first and the last among them, evenly spaced; all where there are no more. */
export function thin<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items]
  const step = (items.length - 1) / (count - 1)
  return Array.from({ length: count }, (_, index) => items[Math.round(index * step)]!)
}

/**
 * Records of a history from the sequence number `since` on, in order.
 * @param points at most this many batch records; all other records are always there
 * @returns the records, and the number to ask from next time
 */
export async function readHistory(
  file: string,
  since: number,
  points: number,
): Promise<{ records: RunRecord[]; next: number }> {
  const text = (await ifThere(readFile(file, 'utf8'))) ?? ''
  const batches: string[] = []
  const records: RunRecord[] = []
  let next = since
  for (const line of text.split('\n')) {
    // Only the batch records that are kept are parsed: a long run has a hundred thousand of them.
    const seq = Number(/"seq":(\d+)/.exec(line)?.[1] ?? -1)
    if (seq < since) continue
    if (isBatch(line) && line.endsWith('}')) {
      batches.push(line)
      next = Math.max(next, seq + 1)
      continue
    }
    const record = parseRecord(line)
    if (record === null) continue
    records.push(record)
    next = Math.max(next, record.seq + 1)
  }
  for (const line of thin(batches, points)) {
    const record = parseRecord(line)
    if (record !== null) records.push(record)
  }
  return { records: records.sort((a, b) => a.seq - b.seq), next }
}

/** What is left to say of a record once its place in the history is known. */
type Unplaced = RunRecord extends infer R ? (R extends RunRecord ? Omit<R, 'seq' | 't'> : never) : never

/** Gives a record its number and time: those after the last of the history. */
export const nextRecord = (digest: HistoryDigest, what: Unplaced): RunRecord =>
  ({ seq: digest.lastSeq + 1, t: digest.lastTime, ...what }) as RunRecord

/**
 * Appends a record after the last whole one. A line that was broken off when its writer died is cut away first.
 * Only for a history that nobody else writes; if it fails, the file is as it was.
 */
export async function appendRecord(file: string, record: RunRecord): Promise<void> {
  const handle = await open(file, 'a+')
  try {
    const { size } = await handle.stat()
    const tail = Buffer.alloc(Math.min(size, BLOCK))
    await handle.read(tail, 0, tail.length, size - tail.length)
    let before = ''
    if (tail.length > 0 && tail[tail.length - 1] !== NEWLINE) {
      const lineStart = tail.lastIndexOf(NEWLINE) + 1
      // Whole but for its newline? Then it counts.
      if (parseRecord(tail.toString('utf8', lineStart)) !== null) before = '\n'
      else await handle.truncate(size - tail.length + lineStart)
    }
    const start = (await handle.stat()).size
    try {
      await handle.appendFile(`${before}${JSON.stringify(record)}\n`)
      await handle.sync()
    } catch (thrown) {
      await handle.truncate(start).catch(() => {})
      throw thrown
    }
  } finally {
    await handle.close()
  }
}
