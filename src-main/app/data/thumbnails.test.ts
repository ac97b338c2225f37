import { describe, expect, it } from 'vitest'
import { ThumbnailCache } from './thumbnails'

describe('ThumbnailCache', () => {
  it('makes a thumbnail once, and lets the least lately used go when there are too many bytes', async () => {
    const made: string[] = []
    const cache = new ThumbnailCache(30)
    const get = (key: string, size = 10) =>
      cache.get(key, async () => {
        made.push(key)
        return { mime: 'image/jpeg', base64: key.repeat(size) }
      })
    for (const key of ['a', 'b', 'c', 'a']) await get(key)
    expect(made).toEqual(['a', 'b', 'c'])
    await get('d')
    await get('a')
    expect(made).toEqual(['a', 'b', 'c', 'd'])
    await get('b')
    expect(made).toEqual(['a', 'b', 'c', 'd', 'b'])
  })

  it('keeps nothing of a thumbnail that could not be made', async () => {
    const cache = new ThumbnailCache()
    await expect(
      cache.get('a', async () => {
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await cache.get('a', async () => ({ mime: 'x', base64: 'y' }))).toEqual({ mime: 'x', base64: 'y' })
  })
})
