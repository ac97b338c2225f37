import { describe, expect, it } from 'vitest'
import { id } from '../../contract'
import { freeId, isReservedName, slug } from './ids'

describe('slug', () => {
  it.each([
    ['Butterfly, cat & horse', 'butterfly-cat-horse'],
    ['Mariposas y gatos, año 2', 'mariposas-y-gatos-ano-2'],
    ['Fotos São João', 'fotos-sao-joao'],
    ['Straße Øresund Łódź', 'strasse-oresund-lodz'],
    ['ﬁne １２', 'fine-12'],
    ['İstanbul ışık', 'istanbul-isik'],
    ['  --__..  ', 'dataset'],
    ['猫と犬', 'dataset'],
    ['../../etc/passwd', 'etc-passwd'],
    ['con', 'con-dataset'],
    ['COM1', 'com1-dataset'],
    ['cafe\u0301', 'cafe'],
  ])('%s becomes %s', (name, expected) => {
    expect(slug(name, 'dataset')).toBe(expected)
  })

  it('is always a valid id, however long or strange the name', () => {
    for (const name of ['x'.repeat(500), `${'a'.repeat(47)} b`, '-a-', '\0\n', '🦋 🐈', 'A'.repeat(48)]) {
      expect(id.safeParse(slug(name, 'dataset')).success, name).toBe(true)
      expect(slug(name, 'dataset').length).toBeLessThanOrEqual(48)
    }
  })
})

describe('freeId', () => {
  it('numbers names that are taken, from 2 on', async () => {
    const taken = new Set(['cats', 'cats-2'])
    expect(await freeId('dogs', (one) => taken.has(one))).toBe('dogs')
    expect(await freeId('cats', (one) => taken.has(one))).toBe('cats-3')
  })
})

describe('isReservedName', () => {
  it('knows the devices of Windows, with and without an extension', () => {
    for (const name of ['nul', 'NUL.txt', 'Com1.jpg', 'lpt9', 'aux .png'])
      expect(isReservedName(name), name).toBe(true)
    for (const name of ['null', 'com', 'com10', 'cone', 'a.nul'])
      expect(isReservedName(name), name).toBe(false)
  })
})
