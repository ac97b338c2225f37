// A learning rate too low: the training loss comes down in a straight line and is still high at the end.
import { type Run } from '../../../../contract'
import { curvesOf, guessingLoss, inMost, isFineTuning, usualRate, type Curve } from '../curves'
import { ofJudged, type Evidence } from '../finding'
import { trendOf } from '../trend'

const FEWEST = 4
/** Of the loss of guessing. */
const HIGH = 0.5
/** Of the usual rate. */
const LOW = 1 / 3
/** How straight: a curve that levels off falls below it. */
const STRAIGHT = 0.95

function seenIn({ spans, stoppedEarly }: Curve, run: Run): Evidence | null {
  const span = spans.at(-1)
  if (!span || stoppedEarly || span.epochs.length < FEWEST || isFineTuning(run, span.plan)) return null
  const usual = usualRate(span.plan)
  const { learningRate } = span.plan
  if (learningRate > LOW * usual) return null
  const losses = span.epochs.map(({ train }) => train.loss)
  const trend = trendOf(losses)
  if (!trend || trend.slope >= 0 || trend.r2 < STRAIGHT || losses.at(-1)! < HIGH * guessingLoss(run))
    return null
  return {
    learningRate,
    usualRate: usual,
    first: losses[0]!,
    last: losses.at(-1)!,
    epochs: losses.length,
    suggestedRate: Math.min(usual, learningRate * 10),
  }
}

export const rateTooLow = ofJudged((facts) => {
  const evidence = inMost(curvesOf(facts), (curve) => seenIn(curve, facts.run))
  return (
    evidence && { name: 'rate-too-low', severity: 'warning', evidence, advice: ['raise-rate', 'more-epochs'] }
  )
})
