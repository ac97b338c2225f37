import { describe, expect, it } from 'vitest'
import { toBase64 } from './base64'
import { groupBySize } from './usePictures'

describe('toBase64', () => {
  it('agrees with Node for any length, across its pieces', () => {
    for (const length of [0, 1, 2, 3, 0x7fff, 0x8000, 0x8001, 100_000]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 131 + 7) % 256)
      expect(toBase64(bytes)).toBe(btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), '')))
    }
  })
})

describe('groupBySize', () => {
  const group = (sizes: number[]) => groupBySize(sizes, (size) => size, 10)

  it('fills groups up to the limit, in order', () => {
    expect(group([4, 4, 4, 2, 9])).toEqual([[4, 4], [4, 2], [9]])
    expect(group([])).toEqual([])
  })

  it('leaves one that is too large alone', () => {
    expect(group([3, 50, 3])).toEqual([[3], [50], [3]])
  })
})
