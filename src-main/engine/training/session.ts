// A run in progress: where it stands, and what is done between two steps — report, stay responsive, pause, stop,
// save the state.
import type { Fold, TrainedRun } from '../../contract'
import type { Compute, PictureStore } from '../compute'
import type { OpenDataset } from '../data/open'
import type { Features } from '../features/features'
import type { FeatureStore } from '../features/store'
import type { ImageModel } from '../models/build'
import { imageTensor, type ImageReader } from '../models/inference'
import { assignAndDispose, snapshot } from '../models/weights'
import type { Task } from '../task'
import { tf, type Tensor, type Tensor4D } from '../tf'
import { stepsPerEpoch } from './batches'
import { BestTracker } from './bestTracker'
import { writeCheckpoint, type Checkpoint, type ProgressState } from './checkpoint'
import { Clock } from './clock'
import type { RunControl } from './control'
import type { RecordSink } from './history'
import type { PhaseWork } from './phase'
import type { TrainedParts } from './phases'
import { assertFinite, StepMeter, type StepResult } from './stepMeter'

/** What is special where a training is one of several in a run: one of a cross-validation. */
export interface TrainingPart {
  fold: Fold
  /** Epochs of each phase, where it is not trained as long as planned; 0 leaves a phase out. */
  epochs: readonly number[] | null
  /** Steps of the run that were taken before, and that are planned after it at most: for the progress. */
  stepsBefore: number
  stepsAfter: number
}

export interface SessionOptions {
  folder: string
  run: TrainedRun
  open: Pick<OpenDataset, 'labels' | 'indices'>
  images: ImageReader
  compute: Compute
  control: RunControl
  part?: TrainingPart
  /** Where features are kept; in memory alone where it is left out. */
  store?: FeatureStore | null
  /** Bytes of features that may be held in memory. */
  featureMemory?: number
  /** What views are drawn from, where it is not the run's seed: folds share their views, and so their features. */
  viewSeed?: number
  /** Pieces that each batch is computed in; 1, or left out, is whole. */
  parts?: number
  /** Seconds between checkpoints at the ends of epochs; within an epoch they are twelve times as far apart. */
  checkpointSeconds: number
}

const freshState = (fold: Fold | null): ProgressState => ({
  version: 1,
  fold,
  phase: 0,
  phaseEpochs: 0,
  epochs: 0,
  phaseSteps: 0,
  steps: 0,
  epochSteps: 0,
  loss: 0,
  correct: 0,
  images: 0,
  epochSeconds: 0,
  seconds: 0,
  stepSeconds: 0,
  stepImages: 0,
  best: { value: null, epoch: 0, waited: 0 },
  stoppedEarly: false,
  kept: [],
  trained: false,
})

export class TrainingSession {
  readonly options: SessionOptions
  readonly model: ImageModel
  readonly parts: TrainedParts
  readonly writer: RecordSink
  readonly task: Task
  readonly state: ProgressState
  readonly tracker: BestTracker
  readonly meter = new StepMeter()
  /** Training time of the run, without pauses. */
  readonly clock: Clock
  readonly train: Int32Array
  readonly validation: Int32Array
  readonly batch: number
  /** Pictures that are computed at once: those of a batch, or of its largest piece. */
  readonly piece: number
  readonly stepsPerEpoch: number
  readonly totalSteps: number
  /** Weights of the best epoch: of those that change. */
  best: Tensor[] | null = null
  /** What the phase in progress works with. */
  work: PhaseWork | null = null
  /** Of the last phase that is over, where it was trained from features. */
  features: Features | null = null
  /** Optimizer state from a checkpoint, until the phase that it belongs to begins. */
  #restoredSlots: Tensor[] | null = null
  /** Pictures that stay on the device; undefined before any was needed. */
  #pictures: PictureStore | null | undefined
  #lastReport: number
  /** The last step whose metrics were reported. */
  #reported: number
  #lastCheckpoint = performance.now()
  /** What the backend was tuned for. */
  #tuned: PhaseWork | null = null

