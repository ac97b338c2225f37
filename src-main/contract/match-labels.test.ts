import { describe, expect, it } from 'vitest'
import { matchLabels } from './match-labels'

describe('matchLabels', () => {
  it('finds names in any order, and the same ones but for case, accents, spaces', () => {
    expect(matchLabels(['dog', 'cat'], ['cat', 'dog'])).toEqual([1, 0])
    expect(matchLabels(['Ñandú', ' pan_dulce '], ['Pan dulce', 'nandu'])).toEqual([1, 0])
  })

  it('prefers the very same name', () => {
    expect(matchLabels(['Cat', 'cat'], ['cat', 'Cat'])).toEqual([1, 0])
  })

  it('takes none where it is not clear, and none where there is none', () => {
    expect(matchLabels(['CAT', 'Cat', 'dog'], ['cat', 'bird', 'dog'])).toEqual([null, null, 2])
    expect(matchLabels(['CAT', 'dog'], ['cat', 'Cat'])).toEqual([null, null])
  })

  it('keeps classes apart that differ in their signs alone', () => {
    expect(matchLabels(['c++', 'c'], ['c', 'c++'])).toEqual([1, 0])
    expect(matchLabels(['🐱', '🐶'], ['🐶', '🐱'])).toEqual([1, 0])
  })
})
