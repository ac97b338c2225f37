import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { pythonComment, pythonNumber, pythonText, wrapped } from './python'

const hard = [
  'plain',
  `both "double" and 'single'`,
  'back\\slash \\n \\',
  'line\nbreak\r\nand\ttab\u2028\u2029\u0085\0',
  '🦋 family 👩‍👩‍👧 ñandú 猫 قطة',
  '\u202Eturned\u202C \u2066x\u2069',
  '\ud800 half',
  '"""',
  '#{not} %s {braces}',
]

describe('text as Python source', () => {
  it('is one line, without what turns it', () => {
    for (const text of hard) {
      expect(pythonText(text)).not.toMatch(/[\n\r\u2028\u2029\u202A-\u202E\u2066-\u2069\0]/)
      expect(pythonComment(text)).not.toMatch(/[\n\r\u2028\u2029\u202A-\u202E\u2066-\u2069\0]/)
    }
  })

  const has = spawnSync('python3', ['--version']).status === 0
  it.skipIf(!has)('says in Python what it was', () => {
    const program = `import json\nprint(json.dumps([${hard.map(pythonText).join(', ')}]))`
    const { stdout } = spawnSync('python3', ['-c', program], { encoding: 'utf8' })
    expect(JSON.parse(stdout)).toEqual(hard)
  })
})

it('numbers are those of both languages', () => {
  expect([0.001, 1e-7, 3, -1].map(pythonNumber)).toEqual(['0.001', '1e-7', '3', '-1'])
  expect(() => pythonNumber(NaN)).toThrow()
})

it('lists are broken into lines', () => {
  expect(wrapped(['1', '22', '333'], '  ', 8)).toBe('  1, 22,\n  333,')
})