  constructor(
    options: SessionOptions,
    model: ImageModel,
    parts: TrainedParts,
    writer: RecordSink,
    task: Task,
    checkpoint: Checkpoint | null,
  ) {
    const { open, run } = options
    this.options = options
    this.model = model
    this.parts = parts
    this.writer = writer
    this.task = task
    this.state = checkpoint?.state ?? freshState(options.part?.fold ?? null)
    this.train = open.indices('train')
    this.validation = open.indices('validation')
    this.batch = Math.min(run.plan.batch, this.train.length)
    this.piece = Math.ceil(this.batch / (options.parts ?? 1))
    this.stepsPerEpoch = stepsPerEpoch(this.train.length, this.batch)
    this.totalSteps = this.stepsPerEpoch * run.plan.phases.reduce((sum, _, i) => sum + this.phaseLength(i), 0)
    const { earlyStopping } = run.plan
    this.tracker = new BestTracker(this.validation.length > 0 ? earlyStopping : null, this.state.best)
    if (checkpoint) {
      assignAndDispose(parts.changing, checkpoint.weights)
      this.#restoredSlots = checkpoint.slots
      this.best = checkpoint.best
    }
    this.clock = new Clock(this.state.seconds)
    this.#lastReport = this.state.seconds
    this.#reported = this.state.steps
  }

  /** Epochs that a phase is trained for at most. */
  phaseLength = (phase: number): number => {
    const { run, part } = this.options
    return part?.epochs?.[phase] ?? run.plan.phases[phase]!.epochs
  }

  /** Pictures on the device, NHWC, 8-bit values; the caller's. */
  pictures(indices: Int32Array): Tensor4D {
    const { compute, images, open, parts = 1 } = this.options
    if (this.#pictures === undefined) {
      // Where not even a batch fits whole, memory is not for pictures.
      this.#pictures = parts > 1 ? null : (compute.keepPictures?.(images, open.labels.length) ?? null)
    }
    return this.#pictures?.take(indices) ?? imageTensor(images, indices)
  }

