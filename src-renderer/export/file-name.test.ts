import { expect, it } from 'vitest'
import { baseName } from '../data/useImport'
import { fileName, joinPath } from './file-name'

it('makes names that every file system takes', () => {
  expect(fileName('CNN 64 px')).toBe('cnn-64-px')
  expect(fileName('Modelo «niño» / v2: ¿final?')).toBe('modelo-nino-v2-final')
  expect(fileName('../../etc')).toBe('etc')
  expect(fileName('猫')).toBe('model')
})

it('joins and splits paths of either kind', () => {
  expect(joinPath('/home/a/', 'x')).toBe('/home/a/x')
  expect(joinPath('C:\\Users\\a', 'x')).toBe('C:\\Users\\a\\x')
  expect([baseName('/home/a/pets/'), baseName('C:\\a\\pets'), baseName('pets')]).toEqual([
    'pets',
    'pets',
    'pets',
  ])
})
