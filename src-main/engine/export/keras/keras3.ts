// Keras 3's file: a zip of config.json (the layers), metadata.json, and model.weights.h5 (keras/src/saving/saving_lib.py).
import { strToU8, zipSync } from 'fflate'
import { snakeCase } from '../../models/weights-file/match'
import { type ModelGraph } from '../graph'
import { addWeight, hdf5Bytes } from '../hdf5/write'
import { kerasLayers, type KerasLayer } from './layers'

/** The release whose format this is; later ones read it. */
const KERAS = '3.0.0'

const sides = (shape: readonly number[]) => shape.map((side) => (side === -1 ? null : side))

function inboundNodes({ inputs }: KerasLayer, byName: ReadonlyMap<string, KerasLayer>): unknown[] {
  if (inputs.length === 0) return []
  const tensors = inputs.map((name) => ({
    class_name: '__keras_tensor__',
    config: { shape: sides(byName.get(name)!.shape), dtype: 'float32', keras_history: [name, 0, 0] },
  }))
  return [{ args: tensors.length === 1 ? tensors : [tensors], kwargs: {} }]
}

function configOf(layers: readonly KerasLayer[], output: string): object {
  const byName = new Map(layers.map((one) => [one.name, one]))
  const input = layers[0]!
  return {
    module: 'keras.src.models.functional',
    class_name: 'Functional',
    config: {
      name: 'network',
      trainable: true,
      layers: layers.map((one) => {
        const own =
          one === input ? { batch_shape: sides(one.shape) } : { trainable: one.trainable, ...one.config }
        return {
          module: 'keras.layers',
          class_name: one.className,
          config: { name: one.name, dtype: 'float32', ...own },
          registered_name: null,
          name: one.name,
          inbound_nodes: inboundNodes(one, byName),
        }
      }),
      input_layers: [input.name, 0, 0],
      output_layers: [output, 0, 0],
    },
    registered_name: 'Functional',
    build_config: { input_shape: null },
  }
}

/** Layers are found by their class and how many of it came before, in the order of `model.layers`. */
const weightsBytes = (layers: readonly KerasLayer[]): Promise<Uint8Array> =>
  hdf5Bytes((root) => {
    const all = root.create_group('layers')
    root.create_group('vars')
    const counts = new Map<string, number>()
    for (const { className, name, weights } of layers) {
      const counted = snakeCase(className)
      const count = counts.get(counted) ?? 0
      counts.set(counted, count + 1)
      const vars = all.create_group(count === 0 ? counted : `${counted}_${count}`).create_group('vars')
      vars.create_attribute('name', name)
      weights.forEach(({ weight }, i) => addWeight(vars, String(i), weight))
    }
  })

/**
 * The bytes of a `.keras` file.
 * @param graph batch normalization stays, as Keras has it
 */
export async function keras3File(graph: ModelGraph): Promise<Uint8Array> {
  const layers = kerasLayers(graph)
  const metadata = {
    keras_version: KERAS,
    date_saved: new Date().toISOString().slice(0, 19).replace('T', '@'),
    labels: graph.labels,
    cotejo: graph.description,
    facts: graph.facts,
  }
  const text = (value: object) => strToU8(JSON.stringify(value))
  // As Keras does it, nothing is compressed: weights hardly get smaller.
  return zipSync(
    {
      'metadata.json': text(metadata),
      'config.json': text(configOf(layers, graph.output)),
      'model.weights.h5': await weightsBytes(layers),
    },
    { level: 0 },
  )
}
