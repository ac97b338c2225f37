// Times something that is done again and again, for about as long as it may take.
import { throwIfCancelled, type Task } from '../../task'

export interface TimingLimits {
  /** Runs that are not timed: the first ones capture, compile and allocate. */
  warmUp: number
  /** Timed runs, whatever they take. */
  least: number
  most: number
  /** Time after which no further run is begun, once there are `least`. */
  seconds: number
}

/** @returns milliseconds of each timed run, rising. @throws UserError `cancelled` */
export async function timed(run: () => Promise<void>, limits: TimingLimits, task: Task): Promise<number[]> {
  const { warmUp, least, most, seconds } = limits
  const times: number[] = []
  let until = Infinity
  for (let number = 0; times.length < most; number++) {
    // The engine answers, and hears of a cancel, between two runs.
    await new Promise(setImmediate)
    throwIfCancelled(task)
    const begun = performance.now()
    if (number === warmUp) until = begun + seconds * 1000
    if (times.length >= least && begun >= until) break
    await run()
    if (number >= warmUp) times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)
}

/** The value that the fraction `q` of the sorted values does not exceed (nearest rank). */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]!
