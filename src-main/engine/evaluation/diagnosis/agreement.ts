// Whether predictions have anything to do with labels.
import { type Evaluation } from '../../../contract'

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
