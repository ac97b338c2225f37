import { describe, expect, it } from 'vitest'
import { ariaKeys, createKeyReader, hasModifier, keyCaps, pressedKey, shortcuts } from './keys'

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more }) as KeyboardEvent

describe('shortcuts', () => {
  it('are all different, and none begins another', () => {
    const all = Object.values(shortcuts) as string[]
    expect(new Set(all).size).toBe(all.length)
    for (const one of all) expect(all.some((other) => other.startsWith(`${one} `))).toBe(false)
  })

  it('are written as the keys are', () => {
    expect(keyCaps('mod+k', false)).toEqual(['Ctrl', 'K'])
    expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K'])
    expect(keyCaps('g d', false)).toEqual(['G', 'D'])
    expect(ariaKeys('mod+k', false)).toBe('Control+K')
    expect(ariaKeys('mod+k', true)).toBe('Meta+K')
    expect(ariaKeys('p', false)).toBe('P')
    expect(ariaKeys('?', false)).toBe('?')
    expect(ariaKeys('g d', false)).toBeUndefined()
    expect([hasModifier('mod+z'), hasModifier('g d')]).toEqual([true, false])
  })
})

describe('pressedKey', () => {
  it('knows Ctrl from ⌘ by the system', () => {
    expect(pressedKey(press('k', { ctrlKey: true }), false)).toBe('mod+k')
    expect(pressedKey(press('k', { metaKey: true }), true)).toBe('mod+k')
    expect(pressedKey(press('k', { metaKey: true }), false)).toBeNull()
    expect(pressedKey(press('k', { ctrlKey: true }), true)).toBeNull()
  })

  it('leaves named keys and Alt alone', () => {
    for (const event of [press('Enter'), press('Tab'), press('k', { altKey: true })])
      expect(pressedKey(event, false)).toBeNull()
  })
})

describe('createKeyReader', () => {
  it('reads single keys and two after one another, in time', () => {
    let now = 0
    const read = createKeyReader(shortcuts, 1000, () => now)
    expect(read('mod+k')).toBe('palette')
    expect([read('g'), read('d')]).toEqual([null, 'go-data'])
    expect(read('d')).toBeNull()
    expect(read('g')).toBeNull()
    now = 1500
    expect(read('d')).toBeNull()
    // Another key between them breaks the two apart.
    expect([read('g'), read('x'), read('d')]).toEqual([null, null, null])
    expect([read('g'), read('r')]).toEqual([null, 'go-runs'])
    expect(read('r')).toBe('report')
  })
})
