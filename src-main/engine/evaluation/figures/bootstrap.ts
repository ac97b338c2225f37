// The bootstrap: what figures would be on other test sets of this size, by drawing images from this one with
// replacement. B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979) 1-26.
import { setImmediate as pause } from 'node:timers/promises'
import { type Interval } from '../../../contract'
import { rng } from '../../rng'
import { throwIfCancelled, type Task } from '../../task'

/** Resamples. The ends of a 95 % interval are then the 25th from either side, give or take five. */
export const REPLICATES = 1000

/** Milliseconds of work between looks at what else there is to do. */
const SLICE = 20

/**
 * Draws `count` of `count` images with replacement, again and again. All runs draw the same: what is compared is
 * then not moved by the draw.
 *
 * @param each is given how often each image was drawn (the same array every time), and the number of the resample
 * @throws UserError `cancelled`
 */
export async function resample(
  count: number,
  replicates: number,
  each: (times: Uint16Array, replicate: number) => void,
  task: Task,
): Promise<void> {
  const { next } = rng(1, 'bootstrap')
  const times = new Uint16Array(count)
  let since = performance.now()
  for (let replicate = 0; replicate < replicates; replicate++) {
    times.fill(0)
    for (let i = 0; i < count; i++) times[Math.floor(next() * count)]!++
    each(times, replicate)
    if (performance.now() - since < SLICE) continue
    await pause()
    throwIfCancelled(task)
    since = performance.now()
  }
}

/**
 * The middle 95 % of resamples, interpolated linearly (as NumPy's `percentile`). Resamples in which the figure is not
 * defined, NaN, are left out.
 * @returns null where fewer than half are defined, or all are the same: then nothing was learned of its spread
 */
export function percentileInterval(values: Float64Array): Interval | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  if (sorted.length * 2 < values.length) return null
  const at = (fraction: number): number => {
    const place = fraction * (sorted.length - 1)
    const below = Math.floor(place)
    const above = Math.min(below + 1, sorted.length - 1)
    return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!)
  }
  const [low, high] = [at(0.025), at(0.975)]
  return sorted[0] === sorted.at(-1) ? null : { low, high }
}

/**
 * The same for a figure that resamples overstate, as the calibration error: noise adds to each bin's gap. They are
 * moved so that their mean is the figure, and cut at its bounds.
 */
export function centredInterval(values: Float64Array, figure: number, bounds: Interval): Interval | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const found = percentileInterval(values.map((value) => value - mean + figure))
  return found && { low: Math.max(bounds.low, found.low), high: Math.min(bounds.high, found.high) }
}
