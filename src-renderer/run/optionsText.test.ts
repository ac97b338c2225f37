import { expect, test } from 'vitest'
import { cnnOptions, headOptions, mlpOptions } from '../../src-main/contract'
import { type useText } from '../format/useText'
import en from '../i18n/locales/en/train.json'
import { cnnText, headText, mlpText } from './optionsText'

const words = { train: en } as unknown as Record<string, unknown>
const text = {
  t: (key: string) =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], words),
  f: { value: { number: String } },
} as unknown as ReturnType<typeof useText>

test('a network in one line, by the names it was chosen by, without what it does not have', () => {
  expect(cnnText(cnnOptions.parse({}), text)).toBe(
    'filters of each block 32-64, filter size 3 × 3, flatten, dense units 512, ReLU',
  )
  const all = { convolutionsPerBlock: 2, batchNorm: true, blockDropout: 0.1, dropout: 0.5, dense: 0 }
  expect(cnnText(cnnOptions.parse({ ...all, pooling: 'globalAverage', activation: 'elu' }), text)).toBe(
    'filters of each block 32-64, convolutions per block 2, filter size 3 × 3, batch normalisation, ' +
      'dropout after each block 0.1, global average, dropout before the output 0.5, ELU',
  )
  expect(mlpText(mlpOptions.parse({ hidden: [] }), text)).toBe('units of each hidden layer –, ReLU')
})

test('a head without a hidden layer has neither its activation nor its normalisation', () => {
  const of = (head: object) => headText({ head: headOptions.parse(head) } as never, text)
  expect(of({ batchNorm: true })).toBe('global average')
  expect(of({ dense: 64, dropout: 0.2 })).toBe(
    'global average, dense units 64, ReLU, dropout before the output 0.2',
  )
})
