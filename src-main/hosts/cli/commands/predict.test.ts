import { expect, test } from 'vitest'
import type { RunSummary } from '../../../contract'
import { splitWords } from './predict'

const known = ['cnn-1', 'cnn-2', 'mlp-photos'].map((run) => ({ run }) as RunSummary)
const split = (words: string, files = '') => {
  const { runs, paths } = splitWords(known, words.split(' '), (word) => files.split(' ').includes(word))
  return `${runs.map(({ run }) => run).join(' ')} | ${paths.join(' ')}`
}

test('the first words are runs, by name or by a beginning; the rest are pictures', () => {
  expect(split('cnn-1 a.png b.png')).toBe('cnn-1 | a.png b.png')
  expect(split('cnn-1 mlp folder')).toBe('cnn-1 mlp-photos | folder')
  expect(split('cnn-1 cnn-2 cnn-1 x.png')).toBe('cnn-1 cnn-2 | x.png')
})

test('there is always a picture; a file goes before a beginning of a run’s name, a run’s name before a file', () => {
  expect(split('cnn-1 mlp-photos')).toBe('cnn-1 | mlp-photos')
  expect(split('cnn-1 mlp x.png', 'mlp')).toBe('cnn-1 | mlp x.png')
  expect(split('cnn-1 cnn-2 x.png', 'cnn-2')).toBe('cnn-1 cnn-2 | x.png')
  // Two runs begin like this: then it is no run.
  expect(split('mlp cnn x.png')).toBe('mlp-photos | cnn x.png')
  expect(() => split('nobody x.png')).toThrow('There is no run')
})
