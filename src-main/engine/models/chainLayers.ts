// From a chain to TensorFlow.js layers, with seeded weights: Glorot uniform for kernels and zeros for biases, as
// Keras initialises them. The seed of a layer comes from the run's seed and the layer's name, and the numbers are
// drawn in JavaScript, so the same seed gives the same weights on every backend.
import { tf, type LayersModel, type SymbolicTensor } from '../tf'
import type { ChainLayer } from './chain'
import { BatchNormalization } from './layers/batchNormalization'
import { Dropout } from './layers/dropout'
import { deriveSeed } from './seeds'

function makeLayer(layer: ChainLayer, seed: number, salt: number) {
  const { name } = layer
  const kernel = () => tf.initializers.glorotUniform({ seed: deriveSeed(seed, 'weights', name) })
  switch (layer.type) {
    case 'Conv2D':
      return tf.layers.conv2d({
        name,
        filters: layer.filters,
        kernelSize: layer.kernel,
        padding: 'same',
        activation: layer.activation,
        useBias: layer.useBias,
        kernelInitializer: kernel(),
      })
    case 'Dense':
      return tf.layers.dense({
        name,
        units: layer.units,
        activation: layer.activation,
        useBias: layer.useBias,
        kernelInitializer: kernel(),
      })
    case 'BatchNormalization':
      return new BatchNormalization({ name })
    case 'Activation':
      return tf.layers.activation({ name, activation: layer.activation })
    case 'Dropout':
      return new Dropout({ name, rate: layer.rate, seed: salt })
    case 'MaxPooling2D':
      return tf.layers.maxPooling2d({ name, poolSize: 2 })
    case 'GlobalAveragePooling2D':
      return tf.layers.globalAveragePooling2d({ name })
    case 'Flatten':
      return tf.layers.flatten({ name })
  }
}

/**
 * Builds the layers model of a chain whose last two layers are `logits` and `probabilities`.
 * @param input shape of one example, height × width × channels
 */
export function buildChain(
  chain: readonly ChainLayer[],
  input: readonly number[],
  seed: number,
): { network: LayersModel; logits: LayersModel } {
  const start = tf.input({ shape: [...input], name: 'image' })
  let tensor: SymbolicTensor = start
  let logits: SymbolicTensor | null = null
  chain.forEach((layer, index) => {
    tensor = makeLayer(layer, seed, index + 1).apply(tensor) as SymbolicTensor
    if (layer.name === 'logits') logits = tensor
  })
  if (!logits) throw new Error('A chain needs a layer named logits')
  return {
    network: tf.model({ name: 'network', inputs: start, outputs: tensor }),
    logits: tf.model({ name: 'logits', inputs: start, outputs: logits }),
  }
}
