// A model that is not even good on the pictures that it was trained on, and no worse on others.
import { wilsonInterval } from '../../statistics/wilson'
import { hasDropout, isAugmented } from '../curves'
import { advise, ofJudged } from '../finding'
import { clearlyAbove } from '../proportions'
import { asTested, asTrained } from '../sets'

/** Of the way from always saying the largest class to being always right. */
const SKILL = 0.7
/** A gap beyond which the model knows its own pictures better. */
const GAP = 0.05

export const underfitting = ofJudged((facts) => {
  const { run, evaluation } = facts
  const train = asTrained(evaluation)
  const test = asTested(evaluation)
  const counts = evaluation.confusion.map((row) => row.reduce((sum, one) => sum + one, 0))
  const largest = Math.max(...counts) / test.count
  const interval = wilsonInterval(train.value * train.count, train.count)
  const enough = largest + SKILL * (1 - largest)
  if (!interval || interval.high >= enough) return null
  if (clearlyAbove(train, test, GAP)) return null
  const { model } = run
  const onHead = model.name === 'transfer' && run.plan.phases.every(({ trainable }) => trainable === 'head')
  return {
    name: 'underfitting',
    severity: 'warning',
    evidence: {
      trainAccuracy: train.value,
      low: interval.low,
      high: interval.high,
      testAccuracy: test.value,
      count: train.count,
      largestShare: largest,
    },
    advice: advise(
      onHead && 'fine-tune',
      model.name !== 'transfer' && 'larger-model',
      isAugmented(run.plan) && 'less-augmentation',
      hasDropout(model) && 'less-dropout',
      model.name !== 'transfer' && 'transfer',
      'larger-size',
      'check-labels',
    ),
  }
})
