// A figure over several seeds.
import { type FigureSpread, type Interval } from '../../contract'
import { studentQuantile } from './statistics/student'

/**
 * Mean and sample deviation over seeds, with Student's interval of the mean: where it would lie if ever more seeds were
 * trained, on these test images (it says nothing of other images); null where all seeds came to the very same, from
 * which no spread can be told. Of one seed the figure with its own interval.
 *
 * @param each at least one
 * @param bounds of the figure; the interval is cut there
 */
export function seedSpread(
  each: readonly { value: number; interval: Interval | null }[],
  bounds: Interval = { low: -Infinity, high: Infinity },
): FigureSpread {
  const n = each.length
  const mean = each.reduce((sum, { value }) => sum + value, 0) / n
  if (n === 1) return { mean, deviation: null, interval: each[0]!.interval }
  const deviation = Math.sqrt(each.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (n - 1))
  if (deviation === 0) return { mean, deviation, interval: null }
  const half = (studentQuantile(0.05, n - 1) * deviation) / Math.sqrt(n)
  const interval = { low: Math.max(bounds.low, mean - half), high: Math.min(bounds.high, mean + half) }
  return { mean, deviation, interval }
}
