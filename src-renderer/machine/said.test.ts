import { describe, expect, it } from 'vitest'
import { machineCodes } from '../../src-main/contract'
import { languages } from '../i18n/languages'
import { messages } from '../i18n/messages'
import { sayFinding } from './said'

function speaker(language: (typeof languages)[number]) {
  const find = (key: string): unknown =>
    key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], messages[language])
  return {
    te: (key: string) => typeof find(key) === 'string',
    t: (key: string, values: Record<string, unknown> = {}) =>
      String(find(key)).replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? `{${name}}`)),
  }
}
const english = { problem: 'No driver.', hint: 'Install one.' }

describe('what was found out about the machine', () => {
  it.each(languages)('is said in %s, for every code', (language) => {
    const values = {
      version: '2.21',
      platform: 'linux-x64',
      reason: 'x',
      cuda: '11',
      card: 'GTX',
      capability: '5',
      name: 'Radeon',
      limit: '256 MB',
      through: 'Vulkan',
      variable: 'COTEJO_X',
    }
    for (const code of machineCodes) {
      const said = sayFinding({ code, values }, english, speaker(language))
      expect(said.what).not.toBe('')
      expect(`${said.what} ${said.next}`).not.toMatch(/[{}]/)
      expect(said.what).not.toBe(english.problem)
    }
  })

  it('says why a card is not used', () => {
    const because = { code: 'driver-no-card' as const, values: {} }
    const said = sayFinding({ code: 'gpu-unused', values: { card: 'GTX' }, because }, english, speaker('es'))
    expect(said.what).toContain('GTX')
    expect(said.what).toContain('controlador de NVIDIA')
    expect(said.next).toContain('máquina virtual')
  })

  it('is the engine’s own sentence where there is no code', () => {
    expect(sayFinding(undefined, english, speaker('es'))).toEqual({
      what: 'No driver.',
      next: 'Install one.',
    })
  })
})
