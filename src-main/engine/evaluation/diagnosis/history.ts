// The history of a run as the rules read it: one training, or those of a cross-validation, each with its curve.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runRecord, type Fold, type RunRecord, type RunRecordOf } from '../../../contract'

export type Epoch = RunRecordOf<'epoch'>

export interface Training {
  /** Null in a run without folds. */
  fold: Fold | null
  /** Rising; of an epoch that was trained again after a restart the later record. */
  epochs: readonly Epoch[]
  /** As they began; none in a plan of one phase. */
  phases: readonly RunRecordOf<'phase'>[]
  /** Of the first epoch, at most `MOST_BATCHES`. */
  batches: readonly RunRecordOf<'batch'>[]
}

export interface RunHistory {
  trainings: readonly Training[]
  end: RunRecordOf<'end'> | null
}

/** The first epoch of a large set: enough to see how it began. */
const MOST_BATCHES = 400

const BATCH = Buffer.from('"type":"batch"')
const NEWLINE = 0x0a
/** The type of a record stands at its beginning, behind two numbers. */
const HEAD = 80

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start)
    const end = newline === -1 ? bytes.length : newline
    if (end > start) yield bytes.subarray(start, end)
    start = end + 1
  }
}

interface Collected {
  fold: Fold | null
  epochs: Map<number, Epoch>
  phases: Map<number, RunRecordOf<'phase'>>
  batches: RunRecordOf<'batch'>[]
}

/** Groups records by what they trained. */
export function trainingsOf(records: Iterable<RunRecord>): RunHistory {
  const found = new Map<string, Collected>()
  let end: RunHistory['end'] = null
  for (const record of records) {
    if (record.type === 'end') end = record
    if (!('fold' in record || record.type === 'epoch' || record.type === 'batch' || record.type === 'phase'))
      continue
    const fold = record.fold ?? null
    const training: Collected = found.get(String(fold)) ?? {
      fold,
      epochs: new Map(),
      phases: new Map(),
      batches: [],
    }
    found.set(String(fold), training)
    if (record.type === 'epoch') training.epochs.set(record.epoch, record)
    if (record.type === 'phase') training.phases.set(record.phase, record)
    if (record.type === 'batch' && record.epoch === 1) training.batches.push(record)
  }
  const trainings = [...found.values()].map((one) => ({
    ...one,
    epochs: [...one.epochs.values()].sort((a, b) => a.epoch - b.epoch),
    phases: [...one.phases.values()].sort((a, b) => a.phase - b.phase),
  }))
  return { trainings, end }
}

/** Parses what the rules need: a history is mostly batches, of which they want the first ones of each training. */
function* recordsIn(bytes: Buffer): Generator<RunRecord> {
  let batches = 0
  for (const line of linesOf(bytes)) {
    const isBatch = line.subarray(0, HEAD).includes(BATCH)
    if (isBatch && batches >= MOST_BATCHES) continue
    let content: unknown
    try {
      content = JSON.parse(line.toString('utf8'))
    } catch {
      // Torn when its writer died.
      continue
    }
    const record = runRecord.safeParse(content)
    if (!record.success) continue
    // After the first epoch no further batch of this training is looked at.
    if (record.data.type === 'batch') batches = record.data.epoch === 1 ? batches + 1 : MOST_BATCHES
    if (record.data.type === 'start') batches = 0
    yield record.data
  }
}

/** @param folder a run's; without a history there is nothing in it yet */
export async function readRunHistory(folder: string): Promise<RunHistory> {
  try {
    return trainingsOf(recordsIn(await readFile(join(folder, 'history.jsonl'))))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { trainings: [], end: null }
    throw error
  }
}
