import { expect, it } from 'vitest'
import { modelChoice, plan, runRequest, type RunRequest } from '../../src-main/contract'
import { toRequests } from './draft'
import { draftOf } from './from-run'

const asked = (more: object): RunRequest =>
  runRequest.parse({ dataset: 'pets', model: modelChoice.parse({ name: 'mlp' }), size: 48, seed: 7, ...more })

const requests: [string, RunRequest][] = [
  [
    'a CNN with all that a plan can have',
    asked({
      model: modelChoice.parse({ name: 'cnn', options: { filters: [8], dropout: 0.2 } }),
      plan: plan.parse({
        phases: [
          { epochs: 12, learningRate: 0.003, optimizer: { name: 'sgd' }, schedule: { name: 'cosine' } },
        ],
        batch: 20,
        augmentation: { flip: true },
        earlyStopping: { patience: 4 },
        labelSmoothing: 0.1,
      }),
      folds: 5,
      backend: 'wasm',
    }),
  ],
  [
    'a base in two phases',
    asked({
      model: modelChoice.parse({ name: 'transfer', options: { base: 'mini', head: { dense: 64 } } }),
      plan: plan.parse({
        phases: [
          { epochs: 4, trainable: 'head', schedule: { name: 'constant', warmupEpochs: 1 } },
          {
            epochs: 6,
            trainable: { last: 10 },
            baseMode: 'training',
            learningRate: 1e-5,
            schedule: { name: 'step' },
          },
        ],
      }),
    }),
  ],
]

it.each(requests)('%s comes back as it was asked', (_name, request) => {
  const { model, conditions } = draftOf(request, 1)
  expect(toRequests([model], conditions)).toEqual([request])
})

it('a draft shares nothing with the run that it came from', () => {
  const request = requests[0]![1]
  const { conditions } = draftOf(request, 1)
  conditions.plan.augmentation.flip = false
  expect(request.plan.augmentation.flip).toBe(true)
})
