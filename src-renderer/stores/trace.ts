// What happened in one run so far, kept so that ten thousand points cost little: numbers in typed arrays that grow,
// and one reactive counter that rises at most once a frame: at once for an epoch, ten times a second for batches.
import { shallowRef, type ShallowRef } from 'vue'
import { type RunRecord, type RunRecordOf } from '../../src-main/contract'

/** A growing list of points. */
export class Points {
  #x = new Float64Array(256)
  #y = new Float64Array(256)
  length = 0

  push(x: number, y: number): void {
    if (this.length === this.#x.length) {
      const grow = (old: Float64Array) => {
        const bigger = new Float64Array(old.length * 2)
        bigger.set(old)
        return bigger
      }
      this.#x = grow(this.#x)
      this.#y = grow(this.#y)
    }
    this.#x[this.length] = x
    this.#y[this.length++] = y
  }

  x(index: number): number {
    return this.#x[index]!
  }

  y(index: number): number {
    return this.#y[index]!
  }
}

type LogRecord = Exclude<RunRecord, { type: 'batch' }>

/** When to draw: with the next frame if it is urgent, else a little later. */
type Schedule = (draw: () => void, urgent: boolean) => void

/** Between drawings of batches, in milliseconds: quick enough for the eye, and it leaves the cores to the training. */
const batchPause = 100

const scheduleFrame: Schedule = (draw, urgent) => {
  if (urgent) requestAnimationFrame(draw)
  else setTimeout(() => requestAnimationFrame(draw), batchPause)
}

/** All of one run's records. x is in epochs: step 50 of 100 in the first epoch is at 0.5. */
export class RunTrace {
  readonly batch = { loss: new Points(), accuracy: new Points() }
  readonly train = { loss: new Points(), accuracy: new Points() }
  readonly validation = { loss: new Points(), accuracy: new Points() }
  readonly epochs: RunRecordOf<'epoch'>[] = []
  readonly log: LogRecord[] = []
  start: RunRecordOf<'start'> | null = null
  end: RunRecordOf<'end'> | null = null
  lastBatch: RunRecordOf<'batch'> | null = null
  /** Sequence number of the record that is expected next. */
  next = 0
  /** Rises when there is something new to draw. */
  readonly version: ShallowRef<number> = shallowRef(0)
  /** What is waiting to be drawn: nothing, batches that can wait, or something that cannot. */
  #waiting: 'nothing' | 'batches' | 'news' = 'nothing'
  readonly #schedule: Schedule

  constructor(schedule: Schedule = scheduleFrame) {
    this.#schedule = schedule
  }

  /** Takes a record in; one that was seen before is left out. @returns false for a record that is not new */
  add(record: RunRecord): boolean {
    if (record.seq < this.next) return false
    this.next = record.seq + 1
    if (record.type === 'batch') this.#addBatch(record)
    else this.#addOther(record)
    this.#touch(record.type === 'batch' ? 'batches' : 'news')
    return true
  }

  #addBatch(record: RunRecordOf<'batch'>): void {
    const x = record.step / (this.start?.stepsPerEpoch || 1)
    this.batch.loss.push(x, record.loss)
    this.batch.accuracy.push(x, record.accuracy)
    this.lastBatch = record
  }

  #addOther(record: LogRecord): void {
    this.log.push(record)
    if (record.type === 'start') this.start = record
    if (record.type === 'end') this.end = record
    if (record.type === 'resumed') this.end = null
    if (record.type !== 'epoch') return
    this.epochs.push(record)
    this.train.loss.push(record.epoch, record.train.loss)
    this.train.accuracy.push(record.epoch, record.train.accuracy)
    if (!record.validation) return
    this.validation.loss.push(record.epoch, record.validation.loss)
    this.validation.accuracy.push(record.epoch, record.validation.accuracy)
  }

  #touch(what: 'batches' | 'news'): void {
    if (this.#waiting === 'news' || this.#waiting === what) return
    this.#waiting = what
    this.#schedule(() => {
      if (this.#waiting === 'nothing') return
      this.#waiting = 'nothing'
      this.version.value++
    }, what === 'news')
  }

  /** Steps taken and to take in all; null before training starts. */
  get steps(): { done: number; total: number } | null {
    if (!this.start) return null
    const done = this.lastBatch?.step ?? this.epochs.at(-1)?.step ?? 0
    return { done, total: this.start.epochs * this.start.stepsPerEpoch }
  }

  /** Seconds until the last planned epoch ends, from the pace of the last epochs; null while it is not known. */
  get secondsLeft(): number | null {
    const steps = this.steps
    if (!steps || steps.total === 0 || this.end) return null
    const recent = this.epochs.slice(-3)
    const left = steps.total - steps.done
    if (recent.length > 0) {
      const perEpoch = recent.reduce((sum, epoch) => sum + epoch.seconds, 0) / recent.length
      return (left / this.start!.stepsPerEpoch) * perEpoch
    }
    const rate = this.lastBatch?.imagesPerSecond
    if (!rate) return null
    return (left / this.start!.stepsPerEpoch) * (this.start!.images.train / rate)
  }
}
