import { describe, expect, it } from 'vitest'
import { type Predictions } from '../../src-main/contract'
import { toBase64 } from './base64'
import { frameSize, pauseAfter, problemOf } from './camera'
import { groupBySize } from './groups'
import { agreementOf, barsOf, sortOut } from './trial'

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

describe('the answers of a call', () => {
  it('go to their pictures, also where names are the same and some could not be read', () => {
    const said = (label: string) => ({ file: 'a.png', label, confidence: 1, probabilities: [1, 0] })
    const answer: Predictions = {
      run: 'x',
      labels: ['cat', 'dog'],
      predictions: [said('cat'), said('dog')],
      failed: [{ file: 'a.png', message: 'no', place: 1 }],
    }
    const sorted = sortOut(answer, 3)
    expect(sorted.map((one) => [one.state, one.prediction?.label, one.message])).toEqual([
      ['done', 'cat', ''],
      ['failed', undefined, 'no'],
      ['done', 'dog', ''],
    ])
  })
})

describe('several models', () => {
  it('agree, or do not; one alone, or one that has not answered, says nothing', () => {
    expect(agreementOf(['cat', 'cat', 'cat'])).toEqual({ kind: 'all', label: 'cat' })
    expect(agreementOf(['cat', 'dog', 'cat'])).toEqual({ kind: 'split', labels: ['cat', 'dog'] })
    expect(agreementOf(['cat'])).toBeNull()
    expect(agreementOf(['cat', null])).toBeNull()
  })
})

describe('bars', () => {
  const labels = ['a', 'b', 'c']
  const names = (most: number, steady?: boolean) =>
    barsOf(labels, [0.2, 0.7, 0.1], most, steady).map(({ label }) => label)

  it('show the likeliest first, or stay where they are while there is room', () => {
    expect(names(2)).toEqual(['b', 'a'])
    expect(names(3, true)).toEqual(['a', 'b', 'c'])
    expect(names(2, true)).toEqual(['b', 'a'])
  })
})

describe('the camera', () => {
  it('tells what went wrong', () => {
    const named = (name: string) => problemOf({ name })
    expect(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'TypeError'].map(named)).toEqual([
      'refused',
      'none',
      'busy',
      'other',
    ])
    expect(problemOf(null)).toBe('other')
  })

  it('sends frames that are small, and not more than a few a second', () => {
    expect(frameSize(1920, 1080)).toEqual({ width: 480, height: 270 })
    expect(frameSize(320, 240)).toEqual({ width: 320, height: 240 })
    expect(frameSize(5000, 1)).toEqual({ width: 480, height: 1 })
    expect(pauseAfter(20)).toBe(180)
    expect(pauseAfter(5000)).toBe(60)
  })
})
