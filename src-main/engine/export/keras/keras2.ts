// Keras 2's file, which Keras 3 reads as its legacy format: an HDF5 file with the layers as an attribute and the weights
// by the layers' names.
import { type ModelGraph } from '../graph'
import { addNames, addWeight, hdf5Bytes } from '../hdf5/write'
import { kerasLayers, type KerasLayer } from './layers'

/** The last Keras 2 that came with TensorFlow. */
const KERAS = '2.15.0'

/** The layers as Keras 2 spells them; TensorFlow.js reads this too. */
export function keras2Config(layers: readonly KerasLayer[], output: string): object {
  const input = layers[0]!
  return {
    class_name: 'Functional',
    config: {
      name: 'network',
      trainable: true,
      layers: layers.map((one) => {
        const own =
          one === input
            ? { batch_input_shape: [null, ...one.shape.slice(1)], sparse: false, ragged: false }
            : { trainable: one.trainable, ...one.config }
        return {
          class_name: one.className,
          config: { name: one.name, dtype: 'float32', ...own },
          name: one.name,
          inbound_nodes: one.inputs.length === 0 ? [] : [one.inputs.map((name) => [name, 0, 0, {}])],
        }
      }),
      input_layers: [[input.name, 0, 0]],
      output_layers: [[output, 0, 0]],
    },
  }
}

/**
 * The bytes of a `.h5` file. The attributes `labels` and `cotejo` (JSON) tell what Keras has no place for.
 * @param graph batch normalization stays, as Keras has it
 */
export async function keras2File(graph: ModelGraph): Promise<Uint8Array> {
  const layers = kerasLayers(graph)
  return await hdf5Bytes((root) => {
    root.create_attribute('keras_version', KERAS)
    root.create_attribute('backend', 'tensorflow')
    root.create_attribute('model_config', JSON.stringify(keras2Config(layers, graph.output)))
    root.create_attribute('labels', JSON.stringify(graph.labels))
    root.create_attribute('cotejo', JSON.stringify(graph.description))
    root.create_attribute('cotejo_facts', JSON.stringify(graph.facts))
    const all = root.create_group('model_weights')
    all.create_attribute('keras_version', KERAS)
    all.create_attribute('backend', 'tensorflow')
    addNames(all, 'layer_names', layers.map(({ name }) => name)) // prettier-ignore
    for (const { name, weights } of layers) {
      const group = all.create_group(name)
      addNames(group, 'weight_names', weights.map((one) => `${name}/${one.name}:0`)) // prettier-ignore
      if (weights.length === 0) continue
      const inner = group.create_group(name)
      for (const one of weights) addWeight(inner, `${one.name}:0`, one.weight)
    }
  })
}
