import { describe, expect, it } from 'vitest'
import { visibleRows } from './visible-rows'

describe('visibleRows', () => {
  it('starts with the rows in sight and a few more', () => {
    expect(visibleRows({ top: 0, height: 600 }, 100, 1000)).toEqual({ from: 0, to: 9 })
  })

  it('follows the scrolling and stays small however long the list is', () => {
    const { from, to } = visibleRows({ top: 500_000, height: 600 }, 100, 60_000)
    expect(from).toBe(4997)
    expect(to).toBe(5009)
  })

  it('ends with the list, and is empty before and after it', () => {
    expect(visibleRows({ top: 99_900, height: 600 }, 100, 1000).to).toBe(1000)
    expect(visibleRows({ top: -5000, height: 600 }, 100, 1000)).toEqual({ from: 0, to: 0 })
    expect(visibleRows({ top: 0, height: 600 }, 0, 1000)).toEqual({ from: 0, to: 0 })
  })
})
