// The pictures at a glance: how their sizes, shapes and brightness are spread, as histograms for a screen to draw.
import { type Histogram, type Spread } from '../../contract'
import { type FactsTable, type PictureFacts } from './facts'

/** EXIF orientations from here on exchange width and height. */
const TURNED = 5
const BRIGHTNESS_BINS = 32
/** Steps of an octave, and octaves to either side of square. */
const ASPECT_STEPS = 4
const ASPECT_OCTAVES = 2

/** Counts values between edges; values beyond the ends are counted at the ends. */
export function histogramOf(values: Iterable<number>, edges: readonly number[]): Histogram {
  const counts = new Array<number>(edges.length - 1).fill(0)
  for (const value of values) {
    let low = 0
    let high = counts.length - 1
    // The last edge that is not above the value.
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (edges[middle]! <= value) low = middle
      else high = middle - 1
    }
    counts[low]!++
  }
  return { edges: [...edges], counts }
}

const steps = (from: number, to: number, at: (step: number) => number): number[] =>
  Array.from({ length: to - from + 1 }, (_, step) => at(from + step))

/** Edges that grow by √2, from the largest below the smallest value to the first above the largest. */
function sideEdges(sides: readonly number[]): number[] {
  const half = (side: number) => 2 * Math.log2(Math.max(1, side))
  // Not by spreading: there may be a million.
  const low = sides.reduce((least, side) => Math.min(least, side), Infinity)
  const high = sides.reduce((most, side) => Math.max(most, side), 1)
  const from = Math.floor(half(Number.isFinite(low) ? low : 1))
  return steps(from, Math.max(from + 1, Math.floor(half(high)) + 1), (step) => 2 ** (step / 2))
}

export function spreadOf(facts: FactsTable): Spread {
  const all = Array.from({ length: facts.count }, (_, index) => facts.get(index))
  const measured = all.filter(({ width, height }) => width > 0 && height > 0)
  const sides = measured.map(({ width, height }) => Math.min(width, height))
  const aspect = ({ width, height, orientation }: PictureFacts): number =>
    orientation >= TURNED ? height / width : width / height
  const reach = ASPECT_OCTAVES * ASPECT_STEPS
  // Half a step aside, so that a square picture is in the middle of its bar.
  const aspectEdges = steps(-reach, reach + 1, (step) => 2 ** ((step - 0.5) / ASPECT_STEPS))
  return {
    side: histogramOf(sides, sideEdges(sides)),
    aspect: histogramOf(measured.map(aspect), aspectEdges),
    brightness: histogramOf(
      all.map(({ brightness }) => brightness),
      steps(0, BRIGHTNESS_BINS, (step) => (step * 256) / BRIGHTNESS_BINS),
    ),
  }
}
