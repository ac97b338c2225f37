import { describe, expect, test } from 'vitest'
import { argmaxRows, confusionMatrix } from './confusion'
import { evaluateProbabilities } from './evaluate-probabilities'
import { accuracy, classScores, crossEntropy } from './metrics'
import { wilsonInterval } from './statistics/wilson'

describe('metrics', () => {
  test('a confusion matrix by hand', () => {
    expect(confusionMatrix([0, 0, 1, 2, 2], [0, 1, 1, 0, 2], 3)).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [1, 0, 1],
    ])
  })

  test('the first of equal probabilities wins', () => {
    expect([...argmaxRows(Float32Array.from([0.5, 0.5, 0.2, 0.4, 0.4, 0]), 3)]).toEqual([0, 0])
    expect([...argmaxRows(Float32Array.from([0.1, 0.1, 0.2, 0.4]), 2)]).toEqual([0, 1])
  })

  test('a class that does not occur has no recall; one never predicted no precision', () => {
    const [absent, missed, neither] = classScores([
      [0, 0, 0],
      [3, 0, 0],
      [0, 0, 0],
    ])
    expect(absent).toEqual({ support: 0, recall: null, precision: 0, f1: 0 })
    expect(missed).toEqual({ support: 3, recall: 0, precision: null, f1: 0 })
    expect(neither).toEqual({ support: 0, recall: null, precision: null, f1: null })
  })

  test('a certain mistake costs much, not infinitely much', () => {
    expect(crossEntropy(Float32Array.from([0, 1]), [0], 2)).toBeCloseTo(52 * Math.LN2, 12)
    expect(crossEntropy(Float32Array.from([0.5, 0.5]), [1], 2)).toBeCloseTo(Math.LN2, 12)
  })

  test('nothing has no accuracy, no loss and no interval', () => {
    expect(accuracy([], [])).toBeNull()
    expect(crossEntropy(new Float32Array(0), [], 3)).toBeNull()
    expect(wilsonInterval(0, 0)).toBeNull()
  })

  test('29 of 30 is not 96.67 % and nothing else', () => {
    // The published example: p = 29/30, 95 %, by hand.
    const { low, high } = wilsonInterval(29, 30)!
    expect(low).toBeCloseTo(0.8333, 4)
    expect(high).toBeCloseTo(0.9941, 4)
    expect(wilsonInterval(30, 30)!.high).toBe(1)
    expect(wilsonInterval(0, 30)!.low).toBe(0)
  })
})

describe('an evaluation', () => {
  const nothing = { probabilities: new Float32Array(0), labels: [] }
  const two = { probabilities: Float32Array.from([0.9, 0.1, 0.8, 0.2]), labels: [0, 1] }
  const test_ = { ...two, index: [4, 9] }

  test('has what each test image was taken for, and a class without images has no figures', () => {
    const sure = { probabilities: Float32Array.from([0.5, 0.25, 0.25]), labels: [0] }
    const result = evaluateProbabilities(
      { train: sure, validation: nothing, test: { ...sure, index: [7] } },
      ['cat', 'dog', 'fish'],
      2,
    )
    expect(result.predictions).toEqual({ index: [7], label: [0], predicted: [0], confidence: [0.5] })
    expect(result.validation).toBeNull()
    expect(result.classes.map((c) => c.accuracy)).toEqual([1, null, null])
    expect(result.classes.map((c) => c.interval === null)).toEqual([false, true, true])
    expect(result.gap).toBe(0)
  })

  test('says what accuracy hides where classes are uneven', () => {
    // Nine of class 0, all right; three of class 1, one right: accuracy 10/12.
    const labels = [...Array<number>(9).fill(0), 1, 1, 1]
    const probabilities = Float32Array.from(labels.flatMap((_, i) => (i === 9 ? [0.1, 0.9] : [0.9, 0.1])))
    const uneven = { probabilities, labels, index: labels.map((_, i) => i) }
    const made = evaluateProbabilities({ train: uneven, validation: nothing, test: uneven }, ['a', 'b'], 1)
    expect(made.test.accuracy).toBeCloseTo(10 / 12, 12)
    expect(made.uneven).toBe(true)
    expect(made.balancedAccuracy).toBeCloseTo((1 + 1 / 3) / 2, 12)
    // F1 = 2 TP / (2 TP + FP + FN): 18/20 and 2/4.
    expect(made.macroF1).toBeCloseTo((0.9 + 0.5) / 2, 12)
    const even = evaluateProbabilities({ train: two, validation: nothing, test: test_ }, ['a', 'b'], 1)
    expect([even.uneven, even.balancedAccuracy]).toEqual([false, 0.5])
  })

  test('is not made of probabilities that are not numbers', () => {
    const broken = { ...test_, probabilities: Float32Array.from([0.9, 0.1, NaN, 0.2]) }
    expect(() =>
      evaluateProbabilities({ train: two, validation: nothing, test: broken }, ['a', 'b'], 1),
    ).toThrow(expect.objectContaining({ code: 'training-diverged' }))
  })

  test('is not made without test images', () => {
    const none = { ...nothing, index: [] }
    expect(() => evaluateProbabilities({ train: two, validation: two, test: none }, ['a', 'b'], 1)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    )
  })
})
