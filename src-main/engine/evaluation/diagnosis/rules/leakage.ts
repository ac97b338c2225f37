// Copies of test pictures among those that were trained on: what they add to the accuracy is memory.
import { wilsonInterval } from '../../statistics/wilson'
import { ofJudged } from '../finding'

/** Below a hundredth of the test, and of the accuracy, it is worth knowing and no more. */
const MATTERS = 0.01

export const leakage = ofJudged(({ copies, evaluation }) => {
  if (!copies || copies.length === 0) return null
  const copied = new Set(copies)
  const { index, label, predicted } = evaluation.predictions
  let [rest, right, among, rightAmong] = [0, 0, 0, 0]
  index.forEach((picture, i) => {
    const isRight = Number(predicted[i] === label[i])
    if (copied.has(picture)) {
      among++
      rightAmong += isRight
    } else {
      rest++
      right += isRight
    }
  })
  if (among === 0) return null
  const interval = wilsonInterval(right, rest)
  const moved = rest > 0 ? Math.abs(evaluation.test.accuracy - right / rest) : 1
  return {
    name: 'leakage',
    severity: among / index.length >= MATTERS || moved >= MATTERS ? 'warning' : 'info',
    evidence: {
      copies: among,
      count: index.length,
      share: among / index.length,
      accuracy: evaluation.test.accuracy,
      accuracyOfCopies: rightAmong / among,
      ...(interval && {
        [moved >= MATTERS ? 'without' : 'same']: right / rest,
        low: interval.low,
        high: interval.high,
        rest,
      }),
    },
    advice: ['settle-copies', 'check-split'],
  }
})
