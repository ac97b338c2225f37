// A model card of a run in a folder: what it says, that every name in it is text, and that the Hub can read it.
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { modelChoice, type ExportCheck, type ModelDescription } from '../../../contract'
import { bareCard } from './gather'
import { type ModelCard } from './card'
import { modelCardMarkdown } from './markdown'

const LABELS = ['<script>alert(1)</script>', 'a|b\n# c', '"quoted": \'x\' — 🦋 פרפר', '---']

const description: ModelDescription = {
  version: 1,
  model: modelChoice.parse({ name: 'cnn' }),
  labels: LABELS,
  preprocessing: { size: 32, resize: 'fit', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
  parameters: 2_122_186,
  trainableParameters: 2_122_186,
  cotejo: '0.1.0',
}
const base = {
  version: 1 as const,
  id: 'vgg16-224',
  title: 'VGG16',
  architecture: 'vgg16' as const,
  alpha: 1,
  size: 224,
  sha256: 'a'.repeat(64),
  bytes: 1,
  file: 'weights.h5',
  origin: 'catalogue' as const,
  url: 'https://example.org/weights.h5',
  trainedOn: 'ImageNet-1k',
  licence: 'CC-BY-4.0',
  accuracy: null,
}
const onBase: ModelDescription = {
  ...description,
  base,
  model: modelChoice.parse({ name: 'transfer', options: { base: base.id } }),
}

const check: ExportCheck = {
  runtime: 'onnxruntime 1.30.0',
  reason: null,
  pictures: { count: 32, from: 'test' },
  largestDifference: 7.2e-7,
  agreement: 1,
  accuracy: { run: 0.96875, exported: 0.96875 },
}
const checked = { format: 'onnx' as const, check }

const figure = (value: number) => ({ value, interval: { low: value - 0.1, high: Math.min(1, value + 0.1) } })
const classes = LABELS.map((name) => ({ name, train: 30, validation: 10, test: 10 }))
const full: ModelCard = {
  ...bareCard('My "model"\n---\nlicense: mit', onBase),
  data: {
    name: 'Pets: <b>|',
    kind: 'folder',
    hash: 'f'.repeat(64),
    same: false,
    split: { seed: 1, origin: 'drawn', validation: 0.2, test: 0.2 },
    images: { train: 120, validation: 40, test: 40, total: 200, skipped: 2 },
    classes,
    decided: { leftOut: 3, relabelled: 1 },
    findings: [{ kind: 'duplicate', severity: 'warning', count: 2, message: 'Two *pictures* are the same.' }],
  },
  results: {
    testedBy: 'test',
    elsewhere: false,
    count: 40,
    figures: { accuracy: figure(0.875), f1Macro: figure(0.87), ece: { value: 0.03, interval: null } },
    classes: LABELS.map((name) => ({
      name,
      count: 10,
      precision: figure(0.9),
      recall: figure(0.8),
      f1: figure(0.85),
    })),
    overconfidence: 0.021,
    temperature: 1.3,
  },
  training: {
    model: 'VGG16, pretrained on ImageNet-1k',
    settings: [['Seed', '1']],
    seed: 1,
    folds: null,
    created: '2026-11-22T10:00:00Z',
    machine: 'a machine (wasm)',
    commands: ["cotejo train --data pets --like x.json --name 'a```b'"],
    request: { seed: 1 },
  },
}

/** The front matter as the Hub reads it, and the text below it. */
function parts(markdown: string) {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n\n(# [\s\S]*)$/.exec(markdown)!
  return { front: parse(front!) as Record<string, unknown>, body: body! }
}

describe('a model card', () => {
  const { front, body } = parts(modelCardMarkdown(full, onBase, checked))

  test('has front matter that the Hub reads', () => {
    expect(front).toMatchObject({
      license: 'cc-by-4.0',
      library_name: 'onnx',
      pipeline_tag: 'image-classification',
      metrics: ['accuracy', 'f1'],
    })
    expect(front['model-index']).toEqual([
      {
        name: full.name,
        results: [
          {
            task: { type: 'image-classification', name: 'Image classification' },
            dataset: { name: 'Pets: <b>|', type: 'imagefolder', split: 'test' },
            metrics: [
              { type: 'accuracy', value: 0.875, name: 'Accuracy' },
              { type: 'f1', value: 0.87, name: 'Macro F1' },
            ],
          },
        ],
      },
    ])
  })

  test('has all sections, once', () => {
    const titles = [...body.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    expect(titles).toEqual([
      'Model details',
      'Intended use',
      'Data',
      'Results',
      'Limits',
      'How it was made',
      'Check of this export',
      'Licence',
    ])
  })

  test('says how good, on what, and how sure that is', () => {
    expect(body).toContain('On 40 test pictures')
    expect(body).toContain('| Accuracy | 87.5% (77.5% to 97.5%) |')
    expect(body).toContain('2.1 points surer than it is right')
    expect(body).toContain('| All | 120 | 40 | 40 | 200 |')
    expect(body).toContain('3 pictures were left out and 1 were given another class')
    expect(body).toContain('The dataset was changed after the training')
    expect(body).toContain('Two \\*pictures\\* are the same.')
    expect(body).toContain('onnxruntime 1.30.0 on 32 test pictures')
  })

  test('names are text, whatever is in them', () => {
    expect(body).not.toMatch(/[^\\]<(script|b)\b/)
    expect(body).toContain('a\\|b \\# c')
    expect(body).toContain('פרפר')
    expect(body.match(/^---$/m)).toBeNull()
    // A row has as many cells as its table has columns.
    for (const row of body.split('\n').filter((line) => line.startsWith('| a\\|b')))
      expect(row.replaceAll('\\|', '').split('|').length - 2).toBe(5)
    // Code in a name does not end the block that it stands in.
    expect(body).toContain('````sh\n')
  })

  test('what is not known is not said', () => {
    const card = bareCard('x', description)
    const { front, body } = parts(modelCardMarkdown(card, description, checked))
    expect(front).toMatchObject({ license: 'unknown' })
    expect(front).not.toHaveProperty('model-index')
    expect(body).toContain('It was not evaluated')
    expect(body).not.toMatch(/null|undefined|NaN/)
    expect(body).not.toContain('LICENCE')
  })

  test('what could not be run is said, and why', () => {
    const unchecked = {
      ...check,
      runtime: null,
      pictures: null,
      reason: 'Core ML runs on Apple’s systems alone.',
    }
    expect(modelCardMarkdown(full, onBase, { format: 'coreml', check: unchecked })).toContain(
      'Core ML runs on Apple’s systems alone.',
    )
  })
})
