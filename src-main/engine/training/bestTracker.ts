// Which epoch is the best so far, and whether it is time to stop. Pure bookkeeping with a state that can be saved.
import type { SetMetrics } from '../../contract'
import type { EarlyStopping } from '../../contract/plan'

export interface TrackerState {
  /** Of the best epoch; null before the first. */
  value: number | null
  /** Epoch of the best value, from 1; 0 before the first. */
  epoch: number
  /** Epochs since then within the phase. */
  waited: number
}

export class BestTracker {
  readonly #stopping: EarlyStopping | null
  #state: TrackerState

  constructor(stopping: EarlyStopping | null, state: TrackerState = { value: null, epoch: 0, waited: 0 }) {
    this.#stopping = stopping
    this.#state = state
  }

  get state(): TrackerState {
    return { ...this.#state }
  }

  get bestEpoch(): number {
    return this.#state.epoch
  }

  /** Takes note of an epoch. @returns whether it is the best so far; better by more than minDelta */
  note(epoch: number, validation: SetMetrics): boolean {
    const { monitor = 'validationLoss', minDelta = 0 } = this.#stopping ?? {}
    const value = monitor === 'validationLoss' ? validation.loss : validation.accuracy
    const best = this.#state.value
    const gain = best === null ? Infinity : monitor === 'validationLoss' ? best - value : value - best
    if (gain > minDelta) {
      this.#state = { value, epoch, waited: 0 }
      return true
    }
    this.#state.waited++
    return false
  }

  /** Patience is at its end. */
  get exhausted(): boolean {
    return this.#stopping !== null && this.#state.waited >= this.#stopping.patience
  }

  /** A new phase starts with fresh patience; the best epoch stays the run's best. */
  startPhase(): void {
    this.#state.waited = 0
  }
}
