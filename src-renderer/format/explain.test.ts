import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { UserError } from '../../src-main/contract'
import { ConnectionLost } from '../api/client'
import { messages } from '../i18n/messages'
import { explain } from './explain'

function inLanguage(locale: 'en' | 'es') {
  const { t, te, tm } = createI18n({
    legacy: false,
    locale,
    messages: messages as Record<string, Record<string, string>>,
  }).global
  const translate = {
    t: t as (key: string, values?: Record<string, unknown>) => string,
    te,
    tm: tm as (key: string) => unknown,
    english: locale === 'en',
  }
  return (thrown: unknown) => explain(thrown, translate)
}
const es = inLanguage('es')
const en = inLanguage('en')
const oneClass = new UserError('one-class-only', 'There are pictures of one class only: cat.', {
  detail: { class: 'cat' },
  hint: 'Add a second class.',
})

describe('explain', () => {
  it('says a known error in the language, with its values, and keeps the exact words for a report', () => {
    expect(es(oneClass)).toMatchObject({ code: 'one-class-only', fault: false, technical: oneClass.message })
    expect(es(oneClass).what).toBe('Solo hay imágenes de una clase: cat.')
    expect(es(oneClass).next).toContain('subcarpeta')
  })

  it('shows the precise English sentence to those who read English', () => {
    expect(en(oneClass)).toMatchObject({ what: oneClass.message, next: 'Add a second class.', technical: '' })
  })

  it('prefers an English sentence to a text with a hole', () => {
    const bare = new UserError('one-class-only', 'One class only.', { hint: 'Add one.' })
    expect(es(bare)).toMatchObject({ what: 'One class only.', next: 'Add one.' })
  })

  it('says the most that the values allow', () => {
    const detail = { file: 'a.h5', layer: 'conv1', has: '3×3', needs: '5×5' }
    expect(es(new UserError('weights-wrong', 'English.', { detail })).what).toBe(
      'a.h5 no encaja: en la capa conv1 tiene pesos de 3×3 y los de la red son de 5×5.',
    )
    expect(es(new UserError('weights-wrong', 'English.')).what).toBe(
      'Este archivo de pesos no encaja en la red.',
    )
  })

  it('calls everything else a fault of ours', () => {
    for (const thrown of [new TypeError('x is undefined'), 'text', null, new UserError('fault', 'Boom')]) {
      const said = es(thrown)
      expect(said).toMatchObject({ code: 'fault', fault: true })
      expect(said.what).toContain('Cotejo')
    }
    expect(es(new TypeError('x is undefined')).technical).toBe('x is undefined')
  })

  it('knows what this side throws itself', () => {
    expect(es(new ConnectionLost())).toMatchObject({ code: 'connection-lost', fault: false })
    expect(en(new ConnectionLost()).next).not.toBe('')
  })
})
