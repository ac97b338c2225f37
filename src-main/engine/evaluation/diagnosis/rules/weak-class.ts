// One class that is recognised much less often than the others, by more than chance.
import { imbalanceOf } from '../../../../contract'
import { holm } from '../../significance/holm'
import { wilsonInterval } from '../../statistics/wilson'
import { advise, ofJudged } from '../finding'
import { fisherLess, SURE } from '../proportions'

const BEHIND = 0.1
/** Of fewer pictures of a class nothing is said. */
const FEWEST = 5
const UNEVEN = 1.5

interface Weak {
  label: number
  right: number
  count: number
  recall: number
  others: number
}

export const weakClass = ofJudged(({ evaluation, dataset, run }) => {
  const { confusion, labels } = evaluation
  const counts = confusion.map((row) => row.reduce((sum, one) => sum + one, 0))
  const all = counts.reduce((sum, one) => sum + one, 0)
  const allRight = confusion.reduce((sum, row, k) => sum + row[k]!, 0)
  const asked = labels.map((_, label) => label).filter((k) => counts[k]! >= FEWEST && all > counts[k]!)
  // As many classes are looked at, so many could be behind by chance.
  const p = holm(asked.map((k) => fisherLess(confusion[k]![k]!, counts[k]!, allRight - confusion[k]![k]!, all - counts[k]!))) // prettier-ignore
  const weak = asked
    .filter((_, i) => p[i]! < SURE)
    .map((label): Weak => {
      const [right, count] = [confusion[label]![label]!, counts[label]!]
      return { label, right, count, recall: right / count, others: (allRight - right) / (all - count) }
    })
    .filter(({ recall, others }) => others - recall >= BEHIND)
    .sort((a, b) => a.recall - b.recall)
  const [worst] = weak
  if (!worst) return null
  const interval = wilsonInterval(worst.right, worst.count)!
  const mistaken = confusion[worst.label]!.map((n, k) => (k === worst.label ? 0 : n))
  const taken = mistaken.indexOf(Math.max(...mistaken))
  const train = dataset?.classes.map((one) => one.train)
  const uneven = dataset !== null && imbalanceOf(dataset) >= UNEVEN
  const few = !!train && train[worst.label] === Math.min(...train)
  return {
    name: 'weak-class',
    severity: worst.others - worst.recall >= 2 * BEHIND ? 'warning' : 'info',
    evidence: {
      class: labels[worst.label]!,
      recall: worst.recall,
      low: interval.low,
      high: interval.high,
      count: worst.count,
      others: worst.others,
      taken: labels[taken]!,
      takenCount: mistaken[taken]!,
      ...(weak.length > 1 && { more: weak.length - 1 }),
      ...(uneven && few && { classPictures: train[worst.label]!, mostPictures: Math.max(...train) }),
    },
    advice: advise(
      'look-at-mistakes',
      uneven && few && run.plan?.classBalance === 'none' && run.plan?.classWeights === 'none' && 'balance',
      'more-of-class',
      'check-labels',
    ),
  }
})
