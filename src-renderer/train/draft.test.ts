import { describe, expect, it } from 'vitest'
import { runRequest } from '../../src-main/contract'
import {
  adapt,
  newConditions,
  newModel,
  newOptimizer,
  newPhase,
  newSchedule,
  parseNumbers,
  toRequests,
  type DraftModel,
} from './draft'

describe('toRequests', () => {
  const draft = (key: number, name: string, choice: DraftModel['choice']): DraftModel => ({
    key,
    name,
    choice,
    size: null,
    phases: [newPhase([])],
  })
  const models = [draft(1, '', newModel('cnn')), draft(2, ' Small net ', newModel('mlp'))]

  it('gives every model the same conditions', () => {
    const conditions = { ...newConditions(), dataset: 'pets', epochs: 7, learningRate: 0.02, seed: 5 }
    conditions.optimizer = newOptimizer('sgd')
    conditions.schedule = newSchedule('cosine')
    const [first, second] = toRequests(models, conditions)
    expect(first!.plan).toEqual(second!.plan)
    expect(first!.plan.phases).toMatchObject([
      {
        epochs: 7,
        learningRate: 0.02,
        optimizer: { name: 'sgd', momentum: 0.9 },
        schedule: { name: 'cosine' },
      },
    ])
    expect([first!.seed, second!.seed]).toEqual([5, 5])
    expect([first!.model.name, second!.model.name]).toEqual(['cnn', 'mlp'])
  })

  it('gives a model on a base its phases, with what holds for all where nothing else was said', () => {
    const model = draft(3, '', newModel('transfer', 'cotejo-mini'))
    model.phases.push({ ...newPhase(model.phases), epochs: 5, schedule: newSchedule('cosine') })
    const conditions = { ...newConditions(), dataset: 'pets', epochs: 7, learningRate: 0.002, size: 64 }
    const [request] = toRequests([model], conditions)
    expect(runRequest.parse(request)).toEqual(request)
    expect(request).toMatchObject({
      size: 64,
      model: { name: 'transfer', options: { base: 'cotejo-mini', scaling: 'own', weights: 'pretrained' } },
    })
    expect(request!.plan.phases).toMatchObject([
      { trainable: 'head', epochs: 7, learningRate: 0.002, schedule: { name: 'constant' } },
      { trainable: { last: 10 }, epochs: 5, learningRate: 1e-4, schedule: { name: 'cosine' } },
    ])
    expect(toRequests([{ ...model, size: 224 }], conditions)[0]!.size).toBe(224)
    // The others keep to what holds for all.
    expect(toRequests([{ ...models[0]!, size: 224 }], conditions)[0]).toMatchObject({
      size: 64,
      plan: { phases: [{ trainable: 'all', epochs: 7 }] },
    })
  })

  it('leaves out what was not chosen, so that the main side decides', () => {
    const [first, second] = toRequests(models, { ...newConditions(), dataset: 'pets' })
    expect(first).not.toHaveProperty('name')
    expect(first).not.toHaveProperty('size')
    expect(first).not.toHaveProperty('backend')
    expect(second!.name).toBe('Small net')
  })

  it('passes the contract', () => {
    const chosen = { ...newConditions(), dataset: 'pets', size: 64, backend: 'wasm' as const }
    for (const request of toRequests(models, chosen)) {
      expect(runRequest.parse(request)).toEqual(request)
      expect(request).toMatchObject({ size: 64, backend: 'wasm' })
    }
  })
})

describe('adapt', () => {
  it('follows the size of the dataset where nothing was changed by hand', () => {
    const conditions = newConditions(100)
    adapt(conditions, 100, 50_000)
    expect(conditions).toMatchObject({ epochs: 10, plan: { batch: 128, earlyStopping: { patience: 3 } } })
  })

  it('keeps what was chosen by hand', () => {
    const conditions = newConditions(100)
    conditions.epochs = 3
    conditions.plan.earlyStopping = null
    adapt(conditions, 100, 50_000)
    expect(conditions).toMatchObject({ epochs: 3, plan: { batch: 128, earlyStopping: null } })
  })
})

describe('parseNumbers', () => {
  const range = { min: 1, max: 1024, least: 1, most: 8 }

  it('takes commas, semicolons and spaces', () => {
    expect(parseNumbers('32, 64;128  256', range)).toEqual([32, 64, 128, 256])
  })

  it('refuses what is not a list of whole numbers in the range', () => {
    for (const wrong of ['', 'a', '1.5', '0', '2000', '1 2 3 4 5 6 7 8 9'])
      expect(parseNumbers(wrong, range)).toBeNull()
    expect(parseNumbers('', { ...range, least: 0 })).toEqual([])
  })
})
