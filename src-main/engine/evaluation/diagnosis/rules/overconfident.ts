// A model that is surer of itself than it is right.
import { advise, ofJudged } from '../finding'
import { Z_99 } from '../proportions'

const SURER = 0.05

/**
 * Were the confidences true, the number of right answers would have their sum as its mean and Σ c (1 − c) as its
 * variance (D. J. Spiegelhalter, "Probabilistic prediction in patient management and clinical trials", Statistics in
 * Medicine 5 (1986) 421-433, for the mean).
 */
export const overconfident = ofJudged(({ evaluation, run }) => {
  const { label, predicted, confidence } = evaluation.predictions
  const count = confidence.length
  const right = predicted.filter((one, i) => one === label[i]).length
  const expected = confidence.reduce((sum, one) => sum + one, 0)
  const variance = confidence.reduce((sum, one) => sum + one * (1 - one), 0)
  const difference = (expected - right) / count
  if (difference < SURER || expected - right < Z_99 * Math.sqrt(variance)) return null
  return {
    name: 'overconfident',
    severity: 'info',
    evidence: { confidence: expected / count, accuracy: right / count, difference, count },
    advice: advise(
      'calibrate',
      run.plan?.labelSmoothing === 0 && 'label-smoothing',
      run.plan?.earlyStopping === null && 'early-stopping',
    ),
  }
})
