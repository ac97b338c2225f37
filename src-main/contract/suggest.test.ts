import { describe, expect, it } from 'vitest'
import { type Dataset } from './dataset'
import { halfWidth, imbalanceOf, suggestBalance, suggestFolds } from './suggest'

const set = (sizes: number[], origin: Dataset['split']['origin'] = 'drawn') => {
  const classes = sizes.map((size, at) => ({
    name: `class ${at}`,
    train: size - 2 * Math.floor(size / 5),
    validation: Math.floor(size / 5),
    test: Math.floor(size / 5),
  }))
  const sum = (of: 'train' | 'validation' | 'test') => classes.reduce((all, one) => all + one[of], 0)
  const images = { train: sum('train'), validation: sum('validation'), test: sum('test') }
  const total = images.train + images.validation + images.test
  return {
    name: 'set',
    classes,
    images: { ...images, total, skipped: 0 },
    split: { seed: 1, origin, validation: 0.2, test: 0.2 },
  } as Dataset
}

it('halfWidth is that of Wilson’s interval', () => {
  // Checked against statsmodels: proportion_confint(85, 100, method='wilson') is 0.7672, 0.9069.
  expect(halfWidth(0.85, 100)).toBeCloseTo((0.9069 - 0.7672) / 2, 3)
})

describe('suggestFolds', () => {
  it('suggests them for 150 photos, with what they bring', () => {
    const found = suggestFolds(set([50, 50, 50]))!
    expect(found).toMatchObject({ folds: 5, test: 30, total: 150 })
    expect(found.now).toBeGreaterThan(2 * found.then)
  })

  it('asks for fewer where a class is small, for none where that is not possible or not needed', () => {
    expect(suggestFolds(set([50, 4]))?.folds).toBe(3)
    expect(suggestFolds(set([50, 2]))).toBeNull()
    expect(suggestFolds(set([600, 600]))).toBeNull()
    expect(suggestFolds(set([50, 50], 'ready'))).toBeNull()
  })
})

it('suggestBalance names the largest and the smallest class', () => {
  expect(suggestBalance(set([300, 20]))).toEqual({
    most: { name: 'class 0', count: 180 },
    fewest: { name: 'class 1', count: 12 },
  })
  expect(suggestBalance(set([50, 45]))).toBeNull()
})

it('imbalanceOf compares the largest class with the smallest', () => {
  expect(imbalanceOf(set([300, 20]))).toBe(15)
  expect(imbalanceOf(set([5, 5]))).toBe(1)
})
