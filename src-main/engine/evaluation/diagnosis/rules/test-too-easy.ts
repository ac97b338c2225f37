// Better on the test pictures than on those it was trained on: they are easier, or it has seen them.
import { advise, ofJudged } from '../finding'
import { clearlyAbove } from '../proportions'
import { asTested, asTrained } from '../sets'

const GAP = 0.03

export const testTooEasy = ofJudged(({ evaluation, dataset }) => {
  const gap = clearlyAbove(asTested(evaluation), asTrained(evaluation), GAP)
  if (!gap) return null
  return {
    name: 'test-too-easy',
    severity: 'warning',
    evidence: {
      trainAccuracy: evaluation.train.accuracy,
      testAccuracy: evaluation.test.accuracy,
      gap: gap.value,
      gapLow: gap.low,
      gapHigh: gap.high,
    },
    advice: advise(dataset?.split.origin !== 'drawn' && 'check-split', 'folds', 'check-labels'),
  }
})
