// Predictions that have nothing to do with the labels: no better than handing them out at random, or than always
// saying the same.
import { agreementBeyondChance } from '../agreement'
import { advise, ofJudged } from '../finding'

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** One-sided, 5 %. */
const Z = 1.645

export const noBetterThanChance = ofJudged(({ evaluation, run }) => {
  const { confusion, labels, test } = evaluation
  if (agreementBeyondChance(confusion) > Z) return null
  const counts = confusion.map(sum)
  const largest = counts.indexOf(Math.max(...counts))
  const said = labels.filter((_, k) => confusion.some((row) => row[k]! > 0))
  return {
    name: 'no-better-than-chance',
    severity: 'warning',
    evidence: {
      variant: said.length === 1 ? 'constant' : 'random',
      accuracy: test.accuracy,
      low: evaluation.testInterval.low,
      high: evaluation.testInterval.high,
      count: test.count,
      largestClass: labels[largest]!,
      share: counts[largest]! / test.count,
      ...(said.length === 1 && { said: said[0]! }),
    },
    advice:
      run.model.name === 'imported'
        ? ['check-preparation', 'check-labels']
        : advise('check-labels', run.model.name !== 'transfer' && 'transfer', 'more-pictures'),
  }
})
