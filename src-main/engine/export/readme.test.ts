import { expect, test } from 'vitest'
import { cnnOptions, modelChoice, pixelScalings, type ModelDescription } from '../../contract'
import { type RunFacts } from './facts'
import { markdownText, preprocessingSteps, readmeOf, type FormatText } from './readme'

const description: ModelDescription = {
  version: 1,
  model: { name: 'cnn', options: cnnOptions.parse({}) },
  labels: ['<script>alert(1)</script>', 'a|b\n# c', 'ñandú 🦤'],
  preprocessing: { size: 32, resize: 'fit', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
  parameters: 2_122_186,
  trainableParameters: 2_122_186,
  cotejo: '0.1.0',
}

const about: FormatText = {
  format: 'a model',
  usage: 'Load it.',
  inside: false,
  files: [['`model.bin`', 'the model']],
}
const readme = (model: ModelDescription, facts: Omit<RunFacts, 'card'>) =>
  readmeOf(model, facts as RunFacts, about)

test('says how good the model is with its uncertainty', () => {
  const test = { accuracy: 29 / 30, interval: { low: 0.8333, high: 0.9941 }, count: 30 }
  const text = readme(description, { name: 'cnn-1', dataset: 'Pets', seed: 1, test })
  expect(text).toContain('96.7 % of 30 test pictures')
  expect(text).toContain('83.3 % to 99.4 %')
  expect(text).toContain('Trained on the dataset Pets, seed 1, 2,122,186 parameters.')
})

test('does not call a picture unseen that the model was trained on', () => {
  const test = { accuracy: 0.9, interval: { low: 0.84, high: 0.94 }, count: 150 }
  const crossValidated = { ...description, crossValidation: { folds: 5, images: 150, epochs: [7] } }
  const text = readme(crossValidated, { name: 'cnn-1', dataset: 'Pets', seed: 1, test })
  expect(text).toContain('trained on all 150 pictures')
  expect(text).toContain('each without one of 5 parts')
  expect(text).not.toContain('that it had not been trained on')
})

test('what is not known is not said', () => {
  const text = readme(description, { name: 'cnn-1', dataset: null, seed: null, test: null })
  expect(text).toContain('not evaluated')
  expect(text).not.toMatch(/null|undefined|NaN/)
})

test('labels are text, whatever they hold', () => {
  const text = readme(description, { name: '<b>', dataset: null, seed: null, test: null })
  expect(text).not.toMatch(/[^\\]<(script|b)/)
  expect(text).toContain('3. ñandú 🦤')
  expect(markdownText('a|b\n# c')).toBe('a\\|b \\# c')
})

test('the preparation is said in numbers', () => {
  const steps = preprocessingSteps({
    size: 96,
    resize: 'cover',
    scale: 1,
    offset: [-103.939, -116.779, -123.68],
    channels: 'bgr',
  }).join('\n')
  expect(steps).toContain('96 × 96')
  expect(steps).toContain('BGR')
  expect(steps).toContain('has -103.939, -116.779, -123.68 added')
  expect(preprocessingSteps({ ...description.preprocessing, scale: 1 }).join('\n')).toContain(
    'is used as it is',
  )
})

test('of a model on a base it says which one, whose weights they are, and how values are scaled', () => {
  const model = modelChoice.parse({ name: 'transfer', options: { base: 'densenet121-224' } })
  const base = {
    version: 1 as const,
    id: 'densenet121-224',
    title: 'DenseNet121',
    architecture: 'densenet121' as const,
    alpha: 1,
    size: 224,
    sha256: 'a'.repeat(64),
    bytes: 1,
    file: 'weights.h5',
    origin: 'catalogue' as const,
    url: 'https://example.org/weights.h5',
    trainedOn: 'ImageNet-1k',
    licence: 'Apache-2.0',
    accuracy: null,
  }
  const preprocessing = { ...description.preprocessing, ...pixelScalings.torch }
  const about = { name: 'x', dataset: null, seed: null, test: null }
  const text = readme({ ...description, model, base, preprocessing }, about)
  expect(text).toContain(
    'It stands on DenseNet121, whose weights were trained on ImageNet-1k (https://example.org/weights.h5, Apache-2.0).',
  )
  expect(text).toContain('is divided by 0.229, 0.224, 0.225')
  const random = modelChoice.parse({ name: 'transfer', options: { base: base.id, weights: 'random' } })
  expect(readme({ ...description, model: random, base }, about)).toContain(
    'It has the layers of DenseNet121, trained from random weights.',
  )
})

test('a model that prepares pictures itself needs no numbers', () => {
  const facts = { name: 'x', dataset: null, seed: null, test: null } as RunFacts
  expect(readme(description, facts)).toContain('is multiplied by')
  const text = readmeOf(description, facts, { ...about, inside: true })
  expect(text).not.toContain('is multiplied by')
  expect(text).toContain('values from 0 to 255 as they are')
  expect(text).toContain('| `model.bin` | the model |')
})
