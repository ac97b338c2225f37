// The folds of a cross-validation: which pictures each of its models trains on, validates with and is tested on.
import type { Fold } from '../../../contract'
import type { OpenDataset } from '../../data/open'
import { distribute } from './distribute'

/** What one model of a cross-validation gets to see. */
export interface FoldParts {
  fold: Fold
  train: Int32Array
  validation: Int32Array
  test: Int32Array
}

/** What of a dataset decides its folds. */
export type Divisible = Pick<OpenDataset, 'labels' | 'groups' | 'indices' | 'dataset'>

/** All pictures that are used, ascending. */
export function allImages(open: Pick<OpenDataset, 'indices'>): Int32Array {
  const all = (['train', 'validation', 'test'] as const).flatMap((split) => Array.from(open.indices(split)))
  return Int32Array.from(all).sort()
}

/**
 * Divides all pictures of the dataset into `count` folds, stratified, with copies on one side. Each fold is tested
 * once. Of the pictures that are left, the fraction that the dataset's own split keeps for validation is drawn in the
 * same way, at least one of each class, to stop the training early.
 *
 * The dataset's split seed decides, not the run's: runs with equally many folds share them, whatever their seeds.
 */
export function makeFolds(open: Divisible, count: number): FoldParts[] {
  const { labels, groups, dataset } = open
  const { seed, validation } = dataset.split
  const rules = { labels, groups, seed }
  const images = allImages(open)
  const tests = distribute({
    ...rules,
    images,
    share: (ofClass) => Array<number>(count).fill(ofClass / count),
    name: `folds/${count}`,
  })
  return tests.map((test, i) => {
    const tested = new Set(test)
    const [stopping, train] = distribute({
      ...rules,
      images: images.filter((index) => !tested.has(index)),
      share: (ofClass) => {
        const kept = validation > 0 && ofClass > 1 ? Math.max(1, Math.round(validation * ofClass)) : 0
        return [kept, ofClass - kept]
      },
      name: `folds/${count}/${i + 1}`,
    })
    return { fold: i + 1, train: train!, validation: stopping!, test }
  })
}

/** For the model that is kept: everything is there to learn from. */
export const wholeSet = (open: Pick<OpenDataset, 'indices'>): FoldParts => ({
  fold: 'all',
  train: allImages(open),
  validation: new Int32Array(0),
  test: new Int32Array(0),
})

/**
 * How long the kept model is trained: of each phase the median, over the folds, of the epochs that their kept weights
 * come from (rounded up where it lies between two).
 * @param kept epochs by fold and phase
 */
export function medianEpochs(kept: readonly (readonly number[])[]): number[] {
  return kept[0]!.map((_, phase) => {
    const sorted = kept.map((fold) => fold[phase]!).sort((a, b) => a - b)
    const middle = (sorted.length - 1) / 2
    return Math.ceil((sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2)
  })
}
