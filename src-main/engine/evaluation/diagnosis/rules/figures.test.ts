// Rules over the figures of an evaluation: what they find, and what they leave alone.
import { describe, expect, test } from 'vitest'
import { type Dataset, type SetMetrics } from '../../../../contract'
import { evenConfusion, factsOf, levelling, type Given, type GivenCurve } from '../testing'
import { confusedClasses } from './confused-classes'
import { leakage } from './leakage'
import { noBetterThanChance } from './no-better-than-chance'
import { overconfident } from './overconfident'
import { overfitting } from './overfitting'
import { testDiffers } from './test-differs'
import { testTooEasy } from './test-too-easy'
import { testTooSmall } from './test-too-small'
import { underfitting } from './underfitting'
import { weakClass } from './weak-class'
import { wrongScaling } from './wrong-scaling'

const three = ['butterfly', 'cat', 'horse']
const right = (accuracy: number, count: number): Partial<SetMetrics> => ({ accuracy, count })
const dataset = (train: readonly number[], origin: 'drawn' | 'ready' = 'drawn'): Dataset =>
  ({
    name: 'Pets',
    classes: train.map((n, i) => ({ name: `class ${i}`, train: n, validation: 10, test: 10 })),
    images: { train: 0, validation: 0, test: 0, total: 150, skipped: 0 },
    split: { seed: 1, origin, validation: 0.15, test: 0.15 },
  }) as unknown as Dataset

describe('overfitting', () => {
  const seen = (given: Given) => overfitting(factsOf(given))
  /** Validation turns up after epoch 4 while training goes on falling. */
  const turning: GivenCurve = {
    train: [1.2, 0.8, 0.55, 0.4, 0.28, 0.2, 0.13, 0.08],
    validation: [1.1, 0.8, 0.65, 0.6, 0.68, 0.75, 0.82, 0.9],
  }

  test('a gap beyond chance, with the curve behind it', () => {
    const found = seen({
      train: right(1, 400),
      confusion: evenConfusion(4, 100, 80),
      curve: turning,
      bestEpoch: 8,
    })
    expect(found).toMatchObject({
      severity: 'warning',
      evidence: {
        gap: expect.closeTo(0.2),
        lowestEpoch: 4,
        lowest: 0.6,
        last: 0.9,
        lastEpoch: 8,
        pastEpoch: 8,
      },
    })
    expect(found!.advice.slice(0, 2)).toEqual(['early-stopping', 'augment'])
    expect(found!.evidence.gapLow).toBeGreaterThan(0.1)
  })

  test('early stopping that kept the epoch before the turn is said', () => {
    const found = seen({
      train: right(0.93, 400),
      confusion: evenConfusion(4, 100, 86),
      curve: turning,
      bestEpoch: 4,
    })
    expect(found?.evidence).toMatchObject({ lowestEpoch: 4, keptEpoch: 4 })
    expect(found?.severity).toBe('info')
    expect(found?.advice).not.toContain('early-stopping')
  })

  test('the best epoch was there and was not kept', () => {
    const plan = { restoreBest: false, earlyStopping: { patience: 3 } }
    const found = seen({
      train: right(1, 400),
      confusion: evenConfusion(4, 100, 80),
      curve: turning,
      bestEpoch: 8,
      plan,
    })
    expect(found!.advice[0]).toBe('restore-best')
  })

  test.each<[string, Given]>([
    ['29 of 30 are right and all of the training pictures', { labels: three, train: right(1, 120), confusion: [[10, 0, 0], [0, 9, 1], [0, 0, 10]] }], // prettier-ignore
    ['the gap is sure and small', { train: right(0.93, 10_000), confusion: evenConfusion(4, 2500, 2250) }],
    ['the validation turned up, and the kept weights have no gap', { train: right(0.91, 400), curve: turning, bestEpoch: 4 }], // prettier-ignore
    ['the test is worse', { train: right(0.8, 400) }],
  ])('not where %s', (_name, given) => expect(seen(given)).toBeNull())

  test('in folds the training pictures count once', () => {
    const folds = [1, 2, 3, 4, 5].map((fold) => ({ fold, train: { loss: 0, accuracy: 1, count: 24 }, validation: null, test: { loss: 0, accuracy: 0.9, count: 6 }, epochs: 10, bestEpoch: 10, stoppedEarly: false, seconds: 1 })) // prettier-ignore
    const confusion = [[9, 1, 0], [0, 9, 1], [1, 0, 9]] // prettier-ignore
    const curves = folds.map(({ fold }) => ({ ...levelling, fold }))
    expect(seen({ labels: three, train: right(1, 120), confusion, folds, curves })).toBeNull()
  })

  test('test pictures of another kind are another finding', () => {
    const given = {
      train: right(0.9, 400),
      validation: right(0.9, 400),
      confusion: evenConfusion(4, 100, 70),
    }
    expect(seen(given)).toBeNull()
    const differs = (one: Dataset | undefined) => testDiffers(factsOf({ ...given, dataset: one }))
    expect(differs(dataset([100, 100, 100, 100], 'ready'))?.evidence).toMatchObject({ validationAccuracy: 0.9, testAccuracy: 0.7 }) // prettier-ignore
    // Drawn from the same pictures they cannot be of another kind.
    expect(differs(dataset([100, 100, 100, 100]))).toBeNull()
    expect(differs(undefined)).toBeNull()
  })
})

