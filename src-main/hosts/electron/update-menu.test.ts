import { describe, expect, it, vi } from 'vitest'
import { updateItems } from './update-menu'
import { updateTexts } from './update-texts'

const updates = (automatic: boolean) => ({
  automatic,
  checkNow: vi.fn().mockResolvedValue(undefined),
  setAutomatic: vi.fn().mockResolvedValue(undefined),
})
type Click = (item: { checked: boolean }) => void

describe('the help menu’s entries of updates', () => {
  it('look at once, and turn the daily look off and on', () => {
    const parts = updates(true)
    const [check, automatic] = updateItems({ texts: updateTexts.es, updates: parts })
    ;(check!.click as unknown as Click)({ checked: false })
    expect(parts.checkNow).toHaveBeenCalledOnce()
    expect(automatic).toMatchObject({ type: 'checkbox', checked: true })
    ;(automatic!.click as unknown as Click)({ checked: false })
    expect(parts.setAutomatic).toHaveBeenCalledWith(false)
  })

  it('has every sentence in every language, each in its own words', () => {
    const { en, ...others } = updateTexts
    for (const texts of Object.values(others)) {
      for (const [name, text] of Object.entries(texts)) {
        expect(text, name).not.toBe('')
        if (name !== 'ok') expect(text, name).not.toBe(en[name as keyof typeof en])
        expect(text.includes('{version}'), name).toBe(en[name as keyof typeof en].includes('{version}'))
      }
    }
  })
})
