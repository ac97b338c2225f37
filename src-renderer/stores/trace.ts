// What happened in one run so far, kept so that ten thousand points cost little: numbers in typed arrays that grow,
// and one reactive counter that rises at most once a frame: at once for an epoch, ten times a second for batches.
import { shallowRef, type ShallowRef } from 'vue'
import { type Fold, type RunRecord, type RunRecordOf } from '../../src-main/contract'

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

/** The records of one model: of the run, or of one fold of it. x is in epochs: step 50 of 100 is at 0.5. */
export class ModelTrace {
  readonly batch = { loss: new Points(), accuracy: new Points() }
  readonly train = { loss: new Points(), accuracy: new Points() }
  readonly validation = { loss: new Points(), accuracy: new Points() }
  readonly epochs: RunRecordOf<'epoch'>[] = []
  start: RunRecordOf<'start'> | null = null
  /** In plans of several. */
  readonly phases: RunRecordOf<'phase'>[] = []
  lastBatch: RunRecordOf<'batch'> | null = null

  constructor(readonly fold: Fold | undefined) {}

  addBatch(record: RunRecordOf<'batch'>): void {
    const x = record.step / (this.start?.stepsPerEpoch || 1)
    this.batch.loss.push(x, record.loss)
    this.batch.accuracy.push(x, record.accuracy)
    this.lastBatch = record
  }

  addEpoch(record: RunRecordOf<'epoch'>): void {
    this.epochs.push(record)
    this.train.loss.push(record.epoch, record.train.loss)
    this.train.accuracy.push(record.epoch, record.train.accuracy)
    if (!record.validation) return
    this.validation.loss.push(record.epoch, record.validation.loss)
    this.validation.accuracy.push(record.epoch, record.validation.accuracy)
  }

  get planned(): number {
    return this.start ? this.start.epochs * this.start.stepsPerEpoch : 0
  }

  get done(): number {
    return this.lastBatch?.step ?? this.epochs.at(-1)?.step ?? 0
  }
}

/** All of one run's records. A run with folds trains one model after the other; the last one is `current`. */
export class RunTrace {
  readonly models: ModelTrace[] = [new ModelTrace(undefined)]
  readonly log: LogRecord[] = []
  end: RunRecordOf<'end'> | null = null
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

  get current(): ModelTrace {
    return this.models.at(-1)!
  }

  /** Takes a record in; one that was seen before is left out. @returns false for a record that is not new */
  add(record: RunRecord): boolean {
    if (record.seq < this.next) return false
    this.next = record.seq + 1
    if (record.type === 'batch') this.#modelOf(record.fold).addBatch(record)
    else this.#addOther(record)
    this.#touch(record.type === 'batch' ? 'batches' : 'news')
    return true
  }

  #addOther(record: LogRecord): void {
    this.log.push(record)
    if (record.type === 'start') this.#modelOf(record.fold).start = record
    if (record.type === 'phase') this.#modelOf(record.fold).phases.push(record)
    if (record.type === 'end') this.end = record
    if (record.type === 'resumed') this.end = null
    if (record.type === 'epoch') this.#modelOf(record.fold).addEpoch(record)
  }

  /** The model of a fold; the first record of a fold begins it. */
  #modelOf(fold: Fold | undefined): ModelTrace {
    const known = this.models.findLast((model) => model.fold === fold)
    if (known) return known
    const model = new ModelTrace(fold)
    // Until then nothing was known of folds.
    if (this.models.length === 1 && this.models[0]!.fold === undefined) this.models.pop()
    this.models.push(model)
    return model
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

  /** Models to be trained: one, or one a fold and the one that is kept. */
  get modelCount(): number {
    const folds = this.current.start?.folds
    return folds ? folds + 1 : 1
  }

  /** Steps taken and to take in all; null before training starts. A model that stopped early has taken all of its. */
  get steps(): { done: number; total: number } | null {
    const { current } = this
    if (!current.start) return null
    const before = this.models.slice(0, -1).reduce((sum, model) => sum + model.planned, 0)
    const after = (this.modelCount - this.models.length) * current.planned
    return { done: before + current.done, total: before + current.planned + Math.max(0, after) }
  }

  /** Seconds until the last planned epoch ends, from the pace of the last epochs; null while it is not known. */
  get secondsLeft(): number | null {
    const { steps, current } = this
    if (!steps || !current.start || steps.total === 0 || this.end) return null
    const { stepsPerEpoch, images } = current.start
    const epochsLeft = (steps.total - steps.done) / stepsPerEpoch
    const recent = (current.epochs.length > 0 ? current : this.models.at(-2))?.epochs.slice(-3) ?? []
    if (recent.length > 0)
      return (epochsLeft * recent.reduce((sum, epoch) => sum + epoch.seconds, 0)) / recent.length
    const rate = current.lastBatch?.imagesPerSecond
    return rate ? epochsLeft * (images.train / rate) : null
  }
}
