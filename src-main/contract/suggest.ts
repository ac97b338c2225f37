// What a dataset suggests for a new run, with the numbers that say why: asked by the interface and by the recipes.
import type { Dataset } from './dataset'
import { foldsProblem } from './folds'

/** An accuracy to reckon with before anything is trained: good photos, a modest model. */
const expected = 0.85
/** Below this many test pictures an accuracy is uncertain by more than five points. */
const enough = 200
/** The same bound from which evaluations call classes uneven. */
const uneven = 1.5

/** Half the width of Wilson's 95 % interval, as a fraction. */
export function halfWidth(accuracy: number, n: number): number {
  const z = 1.96
  return (z / (1 + z ** 2 / n)) * Math.sqrt((accuracy * (1 - accuracy)) / n + z ** 2 / (4 * n ** 2))
}

export interface FoldsSuggestion {
  folds: number
  test: number
  total: number
  /** Uncertainty of a test accuracy on the split, and over all pictures. */
  now: number
  then: number
}

/** Folds for a set whose test split is too small to tell models apart; null where they are not needed or possible. */
export function suggestFolds(dataset: Dataset): FoldsSuggestion | null {
  const { test, total } = dataset.images
  if (test >= enough) return null
  const folds = [5, 3].find((count) => foldsProblem(dataset, count) === null)
  if (folds === undefined) return null
  return { folds, test, total, now: halfWidth(expected, test), then: halfWidth(expected, total) }
}

/** How many times as many pictures the largest class has as the smallest. */
export function imbalanceOf({ classes }: Pick<Dataset, 'classes'>): number {
  const counts = classes.map((one) => one.train + one.validation + one.test)
  return Math.max(...counts) / Math.max(1, Math.min(...counts))
}

export interface BalanceSuggestion {
  most: { name: string; count: number }
  fewest: { name: string; count: number }
}

/** The largest and the smallest class, by training pictures, where they differ enough to matter. */
export function suggestBalance(dataset: Pick<Dataset, 'classes'>): BalanceSuggestion | null {
  if (imbalanceOf(dataset) < uneven) return null
  const sorted = dataset.classes
    .map(({ name, train }) => ({ name, count: train }))
    .sort((a, b) => b.count - a.count)
  return { most: sorted[0]!, fewest: sorted.at(-1)! }
}
