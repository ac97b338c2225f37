// Gathers the metrics of steps and reads them back in groups: a read makes the processor wait for the device, and
// nobody looks more often than 20 times a second. Every step's numbers arrive one by one, so that sums do not
// depend on when they were read.
import { UserError } from '../../contract'
import { tf, type Tensor1D } from '../tf'

export interface StepResult {
  /** Sum of the losses of the batch's pictures. */
  loss: number
  correct: number
  count: number
}

/** The interval of reads, in milliseconds. */
const interval = 50
/** Steps whose metrics wait at most. */
const most = 256

export class StepMeter {
  #waiting: { metrics: Tensor1D; count: number }[] = []
  #lastRead = performance.now()

  /** Takes over the metrics of one step: float32 [2], see `batchMetrics`. */
  add(metrics: Tensor1D, count: number): void {
    this.#waiting.push({ metrics, count })
  }

  get due(): boolean {
    return this.#waiting.length >= most || performance.now() - this.#lastRead >= interval
  }

  /** The steps since the last read, in order. */
  async read(): Promise<StepResult[]> {
    const steps = this.#waiting
    this.#waiting = []
    if (steps.length === 0) return []
    const all = tf.concat(steps.map((step) => step.metrics))
    tf.dispose(steps.map((step) => step.metrics))
    const values = await all.data()
    all.dispose()
    this.#lastRead = performance.now()
    return steps.map(({ count }, i) => ({ loss: values[2 * i]!, correct: values[2 * i + 1]!, count }))
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
