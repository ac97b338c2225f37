// VGG, ResNet, DenseNet, ConvNeXt.
//
// Addresses and hashes: keras/src/applications/vgg16.py, vgg19.py, resnet.py, densenet.py, convnext.py (Keras 3.15).
// Licences: as Keras's documentation gives them with each (VGG: released by Oxford's VGG; ResNet: by Kaiming He;
// DenseNet: by Zhuang Liu); ConvNeXt's is that of the official repository, facebookresearch/ConvNeXt.
import { entry, kerasTable, md5, sha256, type CatalogueBase } from './entry'

const storage = 'tensorflow/keras-applications'

const vgg = (depth: 16 | 19, bytes: number, hash: string, top1: number): CatalogueBase =>
  entry(`${storage}/vgg${depth}`, {
    title: `VGG${depth}`,
    architecture: `vgg${depth}`,
    file: `vgg${depth}_weights_tf_dim_ordering_tf_kernels_notop.h5`,
    bytes,
    hash: md5(hash),
    licence: 'CC-BY-4.0',
    accuracy: kerasTable(top1),
  })

const resNet = (depth: 50 | 101 | 152, bytes: number, hash: string, top1: number): CatalogueBase =>
  entry(`${storage}/resnet`, {
    title: `ResNet${depth}`,
    architecture: `resnet${depth}`,
    file: `resnet${depth}_weights_tf_dim_ordering_tf_kernels_notop.h5`,
    bytes,
    hash: md5(hash),
    licence: 'MIT',
    accuracy: kerasTable(top1),
  })

export const classics: readonly CatalogueBase[] = [
  vgg(16, 58_889_256, '6d6bbae143d832006294945121d1f1fc', 0.713),
  vgg(19, 80_134_624, '253f8cb515780f3b799900260a226db6', 0.713),
  resNet(50, 94_765_736, '4d473c1dd8becc155b73f8504c6f6626', 0.749),
  resNet(101, 171_446_536, '88cf7a10940856eca736dc7b7e228a21', 0.764),
  resNet(152, 234_698_864, 'ee4c566cf9a93f14d82f913c2dc6dd0c', 0.766),
  entry(`${storage}/densenet`, {
    title: 'DenseNet121',
    architecture: 'densenet121',
    file: 'densenet121_weights_tf_dim_ordering_tf_kernels_notop.h5',
    bytes: 29_084_464,
    hash: md5('30ee3e1110167f948a6b9946edeeb738'),
    licence: 'BSD-3-Clause',
    accuracy: kerasTable(0.75),
  }),
  entry(`${storage}/convnext`, {
    title: 'ConvNeXt Tiny',
    architecture: 'convnext-tiny',
    file: 'convnext_tiny_notop.h5',
    bytes: 111_650_432,
    hash: sha256('d547c096cabd03329d7be5562c5e14798aa39ed24b474157cef5e85ab9e49ef1'),
    licence: 'MIT',
    accuracy: kerasTable(0.813),
  }),
]