describe('underfitting', () => {
  const seen = (given: Given) => underfitting(factsOf(given))
  const poor = { train: right(0.55, 400), confusion: evenConfusion(4, 100, 53) }

  test('not even its own pictures', () => {
    expect(seen(poor)).toMatchObject({
      severity: 'warning',
      evidence: { trainAccuracy: 0.55, testAccuracy: 0.53 },
    })
    expect(seen({ ...poor, plan: { augmentation: { rotation: 30 } } })!.advice[0]).toBe('less-augmentation')
  })

  test('that may pass with more epochs, where the training loss was still coming down', () => {
    const train = [1.38, 1.34, 1.29, 1.25, 1.2, 1.14, 1.09, 1.03]
    const found = seen({ ...poor, curve: { train, validation: train } })
    expect(found).toMatchObject({
      evidence: { suggestedEpochs: 16 },
      advice: expect.arrayContaining(['more-epochs']),
    })
  })

  test.each<[string, Given]>([
    ['it knows its pictures', { train: right(0.95, 400), confusion: evenConfusion(4, 100, 60) }],
    ['half of the pictures would be right by always saying one class', { labels: ['a', 'b'], train: right(0.97, 400), confusion: [[50, 0], [0, 50]] }], // prettier-ignore
    ['it had two epochs', { ...poor, curve: { train: [1.3, 1.2], validation: [1.3, 1.2] } }],
    ['few pictures cannot say so', { labels: three, train: right(0.6, 10), confusion: [[2, 1, 1], [1, 2, 1], [1, 1, 2]] }], // prettier-ignore
  ])('not where %s', (_name, given) => expect(seen(given)).toBeNull())
})

describe('no better than chance', () => {
  const seen = (given: Given) => noBetterThanChance(factsOf(given))

  test('always the same', () => {
    const found = seen({ labels: three, confusion: [[10, 0, 0], [10, 0, 0], [10, 0, 0]] }) // prettier-ignore
    expect(found?.evidence).toMatchObject({ variant: 'constant', said: 'butterfly', accuracy: 10 / 30 })
  })

  test('at random', () => {
    expect(seen({ labels: three, confusion: [[4, 3, 3], [3, 4, 3], [4, 3, 3]] })?.evidence).toMatchObject({ variant: 'random' }) // prettier-ignore
  })

  test.each<[string, number[][]]>([
    ['rare classes are found, below the share of the large one', [[60, 20, 10], [1, 4, 0], [1, 0, 4]]], // prettier-ignore
    ['two thirds of 60 are right', [[13, 4, 3], [4, 13, 3], [3, 4, 13]]], // prettier-ignore
  ])('not where %s', (_name, confusion) => expect(seen({ labels: three, confusion })).toBeNull())
})

