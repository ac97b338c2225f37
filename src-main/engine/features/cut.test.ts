// Where networks are cut, and that the two halves give what the whole gives.
import { beforeAll, describe, expect, it } from 'vitest'
import { cpuCompute } from '../../../tests/support/cpuCompute'
import { cnnOptions, type HeadOptions, type TrainablePart } from '../../contract'
import { buildTransferModel, type TransferModel } from '../models/applications/build'
import { linearHead } from '../models/applications/head'
import type { ApplicationChoice } from '../models/applications/registry'
import { buildFresh } from '../models/build'
import { preprocess } from '../models/preprocess'
import { tf, type Tensor2D, type Tensor4D } from '../tf'
import { chooseCut, cutsOf, type Cut } from './cut'
import { featuresOf, logitsOf } from './halves'

beforeAll(() => cpuCompute())

const size = 32
const build = (choice: ApplicationChoice, head: Partial<HeadOptions> = {}) =>
  buildTransferModel(choice, { size, classes: 3, seed: 1, head: { ...linearHead, ...head } })
const small = { name: 'mobilenet-v2', alpha: 0.35 } as const

/** Names of what crosses the cut. */
const crossing = (cut: Cut | null) => cut?.tensors.map(({ sourceLayer }) => sourceLayer.name)

function cutAt(model: TransferModel, part: TrainablePart, most?: number) {
  model.setTrainable(part)
  return chooseCut(model.logits, most)
}

describe('the cut', () => {
  it('is behind everything that is frozen', () => {
    const model = build(small)
    expect(crossing(cutAt(model, 'head'))).toEqual(['average'])
    expect(cutAt(model, 'head')!.values).toBe(1280)
    expect(crossing(cutAt(model, { last: 10 }))).toEqual(['block_16_expand'])
    expect(crossing(cutAt(model, { last: 3 }))).toEqual(['block_16_project_BN'])
    expect(cutAt(model, 'all')).toBeNull()
    model.dispose()
  })

  it('is crossed by several tensors within a residual block', () => {
    const model = build(small)
    expect(crossing(cutAt(model, { from: 'block_14_project' }))).toEqual([
      'block_13_project_BN',
      'block_14_depthwise_relu',
    ])
    model.dispose()
  })

  it('keeps the map where the head flattens it', () => {
    const model = build(small, { pooling: 'flatten', dense: 4 })
    const cut = cutAt(model, 'head')!
    expect(cut.values).toBe(1280)
    expect(crossing(cut)).toEqual(['flatten'])
    model.dispose()
  })

  it('is moved forward where there is less room, but not by more than half of the work', () => {
    const model = build(small)
    expect(crossing(cutAt(model, { last: 10 }, 100))).toEqual(['block_15_add'])
    expect(cutAt(model, { last: 10 }, 20)).toBeNull()
    model.dispose()
  })

  it('ignores what trains but has nothing to learn', () => {
    // Dropout that is not frozen and BatchNorm's averages differ from step to step.
    const model = build({ name: 'mobilenet', alpha: 0.25 }, { dense: 4, batchNorm: true, dropout: 0.5 })
    expect(crossing(cutAt(model, 'head'))).toEqual(['average'])
    for (const layer of model.network.layers) layer.trainable = layer.name !== 'conv1_bn'
    expect(chooseCut(model.logits)).toBeNull()
    model.dispose()
  })

  it('is nowhere in a model without a base', () => {
    const model = buildFresh({ name: 'cnn', options: cnnOptions.parse({}) }, { size: 8, classes: 2, seed: 1 })
    expect(cutsOf(model.logits).every(({ share }) => share === 0)).toBe(true)
    model.dispose()
  })
})

describe('the two halves', () => {
  const cases: [ApplicationChoice, TrainablePart][] = [
    [{ name: 'mobilenet', alpha: 0.25 }, 'head'],
    [small, 'head'],
    [small, { last: 10 }],
    [small, { from: 'block_14_project' }],
    [{ name: 'mobilenet-v3-small', alpha: 0.75 }, { last: 12 }],
  ]
  it.each(cases)('of %o with %o are the whole', (choice, part) => {
    const model = build(choice, { dense: 4, dropout: 0.3 })
    const pixels = Float32Array.from({ length: 2 * size * size * 3 }, (_, i) => (i * 2654435761) >>> 24)
    const preprocessing = { size, resize: 'cover', ...model.scaling } as const
    model.setTrainable(part)
    const cuts = cutsOf(model.logits)
    const before = tf.memory().numTensors
    tf.tidy(() => {
      const pictures = tf.tensor(pixels, [2, size, size, 3]) as Tensor4D
      const whole = model.logits.predict(preprocess(pictures, preprocessing)) as Tensor2D
      const made = [0, 1, 2].map((third) => {
        const cut = cuts[Math.floor((third * cuts.length) / 3)]!
        const features = featuresOf(model.logits, cut, preprocessing, pictures)
        expect(features.shape).toEqual([2, cut.values])
        return Array.from(logitsOf(model.logits, cut, features, true).dataSync())
      })
      // BatchNorm as a part of the convolution rounds otherwise; where the cut is changes nothing.
      const most = Math.max(...whole.abs().dataSync())
      whole.dataSync().forEach((logit, i) => expect(Math.abs(logit - made[0]![i]!)).toBeLessThan(1e-5 * most))
      expect(made[1]).toEqual(made[0])
      expect(made[2]).toEqual(made[0])
    })
    expect(tf.memory().numTensors).toBe(before)
    model.dispose()
  })
})
