// The loss and its gradient, against plain loops and finite differences in double precision.
import { beforeAll, describe, expect, test } from 'vitest'
import { openCpu } from '../backends/cpu'
import { tf, type Tensor1D, type Tensor2D } from '../tf'
import { blend } from './augment'
import { batchMetrics, batchTargets, softmaxCrossEntropy, targetMetrics, targetsOf } from './loss'

beforeAll(() => openCpu())

const logits = [
  [1, -2, 0.5],
  [0, 0, 0],
  [3, 1, 2],
  [-1, 4, 2],
]
const labels = [0, 2, 1, 1]
const weights = [1, 0.5, 2, 1.5]

function reference(logits: number[][], smoothing: number): number {
  return logits.reduce((sum, row, i) => {
    const normalizer = Math.log(row.reduce((all, z) => all + Math.exp(z), 0))
    const loss = row.reduce((all, z, c) => {
      const target = (c === labels[i] ? 1 - smoothing : 0) + smoothing / 3
      return all - target * (z - normalizer)
    }, 0)
    return sum + (weights[i]! * loss) / logits.length
  }, 0)
}

test.each([0, 0.1])('value and gradient with smoothing %d', (smoothing) => {
  const targets = targetsOf(tf.tensor1d(labels, 'int32'), 3, smoothing)
  const loss = (z: Tensor2D) => softmaxCrossEntropy(z, targets, tf.tensor1d(weights) as Tensor1D)
  const { value, grad } = tf.valueAndGrad(loss as never)(tf.tensor2d(logits))
  expect(value.dataSync()[0]).toBeCloseTo(reference(logits, smoothing), 6)
  const ours = grad.dataSync()
  logits.flat().forEach((_, i) => {
    const at = (step: number) =>
      reference(
        logits.map((row, r) => row.map((z, c) => z + (3 * r + c === i ? step : 0))),
        smoothing,
      )
    expect(ours[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 6)
  })
})

test('logits of any size give a finite loss and gradient', () => {
  const targets = targetsOf(tf.tensor1d([0], 'int32'), 2)
  const loss = (z: Tensor2D) => softmaxCrossEntropy(z, targets, tf.ones([1]))
  const { value, grad } = tf.valueAndGrad(loss as never)(tf.tensor2d([[-2000, 3000]]))
  expect(value.dataSync()[0]).toBe(5000)
  expect(Array.from(grad.dataSync())).toEqual([-1, 1])
})

test('what is reported is the plain sum of losses and the number of right answers', () => {
  const [loss, correct] = batchMetrics(tf.tensor2d(logits), tf.tensor1d(labels, 'int32')).dataSync()
  const plain = logits.reduce((sum, row, i) => sum - row[labels[i]!]! + Math.log(row.reduce((all, z) => all + Math.exp(z), 0)), 0) // prettier-ignore
  expect(loss).toBeCloseTo(plain, 5)
  expect(correct).toBe(2)
})

describe('of mixed pictures', () => {
  const share = [0.7, 1, 0, 0.25]
  const classWeights = [2, 0.5, 3]
  const logP = logits.map((row) => {
    const normalizer = Math.log(row.reduce((all, z) => all + Math.exp(z), 0))
    return row.map((z) => z - normalizer)
  })
  const targetsWith = (smoothing: number) =>
    batchTargets(tf.tensor1d(labels, 'int32'), tf.tensor1d(classWeights), smoothing, (batch) =>
      blend(batch, tf.tensor2d(share, [4, 1])),
    )

  test.each([0, 0.2])('the loss counts both labels by share and weight, smoothing %d', (smoothing) => {
    const crossEntropy = (picture: number, label: number) =>
      logP[picture]!.reduce((sum, v, c) => sum - v * ((c === label ? 1 - smoothing : 0) + smoothing / 3), 0)
    const expected = logits.reduce((sum, _, i) => {
      const [own, other] = [labels[i]!, labels[(i + 1) % 4]!]
      const mine = share[i]! * classWeights[own]! * crossEntropy(i, own)
      const theirs = (1 - share[i]!) * classWeights[other]! * crossEntropy(i, other)
      return sum + (mine + theirs) / 4
    }, 0)
    const { loss, weights } = targetsWith(smoothing)
    expect(softmaxCrossEntropy(tf.tensor2d(logits), loss, weights).dataSync()[0]).toBeCloseTo(expected, 5)
  })

  test('an answer is as right as the share of the class that it names', () => {
    const [loss, right] = targetMetrics(tf.tensor2d(logits), targetsWith(0.2).metrics).dataSync()
    // Answers: 0 (own label, 0.7), 0 (not 2, wrong), 0 (neither), 1 (own label is 1 by 0.25; the other is 0).
    expect(right).toBeCloseTo(0.7 + 0 + 0 + 0.25, 6)
    const plain = logP.reduce((sum, row, i) => sum - share[i]! * row[labels[i]!]! - (1 - share[i]!) * row[labels[(i + 1) % 4]!]!, 0) // prettier-ignore
    expect(loss).toBeCloseTo(plain, 5)
  })

  test('classes that weigh nothing give no NaN', () => {
    const nothing = batchTargets(tf.tensor1d(labels, 'int32'), tf.zeros([3]), 0, (batch) => blend(batch, tf.tensor2d(share, [4, 1]))) // prettier-ignore
    expect(softmaxCrossEntropy(tf.tensor2d(logits), nothing.loss, nothing.weights).dataSync()[0]).toBeCloseTo(
      0,
      12,
    )
  })
})
