// Rates too high as they look: most curves here are of real trainings, rounded.
import { expect, test } from 'vitest'
import { factsOf, levelling, type Given, type GivenCurve } from '../testing'
import { rateTooHigh } from './rate-too-high'

const seen = (given: Given) => rateTooHigh(factsOf(given))
const at = (learningRate: number, epochs = 20) => ({ plan: { phases: [{ epochs, learningRate }] } })
const three = { labels: ['butterfly', 'cat', 'horse'] }

/** The seed CNN at 64 px on 126 pictures of three classes, Adam. */
const rate01: GivenCurve = {
  train: [9350.33, 14.27, 1.43, 1.12, 1.12, 1.11, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1],
  validation: [68.66, 1.45, 1.22, 1.1, 1.11, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1],
  batches: [4.9, 42_586, 3000, 600],
}
const rate0001: GivenCurve = {
  train: [1.75, 1.09, 1.07, 0.99, 0.87, 0.69, 0.47, 0.42, 0.29, 0.18, 0.12, 0.07, 0.06, 0.03, 0.02, 0.01],
  validation: [1.1, 1.09, 1.08, 1.09, 1.09, 1.08, 1.33, 0.94, 0.9, 0.84, 0.83, 1.09, 0.86, 0.87, 1.02, 1.03],
  batches: [1.1, 4.81, 1.9, 1.2],
}

test('nothing learned after a leap at the start: the rate, and a tenth of it', () => {
  expect(seen({ ...three, ...at(0.1), curve: rate01 })).toMatchObject({
    severity: 'warning',
    evidence: { variant: 'stuck', learningRate: 0.1, suggestedRate: 0.01, peak: 42_586 },
    advice: ['lower-rate', 'warm-up'],
  })
})

test('a leap from which it recovers was a leap all the same', () => {
  const train = [19.8, 1.12, 1.1, 1.09, 1.06, 0.98, 0.82, 0.54, 0.42, 0.31]
  const found = seen({ ...three, ...at(0.01), curve: { train, batches: [1.1, 96, 12, 2] } })
  expect(found?.evidence).toMatchObject({ variant: 'spike', peak: 96 })
})

test('a good rate that overshoots in its first steps, and waits before it learns, is none', () => {
  expect(seen({ ...three, ...at(0.001), curve: rate0001 })).toBeNull()
  for (const epochs of [1, 2, 3, 4, 5]) {
    const cut = {
      ...rate0001,
      train: rate0001.train.slice(0, epochs),
      validation: rate0001.validation!.slice(0, epochs),
    }
    expect(seen({ ...three, ...at(0.001, epochs), curve: cut })).toBeNull()
  }
})

test('nothing learned at a usual rate, without a leap, may have other reasons', () => {
  const flat = Array<number>(12).fill(1.386)
  expect(seen({ ...at(0.001), curve: { train: flat } })).toBeNull()
  // Far from usual it has one.
  expect(seen({ ...at(0.05), curve: { train: flat } })?.evidence).toMatchObject({
    variant: 'stuck',
    usualRate: 0.001,
  })
  const sgd = { plan: { phases: [{ epochs: 12, learningRate: 0.05, optimizer: { name: 'sgd' } }] } }
  expect(seen({ ...sgd, curve: { train: flat } })).toBeNull()
})

test('a first loss that is high before anything was learned is not the rate', () => {
  const train = [9, 2, 1.2, 0.9, 0.7, 0.6]
  expect(seen({ ...at(0.001), curve: { train, batches: [21, 9, 4, 2] } })).toBeNull()
})

test('a loss that rises from the start', () => {
  const found = seen({ ...at(0.01), curve: { train: [0.9, 1.0, 1.2, 1.5] } })
  expect(found?.evidence).toMatchObject({ variant: 'rises', first: 0.9, last: 1.5, epochs: 4 })
})

test('a loss that jumps about, and one that trembles', () => {
  const jumping = [1.2, 0.8, 1.3, 0.7, 1.1, 0.6, 1.0, 0.9]
  expect(seen({ ...at(0.01), curve: { train: jumping } })?.evidence).toMatchObject({
    variant: 'jumps',
    jumps: 3,
  })
  const trembling = levelling.train.map((loss, i) => loss + (i % 2) * 0.05)
  expect(seen({ ...at(0.01), curve: { train: trembling } })).toBeNull()
})

test('a second phase that spoils the first, not one that starts rough and goes on', () => {
  const plan = { phases: [{ epochs: 3 }, { epochs: 3, learningRate: 0.05 }] }
  const phases = [0, 3]
  const spoiled = { train: [1.1, 0.8, 0.6, 2.5, 1.6, 1.4], phases }
  expect(seen({ plan, curve: spoiled })?.evidence).toMatchObject({
    variant: 'spoiled',
    phase: 2,
    before: 0.6,
    after: 2.5,
    lowest: 1.4,
    suggestedRate: 0.005,
  })
  expect(seen({ plan, curve: { train: [1.1, 0.8, 0.6, 0.9, 0.5, 0.3], phases } })).toBeNull()
})

test('a loss that was no longer a number', () => {
  const given = { status: 'failed', code: 'training-diverged', ...at(1), curve: { train: [3, 90] } } as const
  expect(seen(given)?.evidence).toMatchObject({ variant: 'diverged', epoch: 3, learningRate: 1 })
  expect(seen({ ...given, curves: [] })?.evidence).toMatchObject({ epoch: 1 })
  expect(seen({ ...given, code: 'disk-full' })).toBeNull()
})

test('in a cross-validation, what most folds show', () => {
  const folds = (bad: number) =>
    Array.from({ length: 5 }, (_, i) => ({ ...(i < bad ? rate01 : rate0001), fold: i + 1 }))
  expect(seen({ ...three, ...at(0.1), curves: folds(4) })?.evidence).toMatchObject({ folds: 4, foldsOf: 5 })
  expect(seen({ ...three, ...at(0.1), curves: folds(2) })).toBeNull()
})
