import { expect, test } from 'vitest'
import { modelChoice, modelDescription, type ModelDescription, type UsedBase } from '../../contract'
import { catalogue } from '../bases/catalogue'
import { catalogueRecord } from '../bases/facts'
import { licenceText } from './licence'

const on = (base: UsedBase, weights: 'pretrained' | 'random' = 'pretrained'): ModelDescription =>
  modelDescription.parse({
    version: 1,
    model: modelChoice.parse({ name: 'transfer', options: { base: base.id, weights } }),
    base,
    labels: ['a', 'b'],
    preprocessing: { size: 32, resize: 'fit', scale: 1, offset: [0, 0, 0], channels: 'rgb' },
    parameters: 1,
    trainableParameters: 1,
    cotejo: '0.1.0',
  })

const record = (id: string) =>
  catalogueRecord(
    catalogue.find((one) => one.id === id)!,
    'a'.repeat(64),
    1,
  )

/** A sentence of each licence. */
const SENTENCES: Record<string, string> = {
  'Apache-2.0': 'You must cause any modified files to carry prominent notices',
  MIT: 'The above copyright notice and this permission notice',
  'BSD-3-Clause': 'Redistributions of source code must retain the above copyright notice',
  'CC-BY-4.0': 'Attribution 4.0 International',
}

test.each(catalogue.map((one) => [one.id, one.licence] as const))(
  '%s: its licence in full',
  (id, licence) => {
    const text = licenceText(on(record(id)))!
    expect(text).toContain(`Licence: ${licence}`)
    expect(text.replace(/\s+/g, ' ')).toContain(SENTENCES[licence])
    expect(text).toContain('https://storage.googleapis.com/')
    expect(text).toContain('Changes:')
    // No place is left for a name that somebody should have filled in.
    expect(text).not.toMatch(/<(year|owner|copyright holders)>/)
  },
)

test('the owners that the licences ask for', () => {
  expect(licenceText(on(record('resnet50-224')))).toContain('Copyright (c) 2016 Shaoqing Ren')
  expect(licenceText(on(record('densenet121-224')))).toContain('Copyright (c) 2016, Zhuang Liu.')
})

test('of a file of the user’s nobody knows, and it says so', () => {
  const text = licenceText(on({ ...record('vgg16-224'), origin: 'file', url: null, licence: null }))!
  expect(text).toContain('Find it out before you pass this model on')
  expect(text).not.toContain('Licence:')
})

test('a model without weights of others has none', () => {
  const { base: _, ...own } = on(record('vgg16-224'))
  expect(licenceText({ ...own, model: modelChoice.parse({ name: 'cnn' }) })).toBeNull()
  expect(licenceText(on(record('vgg16-224'), 'random'))).toBeNull()
})
