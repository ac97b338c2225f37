import { describe, expect, it } from 'vitest'
import { escapeMarkdown, inlineCode } from './escape'
import { tableMarkdown } from './text'

describe('text as Markdown', () => {
  it.each([
    ['a*b*_c_`d`', 'a\\*b\\*\\_c\\_\\`d\\`'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['![x](y) [z]', '!\\[x\\](y) \\[z\\]'],
    ['$x^2$ | # & ~', '\\$x^2\\$ \\| \\# \\& \\~'],
    ['- item', '\\- item'],
    ['1. first', '1\\. first'],
    ['98.7 %', '98.7 %'],
    ['=== under', '\\=== under'],
    ['two\nlines\r\n\u2028here', 'two lines here'],
    ['\u202Eturned', 'turned'],
    ['ñandú 🦋 猫', 'ñandú 🦋 猫'],
  ])('%j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
  })

  it('code takes as many marks as it needs', () => {
    expect(inlineCode('abc')).toBe('`abc`')
    expect(inlineCode('a`b')).toBe('``a`b``')
    expect(inlineCode('`a`')).toBe('`` `a` ``')
  })

  it('a table stays a table', () => {
    const table = tableMarkdown({
      caption: 'a|b',
      columns: [{ title: 'x|y' }, { title: 'n', align: 'right' }],
      rows: [[[{ text: ' bold ', bold: true }], 'a|b\nc']],
    })
    expect(table.split('\n')).toEqual([
      '**a\\|b**',
      '',
      '| x\\|y | n |',
      '| :--- | ---: |',
      '|  **bold**  | a\\|b c |',
    ])
  })
})
