import { describe, expect, it } from 'vitest'
import { fold, scoreOf } from './search'

const best = (query: string, texts: string[]): string[] =>
  texts
    .map((text) => ({ text, score: scoreOf(query, [text]) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => b.score! - a.score!)
    .map(({ text }) => text)

describe('fold', () => {
  it('forgets accents and case', () => expect(fold('Ñandú Ávila ÜBER')).toBe('nandu avila uber'))
})

describe('scoreOf', () => {
  it('finds without accents, with them, and either way round', () => {
    expect(scoreOf('comparacion', ['Comparación'])).not.toBeNull()
    expect(scoreOf('Comparación', ['comparacion'])).not.toBeNull()
  })

  it('puts the beginning before the middle, and a word’s beginning between', () => {
    expect(best('run', ['Prune', 'New run', 'Runs'])).toEqual(['Runs', 'New run', 'Prune'])
  })

  it('takes words in any order', () => {
    expect(scoreOf('32 cnn', ['CNN 32 px'])).not.toBeNull()
    expect(scoreOf('cnn 64', ['CNN 32 px'])).toBeNull()
  })

  it('forgives letters that were left out, not letters by chance', () => {
    expect(scoreOf('mnv2', ['MobileNetV2 1.0'])).not.toBeNull()
    expect(scoreOf('nr', ['New run'])).not.toBeNull()
    expect(scoreOf('zzz', ['New run'])).toBeNull()
    expect(scoreOf('nhts', ['Download the weights'])).toBeNull()
  })

  it('counts other words for a thing, but less than its name', () => {
    const named = scoreOf('export', ['Export the model'])!
    const also = scoreOf('export', ['Take the model home', 'export'])!
    expect(also).toBeGreaterThan(0)
    expect(named).toBeGreaterThan(also)
  })

  it('fits everything where nothing was typed', () => expect(scoreOf('  ', ['Runs'])).toBe(0))
})
