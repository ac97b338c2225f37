// Confident learning on cases that can be followed by hand, and on labels of which some were swapped.
import { expect, test } from 'vitest'
import { rng } from '../../rng'
import { classThresholds, labelErrors } from './label-errors'

test('the threshold of a class is what its pictures get for it on average', () => {
  const rows = [0.9, 0.1, 0.5, 0.5, 0.2, 0.8]
  const thresholds = classThresholds(rows, [0, 0, 1], 2)
  expect(thresholds[0]).toBeCloseTo(0.7, 12)
  expect(thresholds[1]).toBeCloseTo(0.8, 12)
})

test('a label is suspect where another class reaches its threshold, the surest first', () => {
  // Thresholds: class 0 (0.75 + 0.75 + 0.125 + 0.25) / 4 = 0.469; class 1 (1 + 0.5) / 2 = 0.75.
  const rows = [0.75, 0.25, 0.75, 0.25, 0.125, 0.875, 0.25, 0.75, 0, 1, 0.5, 0.5]
  const labels = [0, 0, 0, 0, 1, 1]
  // Picture 2 (0.875) and 3 (0.75) look like class 1. Picture 5 reaches class 0's threshold, but is as much a 1: a tie.
  expect(labelErrors(rows, labels, 2)).toEqual([2, 3])
})

test('a class that no picture has is not suggested, and unsure pictures are left alone', () => {
  expect(labelErrors([0.1, 0.1, 0.8, 0.9, 0.1, 0, 0.2, 0.8, 0], [0, 0, 1], 3)).toEqual([])
  expect(labelErrors([], [], 3)).toEqual([])
})

test('finds most of the swapped labels, and no honest one', () => {
  const random = rng(3, 'labels')
  const classes = 4
  const count = 400
  const truth = Array.from({ length: count }, () => random.below(classes))
  const swapped = new Set<number>()
  while (swapped.size < 20) swapped.add(random.below(count))
  const labels = truth.map((t, i) => (swapped.has(i) ? (t + 1 + random.below(classes - 1)) % classes : t))
  const rows = truth.flatMap((t) => {
    const scores = Array.from({ length: classes }, (_, c) =>
      Math.exp((c === t ? 3 : 0) + random.range(-1, 1)),
    )
    const sum = scores.reduce((x, y) => x + y)
    return scores.map((score) => score / sum)
  })
  const found = labelErrors(rows, labels, classes)
  expect(found.filter((one) => !swapped.has(one))).toEqual([])
  expect(found.length).toBeGreaterThanOrEqual(15)
})