describe('leaking and too easy tests', () => {
  /** Of 40 test pictures the first ten have copies. Those are right, of the others half. */
  const half = { labels: ['a', 'b'], confusion: [[15, 5], [10, 10]] } // prettier-ignore
  const copies = Array.from({ length: 10 }, (_, i) => i)

  test('what the accuracy is without the copies', () => {
    expect(leakage(factsOf({ ...half, copies }))).toMatchObject({
      severity: 'warning',
      evidence: {
        copies: 10,
        count: 40,
        share: 0.25,
        accuracy: 0.625,
        accuracyOfCopies: 1,
        without: 0.5,
        rest: 30,
      },
      advice: ['settle-copies', 'check-split'],
    })
  })

  test('few copies that change nothing are worth knowing', () => {
    const confusion = [[450, 50], [50, 450]] // prettier-ignore
    const found = leakage(factsOf({ labels: ['a', 'b'], confusion, copies: [3, 700] }))
    expect(found).toMatchObject({ severity: 'info', evidence: { same: expect.closeTo(0.9, 3) } })
    expect(found!.evidence).not.toHaveProperty('without')
  })

  test('a test of nothing but copies; none; copies that were not tested; nobody knows', () => {
    const all = Array.from({ length: 40 }, (_, i) => i)
    expect(leakage(factsOf({ ...half, copies: all }))?.evidence).not.toHaveProperty('without')
    expect(leakage(factsOf({ ...half, copies: [] }))).toBeNull()
    expect(leakage(factsOf({ ...half, copies: [99] }))).toBeNull()
    expect(leakage(factsOf(half))).toBeNull()
  })

  test('better on the test than on the training pictures', () => {
    const easy = { train: right(0.8, 400), confusion: evenConfusion(4, 100, 92) }
    expect(testTooEasy(factsOf(easy))?.evidence).toMatchObject({ trainAccuracy: 0.8, testAccuracy: 0.92 })
    expect(testTooEasy(factsOf({ ...easy, train: right(0.9, 400) }))).toBeNull()
  })
})

describe('a test too small', () => {
  const thirty = { labels: three, confusion: [[10, 0, 0], [0, 9, 1], [0, 0, 10]] } // prettier-ignore

  test('29 of 30 are between 83 and 99 %, and folds would test all', () => {
    const found = testTooSmall(factsOf({ ...thirty, dataset: dataset([40, 40, 40]) }))
    expect(found).toMatchObject({
      severity: 'info',
      evidence: { count: 30, onePicture: 1 / 30, suggestedFolds: 5, total: 150 },
      advice: ['folds', 'more-test-pictures'],
    })
    expect(found!.evidence.low).toBeCloseTo(0.8333, 3)
    // Wilson's interval at 29 / 30 is ± 5.02 points for 64 pictures, ± 4.97 for 65.
    expect(found!.evidence.needed).toBe(65)
  })

  test('no folds where they are not possible, or are there', () => {
    expect(testTooSmall(factsOf({ ...thirty, dataset: dataset([40, 40, 40], 'ready') }))!.advice).toEqual(['more-test-pictures']) // prettier-ignore
    expect(testTooSmall(factsOf(thirty))!.advice).toEqual(['more-test-pictures'])
  })

  test('not from 400 pictures', () => expect(testTooSmall(factsOf())).toBeNull())
})

