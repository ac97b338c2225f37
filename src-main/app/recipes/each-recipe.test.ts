// What each recipe trains, run by run.
import { describe, expect, it } from 'vitest'
import { recipeOptions, type Recipe, type RecipeName } from '../../contract'
import { baseInfo, basesWith, cifarFacts, datasetOf, factsOf } from '../../../tests/support/recipeFacts'
import type { RecipeFacts } from './facts'
import { recipeFor } from './index'

const make = (name: RecipeName, facts: RecipeFacts): Recipe =>
  recipeFor(name, facts, recipeOptions.parse({}))!
const trains = ({ runs }: Recipe) =>
  runs.map(({ plan }) => plan.phases.map(({ trainable, learningRate }) => [trainable, learningRate]))
const codes = ({ reasons }: Recipe) => reasons.map(({ code }) => code)
const linear = { pooling: 'globalAverage', dense: 0, dropout: 0 }

it('cnn-and-base: the seed CNN and MobileNetV2 with a linear head, both at 32 px', () => {
  const made = make('cnn-and-base', cifarFacts())
  expect(made.runs).toMatchObject([
    {
      name: 'CNN, 32 px',
      size: 32,
      model: { name: 'cnn', options: { filters: [32, 64], dense: 512 } },
      plan: { batch: 128, earlyStopping: { patience: 3 }, phases: [{ epochs: 10 }] },
    },
    {
      name: 'MOBILENET-V2, frozen, 32 px',
      size: 32,
      model: { name: 'transfer', options: { base: 'mobilenet-v2-224', head: linear, scaling: 'own' } },
      plan: { phases: [{ epochs: 10 }] },
    },
  ])
  expect(trains(made)).toEqual([[['all', 1e-3]], [['head', 1e-3]]])
  expect(made.missing).toEqual([])
})

it('cnn-and-base names MobileNetV2 as missing, with its size, and takes nothing else instead', () => {
  const { missing, runs } = make('cnn-and-base', cifarFacts({ bases: basesWith('resnet50') }))
  expect(missing).toEqual([{ base: 'mobilenet-v2-224', title: 'MOBILENET-V2', bytes: 9_400_000 }])
  expect(runs[1]!.model).toMatchObject({ options: { base: 'mobilenet-v2-224' } })
})

it('fine-tuning: the head alone, and the head first and then the last 10 layers at small rates', () => {
  const made = make('fine-tuning', cifarFacts())
  expect(trains(made)).toEqual([
    [['head', 1e-3]],
    [
      ['head', 1e-3],
      [{ last: 10 }, 1e-4],
    ],
    [
      ['head', 1e-3],
      [{ last: 10 }, 1e-5],
    ],
  ])
  expect(made.runs.map(({ size }) => size)).toEqual([96, 96, 96])
  // Nobody trains for longer than the others.
  const epochs = made.runs.map(({ plan }) => plan.phases.reduce((sum, one) => sum + one.epochs, 0))
  expect(new Set(epochs).size).toBe(1)
})

it('nine-architectures: the nine of the report, dense 256, each with its own preprocessing', () => {
  const made = make('nine-architectures', cifarFacts({ bases: basesWith('mobilenet-v2', 'vgg16') }))
  const used = made.runs.map(({ model }) => (model.name === 'transfer' ? model.options : null))
  expect(used.map((one) => one!.base)).toEqual([
    'mobilenet-v2-224',
    'mobilenet-v3-large-224',
    'efficientnet-b0-224',
    'efficientnet-b3-224',
    'vgg16-224',
    'vgg19-224',
    'resnet50-224',
    'resnet101-224',
    'resnet152-224',
  ])
  for (const one of used) {
    expect(one).toMatchObject({ scaling: 'own', weights: 'pretrained', head: { ...linear, dense: 256 } })
  }
  expect(new Set(made.runs.map(({ size }) => size))).toEqual(new Set([32]))
  expect(made.missing).toHaveLength(7)
  expect(codes(made)).toContain('asInReports')
  expect(make('nine-architectures', factsOf()).runs[0]!.size).toBe(224)
})

