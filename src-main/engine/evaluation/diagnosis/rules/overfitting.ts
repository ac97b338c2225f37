// A model that knows its training pictures better than others: by more than chance, on the weights that are kept.
import { type JudgedFacts, advise, ofJudged, type Evidence } from '../finding'
import { curvesOf, hasDropout, inMost, isAugmented, type Curve } from '../curves'
import { clearlyAbove, difference } from '../proportions'
import { asTested, asTrained, asValidated } from '../sets'
import { noiseOf } from '../trend'

/** A smaller gap changes nothing, however sure it is. */
const GAP = 0.05
const LARGE = 0.1
/** Of the lowest validation loss. */
const RISE = 0.1

/** The validation loss turned up for good while the training loss went on falling. */
function turnedUp({ epochs, kept }: Curve): Evidence | null {
  const validated = epochs.filter(({ validation }) => validation !== null)
  if (validated.length < 4) return null
  const losses = validated.map(({ validation }) => validation!.loss)
  const at = losses.indexOf(Math.min(...losses))
  const [lowest, last] = [validated[at]!, validated.at(-1)!]
  const after = losses.slice(at + 1)
  const end = after.slice(-3)
  const rise = Math.max(RISE * losses[at]!, 2 * noiseOf(losses))
  const up = end.length >= 2 && end.every((loss) => loss - losses[at]! >= rise)
  if (!up || last.train.loss >= lowest.train.loss) return null
  return {
    lowestEpoch: lowest.epoch,
    lowest: losses[at]!,
    lastEpoch: last.epoch,
    last: losses.at(-1)!,
    // Within reach of the turning point nothing was lost.
    ...(kept.validation && kept.validation.loss - losses[at]! < rise
      ? { keptEpoch: kept.epoch }
      : { pastEpoch: kept.epoch, keptLoss: kept.validation?.loss ?? losses.at(-1)! }),
  }
}

/** The test pictures are other than those of training and validation: that is another finding. */
function isShift(facts: JudgedFacts): boolean {
  const validation = asValidated(facts.evaluation)
  if (!validation) return false
  const ofTraining = difference(asTrained(facts.evaluation), validation)
  const ofTest = clearlyAbove(validation, asTested(facts.evaluation), GAP)
  return !!ofTraining && ofTraining.value < GAP && ofTest !== null
}

export const overfitting = ofJudged((facts) => {
  const { run, evaluation } = facts
  const gap = clearlyAbove(asTrained(evaluation), asTested(evaluation), GAP)
  if (!gap || isShift(facts)) return null
  const curve = inMost(curvesOf(facts), turnedUp)
  const past = curve !== null && 'pastEpoch' in curve
  const { plan, model } = run
  return {
    name: 'overfitting',
    severity: gap.value >= LARGE || past ? 'warning' : 'info',
    evidence: {
      trainAccuracy: evaluation.train.accuracy,
      testAccuracy: evaluation.test.accuracy,
      gap: gap.value,
      gapLow: gap.low,
      gapHigh: gap.high,
      ...curve,
    },
    advice: advise(
      past && !plan?.restoreBest && 'restore-best',
      past && plan?.earlyStopping === null && 'early-stopping',
      !isAugmented(plan) && 'augment',
      model.name !== 'transfer' && 'transfer',
      !hasDropout(model) && 'dropout',
      'more-pictures',
    ),
  }
})
