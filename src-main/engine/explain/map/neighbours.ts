// The nearest neighbours of each point, exactly, by looking at all: for a few thousand points that is quick, and unlike
// a search by chance it is the same every time.
import { type Pause } from './products'

export interface Neighbours {
  /** Of each point, itself first, then the nearest ones, nearest first; equal ones by their number. */
  indices: number[][]
  distances: number[][]
}

/** Multiplications between two pauses. */
const SLICE = 2e7

/** @param points n × d, row by row @param count neighbours of each, itself included; at most n */
export async function nearestNeighbours(
  points: Float32Array,
  d: number,
  count: number,
  pause: Pause,
): Promise<Neighbours> {
  const n = points.length / d
  const result: Neighbours = { indices: [], distances: [] }
  const slice = Math.max(1, Math.floor(SLICE / (n * d)))
  const squares = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    if (i % slice === 0) await pause()
    for (let other = 0; other < n; other++) {
      let sum = 0
      for (let j = 0; j < d; j++) sum += (points[i * d + j]! - points[other * d + j]!) ** 2
      squares[other] = sum
    }
    squares[i] = -1 // itself first, also among equals
    const nearest = smallest(squares, count)
    result.indices.push(nearest)
    result.distances.push(nearest.map((other) => Math.sqrt(Math.max(0, squares[other]!))))
  }
  return result
}

/** Places of the `count` smallest values, ascending. */
function smallest(values: Float64Array, count: number): number[] {
  const best: number[] = []
  for (let i = 0; i < values.length; i++) {
    if (best.length === count && values[i]! >= values[best[count - 1]!]!) continue
    let at = best.length === count ? count - 1 : best.length
    while (at > 0 && values[best[at - 1]!]! > values[i]!) {
      best[at] = best[at - 1]!
      at--
    }
    best[at] = i
  }
  return best
}
