// MobileNet, MobileNetV2, MobileNetV3. Of the first two Keras publishes files for several sizes of the input, and
// takes that for 224 pixels for every size that it has none for; the catalogue has that one.
//
// Addresses and hashes: keras/src/applications/mobilenet.py, mobilenet_v2.py, mobilenet_v3.py (Keras 3.15). Keras
// gives no hash for the first two. Accuracies: the tables beside the checkpoints that the weights were converted
// from, and the docstring of mobilenet_v3.py. Licence: that of the repository of those checkpoints, tensorflow/models.
import type { Architecture } from '../../../contract'
import { entry, md5, slimTable, type CatalogueBase } from './entry'

const licence = 'Apache-2.0'
const v3Source = 'https://keras.io/api/applications/mobilenet/'

const v1 = (alpha: number, text: string, bytes: number, top1: number): CatalogueBase =>
  entry('tensorflow/keras-applications/mobilenet', {
    title: 'MobileNet',
    architecture: 'mobilenet',
    widths: true,
    alpha,
    file: `mobilenet_${text}_224_tf_no_top.h5`,
    bytes,
    hash: null,
    licence,
    accuracy: slimTable(top1, 'mobilenet_v1.md'),
  })

const v2 = (alpha: number, text: string, bytes: number, top1: number): CatalogueBase =>
  entry('tensorflow/keras-applications/mobilenet_v2', {
    title: 'MobileNetV2',
    architecture: 'mobilenet-v2',
    widths: true,
    alpha,
    file: `mobilenet_v2_weights_tf_dim_ordering_tf_kernels_${text}_224_no_top.h5`,
    bytes,
    hash: null,
    licence,
    accuracy: slimTable(top1, 'mobilenet/README.md'),
  })

const v3 = (
  kind: 'small' | 'large',
  alpha: number,
  bytes: number,
  hash: string,
  top1: number,
): CatalogueBase =>
  entry('tensorflow/keras-applications/mobilenet_v3', {
    title: kind === 'small' ? 'MobileNetV3 Small' : 'MobileNetV3 Large',
    architecture: `mobilenet-v3-${kind}` satisfies Architecture,
    widths: true,
    alpha,
    file: `weights_mobilenet_v3_${kind}_224_${alpha === 1 ? '1.0' : alpha}_float_no_top_v2.h5`,
    bytes,
    hash: md5(hash),
    licence,
    accuracy: { top1, on: 'ImageNet-1k validation', source: v3Source },
  })

export const mobileNets: readonly CatalogueBase[] = [
  v1(0.25, '2_5', 2_108_140, 0.498),
  v1(0.5, '5_0', 5_200_000, 0.633),
  v1(0.75, '7_5', 10_200_000, 0.684),
  v1(1, '1_0', 17_225_924, 0.709),
  v2(0.35, '0.35', 2_020_000, 0.603),
  v2(0.5, '0.5', 3_200_000, 0.654),
  v2(0.75, '0.75', 5_900_000, 0.698),
  v2(1, '1.0', 9_406_464, 0.718),
  v2(1.3, '1.3', 15_440_000, 0.744),
  v2(1.4, '1.4', 17_830_000, 0.75),
  v3('small', 0.75, 2_910_000, 'ebdb5cc8e0b497cd13a7c275d475c819', 0.654),
  v3('small', 1, 4_334_752, 'd3e8ec802a04aa4fc771ee12a9a9b836', 0.681),
  v3('large', 0.75, 7_550_000, '40af19a13ebea4e2ee0c676887f69a2e', 0.733),
  v3('large', 1, 12_683_000, '07fb09a5933dd0c8eaafa16978110389', 0.756),
]
