// A model that is not even good on the pictures that it was trained on: most of its mistakes on new ones it makes on
// known ones too.
import { wilsonInterval } from '../../statistics/wilson'
import { hasDropout, isAugmented } from '../curves'
import { advise, ofJudged } from '../finding'
import { asTested, asTrained } from '../sets'

/** Of the way from always saying the largest class to being always right. */
const SKILL = 0.7
export const underfitting = ofJudged((facts) => {
  const { run, evaluation } = facts
  const train = asTrained(evaluation)
  const test = asTested(evaluation)
  const counts = evaluation.confusion.map((row) => row.reduce((sum, one) => sum + one, 0))
  const largest = Math.max(...counts) / test.count
  const interval = wilsonInterval(train.value * train.count, train.count)
  const enough = largest + SKILL * (1 - largest)
  if (!interval || interval.high >= enough) return null
  // The greater part of the error is the gap then: it fits, but only what it knows.
  if (train.value - test.value > 1 - train.value) return null
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
