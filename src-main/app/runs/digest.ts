// What a run's history comes to: kept up to date record by record, so that a summary never reads it all again.
import type { RunRecord, RunRecordOf } from '../../contract'

interface EpochTime {
  readonly seconds: number
  readonly imagesPerSecond: number
}

/** The facts of a history that summaries are made of. Records must come in order; one seen before changes nothing. */
export class HistoryDigest {
  /** Highest sequence number seen; -1 before the first record. */
  lastSeq = -1
  /** Largest time stamp seen, in ms since the run started. */
  lastTime = 0
  start: RunRecordOf<'start'> | null = null
  /** The most that a phase trains; null before the first. */
  trainableParameters: number | null = null
  lastEpoch: RunRecordOf<'epoch'> | null = null
  bestEpoch: number | null = null
  paused = false
  /** The end record, unless the run went on after it. */
  end: RunRecordOf<'end'> | null = null
  /** By fold and epoch. */
  readonly #epochs = new Map<string, EpochTime>()

  add(record: RunRecord): void {
    if (record.seq <= this.lastSeq) return
    this.lastSeq = record.seq
    this.lastTime = Math.max(this.lastTime, record.t)
    if (record.type === 'end') {
      this.end = record
      this.paused = false
      return
    }
    if (record.type === 'note') return
    // A run that was resumed from its checkpoint writes on after its end record.
    this.end = null
    this.paused = record.type === 'paused'
    if (record.type === 'start') {
      this.start = record
      this.#trains(record.trainableParameters)
    } else if (record.type === 'phase') {
      this.#trains(record.trainableParameters)
    } else if (record.type === 'epoch') {
      this.lastEpoch = record
      // With folds there are several best epochs; which one counts is known at the end.
      if (record.best && record.fold === undefined) this.bestEpoch = record.epoch
      // An epoch that was trained again after a resume replaces the one before.
      this.#epochs.set(`${record.fold ?? ''} ${record.epoch}`, {
        seconds: record.seconds,
        imagesPerSecond: record.imagesPerSecond,
      })
    }
  }

  #trains(parameters: number): void {
    this.trainableParameters = Math.max(this.trainableParameters ?? 0, parameters)
  }

  /** Epochs trained, of all folds together. */
  get epochs(): number {
    return this.#epochs.size
  }

  /** Seconds of training over all epochs; null before the first has ended. */
  get epochSeconds(): number | null {
    if (this.#epochs.size === 0) return null
    let sum = 0
    for (const epoch of this.#epochs.values()) sum += epoch.seconds
    return sum
  }

  /** Mean over the training time; null before the first epoch has ended. */
  get imagesPerSecond(): number | null {
    const seconds = this.epochSeconds
    if (seconds === null) return null
    let images = 0
    for (const epoch of this.#epochs.values()) images += epoch.imagesPerSecond * epoch.seconds
    return seconds > 0 ? images / seconds : (this.lastEpoch?.imagesPerSecond ?? null)
  }
}
