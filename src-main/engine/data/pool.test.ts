import { describe, expect, it } from 'vitest'
import { inOrder } from './pool'

/** Work whose end the test decides. */
function controlled() {
  const ends = new Map<number, { resolve: () => void; reject: (error: Error) => void }>()
  const begun: number[] = []
  const work = (item: number): Promise<number> => {
    begun.push(item)
    return new Promise((resolve, reject) => ends.set(item, { resolve: () => resolve(item * 10), reject }))
  }
  return {
    begun,
    work,
    end: (item: number) => ends.get(item)!.resolve(),
    fail: (item: number) => ends.get(item)!.reject(new Error(`item ${item}`)),
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)

describe('inOrder', () => {
  it('yields the results in the order of the items, whatever ends first', async () => {
    const { work, end, begun } = controlled()
    const results: number[] = []
    const all = (async () => {
      for await (const result of inOrder(numbers(4), 4, work)) results.push(result)
    })()
    await turn()
    expect(begun).toEqual([0, 1, 2, 3])
    for (const item of [2, 3, 1]) end(item)
    await turn()
    expect(results).toEqual([])
    end(0)
    await all
    expect(results).toEqual([0, 10, 20, 30])
  })

  it('goes on behind a slow one, with never more than asked for under way and a limit on what waits', async () => {
    const { work, end, begun } = controlled()
    const results: number[] = []
    const all = (async () => {
      for await (const result of inOrder(numbers(12), 2, work)) results.push(result)
    })()
    await turn()
    expect(begun).toEqual([0, 1])
    for (let item = 1; item <= 4; item++) {
      end(item)
      await turn()
      expect(begun.length, `after ${item}`).toBe(item + 2)
    }
    // Six are begun, the first of them slow: the rest waits for it.
    end(5)
    await turn()
    expect(begun.length).toBe(6)
    end(0)
    await turn()
    expect(results).toEqual([0, 10, 20, 30, 40, 50])
    expect(begun.length).toBe(8)
    for (let item = 6; item < 12; item++) {
      end(item)
      await turn()
    }
    await all
    expect(results.length).toBe(12)
  })

  it('ends with the first failure, after the results before it, and begins nothing more', async () => {
    const { work, end, fail, begun } = controlled()
    const results: number[] = []
    const all = (async () => {
      for await (const result of inOrder(numbers(9), 3, work)) results.push(result)
    })()
    all.catch(() => {})
    await turn()
    fail(1)
    await turn()
    const before = begun.length
    end(0)
    end(2)
    await expect(all).rejects.toThrow('item 1')
    expect(results).toEqual([0])
    expect(begun.length).toBe(before)
  })

  it('waits for what is under way where the caller stops early', async () => {
    const { work, end, begun } = controlled()
    let stopped = false
    const all = (async () => {
      for await (const _ of inOrder(numbers(9), 2, work)) break
      stopped = true
    })()
    await turn()
    end(0)
    await turn()
    expect(stopped).toBe(false)
    const before = begun.length
    for (let item = 1; item < before; item++) end(item)
    await all
    expect(begun.length).toBe(before)
  })
})
