import { describe, expect, it } from 'vitest'
import { type DatasetImage } from '../../src-main/contract'
import { createFormatter } from '../format/format'
import { toOptions, usualChoices } from '../stores/importOptions'
import { noteOf } from './noteOf'
import { countsBefore } from './useClassChanges'
import { sourceOf } from './useImport'

describe('sourceOf', () => {
  it('takes one folder or archive as the dataset, several as what they are together', () => {
    expect(sourceOf(['/photos/pets'])).toEqual({ kind: 'folder', path: '/photos/pets' })
    expect(sourceOf(['C:\\pets.zip'])).toEqual({ kind: 'folder', path: 'C:\\pets.zip' })
    expect(sourceOf(['/a/cat', '/b/dog'])).toEqual({ kind: 'paths', paths: ['/a/cat', '/b/dog'] })
  })

  it('takes a table beside pictures as their labels', () => {
    expect(sourceOf(['/a/labels.csv', '/a/images'])).toEqual({
      kind: 'folder',
      path: '/a/images',
      csv: '/a/labels.csv',
    })
  })

  it('knows the archive of CIFAR-10 by its name', () => {
    expect(sourceOf(['/x/cifar-10-binary.tar.gz'])).toEqual({
      kind: 'cifar10',
      archive: '/x/cifar-10-binary.tar.gz',
    })
  })
})

it('an import says only what was changed', () => {
  expect(toOptions(usualChoices())).toEqual({})
  expect(toOptions({ ...usualChoices(), resize: 'fit', size: 96, test: 20, seed: 7 })).toEqual({
    resize: 'fit',
    size: 96,
    test: 0.2,
    seed: 7,
  })
})

it('countsBefore puts pictures back where they came from', () => {
  const classes = [
    { name: 'cat', train: 8, validation: 1, test: 1 },
    { name: 'dog', train: 9, validation: 2, test: 2 },
  ]
  const image = (label: number, rest: Partial<DatasetImage>): DatasetImage => ({
    index: 0,
    file: 'x',
    label,
    split: 'train',
    ...rest,
  })
  const decided = [
    image(0, { decision: 'leave-out' }),
    image(1, { decision: 'relabel', importedLabel: 0 }),
    image(1, { decision: 'relabel', importedLabel: 0 }),
  ]
  expect(countsBefore({ classes }, decided)).toEqual([13, 11])
})

describe('noteOf', () => {
  const f = createFormatter('en')
  const t = (key: string, values?: Record<string, unknown>) => `${key} ${JSON.stringify(values ?? {})}`
  const note = (kind: Parameters<typeof noteOf>[0], rest: object) =>
    noteOf(kind, { file: 'x', index: 0, ...rest }, t, f)

  it('says what stands out in the reader’s language, from the number', () => {
    expect(note('aspect-outlier', { value: 4 })).toBe('4 : 1')
    expect(note('aspect-outlier', { value: 0.25 })).toBe('1 : 4')
    expect(note('dark', { value: 25.5 })).toContain('10%')
    expect(note('exif-rotated', { value: 6 })).toContain('90')
    expect(note('exif-rotated', { value: 5 })).toContain('mirrored')
  })

  it('names the true format, and otherwise says what the engine says', () => {
    expect(note('wrong-extension', { note: 'this is a JPEG' })).toBe('JPEG')
    expect(note('converted', { note: 'CMYK' })).toBe('CMYK')
  })
})
