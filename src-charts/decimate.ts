// Makes a long line short without changing how it looks: of each bucket of points, the lowest and the highest stay.

/** A line's points; x does not fall. */
export interface PointList {
  readonly length: number
  x(index: number): number
  y(index: number): number
}

export interface Point {
  x: number
  y: number
}

/**
 * @param limit most points to give back; at two points a pixel no eye sees the difference
 * @returns all points where there are few, else the extremes of equal stretches of the list, in order
 */
export function decimate(points: PointList, limit: number): Point[] {
  const count = points.length
  const at = (index: number): Point => ({ x: points.x(index), y: points.y(index) })
  if (count <= limit || limit < 4) return Array.from({ length: count }, (_, index) => at(index))

  const buckets = Math.floor((limit - 2) / 2)
  const kept: Point[] = [at(0)]
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = 1 + Math.floor((bucket * (count - 2)) / buckets)
    const to = 1 + Math.floor(((bucket + 1) * (count - 2)) / buckets)
    let low = from
    let high = from
    for (let index = from + 1; index < to; index++) {
      if (points.y(index) < points.y(low)) low = index
      if (points.y(index) > points.y(high)) high = index
    }
    kept.push(at(Math.min(low, high)))
    if (low !== high) kept.push(at(Math.max(low, high)))
  }
  kept.push(at(count - 1))
  return kept
}

/** Points from plain arrays. */
export const pointList = (xs: ArrayLike<number>, ys: ArrayLike<number>): PointList => ({
  length: Math.min(xs.length, ys.length),
  x: (index) => xs[index]!,
  y: (index) => ys[index]!,
})

/** Where an axis from 0 ends, and how far apart its marks are, so that it holds a value and ends on a mark. */
export function niceScale(value: number): { max: number; interval: number } {
  if (!(value > 0)) return { max: 1, interval: 0.2 }
  const rough = (value * 1.02) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const interval = power * [1, 2, 2.5, 5, 10].find((step) => step * power >= rough * 0.999)!
  return { max: interval * Math.ceil((value * 1.02) / interval), interval }
}
