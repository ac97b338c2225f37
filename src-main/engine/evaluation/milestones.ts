// The records of a history that tell how a run went: all but its batches, of which the first ones are kept. A history
// of 100 epochs of CIFAR-10 has 60,000 lines; it is gone through once, and what was found is kept as milestones.json.
import { open, readFile, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import {
  milestones as milestonesSchema,
  MILESTONES_FILE,
  runRecord,
  type Milestones,
  type RunRecord,
  type RunRecordOf,
} from '../../contract'
import { replaceFile } from './write-evaluation'

/** Batches of the first epoch that are kept: enough to see how a training began. */
const MOST_BATCHES = 400
const BLOCK = 1 << 20
const TAIL = 200
/** A shorter history is read as fast as this file would be. */
const WORTH_KEEPING = 200_000

const NEWLINE = 0x0a
const BATCH = Buffer.from('"type":"batch"')
/** The type of a record stands at its beginning, behind two numbers. */
const HEAD = 80

/** What was found in the first `bytes` of a history, and where it stands. */
class Reading {
  bytes = 0
  inode = 0
  tail = Buffer.alloc(0)
  readonly records: RunRecord[] = []
  readonly batches: RunRecordOf<'batch'>[] = []
  /** Batches of this training that were kept; at the limit none is looked at until the next one starts. */
  #kept = 0

  /** Takes over what an earlier reading found. */
  static from(kept: Milestones, inode: number): Reading {
    const reading = new Reading()
    reading.bytes = kept.bytes
    reading.inode = inode
    reading.tail = Buffer.from(kept.tail, 'latin1')
    reading.records.push(...kept.records)
    reading.batches.push(...kept.batches)
    // A training that goes on is beyond its first epoch, as a run is kept when it has ended.
    reading.#kept = MOST_BATCHES
    return reading
  }

  /** @param bytes that follow, up to the end of a line */
  add(bytes: Buffer): void {
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(NEWLINE, start)
      const isBatch = bytes.subarray(start, start + HEAD).includes(BATCH)
      if (!isBatch || this.#kept < MOST_BATCHES) this.#line(bytes.toString('utf8', start, end))
      start = end + 1
    }
    this.bytes += bytes.length
    this.tail = Buffer.from(Buffer.concat([this.tail, bytes.subarray(-TAIL)]).subarray(-TAIL))
  }

  #line(line: string): void {
    const record = parseRecord(line)
    if (!record) return
    if (record.type !== 'batch') {
      this.records.push(record)
      if (record.type === 'start') this.#kept = 0
    } else if (record.epoch === 1) {
      this.batches.push(record)
      this.#kept++
    } else {
      this.#kept = MOST_BATCHES
    }
  }
}

/** Null for a line that is damaged: that costs the record, not the run. */
function parseRecord(line: string): RunRecord | null {
  try {
    const record = runRecord.safeParse(JSON.parse(line))
    return record.success ? record.data : null
  } catch {
    return null
  }
}

/** By the history's path, each the end of a queue: two would read the same bytes twice. */
const readings = new Map<string, Promise<Reading>>()
/** The longest unused go. */
const KEPT = 500

/**
 * What a run's history holds now; nothing where there is none. A torn last line is left out. Shared by all who ask, and
 * read on from where it was left: read only.
 *
 * @param folder the run's
 * @param keep write milestones.json into it once the run has ended; where that cannot be, it is read again next time
 */
export async function readMilestones(
  folder: string,
  keep = false,
): Promise<Readonly<Pick<Milestones, 'records' | 'batches'>>> {
  const file = join(folder, 'history.jsonl')
  const before = readings.get(file)
  const reading = (before ?? Promise.resolve(null))
    .catch(() => null)
    .then((last) => advance(folder, file, last, keep))
  readings.delete(file)
  readings.set(file, reading)
  for (const oldest of readings.keys()) {
    if (readings.size <= KEPT) break
    readings.delete(oldest)
  }
  return reading
}

async function advance(folder: string, file: string, last: Reading | null, keep: boolean): Promise<Reading> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!found) return new Reading()
  if (last?.inode === found.ino && last.bytes === found.size) return last
  const handle = await open(file, 'r')
  try {
    const continued = last?.inode === found.ino && last.bytes < found.size ? last : null
    const reading = continued ?? (await keptReading(folder, handle, found)) ?? new Reading()
    reading.inode = found.ino
    const from = reading.bytes
    await readOn(handle, reading)
    const ended = reading.records.at(-1)?.type === 'end'
    if (keep && ended && reading.bytes - from > WORTH_KEEPING) await write(folder, reading)
    return reading
  } finally {
    await handle.close()
  }
}

async function readOn(handle: FileHandle, reading: Reading): Promise<void> {
  let rest = Buffer.alloc(0)
  for (;;) {
    const block = Buffer.allocUnsafe(BLOCK)
    const { bytesRead } = await handle.read(block, 0, BLOCK, reading.bytes + rest.length)
    if (bytesRead === 0) return
    const bytes = Buffer.concat([rest, block.subarray(0, bytesRead)])
    const whole = bytes.lastIndexOf(NEWLINE) + 1
    reading.add(bytes.subarray(0, whole))
    rest = bytes.subarray(whole)
  }
}

/** What milestones.json has of this very history; null where there is none, or it is of another. */
async function keptReading(
  folder: string,
  handle: FileHandle,
  { size, ino }: { size: number; ino: number },
): Promise<Reading | null> {
  try {
    const kept = milestonesSchema.parse(JSON.parse(await readFile(join(folder, MILESTONES_FILE), 'utf8')))
    const reading = Reading.from(kept, ino)
    const { length } = reading.tail
    if (kept.bytes > size || length > kept.bytes) return null
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, kept.bytes - length)
    return buffer.equals(reading.tail) ? reading : null
  } catch {
    return null
  }
}

async function write(folder: string, { bytes, tail, records, batches }: Reading): Promise<void> {
  const content: Milestones = { version: 1, bytes, tail: tail.toString('latin1'), records, batches }
  await replaceFile(join(folder, MILESTONES_FILE), JSON.stringify(content)).catch(() => {})
}
