// history.jsonl: what happened in a run, one record a line, only ever added to.
import { closeSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { runRecord, type BackendName, type Fold, type RunRecord } from '../../contract'

type WithoutCounters<T> = T extends unknown ? Omit<T, 'seq' | 't'> : never
/** A record before it has its place: the writer gives it number and time. */
export type NewRunRecord = WithoutCounters<RunRecord>

/** Where one training of a run (the only one, or that of a fold) writes what happens in it. */
export interface RecordSink {
  /** The history has records of this training by an earlier process. */
  readonly continued: boolean
  /** @returns whether it was written; steps and epochs that the history has already are not */
  write(record: NewRunRecord): boolean
}

/** Where an earlier process left off. Steps and epochs are those of the last fold that it came to. */
interface Past {
  records: number
  /** Milliseconds. */
  time: number
  place: number
  step: number
  epoch: number
  phase: number
  ended: boolean
  /** Parts that a batch is computed in, by the device where memory ran out. */
  parts: Map<string, number>
  /** What it was trained on, at last. */
  backend: BackendName | null
}

/** The order of the trainings of a run: 0 without folds, then the folds, last the model that is kept. */
const placeOf = (fold: Fold | undefined): number =>
  fold === undefined ? 0 : fold === 'all' ? Infinity : fold

type OfFold = Extract<NewRunRecord, { fold?: Fold }>
/** Records that are counted within one training, and are written once. */
const isOfFold = (record: NewRunRecord): record is OfFold =>
  ['start', 'phase', 'batch', 'epoch'].includes(record.type)

const file = (folder: string) => join(folder, 'history.jsonl')

/** Reads the past of a run. A torn last line (the process was killed while writing it) is cut off. */
function readPast(path: string): Past {
  const past: Past = {
    records: 0,
    time: 0,
    place: -1,
    step: 0,
    epoch: 0,
    phase: 0,
    ended: false,
    backend: null,
    parts: new Map(),
  }
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return past
    throw error
  }
  const whole = bytes.lastIndexOf(0x0a) + 1
  if (whole < bytes.length) truncateSync(path, whole)
  for (const line of bytes.subarray(0, whole).toString('utf8').split('\n')) {
    if (line === '') continue
    const record = parseRecord(line)
    if (!record) continue
    past.records = record.seq + 1
    past.time = record.t
    if (isOfFold(record)) {
      const place = placeOf(record.fold)
      if (place > past.place) Object.assign(past, { place, step: 0, epoch: 0, phase: 0 })
    }
    if (record.type === 'batch') past.step = record.step
    if (record.type === 'epoch') past.epoch = record.epoch
    if (record.type === 'phase') past.phase = record.phase
    past.backend = backendOf(record) ?? past.backend
    noteParts(past, record)
    // A cancelled or crashed run may be taken up again from its checkpoint; one that is done is done.
    past.ended = record.type === 'end' && record.status === 'done'
  }
  return past
}

/** The backend that a record says the run is trained on from there. */
function backendOf(record: RunRecord): BackendName | null {
  if (record.type === 'start') return record.backend
  if (record.type !== 'note') return null
  const { about } = record
  return about?.key === 'device-lost' || about?.key === 'backend-gone' ? (about.backend ?? null) : null
}

/** Keeps what a record says of the parts that batches are computed in. */
function noteParts({ parts }: Past, record: NewRunRecord): void {
  if (record.type !== 'note' || record.about?.key !== 'micro-batches') return
  parts.set(record.about.device, record.about.parts)
}

/** A damaged line (a disk that failed, an editor) costs that record, not the run. */
function parseRecord(line: string): RunRecord | null {
  try {
    return runRecord.parse(JSON.parse(line))
  } catch {
    return null
  }
}

/** Appends records to a run's history and sends each on. */
export class RunWriter implements RecordSink {
  readonly #file: number
  readonly #emit: (record: RunRecord) => void
  readonly #past: Past
  readonly #opened = performance.now()
  #next: number

  /**
   * Opens the history of a run, new or to be continued.
   * @param emit gets each record after it was written
   */
  constructor(folder: string, emit: (record: RunRecord) => void) {
    this.#past = readPast(file(folder))
    this.#file = openSync(file(folder), 'a')
    this.#emit = emit
    this.#next = this.#past.records
  }

  /** An earlier process has begun to train. */
  get continued(): boolean {
    return this.#past.place >= 0
  }

  /** What an earlier process trained the run on; null where none did. */
  get backend(): BackendName | null {
    return this.#past.backend
  }

  /** Has an earlier process begun with this fold? */
  begun(fold: Fold): boolean {
    return placeOf(fold) <= this.#past.place
  }

  /** In how many parts a batch has to be computed on this device, as an attempt found out; 1 is whole. */
  partsOn(device: string): number {
    return this.#past.parts.get(device) ?? 1
  }

  /** The run is done: it has its last `end` record. */
  get ended(): boolean {
    return this.#past.ended
  }

  /**
   * Writes a record. Phases, steps and epochs that the history has already are left out: a run that goes on from its
   * last checkpoint computes them again, to the same numbers.
   * @returns whether it was written
   */
  write(record: NewRunRecord): boolean {
    if (this.#has(record)) return false
    const t = Math.round(this.#past.time + performance.now() - this.#opened)
    const whole = { seq: this.#next++, t, ...record } as RunRecord
    writeSync(this.#file, JSON.stringify(whole) + '\n')
    this.#past.ended = record.type === 'end' && record.status === 'done'
    noteParts(this.#past, record)
    this.#emit(whole)
    return true
  }

  #has(record: NewRunRecord): boolean {
    if (!isOfFold(record)) return false
    const { place, step, epoch, phase } = this.#past
    const here = placeOf(record.fold)
    if (here !== place || record.type === 'start') return here <= place
    if (record.type === 'phase') return record.phase <= phase
    return record.type === 'batch' ? record.step <= step : record.epoch <= epoch
  }

  close(): void {
    closeSync(this.#file)
  }
}

/** The part of a run's history that one fold writes: its records say which fold they are of. */
export function foldSink(writer: RunWriter, fold: Fold, folds: number): RecordSink {
  const continued = writer.begun(fold)
  return {
    continued,
    write: (record) => {
      if (record.type === 'start') return writer.write({ ...record, fold, folds })
      return writer.write(isOfFold(record) ? { ...record, fold } : record)
    },
  }
}
