// Whether a dataset can be cross-validated: asked by the interface, by app before it queues a run, and by the engine.
import type { Dataset } from './dataset'
import { UserError } from './errors'

/**
 * @param count folds that are asked for; null is always possible
 * @returns null where it is possible, else the error that says why not and what to do
 */
export function foldsProblem(
  dataset: Pick<Dataset, 'name' | 'classes' | 'split'>,
  count: number | null,
): UserError | null {
  if (count === null) return null
  // Mixing a ready-made test set into the training would make every figure on it incomparable with anyone else's.
  if (dataset.split.origin !== 'drawn') {
    return new UserError(
      'invalid-argument',
      `${dataset.name} came with its own test or validation pictures; folds would mix them with the others.`,
      {
        detail: { dataset: dataset.name, folds: count },
        hint: 'Train without folds, or import all pictures in one folder per class.',
      },
    )
  }
  // A fold tests one picture of a class, another one stops the training early, and at least one must be learned from.
  const needed = Math.max(count, 3)
  for (const { name, train, validation, test } of dataset.classes) {
    const images = train + validation + test
    if (images >= needed) continue
    return new UserError(
      'class-too-small',
      `The class ${name} has ${images} pictures; ${count} folds need at least ${needed} of each class.`,
      {
        detail: { class: name, count: images, needed, folds: count },
        hint: 'Use fewer folds, or add pictures of this class.',
      },
    )
  }
  return null
}
