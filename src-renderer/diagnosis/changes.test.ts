import { describe, expect, it } from 'vitest'
import {
  adviceName,
  augmentationPolicies,
  modelChoice,
  plan,
  runRequest,
  type AdviceName,
  type RunRequest,
} from '../../src-main/contract'
import { aboutPictures, changedBy } from './changes'

const request = (more: object = {}): RunRequest =>
  runRequest.parse({
    dataset: 'pets',
    model: modelChoice.parse({ name: 'cnn' }),
    size: 64,
    plan: plan.parse({
      phases: [
        { epochs: 5, learningRate: 0.01 },
        { epochs: 3, learningRate: 0.001 },
      ],
      earlyStopping: { patience: 2 },
    }),
    seed: 4,
    ...more,
  })
const change = (advice: AdviceName, evidence = {}, asked = request()) =>
  changedBy(advice, asked, evidence, { base: 'mini' })

const pretrained = (options: object = {}) =>
  request({ model: modelChoice.parse({ name: 'transfer', options: { base: 'mini', ...options } }) })

describe('a change', () => {
  it('is one alone, and leaves what was asked as it was', () => {
    const asked = request()
    const before = JSON.stringify(asked)
    const changed = change('lower-rate', { learningRate: 0.001, suggestedRate: 0.0001 }, asked)!
    expect(changed.plan.phases.map(({ learningRate }) => learningRate)).toEqual([0.01, 0.0001])
    expect({ ...changed, plan: { ...changed.plan, phases: asked.plan.phases } }).toEqual(asked)
    expect(JSON.stringify(asked)).toBe(before)
  })

  it.each<[AdviceName, object, object]>([
    ['more-epochs', { suggestedEpochs: 40 }, { plan: { phases: [{ epochs: 5 }, { epochs: 40 }] } }],
    ['more-patience', { suggestedPatience: 5 }, { plan: { earlyStopping: { patience: 5 } } }],
    ['early-stopping', {}, { plan: { earlyStopping: { patience: 3 }, restoreBest: true } }],
    [
      'warm-up',
      {},
      { plan: { phases: [{ schedule: { warmupEpochs: 1 } }, { schedule: { warmupEpochs: 1 } }] } },
    ],
    ['augment', {}, { plan: { augmentation: augmentationPolicies.standard } }],
    ['dropout', {}, { model: { options: { dropout: 0.3, blockDropout: 0 } } }],
    ['larger-model', {}, { model: { options: { filters: [32, 64, 128] } } }],
    ['larger-size', {}, { size: 128 }],
    ['balance', {}, { plan: { classBalance: 'weights' } }],
    ['folds', { suggestedFolds: 3 }, { folds: 3 }],
    ['transfer', {}, { model: { name: 'transfer', options: { base: 'mini' } } }],
    ['try-seeds', {}, { seed: 5 }],
    ['label-smoothing', {}, { plan: { labelSmoothing: 0.1 } }],
  ])('%s', (advice, evidence, expected) => {
    expect(change(advice, evidence)).toMatchObject(expected)
  })

  it('of a model on a base', () => {
    expect(change('fine-tune', {}, pretrained())!.plan.phases.at(-1)).toMatchObject({
      trainable: { last: 10 },
    })
    expect(change('dropout', {}, pretrained())).toMatchObject({
      model: { options: { head: { dropout: 0.3 } } },
    })
    expect(change('own-scaling', {}, pretrained({ scaling: 'unit' }))).toMatchObject({
      model: { options: { scaling: 'own' } },
    })
  })

  it('augments small pictures lightly, and takes augmentation back by a step', () => {
    const small = change('augment', {}, request({ size: 32 }))!
    expect(small.plan.augmentation).toEqual(augmentationPolicies.light)
    const strong = request()
    strong.plan.augmentation = augmentationPolicies.strong
    expect(change('less-augmentation', {}, strong)!.plan.augmentation).toEqual(augmentationPolicies.standard)
  })

  it('goes no deeper than the picture is large', () => {
    const model = modelChoice.parse({ name: 'cnn', options: { filters: [8, 16, 32] } })
    expect(change('larger-model', {}, request({ model, size: 8 }))).toMatchObject({
      model: { options: { filters: [16, 32, 64] } },
    })
  })

  it('is none where its number is missing, or where there is nothing to change', () => {
    expect(change('lower-rate')).toBeNull()
    expect(change('more-epochs')).toBeNull()
    expect(change('own-scaling')).toBeNull()
    expect(changedBy('transfer', request(), {}, { base: undefined })).toBeNull()
    for (const name of ['calibrate', 'check-labels', ...aboutPictures] as AdviceName[])
      expect(change(name)).toBeNull()
  })

  it('can be asked of the program', () => {
    const evidence = {
      learningRate: 0.001,
      suggestedRate: 1e-4,
      suggestedEpochs: 9,
      suggestedPatience: 4,
      suggestedFolds: 5,
    }
    for (const name of adviceName.options) {
      const changed = change(name, evidence)
      if (changed) expect(() => runRequest.parse(JSON.parse(JSON.stringify(changed)))).not.toThrow()
    }
  })
})
