// The named policies: each is its own name, and what is none of them is called custom.
import { expect, test } from 'vitest'
import { augmentationPolicies, augmentationPolicy, policyOf } from './augmentation'
import { augmentation, classBalanceOf, plan } from './plan'

test.each(augmentationPolicy.options)('%s is called by its name, and differs from the others', (name) => {
  expect(policyOf(augmentationPolicies[name])).toBe(name)
  expect(policyOf({ ...augmentationPolicies[name] })).toBe(name)
})

test('a change by hand makes it custom; the order of the fields does not', () => {
  expect(policyOf({ ...augmentationPolicies.light, hue: 0.1 })).toBe('custom')
  const reversed = Object.fromEntries(Object.entries(augmentationPolicies.standard).reverse())
  expect(policyOf(augmentation.parse(reversed))).toBe('standard')
})

test('plans from before `classBalance` keep their class weights', () => {
  const asked = (fields: object) => classBalanceOf(plan.parse({ phases: [{ epochs: 1 }], ...fields }))
  expect(asked({})).toBe('none')
  expect(asked({ classWeights: 'balanced' })).toBe('weights')
  expect(asked({ classWeights: 'balanced', classBalance: 'sampling' })).toBe('sampling')
})
