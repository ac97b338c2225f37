// Whether two small grey views show the same picture, one perhaps cropped a little: the best correlation over small
// changes of scale and place. The hash finds candidates; this decides.
import { VIEW, type Part } from './fingerprint'

/** Scales that are tried first: up to about a tenth cut off at each side, either way round. */
const SCALES = [1, 0.94, 0.88, 0.82, 1.07, 1.14, 1.22]
/** Shifts that are tried first, in pixels of the halved view. */
const SHIFTS = [-1.6, -0.8, 0, 0.8, 1.6]
/** Part of the view that must overlap for a correlation to say something. */
const OVERLAP = 0.55

interface Placement {
  scaleX: number
  scaleY: number
  /** Of the centre. */
  shiftX: number
  shiftY: number
}

const SIDE = VIEW / 2
/** Of sums over the rectangles from the corner to each pixel. */
const sums = new Float64Array((VIEW + 1) * (VIEW + 1))

/** What `similarity` compares: the view, the view at half size, and the view without its coarse parts. */
export class Comparable {
  readonly view = new Float32Array(VIEW * VIEW)
  readonly half = new Float32Array(SIDE * SIDE)
  private readonly withoutCoarse = new Float32Array(VIEW * VIEW)
  private detailed = false

  /** Takes another view: one object serves many pictures, so that they leave no memory to clear. */
  set(view: ArrayLike<number>): this {
    this.view.set(view)
    halve(this.view, this.half)
    this.detailed = false
    return this
  }

  /** Edges and textures, in which different scenes of one kind differ. */
  get detail(): Float32Array {
    if (!this.detailed) removeCoarse(this.view, this.withoutCoarse)
    this.detailed = true
    return this.withoutCoarse
  }
}

/** Where b is expected in a: whole, or as a part of it. */
const placementOf = ({ scale, x, y }: Part, side: number): Placement => ({
  scaleX: scale,
  scaleY: scale,
  shiftX: x * side,
  shiftY: y * side,
})

/** The correlation of the views at half size where b is taken for a part of a, −1…1; quick. */
export const roughSimilarity = (a: Comparable, b: Comparable, part: Part): number =>
  correlation(a.half, b.half, SIDE, placementOf(part, SIDE))

/**
 * @param part where b is expected in a
 * @returns the smaller of the correlations of the views and of their details at the best placement, −1…1: near 1 for
 *   copies, however they were saved
 */
export function similarity(a: Comparable, b: Comparable, part: Part = { scale: 1, x: 0, y: 0 }): number {
  const { score, placement } = place(a, b, part)
  if (score < 0.8) return score
  const best = refine(a.view, b.view, placement)
  return Math.min(correlation(a.view, b.view, VIEW, best), correlation(a.detail, b.detail, VIEW, best))
}

/** As `similarity`, but not refined and without giving up early: for pictures that are not expected to be the same. */
export function placedSimilarity(a: Comparable, b: Comparable): number {
  const { placement } = place(a, b, { scale: 1, x: 0, y: 0 })
  return Math.min(
    correlation(a.view, b.view, VIEW, placement),
    correlation(a.detail, b.detail, VIEW, placement),
  )
}

/** The best of some placements, looked for at half size; returned for the whole size. */
function place(a: Comparable, b: Comparable, part: Part): { score: number; placement: Placement } {
  let best = placementOf(part, SIDE)
  let score = correlation(a.half, b.half, SIDE, best)
  if (score < 0.985)
    for (const scale of SCALES)
      for (const shiftY of SHIFTS)
        for (const shiftX of SHIFTS) {
          const placement = { scaleX: scale, scaleY: scale, shiftX, shiftY }
          const found = correlation(a.half, b.half, SIDE, placement)
          if (found > score) [score, best] = [found, placement]
        }
  return { score, placement: { ...best, shiftX: best.shiftX * 2, shiftY: best.shiftY * 2 } }
}