describe('preprocessing', () => {
  it('takes ResNet50 where it is there: its own first, then each wrong one, named as such', () => {
    const made = make('preprocessing', factsOf({ bases: basesWith('resnet50', 'mobilenet-v2') }))
    expect(
      made.runs.map(({ name, model }) => [name, model.name === 'transfer' && model.options.scaling]),
    ).toEqual([
      ['RESNET50, its own preprocessing (BGR, mean off)', 'own'],
      ['RESNET50, wrong scaling (0..1)', 'unit'],
      ['RESNET50, wrong scaling (-1..1)', 'signed'],
      ['RESNET50, wrong scaling (0..255)', 'raw'],
      ['RESNET50, wrong scaling (mean and deviation)', 'torch'],
    ])
    expect(codes(made)).not.toContain('otherBase')
  })

  it('takes MobileNetV2 where only that is installed, and says so', () => {
    const made = make('preprocessing', factsOf())
    expect(made.runs.map(({ model }) => model.name === 'transfer' && model.options.scaling)).toEqual([
      'own',
      'unit',
      'raw',
      'caffe',
      'torch',
    ])
    expect(made.reasons).toContainEqual({
      code: 'otherBase',
      values: { base: 'MOBILENET-V2', wanted: 'RESNET50' },
    })
    expect(made.missing).toEqual([])
  })
})

it('three-animals: the same layers on top of both, at the same size', () => {
  const made = make('three-animals', factsOf())
  const top = { pooling: 'globalAverage', dense: 128, dropout: 0.3, activation: 'relu', batchNorm: false }
  expect(made.runs).toMatchObject([
    {
      name: 'CNN from scratch',
      size: 128,
      model: { name: 'cnn', options: { ...top, filters: [32, 64, 128] } },
    },
    { name: 'MOBILENET-V2, frozen', size: 128, model: { name: 'transfer', options: { head: top } } },
  ])
  expect(trains(made)).toEqual([[['all', 1e-3]], [['head', 1e-3]]])
  // A CNN at 96 px over 45,000 pictures would keep a processor busy for hours.
  const many = make('three-animals', cifarFacts())
  expect(many.runs.map(({ size }) => size)).toEqual([64, 64])
  const card = { card: 'RTX 4070', cores: 16 }
  expect(make('three-animals', cifarFacts({ machine: card })).runs[0]!.size).toBe(128)
})

it('the base in the box gets pictures of the size that it was made for', () => {
  const sizes = (side: number) =>
    (['advice', 'fine-tuning', 'preprocessing', 'three-animals'] as const).map(
      (name) => make(name, factsOf({ side, bases: basesWith() })).runs[0]!.size,
    )
  expect(sizes(500)).toEqual([64, 64, 64, 64])
  expect(sizes(32)).toEqual([32, 32, 32, 32])
})

it('input-size: one frozen base at five sizes, none below what it takes', () => {
  const sizes = (facts: RecipeFacts) => make('input-size', facts).runs.map(({ size }) => size)
  expect(sizes(factsOf())).toEqual([32, 96, 128, 160, 224])
  expect(sizes(factsOf({ bases: [baseInfo('mobilenet-v2', 'installed', { smallest: 71 })] }))).toEqual([
    96, 128, 160, 224,
  ])
})

