import { expect, it } from 'vitest'
import { recipeOptions } from '../../contract'
import { basesWith, cifarFacts, factsOf } from '../../../tests/support/recipeFacts'
import { recipeFor } from './index'
import { notInstalled, requestsFor, setId } from './start'

const of = (seed: number) => recipeFor('advice', factsOf(), recipeOptions.parse({ seed }))!

it('setId is the recipe and the day, numbered where it is taken', () => {
  const now = new Date('2026-11-22T23:00:00Z')
  const taken = new Set(['advice-20261122', 'advice-20261122-2'])
  expect(setId('advice', now, () => false)).toBe('advice-20261122')
  expect(setId('advice', now, (id) => taken.has(id))).toBe('advice-20261122-3')
})

it('requestsFor marks each run with its set and its part, and numbers seeds where there are several', () => {
  const [transfer, cnn] = requestsFor([3], of, 'set')
  expect(transfer).toMatchObject({
    seed: 3,
    name: 'MOBILENET-V2, 224 px',
    recipe: { name: 'advice', set: 'set', part: 'MOBILENET-V2, 224 px' },
  })
  expect(cnn!.recipe).toMatchObject({ set: 'set', part: 'CNN from scratch, 64 px' })
  const several = requestsFor([1, 2], of, 'set')
  expect(several.map(({ seed, name }) => [seed, name])).toEqual([
    [1, 'MOBILENET-V2, 224 px, seed 1'],
    [1, 'CNN from scratch, 64 px, seed 1'],
    [2, 'MOBILENET-V2, 224 px, seed 2'],
    [2, 'CNN from scratch, 64 px, seed 2'],
  ])
  expect(several.map(({ recipe }) => recipe!.part)).toEqual([
    'MOBILENET-V2, 224 px',
    'CNN from scratch, 64 px',
    'MOBILENET-V2, 224 px',
    'CNN from scratch, 64 px',
  ])
})

it('notInstalled lists what is missing with its size, and the command that installs it', () => {
  const one = notInstalled(
    recipeFor('cnn-and-base', cifarFacts({ bases: basesWith() }), recipeOptions.parse({}))!,
  )
  expect(one).toMatchObject({
    code: 'base-not-installed',
    message: 'This recipe needs a base that is not installed: MOBILENET-V2 (9 MB).',
    hint: 'Install it: cotejo bases install mobilenet-v2-224',
  })
  const nine = notInstalled(recipeFor('nine-architectures', cifarFacts(), recipeOptions.parse({}))!)
  expect(nine.message).toContain('needs 8 bases that are not installed: MOBILENET-V3-LARGE (9 MB), ')
  expect(nine.hint).toContain('cotejo bases install mobilenet-v3-large-224 efficientnet-b0-224 ')
  expect(nine.detail).toMatchObject({ count: 8, bytes: 8 * 9_400_000 })
})
