// From a graph to TensorFlow.js layers. Kernels are Glorot uniform, seeded by the run's seed and the layer's name
// (the same seed gives the same weights on every backend), or zeros where pretrained weights are going to replace
// them: drawing tens of millions of numbers for nothing takes seconds.
import { tf, type SymbolicTensor } from '../../tf'
import { BatchNormalization } from '../layers/batchNormalization'
import { Dropout } from '../layers/dropout'
import { deriveSeed } from '../seeds'
import { nodesOf, type Node } from './graph'
import './layers'
import { LayerNormalization } from './layers/layerNormalization'
import { LayerScale } from './layers/layerScale'
import { Normalization } from './layers/normalization'
import { ReLU } from './layers/relu'
import type { LayerActivation, LayerSpec } from './specs'

type Layer = InstanceType<typeof tf.layers.Layer>

interface MakeOptions {
  /** Without the batch. */
  inputShape: readonly number[]
  /** Null makes kernels zeros. */
  seed: number | null
  /** Tells the masks of dropout layers apart. */
  salt: number
}

function makeLayer(name: string, spec: LayerSpec, options: MakeOptions): Layer {
  const { seed, salt } = options
  const kernelInitializer =
    seed === null
      ? tf.initializers.zeros()
      : tf.initializers.glorotUniform({ seed: deriveSeed(seed, 'weights', name) })
  // Our own names of activations are among TensorFlow.js's once they are registered.
  const named = (activation?: LayerActivation) => activation as 'relu' | undefined
  switch (spec.type) {
    case 'InputLayer':
      return tf.layers.inputLayer({ name, inputShape: [...spec.shape] })
    case 'Conv2D':
      return tf.layers.conv2d({
        name,
        filters: spec.filters,
        kernelSize: spec.kernel,
        strides: spec.strides ?? 1,
        padding: spec.padding ?? 'same',
        useBias: spec.useBias ?? true,
        activation: named(spec.activation),
        kernelInitializer,
      })
    case 'DepthwiseConv2D':
      return tf.layers.depthwiseConv2d({
        name,
        kernelSize: spec.kernel,
        strides: spec.strides ?? 1,
        padding: spec.padding ?? 'same',
        useBias: spec.useBias ?? true,
        depthwiseInitializer: kernelInitializer,
      })
    case 'Dense':
      return tf.layers.dense({
        name,
        units: spec.units,
        activation: named(spec.activation),
        kernelInitializer,
      })
    case 'BatchNormalization':
      return new BatchNormalization({ name, epsilon: spec.epsilon, momentum: spec.momentum })
    case 'LayerNormalization':
      return new LayerNormalization({ name, epsilon: spec.epsilon })
    case 'LayerScale':
      return new LayerScale({ name, initValues: spec.initial, projectionDim: spec.channels })
    case 'ReLU':
      return new ReLU({ name, maxValue: spec.maxValue })
    case 'Activation':
      return tf.layers.activation({ name, activation: named(spec.activation)! })
    case 'Dropout': {
      const noiseShape = spec.wholeSamples ? [null, 1, 1, 1] : null
      return new Dropout({ name, rate: spec.rate, seed: salt, noiseShape })
    }
    case 'Rescaling':
      return tf.layers.rescaling({ name, scale: spec.scale as number, offset: spec.offset ?? 0 })
    case 'Normalization':
      return new Normalization({ name, mean: spec.mean, variance: spec.variance })
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
    case 'MaxPooling2D':
    case 'AveragePooling2D': {
      const make = spec.type === 'MaxPooling2D' ? tf.layers.maxPooling2d : tf.layers.averagePooling2d
      const { kernel: poolSize, strides = 1, padding = 'same' } = spec
      return make({ name, poolSize, strides, padding })
    }
    case 'GlobalAveragePooling2D':
      return tf.layers.globalAveragePooling2d({ name })
    case 'Reshape':
      return tf.layers.reshape({ name, targetShape: [...spec.shape] })
    case 'Flatten':
      return tf.layers.flatten({ name })
    case 'Add':
      return tf.layers.add({ name })
    case 'Multiply':
      return tf.layers.multiply({ name })
    case 'Concatenate':
      return tf.layers.concatenate({ name })
    case 'Sequential': {
      const start = tf.layers.inputLayer({ name: `${name}_input`, inputShape: [...options.inputShape] })
      const inner = spec.layers.map(([own, one]) => makeLayer(own, one, options))
      return tf.sequential({ name, layers: [start, ...inner] })
    }
  }
}

/**
 * Builds the layers that lead to `output`.
 * @param seedOf gives the run's seed, or null for a layer whose kernel shall be zeros
 * @returns the symbolic tensor of every layer
 */
export function buildLayers(output: Node, seedOf: (node: Node) => number | null): Map<Node, SymbolicTensor> {
  const tensors = new Map<Node, SymbolicTensor>()
  nodesOf(output).forEach((node, index) => {
    if (node.spec.type === 'InputLayer') {
      tensors.set(node, tf.input({ shape: [...node.shape], name: node.name }))
      return
    }
    const inputs = node.inputs.map((input) => tensors.get(input)!)
    const made = makeLayer(node.name, node.spec, {
      inputShape: node.inputs[0]!.shape,
      seed: seedOf(node),
      salt: index,
    })
    tensors.set(node, made.apply(inputs.length === 1 ? inputs[0]! : inputs) as SymbolicTensor)
  })
  return tensors
}