describe('advice', () => {
  it('150 photos on a processor: MobileNetV2 at 224 px, the head alone, beside a CNN from scratch at 64 px', () => {
    const made = make('advice', factsOf())
    expect(made.runs).toMatchObject([
      { name: 'MOBILENET-V2, 224 px', size: 224, folds: 5, model: { options: { head: linear } } },
      { name: 'CNN from scratch, 64 px', size: 64, folds: 5, model: { options: { filters: [32, 64] } } },
    ])
    expect(trains(made)).toEqual([[['head', 1e-3]], [['all', 1e-3]]])
    expect(codes(made)).toEqual(expect.arrayContaining(['onlyCpu', 'largeEnough', 'headOnly', 'fewTestPictures', 'baseline'])) // prettier-ignore
    expect(made.reasons).toContainEqual({ code: 'onlyCpu', values: { base: 'MOBILENET-V2', cores: 2 } })
    expect(codes(made)).not.toContain('uneven')
    expect(made.runs[0]!.plan).toMatchObject({ views: null, batch: 16, earlyStopping: { patience: 5 } })
  })

  it('shows very few pictures in several versions', () => {
    const made = make('advice', factsOf({ dataset: datasetOf([15, 15]) }))
    const flipped = { augmentation: { flip: true, shift: 0.1 }, views: 4 }
    expect(made.runs.map(({ plan }) => plan)).toMatchObject([flipped, flipped])
    expect(made.reasons).toContainEqual({ code: 'views', values: { views: 4 } })
  })

  it('a graphics card takes a stronger base where it is installed, else the one that is', () => {
    const machine = { card: 'RTX 4070', cores: 16 }
    const strong = make(
      'advice',
      factsOf({ machine, bases: basesWith('mobilenet-v2', 'efficientnet-v2-b0') }),
    )
    expect(strong.runs[0]!.name).toBe('EFFICIENTNET-V2-B0, 224 px')
    expect(strong.reasons).toContainEqual({
      code: 'card',
      values: { base: 'EFFICIENTNET-V2-B0', card: 'RTX 4070' },
    })
    expect(make('advice', factsOf({ machine })).runs[0]!.name).toBe('MOBILENET-V2, 224 px')
  })

  it('enlarges small pictures as far as the time allows, and says what it costs', () => {
    const made = make('advice', cifarFacts())
    expect(made.runs).toMatchObject([
      { name: 'MOBILENET-V2, 96 px', size: 96, folds: null },
      { name: 'CNN from scratch, 32 px', size: 32 },
    ])
    expect(made.reasons).toContainEqual({
      code: 'enlarged',
      values: { side: 32, size: 96, usual: 224, base: 'MOBILENET-V2' },
    })
    // 60,000 pictures at the measured 280 a second.
    expect(made.reasons).toContainEqual({ code: 'features', values: { images: 60_000, seconds: 214 } })
    expect(make('advice', cifarFacts({ machine: { card: 'RTX 4070', cores: 16 } })).runs[0]!.size).toBe(160)
  })

  it('says how the size came about', () => {
    const code = (facts: RecipeFacts) =>
      codes(make('advice', facts)).find((one) => ['enlarged', 'largeEnough', 'quicker'].includes(one))
    expect(code(factsOf())).toBe('largeEnough')
    expect(code(factsOf({ side: 200 }))).toBe('largeEnough')
    expect(code(factsOf({ side: 100 }))).toBe('enlarged')
    expect(code(factsOf({ dataset: datasetOf([10_000, 10_000]) }))).toBe('quicker')
  })

  it('fine-tunes where there are pictures enough', () => {
    const made = make('advice', cifarFacts())
    expect(trains(made)[0]).toEqual([
      ['head', 1e-3],
      [{ last: 10 }, 1e-4],
    ])
    expect(codes(made)).toContain('fineTune')
  })

  it('weighs rare classes, in all runs alike', () => {
    const made = make('advice', factsOf({ dataset: datasetOf([900, 60]) }))
    expect(made.runs.map(({ plan }) => plan.classBalance)).toEqual(['weights', 'weights'])
    expect(made.reasons).toContainEqual({
      code: 'uneven',
      values: { most: 'class 0', mostCount: 630, fewest: 'class 1', fewestCount: 42 },
    })
  })

  it('takes the base in the box where nothing is installed, and says what would be better', () => {
    const made = make('advice', factsOf({ bases: basesWith() }))
    expect(made.runs[0]).toMatchObject({ model: { options: { base: 'cotejo-mini' } }, size: 64 })
    expect(made.missing).toEqual([])
    expect(made.recommended).toEqual([{ base: 'mobilenet-v2-224', title: 'MOBILENET-V2', bytes: 9_400_000 }])
    expect(made.reasons[0]).toEqual({
      code: 'boxInstead',
      values: { base: 'COTEJO-MINI', better: 'MOBILENET-V2', bytes: 9_400_000 },
    })
    const small = make('advice', cifarFacts({ bases: basesWith() }))
    expect(small.runs[0]!.size).toBe(32)
  })

  it('takes a base that the user imported before the one in the box', () => {
    const bases = [
      ...basesWith(),
      baseInfo('vgg16', 'installed', { id: 'vgg16-mine', origin: 'file', title: 'My VGG' }),
    ]
    const made = make('advice', factsOf({ bases }))
    expect(made.runs[0]!.name).toBe('My VGG, 224 px')
    expect(made.recommended).toEqual([])
  })
})
