// EfficientNet B0 to B3 and EfficientNetV2 B0.
//
// Addresses and hashes: keras/src/applications/efficientnet.py and efficientnet_v2.py (Keras 3.15). Licence: that of
// the repositories which the weights were converted from, tensorflow/tpu and google/automl.
import type { Architecture } from '../../../contract'
import { entry, kerasTable, md5, type CatalogueBase } from './entry'

const licence = 'Apache-2.0'

const v1 = (kind: 0 | 1 | 2 | 3, size: number, bytes: number, hash: string, top1: number): CatalogueBase =>
  entry('keras-applications', {
    title: `EfficientNet-B${kind}`,
    architecture: `efficientnet-b${kind}` satisfies Architecture,
    size,
    file: `efficientnetb${kind}_notop.h5`,
    bytes,
    hash: md5(hash),
    licence,
    accuracy: kerasTable(top1),
  })

export const efficientNets: readonly CatalogueBase[] = [
  v1(0, 224, 16_705_208, '50bc09e76180e00e4465e1a485ddc09d', 0.771),
  v1(1, 240, 27_018_416, '74c4e6b3e1f6a1eea24c589628592432', 0.791),
  v1(2, 260, 31_790_344, '111f8e2ac8aa800a7a99e3239f7bfb39', 0.801),
  v1(3, 300, 43_941_136, 'af6d107764bb5b1abb91932881670226', 0.816),
  entry('tensorflow/keras-applications/efficientnet_v2', {
    title: 'EfficientNetV2-B0',
    architecture: 'efficientnet-v2-b0',
    file: 'efficientnetv2-b0_notop.h5',
    bytes: 24_274_472,
    hash: md5('893217f2bb855e2983157299931e43ff'),
    licence,
    accuracy: kerasTable(0.787),
  }),
]