  /** Takes what a phase works with into use. */
  beginPhase(work: PhaseWork): void {
    this.work = work
    // A checkpoint between two phases has none.
    if (this.#restoredSlots?.length) work.step.restore(this.#restoredSlots)
    this.#restoredSlots = null
  }

  endPhase(): void {
    this.features?.close()
    this.features = this.work?.end() ?? null
    this.work = null
  }

  /** @returns the features of the last phase, where it had any; the caller closes them */
  takeFeatures(): Features | null {
    const { features } = this
    this.features = null
    return features
  }

  /** The weights as they are now are the best so far. */
  keepBest(): void {
    tf.dispose(this.best ?? [])
    this.best = snapshot(this.parts.changing)
  }

  /** Of the phase in progress, the epochs behind the weights that are kept: up to the best, none if that was before. */
  get keptEpochs(): number {
    const { phaseEpochs, epochs } = this.state
    return this.best ? Math.max(0, this.tracker.bestEpoch - (epochs - phaseEpochs)) : phaseEpochs
  }

  /** Puts the best weights back, where they are kept. They stay kept. */
  restoreBest(): void {
    if (!this.best) return
    const copies = this.best.map((tensor) => tensor.clone())
    assignAndDispose(this.parts.changing, copies)
  }

  /** Reads the metrics of all steps that were not reported, adds them up, and records them as one point. */
  async report(): Promise<void> {
    this.#record(await this.meter.read())
  }

  /**
   * To be awaited after each step: reports from time to time. A device that computes beside the processor gets its next
   * step while it is busy with this one, and is not kept from it by reading.
   */
  async afterStep(): Promise<void> {
    const { compute } = this.options
    if (!compute.pace) return this.meter.due ? this.report() : undefined
    if (this.meter.due) this.meter.request()
    this.#record(this.meter.take())
    await compute.pace()
  }

  #record(steps: readonly StepResult[]): void {
    if (steps.length === 0) return
    const { state } = this
    const epoch = state.epochs + 1
    let [loss, correct, images] = [0, 0, 0]
    for (const one of steps) {
      const { learningRate } = one
      assertFinite(one.loss, { step: ++this.#reported, epoch, learningRate })
      loss += one.loss
      correct += one.correct
      images += one.count
      state.loss += one.loss
      state.correct += one.correct
      state.images += one.count
    }
    const { learningRate } = steps.at(-1)!
    const now = this.clock.seconds
    this.writer.write({
      type: 'batch',
      step: this.#reported,
      epoch,
      loss: loss / images,
      accuracy: correct / images,
      learningRate,
      imagesPerSecond: images / Math.max(1e-6, now - this.#lastReport),
    })
    this.#lastReport = now
    this.#progress()
  }

  #progress(): void {
    const { stepsBefore = 0, stepsAfter = 0 } = this.options.part ?? {}
    const done = stepsBefore + this.state.steps
    this.task.progress({
      stage: 'train',
      done,
      total: stepsBefore + this.totalSteps + stepsAfter,
      unit: 'steps',
    })
  }

  /**
   * To be awaited after each step: after the first of a phase, lets the backend learn which way of computing what the step
   * needs is the fastest here.
   * @throws UserError `cancelled`
   */
  async tune(): Promise<void> {
    if (this.#tuned === this.work) return
    this.#tuned = this.work
    const { compute, control } = this.options
    const learnt = await compute.tune?.(control.guard(this.task).signal)
    control.throwIfCancelled(this.task)
    if (!learnt?.settled) return
    const { settled: kernels, improved } = learnt
    const seconds = learnt.milliseconds / 1000
    this.writer.write({
      type: 'note',
      message:
        `Measured on this card which way of computing is the fastest for ${kernels} operations, in ` +
        `${seconds.toFixed(1)} s; ${improved} now compute in another way. Kept for later runs.`,
      about: { key: 'tuned', kernels, improved, seconds },
    })
    this.restartRate()
  }

  /** Time that passes now belongs to no step: the next report's rate starts here. */
  restartRate(): void {
    this.#lastReport = this.clock.seconds
  }

  /**
   * To be awaited between two pieces of work: lets messages in, obeys them, and saves the state from time to time.
   * @throws UserError `cancelled`
   */
  async between(): Promise<void> {
    await new Promise(setImmediate)
    const { control, checkpointSeconds } = this.options
    control.throwIfCancelled(this.task)
    if (control.paused) await this.#pause()
    else await this.checkpointIfOlder(12 * checkpointSeconds)
  }

  async #pause(): Promise<void> {
    await this.report()
    this.clock.stop()
    await this.checkpoint()
    this.writer.write({ type: 'paused' })
    await this.options.control.untilResumed(this.task)
    this.writer.write({ type: 'resumed' })
    this.clock.start()
  }

  async checkpointIfOlder(seconds: number): Promise<void> {
    if (performance.now() - this.#lastCheckpoint < seconds * 1000) return
    await this.report()
    await this.checkpoint()
  }

  /** Saves where the run stands. All steps must have been reported. */
  async checkpoint(): Promise<void> {
    this.state.seconds = this.clock.seconds
    this.state.best = this.tracker.state
    await writeCheckpoint(this.options.folder, {
      state: this.state,
      weights: this.parts.changing,
      slots: [...(this.work?.step.slots ?? this.#restoredSlots ?? [])],
      best: this.best,
    })
    this.#lastCheckpoint = performance.now()
  }

  /** Frees all tensors but the model's. */
  dispose(): void {
    this.meter.dispose()
    this.endPhase()
    this.takeFeatures()?.close()
    this.#pictures?.dispose()
    tf.dispose([this.best ?? [], this.#restoredSlots ?? []])
    this.best = null
    this.#restoredSlots = null
  }
}
