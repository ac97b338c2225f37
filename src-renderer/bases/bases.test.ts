import { describe, expect, it } from 'vitest'
import { architecture, type Architecture, type BaseInfo } from '../../src-main/contract'
import { byFamily, widthsOf } from './families'
import { guessWeights } from './guess'

const base = (architecture: Architecture, alpha = 1, more: Partial<BaseInfo> = {}): BaseInfo => ({
  id: `${architecture}-${alpha}`,
  title: alpha === 1 && !architecture.startsWith('mobilenet') ? architecture : `${architecture} ${alpha}`,
  architecture,
  alpha,
  size: 224,
  bytes: 1000,
  sha256: null,
  origin: 'catalogue',
  url: null,
  trainedOn: null,
  licence: null,
  accuracy: null,
  state: 'available',
  partialBytes: 0,
  parameters: 10,
  smallest: 32,
  ...more,
})
const all = [
  ...architecture.options.filter((one) => !/^mobilenet(-v2)?$/.test(one)).map((one) => base(one)),
  ...[0.25, 0.5, 0.75, 1].map((alpha) => base('mobilenet', alpha)),
  ...[1, 0.35, 1.4].map((alpha) => base('mobilenet-v2', alpha)),
  base('mobilenet-v2', 0.5, { origin: 'file' }),
]

describe('families', () => {
  it('every architecture is in one, and every base is shown once', () => {
    const shown = byFamily(all).flatMap(({ bases }) => bases)
    expect(shown.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
  })

  it('an empty family is left out', () => {
    expect(byFamily([base('vgg16')]).map(({ family }) => family)).toEqual(['vgg'])
  })

  it('widths are those that were published, not those that were imported', () => {
    const found = widthsOf(all).find((one) => one.architecture === 'mobilenet-v2')
    expect(found).toEqual({ architecture: 'mobilenet-v2', title: 'mobilenet-v2', alphas: [0.35, 1, 1.4] })
    expect(widthsOf(all).find((one) => one.architecture === 'vgg16')!.title).toBe('vgg16')
  })
})

describe('a file’s name says what it is of', () => {
  it.each([
    ['mobilenet_2_5_224_tf_no_top.h5', 'mobilenet', 0.25],
    ['mobilenet_1_0_224_tf_no_top.h5', 'mobilenet', 1],
    ['mobilenet_v2_weights_tf_dim_ordering_tf_kernels_0.35_224_no_top.h5', 'mobilenet-v2', 0.35],
    ['mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.4_224_no_top.h5', 'mobilenet-v2', 1.4],
    ['MobileNetV2.weights.h5', 'mobilenet-v2', 1],
    ['weights_mobilenet_v3_small_224_1.0_float_no_top_v2.h5', 'mobilenet-v3-small', 1],
    ['efficientnetb3_notop.h5', 'efficientnet-b3', 1],
    ['efficientnetv2-b0_notop.h5', 'efficientnet-v2-b0', 1],
    ['resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5', 'resnet50', 1],
    ['vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5', 'vgg19', 1],
    ['convnext_tiny_notop.h5', 'convnext-tiny', 1],
  ])('%s', (file, architecture, alpha) => {
    expect(guessWeights(file, widthsOf(all))).toEqual({ architecture, alpha })
  })

  it.each(['my model.h5', 'resnet50v2_weights.h5', 'mobilenet_v4.h5', ''])(
    '%s says nothing that is known',
    (file) => {
      expect(guessWeights(file, widthsOf(all))).toBeNull()
    },
  )
})
