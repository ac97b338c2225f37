// What holds for every recipe, whatever the data: fair conditions, valid requests, allowed sizes, honest lists of what
// is missing.
import { describe, expect, it } from 'vitest'
import { recipe as recipeShape, recipeName, recipeOptions, runRequest, type Recipe } from '../../contract'
import { basesWith, baseInfo, cifarFacts, datasetOf, factsOf } from '../../../tests/support/recipeFacts'
import type { RecipeFacts } from './facts'
import { recipeFor, recipesFor } from './index'

const options = recipeOptions.parse({})
const all = basesWith().map(({ architecture }) => architecture)

const cases: [string, RecipeFacts][] = [
  ['150 photos', factsOf()],
  ['150 photos, nothing installed', factsOf({ bases: basesWith() })],
  ['150 photos, everything installed', factsOf({ bases: basesWith(...all) })],
  ['150 photos, a graphics card', factsOf({ machine: { card: 'RTX 4070', cores: 16 } })],
  ['CIFAR-10', cifarFacts()],
  ['20,000 photos', factsOf({ dataset: datasetOf([10_000, 10_000]) })],
  ['uneven classes', factsOf({ dataset: datasetOf([900, 60]) })],
  ['one base alone, that takes nothing below 71 pixels', factsOf({ bases: [baseInfo('mobilenet-v2', 'installed', { smallest: 71 })] })], // prettier-ignore
]

/** The plan without what may differ: what trains, and for how long. */
const shared = ({ runs }: Recipe) =>
  runs.map(({ dataset, seed, folds, plan: { phases: _phases, ...plan } }) => ({ dataset, seed, folds, plan }))

describe.each(cases)('%s', (_name, facts) => {
  const made = recipesFor(facts, options)
  const smallest = new Map(facts.bases.map((one) => [one.id, one.smallest]))

  it('makes recipes that the contract takes, each name once', () => {
    const names = made.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
    expect(names[0]).toBe('advice')
    for (const one of made) expect(recipeShape.parse(one)).toEqual(one)
  })

  it.each(made.map((one) => [one.name, one] as const))(
    '%s: the same conditions for all runs',
    (_recipe, one) => {
      expect(one.runs.length).toBeGreaterThan(1)
      const [first, ...others] = shared(one)
      for (const other of others) expect(other).toEqual(first)
      const names = one.runs.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
    },
  )

  it.each(made.map((one) => [one.name, one] as const))('%s: sizes that the family allows', (_recipe, one) => {
    for (const { model, size } of one.runs) {
      if (model.name === 'transfer') expect(size).toBeGreaterThanOrEqual(smallest.get(model.options.base)!)
    }
  })

  it.each(made.map((one) => [one.name, one] as const))('%s: names what is not there', (_recipe, one) => {
    const used = one.runs.flatMap(({ model }) => (model.name === 'transfer' ? [model.options.base] : []))
    const absent = facts.bases.filter(({ state }) => state === 'available').map(({ id }) => id)
    expect(one.missing.map(({ base }) => base)).toEqual(
      [...new Set(used)].filter((id) => absent.includes(id)),
    )
    // What is recommended is not needed.
    for (const { base } of one.recommended) {
      expect(used).not.toContain(base)
      expect(absent).toContain(base)
    }
  })

  it.each(made.map((one) => [one.name, one] as const))('%s: the same again', (name, one) => {
    expect(recipeFor(name, facts, options)).toEqual(one)
  })
})

describe('options', () => {
  const facts = factsOf()
  it.each(recipeName.options)('%s takes seed, epochs and folds', (name) => {
    const made = recipeFor(name, facts, recipeOptions.parse({ seed: 7, epochs: 2, folds: null }))!
    for (const run of made.runs) {
      expect(run).toMatchObject({ seed: 7, folds: null, plan: { earlyStopping: null } })
      expect(run.plan.phases.map(({ epochs }) => epochs)).toEqual(run.plan.phases.map(() => 2))
    }
    expect(recipeFor(name, facts, recipeOptions.parse({ folds: 3 }))!.runs[0]!.folds).toBe(3)
  })

  it('cross-validates where the test set is too small to tell models apart, and says why', () => {
    const few = recipeFor('input-size', facts, options)!
    expect(few.runs[0]!.folds).toBe(5)
    expect(few.reasons).toContainEqual({
      code: 'fewTestPictures',
      values: { test: 30, total: 150, folds: 5, now: 13, then: 6 },
    })
    const many = recipeFor('input-size', cifarFacts(), options)!
    expect(many.runs[0]!.folds).toBeNull()
    expect(many.reasons.map(({ code }) => code)).not.toContain('fewTestPictures')
  })
})

it('is left out where no base that it needs is known', () => {
  expect(recipesFor(factsOf({ bases: [] }), options)).toEqual([])
  const boxOnly = recipesFor(factsOf({ bases: [baseInfo('cotejo-mini', 'built-in')] }), options)
  expect(boxOnly.map(({ name }) => name)).toEqual([
    'advice',
    'three-animals',
    'fine-tuning',
    'input-size',
    'preprocessing',
  ])
  for (const one of boxOnly) {
    expect(one.missing).toEqual([])
    for (const run of one.runs) runRequest.parse(run)
  }
})
