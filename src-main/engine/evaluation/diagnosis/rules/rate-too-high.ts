// A learning rate too high: the loss stops being a number, leaves the ground and stays up, rises, jumps about, or
// what was pretrained is lost as a phase begins.
import { type Run } from '../../../../contract'
import { curvesOf, guessingLoss, inMost, usualRate, type Curve, type Span } from '../curves'
import { advise, type Evidence, type Rule } from '../finding'
import { type Training } from '../history'

/** A loss this near to that of guessing, or above it, has learned nothing. */
const NOTHING_LEARNED = 0.95
/** Epochs: networks may sit at the loss of guessing for a while before they find a way down. */
const WHILE = 6
/** Times the loss of guessing. The first steps of Adam overshoot at good rates too: up to 10 were seen. */
const OVERSHOT = 3
const SPIKE = 20
/** Times the usual rate. */
const FAR = 10
/** Of the loss of guessing: smaller rises are what batches and augmentation do. */
const JUMP = 0.15
const JUMPS = 3

/** The highest loss of the first epoch, in the batches or on average. */
const peakOf = ({ batches, epochs }: Training): number =>
  Math.max(...batches.map(({ loss }) => loss), ...epochs.slice(0, 1).map(({ train }) => train.loss), 0)

/** Nothing was learned in all that time, and the rate is far from usual, or overshot as it began. */
function stuck({ training }: Curve, { plan, epochs }: Span, run: Run): Evidence | null {
  const guessing = guessingLoss(run)
  const losses = epochs.map(({ train }) => train.loss)
  if (losses.length < WHILE || Math.min(...losses) < NOTHING_LEARNED * guessing) return null
  const peak = peakOf(training)
  const overshot = peak >= OVERSHOT * guessing
  if (!overshot && plan.learningRate < FAR * usualRate(plan)) return null
  return {
    variant: 'stuck',
    last: losses.at(-1)!,
    guessing,
    ...(overshot ? { peak } : { usualRate: usualRate(plan) }),
  }
}

/** Thrown far off in the first epoch: what was drawn to begin with is lost, whether or not it recovers. */
function spike({ training }: Curve, { plan, phase }: Span, run: Run): Evidence | null {
  const guessing = guessingLoss(run)
  const peak = peakOf(training)
  const first = training.batches[0]?.loss ?? Infinity
  if (phase !== 1 || peak < SPIKE * guessing) return null
  // Where the first loss is the highest, it may have been so before anything was learned.
  if (peak < 2 * first && plan.learningRate <= usualRate(plan)) return null
  return { variant: 'spike', peak, guessing }
}

function rises({ epochs }: Span, run: Run): Evidence | null {
  if (epochs.length < 3) return null
  const losses = epochs.map(({ train }) => train.loss)
  const [first, last] = [losses[0]!, losses.at(-1)!]
  if (Math.min(...losses) < 0.9 * first || last - first < JUMP * guessingLoss(run)) return null
  return { variant: 'rises', first, last, epochs: epochs.length }
}

/** The training loss is over the same pictures each epoch: with a fitting rate it falls, or nearly so. */
function jumps({ epochs }: Span, run: Run): Evidence | null {
  const losses = epochs.map(({ train }) => train.loss)
  const steps = losses.slice(1).map((loss, i) => loss - losses[i]!)
  const up = steps.filter((step) => step >= JUMP * guessingLoss(run))
  if (up.length < JUMPS || up.length * 4 < steps.length) return null
  return { variant: 'jumps', jumps: up.length, largestJump: Math.max(...up), epochs: epochs.length }
}

/** A later phase undoes what there was and does not come back to it. */
function spoiled({ before, epochs, phase }: Span, run: Run): Evidence | null {
  if (!before) return null
  const losses = epochs.map(({ train }) => train.loss)
  const rise = losses[0]! - before.train.loss
  const lowest = Math.min(...losses)
  if (rise < JUMP * guessingLoss(run) || lowest <= before.train.loss) return null
  return { variant: 'spoiled', phase, before: before.train.loss, after: losses[0]!, lowest }
}

function seenIn(curve: Curve, run: Run): Evidence | null {
  for (const span of curve.spans) {
    const seen =
      spoiled(span, run) ??
      stuck(curve, span, run) ??
      spike(curve, span, run) ??
      rises(span, run) ??
      jumps(span, run)
    if (seen) return { ...seen, ...rates(span.plan.learningRate) }
  }
  return null
}

const rates = (learningRate: number): Evidence => ({ learningRate, suggestedRate: learningRate / 10 })

/** The run ended because a loss was not a number; which phase it was in is in the history. */
function diverged({ history, run }: Parameters<Rule>[0]): Evidence | null {
  if (history.end?.code !== 'training-diverged') return null
  const last = history.trainings.at(-1)
  const phase = last?.phases.at(-1)?.phase ?? 1
  const epoch = (last?.epochs.at(-1)?.epoch ?? 0) + 1
  return { variant: 'diverged', epoch, ...rates(run.plan?.phases[phase - 1]?.learningRate ?? 0) }
}

export const rateTooHigh: Rule = (facts) => {
  const { run } = facts
  const evidence = diverged(facts) ?? inMost(curvesOf(facts), (curve) => seenIn(curve, run))
  if (!evidence) return null
  const warm = run.plan?.phases.every(({ schedule }) => schedule.warmupEpochs === 0)
  return {
    name: 'rate-too-high',
    severity: 'warning',
    evidence,
    advice: advise('lower-rate', warm && 'warm-up'),
  }
}
