// Two classes that are taken for each other far more often than mistakes would fall on them by chance.
import { advise, ofJudged } from '../finding'
import { binomialTail, SURE } from '../proportions'

const FEWEST = 5
/** Of the pictures of both classes. */
const SHARE = 0.1

export const confusedClasses = ofJudged(({ evaluation }) => {
  const { confusion, labels } = evaluation
  const classes = labels.length
  // Of two classes there is nothing else to take one for.
  if (classes < 3) return null
  const counts = confusion.map((row) => row.reduce((sum, one) => sum + one, 0))
  const wrong = confusion.map((row, k) => counts[k]! - row[k]!)
  const pairs = (classes * (classes - 1)) / 2
  const confused: { a: number; b: number; ab: number; ba: number; share: number }[] = []
  for (let a = 0; a < classes; a++) {
    for (let b = a + 1; b < classes; b++) {
      const [ab, ba] = [confusion[a]![b]!, confusion[b]![a]!]
      const share = (ab + ba) / Math.max(1, counts[a]! + counts[b]!)
      if (ab + ba < FEWEST || share < SHARE) continue
      // Mistakes that fall evenly on the other classes fall on this one with probability 1 / (classes - 1).
      const p = binomialTail(ab + ba, wrong[a]! + wrong[b]!, 1 / (classes - 1))
      if (p * pairs < SURE) confused.push({ a, b, ab, ba, share })
    }
  }
  confused.sort((x, y) => y.share - x.share)
  const [worst] = confused
  if (!worst) return null
  const { a, b, ab, ba, share } = worst
  return {
    name: 'confused-classes',
    severity: 'info',
    evidence: {
      class: labels[a]!,
      other: labels[b]!,
      ab,
      ba,
      count: counts[a]!,
      otherCount: counts[b]!,
      share,
      ...(confused.length > 1 && { more: confused.length - 1 }),
    },
    advice: advise('look-at-mistakes', 'larger-size', 'more-of-class', 'check-labels'),
  }
})