describe('classes', () => {
  const weak = evenConfusion(4, 100, 92)
  weak[2] = [20, 5, 70, 5]

  test('one that lags behind, with what it is taken for', () => {
    const found = weakClass(factsOf({ confusion: weak, dataset: dataset([300, 300, 80, 300]) }))
    expect(found).toMatchObject({
      severity: 'warning',
      evidence: {
        class: 'horse',
        recall: 0.7,
        taken: 'cat',
        takenCount: 20,
        classPictures: 80,
        mostPictures: 300,
      },
      advice: ['look-at-mistakes', 'balance', 'more-of-class', 'check-labels'],
    })
    const balanced = {
      confusion: weak,
      dataset: dataset([300, 300, 80, 300]),
      plan: { classBalance: 'weights' },
    }
    expect(weakClass(factsOf(balanced))!.advice).not.toContain('balance')
  })

  test.each<[string, number[][]]>([
    ['all do equally badly', evenConfusion(4, 100, 40)],
    ['one of ten pictures is less', [[10, 0, 0, 0], [0, 10, 0, 0], [0, 2, 8, 0], [0, 0, 0, 10]]], // prettier-ignore
    ['one has no test pictures', [[40, 0, 0, 0], [0, 40, 0, 0], [0, 0, 0, 0], [0, 0, 0, 40]]], // prettier-ignore
  ])('none where %s', (_name, confusion) => expect(weakClass(factsOf({ confusion }))).toBeNull())

  test('two that are taken for each other', () => {
    const confusion = evenConfusion(4, 100, 94)
    confusion[0] = [70, 26, 2, 2]
    confusion[1] = [24, 72, 2, 2]
    expect(confusedClasses(factsOf({ confusion }))?.evidence).toMatchObject({ class: 'cat', other: 'dog', ab: 26, ba: 24, share: 0.25 }) // prettier-ignore
  })

  test.each<[string, Given]>([
    ['mistakes fall evenly', { confusion: evenConfusion(4, 100, 40) }],
    ['there are two classes', { labels: ['a', 'b'], confusion: [[60, 40], [40, 60]] }], // prettier-ignore
    ['there is hardly a mistake', { confusion: evenConfusion(4, 100, 98) }],
  ])('none where %s', (_name, given) => expect(confusedClasses(factsOf(given))).toBeNull())
})

test('overconfident: surer than right, by more than chance', () => {
  const given = { confusion: evenConfusion(4, 100, 75) }
  const found = overconfident(factsOf({ ...given, confidence: 0.92 }))
  expect(found?.evidence.difference).toBeCloseTo(0.17, 6)
  expect(found?.advice).toEqual(['calibrate', 'label-smoothing', 'early-stopping'])
  expect(overconfident(factsOf({ ...given, confidence: 0.78 }))).toBeNull()
  expect(overconfident(factsOf({ ...given, confidence: 0.6 }))).toBeNull()
  // Ten pictures cannot tell 90 % from 80 %.
  expect(overconfident(factsOf({ labels: ['a', 'b'], confusion: [[4, 1], [1, 4]], confidence: 0.9 }))).toBeNull() // prettier-ignore
})

test('pixels on another scale than the base was trained with', () => {
  const head = {
    pooling: 'globalAverage',
    dense: 0,
    batchNorm: false,
    dropout: 0,
    activation: 'relu',
  } as const
  const base = { version: 1, id: 'resnet50', title: 'ResNet50', architecture: 'resnet50', alpha: 1, size: 224, sha256: null, bytes: 0, file: null, origin: 'catalogue' } as const // prettier-ignore
  const on = (scaling: 'own' | 'unit' | 'caffe', weights: 'pretrained' | 'random' = 'pretrained') =>
    wrongScaling(factsOf({ base: base as never, model: { name: 'transfer', options: { base: 'resnet50', head, scaling, weights } } })) // prettier-ignore
  expect(on('unit')).toMatchObject({ evidence: { base: 'ResNet50', scaling: 'unit', own: 'caffe' }, advice: ['own-scaling'] }) // prettier-ignore
  expect(on('own')).toBeNull()
  expect(on('caffe')).toBeNull()
  expect(on('unit', 'random')).toBeNull()
  expect(wrongScaling(factsOf())).toBeNull()
})
