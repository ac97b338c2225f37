// A training that was still getting better when it ended: for want of epochs, or of patience.
import { type Run } from '../../../../contract'
import { curvesOf, guessingLoss, inMost, isRegularised, type Curve, type Span } from '../curves'
import { advise, ofJudged, type Evidence, type JudgedFacts } from '../finding'
import { poorFit } from '../sets'
import { noiseOf, trendOf } from '../trend'

/** A line through fewer points says little. */
const FEWEST = 4
const SIGNIFICANT = 0.05
/** What a training that is all but over still wins. */
const FALL = 0.05
/** Of one epoch to the next, where there are few. */
const STEEP = 0.1
/** Of the phase's rate: below it the schedule has been run to its end. */
const DECAYED = 0.1

const relativeFall = (from: number, to: number): number => (from - to) / from

/** What can still be won must be worth it: neither is all right already, nor is the loss next to nothing. */
const isWorthwhile = (accuracy: number, fall: number, run: Run): boolean =>
  accuracy < 0.98 && fall >= 0.02 * guessingLoss(run)

function decayed({ plan, epochs }: Span): boolean {
  return epochs.at(-1)!.learningRate < DECAYED * plan.learningRate
}

/** The loss that tells: of validation where there is one. */
const lossesOf = ({ epochs }: Span): number[] =>
  epochs.map(({ train, validation }) => (validation ?? train).loss)

/** A falling line through the last third. */
function byTrend(curve: Curve, span: Span, run: Run): Evidence | null {
  const losses = lossesOf(span)
  const tail = losses.slice(-Math.max(FEWEST, Math.ceil(losses.length / 3)))
  const trend = trendOf(tail)
  const last = span.epochs.at(-1)!
  if (!trend || trend.p >= SIGNIFICANT || last.epoch - curve.kept.epoch > 1) return null
  const fall = relativeFall(trend.start, trend.end)
  const set = last.validation ?? last.train
  if (fall < FALL || !isWorthwhile(set.accuracy, trend.start - trend.end, run)) return null
  return { from: tail[0]!, to: tail.at(-1)!, over: tail.length }
}

/** Two or three epochs: each much better than the one before. */
function bySteps(curve: Curve, span: Span, run: Run): Evidence | null {
  const losses = lossesOf(span)
  const falls = losses.slice(1).map((loss, i) => relativeFall(losses[i]!, loss))
  const last = span.epochs.at(-1)!
  const set = last.validation ?? last.train
  const steep = falls.every((fall) => fall >= STEEP) && last === curve.kept
  if (!steep || !isWorthwhile(set.accuracy, losses.at(-2)! - losses.at(-1)!, run)) return null
  return { from: losses[0]!, to: losses.at(-1)!, over: losses.length }
}

/** So few epochs that nobody can see a trend, and not even its own pictures are known. */
function tooFew({ epochs }: Curve, { evaluation }: JudgedFacts): Evidence | null {
  if (!poorFit(evaluation)) return null
  return { variant: 'few', epochs: epochs.length, trainAccuracy: evaluation.train.accuracy }
}

/** One epoch: its first batches against its last ones, or its mean against the weights at its end. */
function withinOne({ training, epochs }: Curve, facts: JudgedFacts): Evidence | null {
  const [only] = epochs
  const losses = training.batches.map(({ loss }) => loss)
  const quarter = Math.floor(losses.length / 4)
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  let [from, to] = [only!.train.loss, facts.evaluation.train.loss]
  if (quarter >= 1) [from, to] = [mean(losses.slice(0, quarter)), mean(losses.slice(-quarter))]
  // With dropout or augmentation a training loss is higher than that of the finished weights in any case.
  else if (isRegularised(facts.run)) return null
  if (relativeFall(from, to) < STEEP) return null
  return isWorthwhile(facts.evaluation.train.accuracy, from - to, facts.run)
    ? { variant: 'one', from, to }
    : null
}

function outOfEpochs(curve: Curve, facts: JudgedFacts): Evidence | null {
  const span = curve.spans.at(-1)
  // A run that early stopping ended had its chance; so had a schedule that came down to its end.
  if (!span || curve.stoppedEarly || decayed(span)) return null
  const { run } = facts
  const { length } = span.epochs
  const alone = curve.epochs.length === length
  const seen =
    length >= FEWEST
      ? byTrend(curve, span, run)
      : ((length > 1 ? bySteps(curve, span, run) : alone ? withinOne(curve, facts) : null) ??
        (alone ? tooFew(curve, facts) : null))
  return seen && { variant: 'epochs', epochs: length, ...seen, suggestedEpochs: Math.max(10, 2 * length) }
}

/**
 * Early stopping waited for less than the curve shakes: after the best epoch the validation loss rose by no more than
 * its noise, while the training loss went on falling.
 */
function outOfPatience(curve: Curve, { run }: JudgedFacts): Evidence | null {
  const earlyStopping = run.plan?.earlyStopping
  const span = curve.spans.at(-1)
  if (!span || !curve.stoppedEarly || !earlyStopping || span.epochs.length < 6) return null
  const after = span.epochs.filter(({ epoch }) => epoch > curve.kept.epoch)
  const last = after.at(-1)
  if (!last?.validation || !curve.kept.validation || earlyStopping.patience > 5) return null
  const noise = noiseOf(lossesOf(span))
  const rise = after.reduce((sum, { validation }) => sum + validation!.loss, 0) / after.length - curve.kept.validation.loss // prettier-ignore
  const fall = relativeFall(curve.kept.train.loss, last.train.loss)
  const untold = rise < noise && fall >= STEEP
  const close = Math.abs(curve.kept.train.accuracy - curve.kept.validation.accuracy) < 0.05
  if (!untold || !close || !isWorthwhile(curve.kept.validation.accuracy, noise, run)) return null
  const { patience } = earlyStopping
  return {
    variant: 'patience',
    patience,
    rise: Math.max(0, rise),
    noise,
    suggestedPatience: 2 * patience + 1,
  }
}

export const stoppedTooEarly = ofJudged((facts) => {
  const curves = curvesOf(facts)
  const evidence =
    inMost(curves, (curve) => outOfEpochs(curve, facts)) ??
    inMost(curves, (curve) => outOfPatience(curve, facts))
  if (!evidence) return null
  const patience = evidence.variant === 'patience'
  return {
    name: 'stopped-too-early',
    severity: patience ? 'info' : 'warning',
    evidence,
    advice: patience
      ? ['more-patience']
      : advise('more-epochs', facts.run.plan?.earlyStopping === null && 'early-stopping'),
  }
})
