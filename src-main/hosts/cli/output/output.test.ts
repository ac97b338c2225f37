import { describe, expect, it } from 'vitest'
import { places } from '../../shared/places'
import { bytes, duration, integer, percent, points, pValue } from './format'
import { progressLine } from './progress'
import { bar, sparkline, thin } from './sparkline'
import { table } from './table'
import { ansiPaint, displayWidth, plain, truncate, wantsColour } from './text'

describe('text', () => {
  it('has a width in columns, not in characters', () => {
    expect(displayWidth('abc')).toBe(3)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('蝶')).toBe(2)
    expect(displayWidth(ansiPaint('bold', 'abc'))).toBe(3)
    expect(truncate('abcdef', 4)).toBe('abc…')
    expect(displayWidth(truncate('蝶蝶蝶', 4))).toBeLessThanOrEqual(4)
  })
  it('from outside cannot steer the terminal', () => {
    expect(plain('a\x1b[2Jb\nc\u202e')).toBe('a\ufffd[2Jb\ufffdc\ufffd')
  })
  it('has colours where they are wanted', () => {
    expect(wantsColour(true, {})).toBe(true)
    expect(wantsColour(false, {})).toBe(false)
    expect(wantsColour(true, { NO_COLOR: '1' })).toBe(false)
    expect(wantsColour(true, { TERM: 'dumb' })).toBe(false)
    expect(wantsColour(false, { FORCE_COLOR: '1' })).toBe(true)
  })
})

it('numbers are said as people say them', () => {
  expect([percent(0.7333), percent(null)]).toEqual(['73.3 %', '–'])
  expect([points(0.1), points(-0.1)]).toEqual(['+10.0 points', '−10.0 points'])
  expect(integer(2_122_186)).toBe('2,122,186')
  expect([4.27, 59.9, 59.97, 205, 7400].map(duration)).toEqual([
    '4.3 s',
    '60 s',
    '1 min 00 s',
    '3 min 25 s',
    '2 h 03 min',
  ])
  expect([0, 999, 1000, 8_500_000, 170_498_071].map(bytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '8.5 MB',
    '170 MB',
  ])
  expect([pValue(0.0004), pValue(0.0495)]).toEqual(['p < 0.001', 'p = 0.050'])
})

it('columns are aligned whatever is in them', () => {
  const lines = table(
    [{ title: 'name' }, { title: 'n', align: 'right' }],
    [
      ['蝶', '1'],
      [{ text: 'cat', style: 'bold' }, '1,000'],
    ],
    { paint: ansiPaint },
  )
  expect(lines.map(displayWidth)).toEqual([11, 11, 11])
})

it('curves and bars', () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█')
  expect(sparkline([1, NaN, 1])).toBe('▅ ▅')
  expect(sparkline([NaN])).toBe('')
  expect(thin([1, 1, 3, 3], 2)).toEqual([1, 3])
  expect(sparkline(Array.from({ length: 1000 }, (_, at) => at)).length).toBe(40)
  expect([bar(0, 4), bar(0.5, 4), bar(1, 4), bar(2, 4)]).toEqual(['░░░░', '██░░', '████', '████'])
})

it('progress says how far, how fast and how long', () => {
  const step = { stage: 'decode', done: 93, total: 150, unit: 'images', rate: 120, secondsLeft: 3 } as const
  expect(progressLine(step, false)).toBe('Decoding  93 of 150 images · 120/s · 3.0 s left')
  expect(progressLine({ ...step, item: 'a\x1bb' }, true)).toMatch(
    /^Decoding █+[^ ]*░+ {2}62 % .* · a\ufffdb$/,
  )
  expect(progressLine({ stage: 'download', done: 5e6, total: 0, unit: 'bytes' }, true)).toBe(
    'Downloading  5.0 MB',
  )
})

it('things are kept where each platform keeps them', () => {
  const at = (platform: NodeJS.Platform, home: string, env = {}) => places({ platform, home, env }).library
  expect(at('linux', '/home/a')).toBe('/home/a/.local/share/cotejo/library')
  expect(at('linux', '/home/a', { XDG_DATA_HOME: '/data' })).toBe('/data/cotejo/library')
  expect(at('linux', '/home/a', { XDG_DATA_HOME: 'relative' })).toBe('/home/a/.local/share/cotejo/library')
  expect(at('darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/Cotejo/library')
  expect(at('win32', 'C:\\Users\\a', { APPDATA: 'C:\\Data' })).toBe('C:\\Data\\Cotejo\\library')
  expect(at('linux', '/home/a', { COTEJO_LIBRARY: '/mine' })).toBe('/mine')
})
