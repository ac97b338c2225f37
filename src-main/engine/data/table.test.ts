import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quietTask } from '../task'
import { importDataset } from './import'
import { openDataset } from './open'
import { splitNamed } from './split-names'
import { parseCsv } from './table'
import { pictures, scratch, writeTree } from './testing'

let folder: ReturnType<typeof scratch>
let source: string
beforeEach(() => {
  folder = scratch()
  source = join(folder.path, 'photos')
})
afterEach(() => folder.remove())

const run = (csv?: string) =>
  importDataset(
    {
      id: 'photos',
      folder: join(folder.path, 'dataset'),
      source: { kind: 'folder', path: source, owned: false, ...(csv && { csv }) },
      options: {},
      seed: 1,
    },
    quietTask(),
  )
const labelsOf = async () => {
  const { files, labels, dataset } = await openDataset(join(folder.path, 'dataset'))
  return Object.fromEntries(files.map((file, i) => [file, dataset.classes[labels[i]].name]))
}
const names = (count: number) => Array.from({ length: count }, (_, i) => `${String(i).padStart(3, '0')}.png`)

describe('a flat folder with a table', () => {
  it('has the labels of the table; what has no row and rows without a file are reported', async () => {
    const rows = names(8).map((name, i) => `${name},${i % 2 ? 'perro' : 'gato'}`)
    await writeTree(source, {
      ...pictures('.', 9),
      'labels.csv': ['file,label', ...rows, 'gone.png,gato'].join('\r\n') + '\r\n',
    })
    const { dataset, report } = await run()
    expect(
      dataset.classes.map(({ name, train, validation, test }) => [name, train + validation + test]),
    ).toEqual([
      ['gato', 4],
      ['perro', 4],
    ])
    expect((await labelsOf())['003.png']).toBe('perro')
    expect(report.files).toEqual({ total: 10, used: 8, skipped: 2 })
    expect(report.skipped).toMatchObject([{ file: '008.png', reason: 'not-in-table' }])
    const missing = report.findings.find(({ kind }) => kind === 'missing-file')!
    expect(missing.files).toEqual([{ file: 'gone.png', index: null }])
  })

  it.each([
    ['semicolons, quotes and BOM', '\uFEFF"Imagen";"Especie"\n', (n: string, l: string) => `"${n}";"${l}"\n`],
    [
      'names without ending, other columns',
      'id,width,breed\n',
      (n: string, l: string) => `${n.slice(0, -4)},100,${l}\n`,
    ],
    [
      'numbers beside words',
      'class id,filepaths,labels\n',
      (n: string, l: string) => `${l.length},images/${n},${l}\n`,
    ],
    ['no titles', '', (n: string, l: string) => `${n}\t${l}\n`],
    ['paths of another computer', 'path,class\n', (n: string, l: string) => `C:\\data\\images\\${n},${l}\n`],
  ])('may have %s', async (_, title, row) => {
    await writeTree(source, {
      ...pictures('images', 8),
      'train.csv':
        title +
        names(8)
          .map((name, i) => row(name, i % 2 ? 'año, nuevo'.slice(0, 3) : 'gato'))
          .join(''),
    })
    await run()
    const labels = await labelsOf()
    expect(labels['images/003.png']).toBe('año')
    expect(Object.keys(labels)).toHaveLength(8)
  })

  it('may name the splits', async () => {
    const split = ['train', 'train', 'train', 'TEST', 'valid', 'test']
    const rows = names(12).map((name, i) => `${name},${i % 2 ? 'a' : 'b'},${split[i >> 1]}`)
    await writeTree(source, {
      ...pictures('.', 12),
      'l.csv': ['filename,label,data set', ...rows].join('\n'),
    })
    const { dataset } = await run()
    expect(dataset.split.origin).toBe('ready')
    expect(dataset.images).toMatchObject({ train: 6, validation: 2, test: 4 })
  })

  it('may have its table elsewhere', async () => {
    await writeTree(source, pictures('.', 6))
    await writeTree(folder.path, {
      'else.csv': names(6)
        .map((n, i) => `${n},${i % 2 ? 'x' : 'y'}`)
        .join('\n'),
    })
    expect((await run(join(folder.path, 'else.csv'))).dataset.images.total).toBe(6)
    await expect(run(join(folder.path, 'nothing.csv'))).rejects.toMatchObject({ code: 'not-found' })
    await writeTree(folder.path, { 'one.csv': 'a\nb\n' })
    await expect(run(join(folder.path, 'one.csv'))).rejects.toMatchObject({ code: 'table-wrong' })
  })

  it('is not taken for one where there are class folders', async () => {
    await writeTree(source, {
      ...pictures('a', 4),
      ...pictures('b', 4, 50),
      'notes.csv': 'file,label\n000.png,zebra\n001.png,lion\n',
    })
    expect((await run()).dataset.classes.map(({ name }) => name)).toEqual(['a', 'b'])
  })
})

describe('layouts that people have', () => {
  it.each([
    ['Keras’s', ['cats_and_dogs/train', 'cats_and_dogs/validation'], 'ready'],
    ['ImageFolder’s', ['train', 'val', 'test'], 'ready'],
    ['a course’s', ['dataset/training_set', 'dataset/test_set'], 'ready-test'],
    ['in capitals', ['TRAINING', 'Validation', 'Testing'], 'ready'],
    ['a folder too deep', ['seg_train/seg_train', 'seg_test/seg_test'], 'ready-test'],
    ['in Spanish', ['entrenamiento', 'validación', 'prueba'], 'ready'],
  ])('%s', async (_, folders, origin) => {
    for (const [i, name] of folders.entries())
      await writeTree(source, {
        ...pictures(`${name}/cat`, 5, i * 60),
        ...pictures(`${name}/dog`, 5, i * 60 + 20),
        ...(i === 0 && { 'vectorize.py': 'print()' }),
      })
    const { dataset, report } = await run()
    expect(dataset.split.origin).toBe(origin)
    expect(dataset.classes.map(({ name }) => name)).toEqual(['cat', 'dog'])
    expect(report.files).toEqual({ total: folders.length * 10 + 1, used: folders.length * 10, skipped: 1 })
  })

  it('Animals-10’s: classes in a folder beside a script', async () => {
    await writeTree(source, {
      ...pictures('archive/raw-img/cane', 4),
      ...pictures('archive/raw-img/gatto', 4, 20),
      ...pictures('archive/raw-img/mucca/mucca', 4, 40),
      'archive/translate.py': 'translate = {}',
    })
    const { dataset, report } = await run()
    expect(dataset.classes.map(({ name }) => name)).toEqual(['cane', 'gatto', 'mucca'])
    expect(report.skipped).toMatchObject([{ file: 'archive/translate.py', reason: 'outside-classes' }])
  })
})

it('names of splits', () => {
  expect(['Train', 'training_set', 'seg_test', 'Validación', 'val', 'TEST SET'].map(splitNamed)).toEqual([
    'train',
    'train',
    'test',
    'validation',
    'validation',
    'test',
  ])
  expect(['bus', 'trainer', 'testudo', 'constructor', ''].map(splitNamed)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it('CSV after RFC 4180', () => {
  expect(parseCsv('a,"b ""c"", d"\r\n\r\n"x\ny",z\n')).toEqual([
    ['a', 'b "c", d'],
    ['x\ny', 'z'],
  ])
})
