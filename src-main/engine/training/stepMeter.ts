// Gathers the metrics of steps and reads them back in groups: nobody looks more often than 20 times a second. A backend
// that computes beside the processor is not waited for: its numbers are asked for, and taken when they are there. Every
// step's numbers arrive one by one, so that sums do not depend on when they were read.
import { UserError } from '../../contract'
import { tf, type Tensor1D } from '../tf'

export interface StepResult {
  /** Sum of the losses of the batch's pictures. */
  loss: number
  correct: number
  count: number
  learningRate: number
}

/** The interval of reads, in milliseconds. */
const interval = 50
/** Steps whose metrics wait at most. */
const most = 256

interface Step {
  metrics: Tensor1D
  count: number
  learningRate: number
}

export class StepMeter {
  #waiting: Step[] = []
  #arrived: StepResult[] = []
  #reading: Promise<void> | null = null
  #failure: { error: unknown } | null = null
  #lastRead = performance.now()

  /** Takes over the metrics of one step: float32 [2], see `batchMetrics`. */
  add(metrics: Tensor1D, count: number, learningRate = 0): void {
    this.#waiting.push({ metrics, count, learningRate })
  }

  get due(): boolean {
    return this.#waiting.length >= most || performance.now() - this.#lastRead >= interval
  }

  /** Asks for the metrics of the steps until now, unless an answer is on its way. */
  request(): void {
    if (this.#reading || this.#waiting.length === 0) return
    const steps = this.#waiting
    this.#waiting = []
    this.#lastRead = performance.now()
    this.#reading = this.#fetch(steps).then(
      () => void (this.#reading = null),
      (error: unknown) => {
        this.#reading = null
        this.#failure ??= { error }
      },
    )
  }

  async #fetch(steps: readonly Step[]): Promise<void> {
    const all = tf.concat(steps.map((step) => step.metrics))
    tf.dispose(steps.map((step) => step.metrics))
    try {
      const values = await all.data()
      steps.forEach(({ count, learningRate }, i) =>
        this.#arrived.push({ loss: values[2 * i]!, correct: values[2 * i + 1]!, count, learningRate }),
      )
    } finally {
      all.dispose()
    }
  }

  /**
   * What has arrived since it was asked last, in order.
   * @throws what a read failed with
   */
  take(): StepResult[] {
    const failure = this.#failure
    this.#failure = null
    if (failure) throw failure.error
    return this.#arrived.splice(0)
  }

  /** The steps that were not taken yet, in order: waits for all of them. */
  async read(): Promise<StepResult[]> {
    await this.#reading
    this.request()
    await this.#reading
    return this.take()
  }

  dispose(): void {
    tf.dispose(this.#waiting.map((step) => step.metrics))
    this.#waiting = []
  }
}

/** @throws UserError `training-diverged` where a loss is not a number any more */
export function assertFinite(loss: number, at: { step: number; epoch: number; learningRate: number }): void {
  if (Number.isFinite(loss)) return
  throw new UserError(
    'training-diverged',
    `The training diverged: at step ${at.step} (epoch ${at.epoch}) the loss was no longer a number.`,
    {
      detail: at,
      hint: `Use a lower learning rate (it was ${at.learningRate}), a warm-up, or a smaller model.`,
    },
  )
}
