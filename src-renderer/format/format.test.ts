import { describe, expect, it } from 'vitest'
import { formatTag, systemLanguage } from '../i18n/languages'
import { createFormatter } from './format'

/** Intl writes narrow and no-break spaces; which one is its business. */
const plain = (text: string): string => text.replace(/\s/g, ' ')

describe('createFormatter', () => {
  it('writes numbers as the language does', () => {
    const [en, es, pt] = ['en', 'es', 'pt-BR'].map(createFormatter)
    expect([en!, es!, pt!].map((f) => plain(f.percent(0.8312)))).toEqual(['83.1%', '83,1 %', '83,1%'])
    expect([en!, es!, pt!].map((f) => f.number(2_122_186))).toEqual(['2,122,186', '2.122.186', '2.122.186'])
    expect([en!, es!].map((f) => f.loss(0.5))).toEqual(['0.500', '0,500'])
    expect([en!, es!].map((f) => f.points(0.0421))).toEqual(['4.2', '4,2'])
  })

  it('writes times in the largest units that matter', () => {
    const { duration } = createFormatter('en')
    expect([1, 1.74, 59, 61, 3700].map((seconds) => plain(duration(seconds)))).toEqual([
      '1 sec',
      '1.7 sec',
      '59 sec',
      '1 min 1 sec',
      '1 hr 1 min',
    ])
  })

  it('writes sizes and p values', () => {
    const f = createFormatter('en')
    expect([512, 1_500_000, 170_498_071].map((bytes) => plain(f.bytes(bytes)))).toEqual([
      '512 byte',
      '1.5 MB',
      '170 MB',
    ])
    expect([0.00004, 0.0312, 0.5].map(f.pValue)).toEqual(['< 0.001', '= 0.031', '= 0.5'])
  })
})

describe('languages', () => {
  it('follows the system as far as we speak', () => {
    expect(systemLanguage(['de-DE', 'es-MX', 'en'])).toBe('es')
    expect(systemLanguage(['pt-PT'])).toBe('pt-BR')
    expect(systemLanguage(['ja'])).toBe('en')
  })

  it('writes numbers in the system’s form of the language, if it is the same language', () => {
    expect(formatTag('es', ['es-MX', 'en'])).toBe('es-MX')
    expect(formatTag('en', ['es-MX', 'en-GB'])).toBe('en-GB')
    expect(formatTag('pt-BR', ['es-MX'])).toBe('pt-BR')
  })
})
