import { expect, test } from 'vitest'
import { baseId } from '../../contract'
import { fileTitle, importedId, nearest } from './names'

test('nearest finds what somebody meant', () => {
  const known = ['mobilenet-v2-1.0-224', 'mobilenet-v2-0.35-224', 'resnet50-224', 'vgg16-224']
  expect(nearest('mobilenetv2', known, 1)[0]).toMatch(/^mobilenet-v2/)
  expect(nearest('ResNet-50', known, 1)).toEqual(['resnet50-224'])
  expect(nearest('VGG', known, 2)).toContain('vgg16-224')
  expect(nearest('', known)).toHaveLength(3)
})

test.each([
  ['resnet50', 'my weights.weights.h5', 'resnet50-my-weights'],
  ['mobilenet-v2', 'mobilenet_v2_1.0_224_no_top.h5', 'mobilenet-v2-1.0-224-no-top'],
  ['mobilenet-v2', 'MobileNetV2-0.35.weights.h5', 'mobilenet-v2-0.35'],
  ['resnet50', 'resnet50_top.h5', 'resnet50-top'],
  ['resnet101', 'ResNet_101.h5', 'resnet101'],
  ['vgg16', 'pesos del año.h5', 'vgg16-pesos-del-ano'],
  ['vgg16', '猫.h5', 'vgg16'],
  ['vgg16', '../../etc/passwd', 'vgg16-etc-passwd'],
  ['vgg16', `${'x'.repeat(300)}.h5`, `vgg16-${'x'.repeat(66)}`],
])('%s from %s is %s', (architecture, file, id) => {
  expect(importedId(architecture, file, () => false)).toBe(id)
  expect(baseId.safeParse(id).success).toBe(true)
})

test('a taken id is numbered, also where it is as long as it may be', () => {
  const taken = new Set(['vgg16-a', 'vgg16-a-2', `vgg16-${'x'.repeat(66)}`])
  expect(importedId('vgg16', 'a.h5', (id) => taken.has(id))).toBe('vgg16-a-3')
  const long = importedId('vgg16', `${'x'.repeat(300)}.h5`, (id) => taken.has(id))
  expect(baseId.safeParse(long).success).toBe(true)
})

test("a file's title is one harmless line", () => {
  expect(fileTitle('a\nb\u202etxt.h5')).toBe('a b txt')
  expect(fileTitle('.h5')).toBe('weights')
  expect(fileTitle(`${'ñ'.repeat(100)}.weights.h5`)).toBe(`${'ñ'.repeat(59)}…`)
})
