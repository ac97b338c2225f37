import { describe, expect, it } from 'vitest'
import { readChosen, stripCommonFolder } from './dropped'
import { encodePath } from './upload'

const file = (path: string) => ({ path, file: {} as File })
const paths = (files: { path: string }[]) => files.map(({ path }) => path)

describe('stripCommonFolder', () => {
  it('takes one dropped folder as the dataset and its name as the name', () => {
    const { name, files } = stripCommonFolder([file('pets/cat/1.jpg'), file('pets/dog/2.jpg')])
    expect([name, paths(files)]).toEqual(['pets', ['cat/1.jpg', 'dog/2.jpg']])
  })

  it('takes several dropped folders as the classes', () => {
    const { name, files } = stripCommonFolder([file('cat/1.jpg'), file('dog/2.jpg')])
    expect([name, paths(files)]).toEqual(['', ['cat/1.jpg', 'dog/2.jpg']])
  })

  it('leaves loose files as they are', () => {
    expect(paths(stripCommonFolder([file('1.jpg')]).files)).toEqual(['1.jpg'])
    expect(stripCommonFolder([]).files).toEqual([])
  })
})

it('leaves out what file managers leave behind', () => {
  const list = [
    'pets/cat/1.jpg',
    'pets/.DS_Store',
    'pets/cat/Thumbs.db',
    'pets/__MACOSX/cat/1.jpg',
    'pets/dog/a.b.png',
  ]
  const chosen = readChosen(
    list.map((path) => ({ webkitRelativePath: path, name: path })) as unknown as FileList,
  )
  expect(paths(chosen.files)).toEqual(['cat/1.jpg', 'dog/a.b.png'])
})

it('encodes names, not the slashes between them', () => {
  expect(encodePath('perro ñ/100%#?.jpg')).toBe('perro%20%C3%B1/100%25%23%3F.jpg')
})
