import { expect, it } from 'vitest'
import { baseInfo, basesWith } from '../../tests/support/recipeFacts'
import { groupBases, usualBase, wrongScalings } from './bases'

it('usualBase takes MobileNetV2 of full width, else what is installed, else the box', () => {
  const narrow = baseInfo('mobilenet-v2', 'installed', { id: 'narrow', alpha: 0.35 })
  expect(usualBase([narrow, ...basesWith('mobilenet-v2')])!.id).toBe('mobilenet-v2-224')
  expect(usualBase([narrow, ...basesWith()])!.id).toBe('narrow')
  expect(usualBase(basesWith('vgg16'))!.id).toBe('vgg16-224')
  expect(usualBase(basesWith())!.id).toBe('cotejo-mini')
  expect(usualBase([])).toBeUndefined()
})

it('groupBases offers what is here first, the box last of it', () => {
  const { here, away } = groupBases(basesWith('vgg16', 'resnet50'))
  expect(here.map(({ id }) => id)).toEqual(['vgg16-224', 'resnet50-224', 'cotejo-mini'])
  expect(away.every(({ state }) => state === 'available')).toBe(true)
  expect(here.length + away.length).toBe(basesWith().length)
})

it('wrongScalings are all but the base’s own', () => {
  expect(wrongScalings({ architecture: 'resnet50' })).toEqual(['unit', 'signed', 'raw', 'torch'])
  expect(wrongScalings({ architecture: 'mobilenet-v2' })).not.toContain('signed')
})
