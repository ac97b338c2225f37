// Too few epochs, too little patience, too low a rate: curves that are not done, and curves that are.
import { describe, expect, test } from 'vitest'
import { factsOf, levelling, type Given, type GivenCurve } from '../testing'
import { rateTooLow } from './rate-too-low'
import { stoppedTooEarly } from './stopped-too-early'

const seen = (given: Given) => stoppedTooEarly(factsOf(given))
const accuracies = (epochs: number, value = 0.7) => Array<number>(epochs).fill(value)
const curve = (validation: readonly number[], more: Partial<GivenCurve> = {}): GivenCurve => ({
  train: validation.map((loss) => loss - 0.02),
  validation,
  trainAccuracy: accuracies(validation.length),
  validationAccuracy: accuracies(validation.length),
  ...more,
})
const falling = [1.3, 1.1, 0.95, 0.84, 0.75, 0.67, 0.6, 0.54]

describe('out of epochs', () => {
  test('a validation loss that falls to the last epoch', () => {
    expect(seen({ curve: curve(falling) })).toMatchObject({
      severity: 'warning',
      evidence: { variant: 'epochs', epochs: 8, from: 0.75, to: 0.54, over: 4, suggestedEpochs: 16 },
      advice: ['more-epochs', 'early-stopping'],
    })
  })

  test('without validation the training loss tells', () => {
    const { validation: _, ...alone } = curve(falling)
    expect(seen({ curve: alone })?.evidence).toMatchObject({ variant: 'epochs' })
  })

  test.each<[string, Given]>([
    ['levels off', { curve: levelling }],
    ['has nothing left to win', { curve: curve(falling, { validationAccuracy: accuracies(8, 0.99) }) }],
    ['was ended by early stopping', { curve: curve(falling), stoppedEarly: true }],
    ['came down with its schedule', { curve: curve(falling, { rateAtEnd: 0.02 }) }],
    ['was best before', { curve: curve([...falling, 0.6, 0.62]), bestEpoch: 8 }],
    ['only shakes', { curve: curve([0.7, 0.65, 0.72, 0.66, 0.71, 0.64, 0.69, 0.63]) }],
  ])('not where it %s', (_name, given) => expect(seen(given)).toBeNull())

  test('two or three epochs, each much better than the one before', () => {
    expect(seen({ curve: curve([1.3, 1, 0.8]) })?.evidence).toMatchObject({ from: 1.3, to: 0.8, over: 3 })
    expect(seen({ curve: curve([1.3, 1, 0.98]) })).toBeNull()
  })

  test('of a plan of phases the last one tells', () => {
    const plan = { phases: [{ epochs: 4 }, { epochs: 4 }] }
    const first = { ...curve([1.3, 1.1, 0.95, 0.84, 0.6, 0.58, 0.575, 0.574]), phases: [0, 4] }
    expect(seen({ plan, curve: first })).toBeNull()
    expect(seen({ plan, curve: { ...curve(falling), phases: [0, 4] } })?.evidence).toMatchObject({
      epochs: 4,
    })
  })
})

describe('one epoch', () => {
  const one = (batches?: readonly number[]): GivenCurve => ({
    train: [1.2],
    validation: [1],
    trainAccuracy: [0.5],
    batches,
  })

  test('in which the loss fell from batch to batch', () => {
    const found = seen({ curve: one([1.5, 1.4, 1.2, 1.1, 1.05, 1, 0.95, 0.9]), train: { accuracy: 0.6 } })
    expect(found?.evidence).toMatchObject({ variant: 'one', from: 1.45, to: 0.925, suggestedEpochs: 10 })
  })

  test('that is told by its end alone, where nothing else lowers the loss at inference', () => {
    const train = { accuracy: 0.6, loss: 0.9 }
    expect(seen({ curve: one(), train })?.evidence).toMatchObject({ variant: 'one', from: 1.2, to: 0.9 })
    // With augmentation it would be lower in any case; what is left is that its own pictures are not known.
    const augmented = { plan: { augmentation: { flip: true } } }
    expect(seen({ curve: one(), train, ...augmented })?.evidence).toMatchObject({ variant: 'few', epochs: 1 })
    expect(seen({ curve: one(), train: { accuracy: 0.9, loss: 0.9 }, ...augmented })).toBeNull()
    expect(seen({ curve: one(), train: { accuracy: 0.9, loss: 1.18 } })).toBeNull()
  })

  test('of a run of several epochs says nothing', () => {
    const train = { accuracy: 0.6, loss: 0.9 }
    expect(seen({ curve: curve([1.2, 1.19, 1.18, 1.175]), train })).toBeNull()
  })
})

describe('out of patience', () => {
  const early = { stoppedEarly: true, plan: { phases: [{ epochs: 30 }], earlyStopping: { patience: 1 } } }
  const shaking = [1.2, 0.95, 1.02, 0.8, 0.9, 0.7, 0.72]
  const train = [1.25, 1.05, 0.95, 0.85, 0.78, 0.7, 0.6]

  test('a rise within the noise, while the training loss went on falling', () => {
    const given = { ...early, bestEpoch: 6, curve: curve(shaking, { train }) }
    expect(seen(given)).toMatchObject({
      severity: 'info',
      evidence: { variant: 'patience', patience: 1, suggestedPatience: 3 },
      advice: ['more-patience'],
    })
  })

  test('not a rise that is clear, nor one after which nothing was won', () => {
    const clear = curve([1.2, 1, 0.9, 0.8, 0.75, 0.7, 0.9], { train })
    expect(seen({ ...early, bestEpoch: 6, curve: clear })).toBeNull()
    const level = curve(shaking, { train: [1.25, 1, 0.9, 0.8, 0.75, 0.7, 0.69] })
    expect(seen({ ...early, bestEpoch: 6, curve: level })).toBeNull()
  })
})

describe('a rate too low', () => {
  const low = (learningRate: number, more: object = {}) => ({
    plan: { phases: [{ epochs: 8, learningRate, ...more }] },
  })
  const straight = [1.38, 1.36, 1.34, 1.32, 1.3, 1.28, 1.26, 1.24]

  test('a straight line that ends high', () => {
    expect(rateTooLow(factsOf({ ...low(1e-5), curve: { train: straight } }))).toMatchObject({
      evidence: { learningRate: 1e-5, usualRate: 1e-3, first: 1.38, last: 1.24, suggestedRate: 1e-4 },
      advice: ['raise-rate', 'more-epochs'],
    })
  })

  test.each<[string, Given]>([
    ['at a usual rate', { ...low(1e-3), curve: { train: straight } }],
    [
      'where it levels off',
      { ...low(1e-5), curve: { train: [1.38, 1.2, 1.1, 1.05, 1.03, 1.02, 1.01, 1.01] } },
    ],
    ['where it got far', { ...low(1e-5), curve: { train: straight.map((loss) => loss - 0.8) } }],
    ['after three epochs', { ...low(1e-5), curve: { train: straight.slice(0, 3) } }],
  ])('not %s', (_name, given) => expect(rateTooLow(factsOf(given))).toBeNull())

  test('not of what is pretrained: small rates are right for it', () => {
    const model = { name: 'transfer', options: { base: 'mini', head: { pooling: 'globalAverage', dense: 0, batchNorm: false, dropout: 0, activation: 'relu' }, scaling: 'own', weights: 'pretrained' } } as const // prettier-ignore
    const given = (trainable: string) => ({ ...low(1e-5, { trainable }), model, curve: { train: straight } })
    expect(rateTooLow(factsOf(given('all')))).toBeNull()
    expect(rateTooLow(factsOf(given('head')))).not.toBeNull()
  })
})
