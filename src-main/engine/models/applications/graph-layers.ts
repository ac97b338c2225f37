// From a graph to TensorFlow.js layers. Kernels are Glorot uniform, seeded by the run's seed and the layer's name
// (the same seed gives the same weights on every backend), or zeros where pretrained weights are going to replace
// them: drawing tens of millions of numbers for nothing takes seconds.
import { tf, type SymbolicTensor } from '../../tf'
import { BatchNormalization } from '../layers/batchNormalization'
import { Dropout } from '../layers/dropout'
import { deriveSeed } from '../seeds'
import { layersOf, type Node } from './graph'
import { ReLU } from './layers/relu'

type Layer = InstanceType<typeof tf.layers.Layer>

function makeLayer({ name, spec, shape }: Node, seed: number | null, salt: number): Layer {
  const kernel = () =>
    seed === null
      ? tf.initializers.zeros()
      : tf.initializers.glorotUniform({ seed: deriveSeed(seed, 'weights', name) })
  switch (spec.type) {
    case 'InputLayer':
      return tf.layers.inputLayer({ name, inputShape: [...shape] })
    case 'Conv2D':
      return tf.layers.conv2d({
        name,
        filters: spec.filters,
        kernelSize: spec.kernel,
        strides: spec.strides ?? 1,
        padding: spec.padding ?? 'same',
        useBias: spec.useBias ?? true,
        activation: spec.activation,
        kernelInitializer: kernel(),
      })
    case 'DepthwiseConv2D':
      return tf.layers.depthwiseConv2d({
        name,
        kernelSize: spec.kernel,
        strides: spec.strides ?? 1,
        padding: spec.padding ?? 'same',
        useBias: spec.useBias ?? true,
        depthwiseInitializer: kernel(),
      })
    case 'Dense':
      return tf.layers.dense({
        name,
        units: spec.units,
        activation: spec.activation,
        kernelInitializer: kernel(),
      })
    case 'BatchNormalization':
      return new BatchNormalization({ name, epsilon: spec.epsilon, momentum: spec.momentum })
    case 'ReLU':
      return new ReLU({ name, maxValue: spec.maxValue })
    case 'Activation':
      return tf.layers.activation({ name, activation: spec.activation })
    case 'Dropout':
      return new Dropout({ name, rate: spec.rate, seed: salt })
    case 'ZeroPadding2D': {
      const [[top, bottom], [left, right]] = spec.padding
      return tf.layers.zeroPadding2d({
        name,
        padding: [
          [top, bottom],
          [left, right],
        ],
      })
    }
    case 'Add':
      return tf.layers.add({ name })
    case 'GlobalAveragePooling2D':
      return tf.layers.globalAveragePooling2d({ name })
    case 'Flatten':
      return tf.layers.flatten({ name })
  }
}

/**
 * Builds the layers that lead to `output`.
 * @param seedOf gives the run's seed, or null for a layer whose kernel shall be zeros
 * @returns the symbolic tensor of every layer
 */
export function buildLayers(output: Node, seedOf: (node: Node) => number | null): Map<Node, SymbolicTensor> {
  const tensors = new Map<Node, SymbolicTensor>()
  layersOf(output).forEach((node, index) => {
    if (node.spec.type === 'InputLayer') {
      tensors.set(node, tf.input({ shape: [...node.shape], name: node.name }))
      return
    }
    const inputs = node.inputs.map((input) => tensors.get(input)!)
    const made = makeLayer(node, seedOf(node), index)
    tensors.set(node, made.apply(inputs.length === 1 ? inputs[0]! : inputs) as SymbolicTensor)
  })
  return tensors
}
