// Test pictures that are harder than those kept for validation, which are like the ones trained on.
import { advise, ofJudged } from '../finding'
import { difference } from '../proportions'
import { asTested, asValidated } from '../sets'

const GAP = 0.05

export const testDiffers = ofJudged(({ evaluation, dataset }) => {
  const validation = asValidated(evaluation)
  const gap = validation && difference(validation, asTested(evaluation))
  if (!gap || gap.low <= 0 || gap.value < GAP) return null
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
    advice: advise('look-at-mistakes', dataset?.split.origin !== 'drawn' && 'check-split', 'more-pictures'),
  }
})
