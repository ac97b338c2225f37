import { describe, expect, it } from 'vitest'
import { quantities } from './quantities'

const en = quantities('en')
const es = quantities('es')
/** Intl separates a number from its unit by a space that does not break. */
const plain = (text: string): string => text.replace(/\s/g, ' ')

describe('quantities', () => {
  it('have the marks of their language', () => {
    expect([en.percent(0.8312), plain(es.percent(0.8312))]).toEqual(['83.1%', '83,1 %'])
    expect([en.loss(1.23456), es.loss(1.23456)]).toEqual(['1.235', '1,235'])
    expect(es.list(['a', 'b', 'c'])).toBe('a, b y c')
  })

  it('have a minus sign, and no minus before nothing', () => {
    expect(en.points(-0.042)).toBe('−4.2')
    expect(en.points(-0.0001)).toBe('0.0')
  })

  it('write sizes and times as one reads them', () => {
    expect([999, 1000, 9_440_000, 170e6].map((value) => plain(en.bytes(value)))).toEqual([
      '999 byte',
      '1.0 kB',
      '9.4 MB',
      '170 MB',
    ])
    expect([0.52, 9, 75, 3720].map((value) => plain(en.duration(value)))).toEqual([
      '0.5 sec',
      '9 sec',
      '1 min 15 sec',
      '1 hr 2 min',
    ])
  })

  it('never round a p value to the other side of 0.05', () => {
    expect([0.03, 0.049_96, 0.05, 0.0004].map((p) => en.pValue(p))).toEqual([
      '= 0.03',
      '= 0.04996',
      '= 0.05',
      '< 0.001',
    ])
  })
})