/** Climbs from a placement in ever smaller steps, each of its numbers on its own. */
function refine(a: Float32Array, b: Float32Array, from: Placement): Placement {
  let best = from
  let score = correlation(a, b, VIEW, best)
  for (let step = 1; step > 0.1; step /= 2)
    for (let moved = true, rounds = 0; moved && rounds < 4; rounds++) {
      moved = false
      for (const key of ['shiftX', 'shiftY', 'scaleX', 'scaleY'] as const)
        for (const sign of [-1, 1]) {
          const change = sign * step * (key.startsWith('scale') ? 2 / VIEW : 1)
          const placement = { ...best, [key]: best[key] + change }
          const found = correlation(a, b, VIEW, placement)
          if (found > score) {
            score = found
            best = placement
            moved = true
          }
        }
    }
  return best
}

/**
 * Pearson's correlation of b with a sampled (bilinearly) where `placement` puts b's pixels, over those that lie in a.
 * @returns −1 where too few do, or one of the two is flat there
 */
function correlation(
  a: Float32Array,
  b: Float32Array,
  side: number,
  { scaleX, scaleY, shiftX, shiftY }: Placement,
): number {
  const centre = (side - 1) / 2
  let n = 0
  let sumA = 0
  let sumB = 0
  let sumAA = 0
  let sumBB = 0
  let sumAB = 0
  for (let row = 0; row < side; row++) {
    const y = centre + (row - centre) * scaleY + shiftY
    const y0 = Math.floor(y)
    if (y0 < 0 || y0 >= side - 1) {
      if (y !== side - 1) continue
    }
    const fy = y - y0
    const down = y0 + 1 < side ? side : 0
    for (let column = 0; column < side; column++) {
      const x = centre + (column - centre) * scaleX + shiftX
      const x0 = Math.floor(x)
      if (x0 < 0 || x0 >= side - 1) {
        if (x !== side - 1) continue
      }
      const fx = x - x0
      const right = x0 + 1 < side ? 1 : 0
      const at = y0 * side + x0
      const top = a[at] + (a[at + right] - a[at]) * fx
      const bottom = a[at + down] + (a[at + down + right] - a[at + down]) * fx
      const va = top + (bottom - top) * fy
      const vb = b[row * side + column]
      n++
      sumA += va
      sumB += vb
      sumAA += va * va
      sumBB += vb * vb
      sumAB += va * vb
    }
  }
  if (n < OVERLAP * side * side) return -1
  const varA = sumAA - (sumA * sumA) / n
  const varB = sumBB - (sumB * sumB) / n
  if (varA < n * 0.05 || varB < n * 0.05) return -1
  return (sumAB - (sumA * sumB) / n) / Math.sqrt(varA * varB)
}

function halve(view: Float32Array, half: Float32Array): void {
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++) {
      const at = row * 2 * VIEW + column * 2
      half[row * SIDE + column] = (view[at] + view[at + 1] + view[at + VIEW] + view[at + VIEW + 1]) / 4
    }
}

/** The view minus its mean over 7 × 7 pixels. */
function removeCoarse(view: Float32Array, into: Float32Array): void {
  for (let row = 0; row < VIEW; row++)
    for (let column = 0, line = 0; column < VIEW; column++) {
      line += view[row * VIEW + column]
      sums[(row + 1) * (VIEW + 1) + column + 1] = sums[row * (VIEW + 1) + column + 1] + line
    }
  for (let row = 0; row < VIEW; row++) {
    const y0 = Math.max(0, row - 3) * (VIEW + 1)
    const y1 = Math.min(VIEW, row + 4) * (VIEW + 1)
    for (let column = 0; column < VIEW; column++) {
      const x0 = Math.max(0, column - 3)
      const x1 = Math.min(VIEW, column + 4)
      const count = ((y1 - y0) / (VIEW + 1)) * (x1 - x0)
      const mean = (sums[y1 + x1] - sums[y0 + x1] - sums[y1 + x0] + sums[y0 + x0]) / count
      into[row * VIEW + column] = view[row * VIEW + column] - mean
    }
  }
}
