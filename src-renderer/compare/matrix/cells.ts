// What a confusion matrix says, as numbers: shares of a class, its mistakes, a coarser picture of a large one. Pure.

/** Rows are the true classes, columns what was said. */
export type Counts = readonly (readonly number[])[]

export const rowTotal = (row: readonly number[]): number => row.reduce((sum, count) => sum + count, 0)

/** Share of the true class; 0 where the test has none of it. */
export const shareOf = (count: number, total: number): number => (total === 0 ? 0 : count / total)

/** Steps of shade, 0 (empty) to 5: few enough to be told apart in print. */
export function shade(share: number): number {
  return share <= 0 ? 0 : Math.min(5, 1 + Math.floor(share * 5))
}

/** The same for a difference of shares, where a few points already matter. */
export function shadeOfDifference(difference: number): number {
  const steps = [0, 0.05, 0.1, 0.2, 0.4]
  const size = Math.abs(difference)
  return size === 0 ? 0 : steps.filter((step) => size > step + 1e-9).length
}

export interface Mistake {
  actual: number
  predicted: number
  count: number
  /** Of the pictures of the true class. */
  share: number
}

/** What was taken for what, the most frequent first; of equally frequent ones what takes more of its class. */
export function mistakes(counts: Counts): Mistake[] {
  const found: Mistake[] = []
  counts.forEach((row, actual) => {
    const total = rowTotal(row)
    row.forEach((count, predicted) => {
      if (actual !== predicted && count > 0)
        found.push({ actual, predicted, count, share: shareOf(count, total) })
    })
  })
  return found.sort((a, b) => b.count - a.count || b.share - a.share)
}

/** Whether two matrices are over the same pictures of the same classes, as far as they tell. */
export const sameClasses = (a: Counts, b: Counts): boolean =>
  a.length === b.length && a.every((row, actual) => rowTotal(row) === rowTotal(b[actual] ?? []))

export interface Tile {
  /** The cell of the tile that stands out: the one that is clicked on. */
  actual: number
  predicted: number
  value: number
}

/**
 * A large matrix in at most `most` × `most` tiles, each as strong as the strongest of its cells: single mistakes of a
 * thousand classes stay visible. Right answers and mistakes are not mixed: where a tile has mistakes, they are shown.
 *
 * @param value of a cell; the largest magnitude stands for the tile
 */
export function tiles(
  size: number,
  most: number,
  value: (actual: number, predicted: number) => number,
): { side: number; count: number; tiles: Tile[] } {
  const side = Math.max(1, Math.ceil(size / most))
  const count = Math.ceil(size / side)
  const all: Tile[] = []
  for (let top = 0; top < size; top += side)
    for (let left = 0; left < size; left += side) {
      let best: Tile = { actual: top, predicted: left, value: 0 }
      for (let actual = top; actual < Math.min(size, top + side); actual++)
        for (let predicted = left; predicted < Math.min(size, left + side); predicted++) {
          const here = value(actual, predicted)
          const rather = (cell: Tile) => Number(cell.actual !== cell.predicted && cell.value !== 0)
          const cell = { actual, predicted, value: here }
          if (
            rather(cell) > rather(best) ||
            (rather(cell) === rather(best) && Math.abs(here) > Math.abs(best.value))
          )
            best = cell
        }
      all.push(best)
    }
  return { side, count, tiles: all }
}
