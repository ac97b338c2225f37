import { describe, expect, it } from 'vitest'
import { relativeParts } from './relative-path'

describe('relativeParts', () => {
  it.each([
    ['cat/1.jpg', ['cat', '1.jpg']],
    ['Fotos/año 2/mariposa (1).JPEG', ['Fotos', 'año 2', 'mariposa (1).JPEG']],
    ['.DS_Store', ['.DS_Store']],
    ['a/..b/c', ['a', '..b', 'c']],
    ['猫/1.png', ['猫', '1.png']],
    [`${'a/'.repeat(31)}b`, [...Array<string>(31).fill('a'), 'b']],
    ['n'.repeat(255), ['n'.repeat(255)]],
  ])('takes %s', (path, parts) => {
    expect(relativeParts(path)).toEqual(parts)
  })

  it.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['//server/share', 'absolute'],
    ['C:/windows', 'absolute'],
    ['c:file', 'absolute'],
    ['../x', 'leads out'],
    ['a/../../x', 'leads out'],
    ['a/./b', 'leads out'],
    ['a//b', 'empty'],
    ['a/', 'empty'],
    ['a\\..\\b', 'backslash'],
    ['a\0.jpg', 'control'],
    ['a\nb', 'control'],
    ['nul', 'device'],
    ['a/COM1.jpg', 'device'],
    ['a/aux/b.jpg', 'device'],
    ['a./b', 'dot or a space'],
    ['a /b', 'dot or a space'],
    ['ñ'.repeat(128), 'longer than 255 bytes'],
    [`${'a/'.repeat(32)}b`, 'folders'],
    ['a/'.repeat(20) + 'b'.repeat(2000), 'longer than 2000'],
  ])('refuses %j', (path, why) => {
    expect(() => relativeParts(path)).toThrow(why)
    try {
      relativeParts(path)
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'invalid-argument', hint: expect.any(String) })
    }
  })
})
