// Which test images a run was judged on, as one short text that is equal for equal sets.
import { createHash } from 'node:crypto'
import { type Evaluation } from '../../contract'

const kept = new WeakMap<Evaluation['predictions'], string>()

/** Of the images' numbers and their labels, in order. Kept for as long as the predictions are. */
export function testSetKey(predictions: Evaluation['predictions']): string {
  const known = kept.get(predictions)
  if (known) return known
  const hash = createHash('sha256')
  for (const list of [predictions.index, predictions.label]) hash.update(Float64Array.from(list))
  const key = hash.digest('base64')
  kept.set(predictions, key)
  return key
}
