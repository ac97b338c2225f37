// What the module's malloc answers, and what is made of it.
import { expect, test } from 'vitest'
import { checkedMemory } from './memory'

const outOfMemory = expect.objectContaining({ code: 'out-of-memory' }) as Error

test('memory that is there is handed on, above 2 GB as the negative number that it comes as', () => {
  const addresses = [1024, -(2 ** 31)]
  const memory = checkedMemory(
    () => addresses.shift()!,
    () => 2 ** 32,
  )
  expect([memory.malloc(8), memory.malloc(2 ** 31)]).toEqual([1024, -(2 ** 31)])
  expect(memory.broken).toBe(false)
})

test('none left is an error, and more can be had later', () => {
  const addresses = [0, 4096]
  const memory = checkedMemory(
    () => addresses.shift()!,
    () => 2 ** 32,
  )
  expect(() => memory.malloc(2 ** 30)).toThrow(outOfMemory)
  expect(() => memory.malloc(2 ** 32)).toThrow(outOfMemory)
  expect(memory.malloc(16)).toBe(4096)
  expect(memory.broken).toBe(false)
})

test('memory beyond the end of what there is makes the module useless', () => {
  // As it came from the module: 255,590,400 bytes at 4,053,858,608, of 4,259,577,856.
  const memory = checkedMemory(
    () => -241_108_688,
    () => 4_259_577_856,
  )
  expect(() => memory.malloc(255_590_400)).toThrow(outOfMemory)
  expect(memory.broken).toBe(true)
  expect(() => memory.malloc(16)).toThrow(outOfMemory)
})
