import { expect, test } from 'vitest'
import { z } from '../contract/zod'
import { alreadyChecked, markChecked } from './checked'

test('only the very same object counts, and only for the very same validator', () => {
  const [one, other] = [z.object({ a: z.number() }), z.object({ a: z.number() })]
  const value = one.parse({ a: 1 })
  expect(alreadyChecked(value, one)).toBe(false)
  markChecked(value, one)
  expect(alreadyChecked(value, one)).toBe(true)
  expect(alreadyChecked(value, other)).toBe(false)
  expect(alreadyChecked({ ...value }, one)).toBe(false)
  expect(alreadyChecked(null, one)).toBe(false)
})
