// A run in progress: where it stands, and what is done between two steps — report, stay responsive, pause, stop,
// save the state.
import type { Run } from '../../contract'
import type { Compute } from '../compute'
import type { OpenDataset } from '../data/open'
import type { ImageModel } from '../models/build'
import type { ImageReader } from '../models/inference'
import { allWeights, assignAndDispose, snapshot } from '../models/weights'
import type { Task } from '../task'
import { tf, type Tensor } from '../tf'
import { stepsPerEpoch } from './batches'
import { BestTracker } from './bestTracker'
import { writeCheckpoint, type Checkpoint, type ProgressState } from './checkpoint'
import { Clock } from './clock'
import type { RunControl } from './control'
import type { RunWriter } from './history'
import type { TrainingStep } from './step'
import { assertFinite, StepMeter } from './stepMeter'

export interface SessionOptions {
  folder: string
  run: Run
  open: Pick<OpenDataset, 'labels' | 'indices'>
  images: ImageReader
  compute: Compute
  control: RunControl
  /** Seconds between checkpoints at the ends of epochs; within an epoch they are twelve times as far apart. */
  checkpointSeconds: number
}

const freshState = (): ProgressState => ({
  version: 1,
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
  trained: false,
})

export class TrainingSession {
  readonly options: SessionOptions
  readonly model: ImageModel
  readonly writer: RunWriter
  readonly task: Task
  readonly state: ProgressState
  readonly tracker: BestTracker
  readonly meter = new StepMeter()
  /** Training time of the run, without pauses. */
  readonly clock: Clock
  readonly train: Int32Array
  readonly validation: Int32Array
  readonly batch: number
  readonly stepsPerEpoch: number
  readonly totalSteps: number
  /** Weights of the best epoch. */
  best: Tensor[] | null = null
  /** The step of the phase in progress. */
  step: TrainingStep | null = null
  /** Of the last step. */
  learningRate = 0
  /** Optimizer state from a checkpoint, until the phase that it belongs to begins. */
  #restoredSlots: Tensor[] | null = null
  #lastReport: number
  #lastCheckpoint = performance.now()
  readonly #startSteps: number
  readonly #startSeconds: number

  constructor(
    options: SessionOptions,
    model: ImageModel,
    writer: RunWriter,
    task: Task,
    checkpoint: Checkpoint | null,
  ) {
    const { open, run } = options
    this.options = options
    this.model = model
    this.writer = writer
    this.task = task
    this.state = checkpoint?.state ?? freshState()
    this.train = open.indices('train')
    this.validation = open.indices('validation')
    this.batch = Math.min(run.plan.batch, this.train.length)
    this.stepsPerEpoch = stepsPerEpoch(this.train.length, this.batch)
    this.totalSteps = this.stepsPerEpoch * run.plan.phases.reduce((sum, phase) => sum + phase.epochs, 0)
    const { earlyStopping } = run.plan
    this.tracker = new BestTracker(this.validation.length > 0 ? earlyStopping : null, this.state.best)
    if (checkpoint) {
      assignAndDispose(allWeights(model.network), checkpoint.weights)
      this.#restoredSlots = checkpoint.slots
      this.best = checkpoint.best
    }
    this.clock = new Clock(this.state.seconds)
    this.#lastReport = this.state.seconds
    this.#startSteps = this.state.steps
    this.#startSeconds = this.state.seconds
  }

  /** Takes the step of a phase into use. */
  beginPhase(step: TrainingStep): void {
    this.step = step
    if (this.#restoredSlots) step.restore(this.#restoredSlots)
    this.#restoredSlots = null
  }

  endPhase(): void {
    this.step?.dispose()
    this.step = null
  }

  /** The weights as they are now are the best so far. */
  keepBest(): void {
    tf.dispose(this.best ?? [])
    this.best = snapshot(allWeights(this.model.network))
  }

  /** Puts the best weights back, where they are kept. They stay kept. */
  restoreBest(): void {
    if (!this.best) return
    const copies = this.best.map((tensor) => tensor.clone())
    assignAndDispose(allWeights(this.model.network), copies)
  }

  /** Reads the metrics of the steps since the last report, adds them up, and records them as one point. */
  async report(): Promise<void> {
    const steps = await this.meter.read()
    if (steps.length === 0) return
    const { state, learningRate } = this
    const epoch = state.epochs + 1
    let [loss, correct, images] = [0, 0, 0]
    steps.forEach((one, i) => {
      assertFinite(one.loss, { step: state.steps - steps.length + 1 + i, epoch, learningRate })
      loss += one.loss
      correct += one.correct
      images += one.count
      state.loss += one.loss
      state.correct += one.correct
      state.images += one.count
    })
    const now = this.clock.seconds
    this.writer.write({
      type: 'batch',
      step: state.steps,
      epoch,
      loss: loss / images,
      accuracy: correct / images,
      learningRate,
      imagesPerSecond: images / Math.max(1e-6, now - this.#lastReport),
    })
    this.#lastReport = now
    this.#progress(now)
  }

  #progress(now: number): void {
    const { steps } = this.state
    const rate = (steps - this.#startSteps) / Math.max(1e-6, now - this.#startSeconds)
    this.task.progress({
      stage: 'train',
      done: steps,
      total: this.totalSteps,
      unit: 'steps',
      rate,
      ...(rate > 0 && { secondsLeft: (this.totalSteps - steps) / rate }),
    })
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
      weights: allWeights(this.model.network),
      slots: [...(this.step?.slots ?? this.#restoredSlots ?? [])],
      best: this.best,
    })
    this.#lastCheckpoint = performance.now()
  }

  /** Frees all tensors but the model's. */
  dispose(): void {
    this.meter.dispose()
    this.endPhase()
    tf.dispose([this.best ?? [], this.#restoredSlots ?? []])
    this.best = null
    this.#restoredSlots = null
  }
}
