// Test pictures that are harder than those kept for validation, which are like the ones trained on.
import { ofJudged } from '../finding'
import { clearlyAbove } from '../proportions'
import { asTested, asValidated } from '../sets'

const GAP = 0.05

export const testDiffers = ofJudged(({ evaluation, dataset }) => {
  // Drawn from the same pictures, they differ by luck alone, and by the epoch that was chosen on one of them.
  if (!dataset || dataset.split.origin === 'drawn') return null
  const validation = asValidated(evaluation)
  const gap = validation && clearlyAbove(validation, asTested(evaluation), GAP)
  if (!gap) return null
  return {
    name: 'test-differs',
    severity: 'warning',
    evidence: {
      validationAccuracy: evaluation.validation!.accuracy,
      testAccuracy: evaluation.test.accuracy,
      gap: gap.value,
      gapLow: gap.low,
      gapHigh: gap.high,
      validationCount: evaluation.validation!.count,
      count: evaluation.test.count,
    },
    advice: ['check-split', 'look-at-mistakes'],
  }
})
