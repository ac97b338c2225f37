// From a few places to many: heat on a coarse grid, drawn smoothly over a picture.

/**
 * Where the places of a grid lie along one side, in fractions of the picture: their centres, ascending and evenly
 * spaced (but perhaps for the last one, which is pushed back to the edge).
 */
export type Centres = readonly number[]

/** Centres of cells that share a side evenly: what a feature map's places stand for. */
export const evenCentres = (count: number): Centres =>
  Array.from({ length: count }, (_, i) => (i + 0.5) / count)

/** Weights of the four places around `at` by Catmull and Rom's cubic (1974), in a grid whose places are `0, 1, 2 …`. */
function cubic(t: number): [number, number, number, number] {
  const [t2, t3] = [t * t, t * t * t]
  return [(-t3 + 2 * t2 - t) / 2, (3 * t3 - 5 * t2 + 2) / 2, (-3 * t3 + 4 * t2 + t) / 2, (t3 - t2) / 2]
}

interface Taps {
  places: [number, number, number, number]
  weights: [number, number, number, number]
}

/** For each pixel of a side, which places count how much. Beyond the first and the last centre they are repeated. */
function tapsOf(side: number, centres: Centres): Taps[] {
  const last = centres.length - 1
  const inside = (i: number) => Math.max(0, Math.min(last, i))
  let below = 0
  return Array.from({ length: side }, (_, pixel) => {
    const at = (pixel + 0.5) / side
    while (below < last && centres[below + 1]! <= at) below++
    const [from, to] = [centres[below]!, centres[inside(below + 1)]!]
    const t = at <= from || to === from ? 0 : (at - from) / (to - from)
    return {
      places: [inside(below - 1), below, inside(below + 1), inside(below + 2)],
      weights: cubic(t),
    }
  })
}

/**
 * Cubic interpolation, clamped to 0…1.
 * @param values rows.length × columns.length, row by row
 * @returns side × side, row by row
 */
export function smooth(
  values: ArrayLike<number>,
  { rows, columns }: { rows: Centres; columns: Centres },
  side: number,
): Float32Array {
  const across = tapsOf(side, columns)
  const down = tapsOf(side, rows)
  const wide = new Float32Array(rows.length * side)
  for (let y = 0; y < rows.length; y++)
    across.forEach(({ places, weights }, x) => {
      let sum = 0
      for (let k = 0; k < 4; k++) sum += weights[k]! * values[y * columns.length + places[k]!]!
      wide[y * side + x] = sum
    })
  const result = new Float32Array(side * side)
  down.forEach(({ places, weights }, y) => {
    for (let x = 0; x < side; x++) {
      let sum = 0
      for (let k = 0; k < 4; k++) sum += weights[k]! * wide[places[k]! * side + x]!
      result[y * side + x] = Math.max(0, Math.min(1, sum))
    }
  })
  return result
}
