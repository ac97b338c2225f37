// A model that is not even good on the pictures that it was trained on: most of its mistakes on new ones it makes on
// known ones too.
import { curvesOf, hasDropout, inMost, isAugmented, type Curve } from '../curves'
import { advise, ofJudged, type Evidence } from '../finding'
import { asTested, asTrained, poorFit } from '../sets'
import { trendOf } from '../trend'

/** Fewer epochs show nothing of what a model could fit. */
const FEWEST = 4
const FALL = 0.1

/** The training loss was coming down to the end. */
function stillFalling({ spans, stoppedEarly }: Curve): Evidence | null {
  const losses = spans.at(-1)?.epochs.map(({ train }) => train.loss) ?? []
  const trend = trendOf(losses.slice(-Math.max(FEWEST, Math.ceil(losses.length / 3))))
  if (stoppedEarly || !trend || trend.p >= 0.05 || trend.start - trend.end < FALL * trend.start) return null
  return { suggestedEpochs: 2 * losses.length }
}

export const underfitting = ofJudged((facts) => {
  const { run, evaluation } = facts
  const curves = curvesOf(facts)
  const interval = poorFit(evaluation)
  const train = asTrained(evaluation)
  const test = asTested(evaluation)
  // The greater part of the error is the gap then: it fits, but only what it knows.
  if (!interval || train.value - test.value > 1 - train.value) return null
  if (!curves.every(({ epochs }) => epochs.length >= FEWEST)) return null
  const falling = inMost(curves, stillFalling)
  const { model } = run
  const onHead = model.name === 'transfer' && run.plan?.phases.every(({ trainable }) => trainable === 'head')
  return {
    name: 'underfitting',
    severity: 'warning',
    evidence: {
      trainAccuracy: train.value,
      low: interval.low,
      high: interval.high,
      testAccuracy: test.value,
      count: train.count,
      ...(falling && { suggestedEpochs: falling.suggestedEpochs! }),
    },
    advice: advise(
      falling && 'more-epochs',
      onHead && 'fine-tune',
      isAugmented(run.plan) && 'less-augmentation',
      hasDropout(model) && 'less-dropout',
      model.name !== 'transfer' && 'larger-model',
      model.name !== 'transfer' && 'transfer',
      'larger-size',
      'check-labels',
    ),
  }
})
