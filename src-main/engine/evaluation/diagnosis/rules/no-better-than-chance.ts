// Predictions that have nothing to do with the labels: no better than handing them out at random, or than always
// saying the same.
import { type Evaluation } from '../../../../contract'
import { advise, ofJudged } from '../finding'

/** One-sided, 5 %. */
const Z = 1.645

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/**
 * How far the agreement of labels and predictions is from what it would be were they independent, in standard
 * deviations under that hypothesis: Cohen's kappa over its null standard error (J. L. Fleiss, J. Cohen, B. S. Everitt,
 * "Large sample standard errors of kappa and weighted kappa", Psychological Bulletin 72 (1969) 323-327).
 * @returns 0 where all predictions, or all labels, are the same
 */
export function agreementBeyondChance(confusion: Evaluation['confusion']): number {
  const n = sum(confusion.map(sum))
  const rows = confusion.map((row) => sum(row) / n)
  const columns = confusion.map((_, k) => sum(confusion.map((row) => row[k]!)) / n)
  const observed = sum(confusion.map((row, k) => row[k]!)) / n
  const expected = sum(rows.map((row, k) => row * columns[k]!))
  const spread = expected + expected ** 2 - sum(rows.map((row, k) => row * columns[k]! * (row + columns[k]!)))
  return spread > 1e-12 ? ((observed - expected) * Math.sqrt(n)) / Math.sqrt(spread) : 0
}

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
    advice: advise('check-labels', run.model.name !== 'transfer' && 'transfer', 'more-pictures'),
  }
})
