// The history of a run as the rules read it: one training, or those of a cross-validation, each with its curve.
import { type Fold, type RunRecord, type RunRecordOf } from '../../../contract'
import { readMilestones } from '../milestones'

export type Epoch = RunRecordOf<'epoch'>

export interface Training {
  /** Null in a run without folds. */
  fold: Fold | null
  /** Rising; of an epoch that was trained again after a restart the later record. */
  epochs: readonly Epoch[]
  /** As they began; none in a plan of one phase. */
  phases: readonly RunRecordOf<'phase'>[]
  /** Of the first epoch, at most 400 of them. */
  batches: readonly RunRecordOf<'batch'>[]
}

export interface RunHistory {
  trainings: readonly Training[]
  end: RunRecordOf<'end'> | null
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

/** @param folder a run's; without a history there is nothing in it yet */
export async function readRunHistory(folder: string): Promise<RunHistory> {
  const { records, batches } = await readMilestones(folder)
  return trainingsOf([...records, ...batches])
}
