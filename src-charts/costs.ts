// What a model costs, as a logarithmic axis in the unit that suits its values.
import { type ChartContext } from './chart'

export const costNames = ['parameters', 'seconds', 'bytes', 'multiplyAdds', 'latency'] as const
export type CostName = (typeof costNames)[number]

export interface CostScale {
  /** With its unit. */
  title: string
  /** What a cost is divided by to be on the axis: 60 for minutes. */
  per: number
  /** A cost in full, with its unit. */
  written: (cost: number) => string
  /** Of the axis: its ends and marks, and how a mark is written. */
  min: number
  max: number
  ticks: number[]
  tick: (value: number) => string
}

const units = {
  seconds: [
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
  ],
  bytes: [
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
    [1, 'B'],
  ],
} as const

/** The largest unit of which there are at least three. */
const unitOf = (cost: CostName, most: number): readonly [number, string | null] =>
  cost === 'seconds' || cost === 'bytes'
    ? (units[cost].find(([per]) => most >= 3 * per) ?? units[cost].at(-1)!)
    : [1, null]

/** Powers of ten between the ends; where there are few, also their twofold and fivefold. */
function marks(min: number, max: number): number[] {
  const decades = Math.log10(max / min)
  const steps = decades > 3 ? [1] : decades > 1.5 ? [1, 3] : [1, 2, 5]
  const found: number[] = []
  for (let power = Math.floor(Math.log10(min)); 10 ** power <= max; power++)
    for (const step of steps) {
      const value = Number(`${step}e${power}`)
      if (value >= min && value <= max) found.push(value)
    }
  return found
}

/** @param values above zero, in the unit of the name: seconds, bytes, milliseconds */
export function costScale(
  values: readonly number[],
  cost: CostName,
  { words, numbers }: ChartContext,
): CostScale {
  const known = values.length ? values : [1, 10]
  const [per, unit] = unitOf(cost, Math.max(...known))
  const [least, most] = [Math.min(...known) / per, Math.max(...known) / per]
  // Air on both sides, and at least a decade, so that there are marks to read.
  const middle = Math.sqrt(least * most)
  const min = Math.min(least / 1.4, middle / Math.sqrt(10))
  const max = Math.max(most * 1.4, middle * Math.sqrt(10))
  const written = {
    parameters: numbers.compact,
    multiplyAdds: numbers.compact,
    seconds: numbers.seconds,
    bytes: numbers.bytes,
    latency: numbers.milliseconds,
  }[cost]
  return {
    title: unit ? `${words.costs[cost]} (${unit})` : words.axis[cost],
    per,
    written,
    min,
    max,
    ticks: marks(min, max),
    tick: numbers.compact,
  }
}
