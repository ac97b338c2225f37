// Reads back what was written, for the check: TensorFlow.js builds Keras's layers from the file's own configuration and
// takes the file's own weights.
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { type ModelDescription } from '../../../contract'
import { snakeCase } from '../../models/weights-file/match'
import { tf, type LayersModel, type Tensor } from '../../tf'
import { type Consumer } from '../format'
import { readHdf5, type Group } from '../hdf5/read'

interface LayerJson {
  class_name: string
  name: string
  config: Record<string, unknown>
  inbound_nodes: { args: [KerasTensor | KerasTensor[]] }[]
}
interface KerasTensor {
  config: { keras_history: [string, number, number] }
}
interface ModelJson {
  class_name: string
  config: { layers: LayerJson[]; input_layers: unknown[]; output_layers: unknown[] }
}

/** As Keras 2 spells it. */
interface KerasModel {
  class_name: string
  config: { layers: { config: object }[] }
}

interface Weights {
  name: string
  shape: number[]
  values: Float32Array
}

/** Drawing tens of millions of numbers at random that are replaced at once takes seconds. */
const drawNothing = {
  kernel_initializer: { class_name: 'Zeros', config: {} },
  depthwise_initializer: { class_name: 'Zeros', config: {} },
}

async function build(model: KerasModel, weights: readonly Weights[]): Promise<LayersModel> {
  const layers = model.config.layers.map((layer) => ({
    ...layer,
    config: { ...layer.config, ...drawNothing },
  }))
  const topology = { ...model, config: { ...model.config, layers } }
  const weightSpecs = weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' as const }))
  const data = new Float32Array(weights.reduce((sum, { values }) => sum + values.length, 0))
  let at = 0
  for (const { values } of weights) {
    data.set(values, at)
    at += values.length
  }
  const artifacts = { modelTopology: topology, weightSpecs, weightData: data.buffer }
  return await tf.loadLayersModel(tf.io.fromMemory(artifacts))
}

const dataset = (group: Group, path: string): { shape: number[]; values: Float32Array } => {
  const found = group.get(path)
  if (!found || !('shape' in found)) throw new Error(`${path} is missing`)
  return { shape: found.shape!.map(Number), values: found.value as Float32Array }
}

const attribute = <T>(group: Group, name: string): T => group.attrs[name]!.value as T

/** From the bytes of a `.h5` file. */
export const readKeras2 = (bytes: Uint8Array): Promise<LayersModel> =>
  readHdf5(bytes, async (root) => {
    const topology = JSON.parse(attribute<string>(root, 'model_config'))
    const all = root.get('model_weights') as Group
    const weights = attribute<string[]>(all, 'layer_names').flatMap((layer) => {
      const group = all.get(layer) as Group
      return Array.from(attribute<string[]>(group, 'weight_names'), (name) => ({
        name: name.replace(/:0$/, ''),
        ...dataset(group, name),
      }))
    })
    return await build(topology, weights)
  })

/** What Keras 3 says of a layer's place, as Keras 2 says it. */
function asKeras2(model: ModelJson): KerasModel {
  const layers = model.config.layers.map(({ class_name, name, config, inbound_nodes }) => {
    const { batch_shape, ...rest } = config
    const inputs = inbound_nodes.map(({ args: [one] }) =>
      [one].flat().map((tensor) => [...tensor.config.keras_history, {}]),
    )
    const own = batch_shape ? { ...rest, batch_input_shape: batch_shape } : rest
    return { class_name, name, config: own, inbound_nodes: inputs }
  })
  const { input_layers, output_layers } = model.config
  const config = { ...model.config, layers, input_layers: [input_layers], output_layers: [output_layers] }
  return { class_name: model.class_name, config }
}

/** Keras's names of a layer's weights, in the order of its variables. */
function weightNames({ class_name, config }: LayerJson): string[] {
  if (class_name === 'BatchNormalization') return ['gamma', 'beta', 'moving_mean', 'moving_variance']
  if (class_name === 'LayerNormalization') return ['gamma', 'beta']
  const kernel = class_name === 'DepthwiseConv2D' ? 'depthwise_kernel' : 'kernel'
  return config.use_bias ? [kernel, 'bias'] : [kernel]
}

/** From the bytes of a `.keras` file. */
export async function readKeras3(bytes: Uint8Array): Promise<LayersModel> {
  const files = unzipSync(bytes)
  const model = JSON.parse(strFromU8(files['config.json']!)) as ModelJson
  return await readHdf5(files['model.weights.h5']!, async (root) => {
    const counts = new Map<string, number>()
    const weights = model.config.layers.flatMap((layer): Weights[] => {
      const counted = snakeCase(layer.class_name)
      const count = counts.get(counted) ?? 0
      counts.set(counted, count + 1)
      const vars = root.get(`layers/${count === 0 ? counted : `${counted}_${count}`}/vars`) as Group
      const found = vars.keys().length
      return weightNames(layer)
        .slice(0, found)
        .map((name, i) => ({ name: `${layer.name}/${name}`, ...dataset(vars, String(i)) }))
    })
    return await build(asKeras2(model), weights)
  })
}

/** A Keras file as the check runs it. */
export async function openKeras(
  file: string,
  read: (bytes: Uint8Array) => Promise<LayersModel>,
  { preprocessing: { size } }: ModelDescription,
): Promise<Consumer> {
  const model = await read(await readFile(file))
  return {
    runtime: `TensorFlow.js ${tf.version.tfjs}`,
    async predict(pixels, count) {
      const said = tf.tidy(() => {
        const images = tf.tensor4d(Float32Array.from(pixels), [count, size, size, 3])
        return model.predict(images) as Tensor
      })
      try {
        return (await said.data()) as Float32Array
      } finally {
        said.dispose()
      }
    },
    dispose: () => void model.dispose(),
  }
}
