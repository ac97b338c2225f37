// Builds a foreign model as a network of this engine: flat, its last layer a softmax over the dataset's classes, in
// their order. So everything else treats it as any other.
import { tf, type LayersModel, type Tensor } from '../tf'
import '../models/applications/layers'
import '../models/layers/batchNormalization'
import { type Contestant } from './look'
import { type NetLayer } from './network'
import { INPUT } from './topology'
import { damaged, unsupported } from './unsupported'
import { matchWeights, type SavedWeight } from './weights'

type Layer = LayersModel['layers'][number]

/** A class that the model does not know gets this score: no probability is left of it. */
const NEVER = -1e4
/** What Pillow, and so Keras, makes of colours (ITU-R BT.601). */
const GREY = [0.299, 0.587, 0.114]

export interface Wish {
  /** Side of the input. */
  size: number
  /** For each class of the dataset the model's; null where it has none. */
  map: readonly (number | null)[]
}

/**
 * Scores of the dataset's classes as a matrix over the model's: rows are its outputs, then one for the bias.
 * One output is the score of its second class; that of the first is 0.
 */
function selection(outputs: number, map: Wish['map']): { kernel: Float32Array; bias: Float32Array } {
  const kernel = new Float32Array(outputs * map.length)
  const bias = new Float32Array(map.length)
  map.forEach((place, k) => {
    if (place === null) bias[k] = NEVER
    else if (outputs > 1) kernel[place * map.length + k] = 1
    else if (place === 1) kernel[k] = 1
  })
  return { kernel, bias }
}

const isSame = (outputs: number, map: Wish['map']): boolean =>
  outputs === map.length && map.every((place, k) => place === k)

interface Json {
  class_name: string
  name: string
  config: Record<string, unknown>
  inbound_nodes: unknown[]
}

const json = (type: string, name: string, config: object, inputs: readonly string[]): Json => ({
  class_name: type,
  name,
  config: { ...config, name, trainable: true },
  inbound_nodes: inputs.length === 0 ? [] : [inputs.map((one) => [one, 0, 0, {}])],
})

/** The layers as TensorFlow.js reads them. */
function topologyOf(
  { ending, found }: Contestant,
  { size, map }: Wish,
  outputs: number,
  folded: boolean,
): object {
  const first = found.channels === 1 ? 'grey' : 'input'
  const from = (name: string): string => (name === INPUT ? first : name)
  const layers: Json[] = [json('InputLayer', 'input', { batch_input_shape: [null, size, size, 3], dtype: 'float32' }, [])] // prettier-ignore
  if (found.channels === 1) layers.push(json('Conv2D', 'grey', { filters: 1, kernel_size: 1, use_bias: false, padding: 'valid' }, ['input'])) // prettier-ignore
  for (const { type, name, config, inputs } of ending.layers) {
    const last = folded && name === ending.scores
    const own = last ? { ...config, units: map.length, use_bias: true } : config
    layers.push(json(type, name, own, inputs.map(from)))
  }
  let scores = from(ending.scores)
  const flat = ending.layers.find(({ name }) => name === ending.scores)?.type === 'Dense'
  if (!flat) {
    layers.push(json('Reshape', 'scores', { target_shape: [outputs] }, [scores]))
    scores = 'scores'
  }
  if (!folded && !isSame(outputs, map)) {
    layers.push(json('Dense', 'classes', { units: map.length, use_bias: true }, [scores]))
    scores = 'classes'
  }
  layers.push(json('Activation', 'probabilities', { activation: 'softmax' }, [scores]))
  return {
    class_name: 'Model',
    config: { name: 'network', layers, input_layers: [['input', 0, 0]], output_layers: [['probabilities', 0, 0]] }, // prettier-ignore
  }
}

function setAll(layer: Layer, values: readonly Float32Array[]): void {
  const tensors = layer.weights.map((weight, i): Tensor => tf.tensor(values[i]!, weight.shape as number[], 'float32')) // prettier-ignore
  try {
    layer.setWeights(tensors)
  } finally {
    tf.dispose(tensors)
  }
}

/** Kernel and bias of the last dense layer, for the dataset's classes instead of the model's. */
function select(
  [kernel, bias]: readonly Float32Array[],
  outputs: number,
  map: Wish['map'],
): [kernel: Float32Array, bias: Float32Array] {
  const inputs = kernel!.length / outputs
  const mine = selection(outputs, map)
  const [newKernel, newBias] = [new Float32Array(inputs * map.length), mine.bias]
  map.forEach((place, k) => {
    const column = outputs > 1 ? place : place === 1 ? 0 : null
    if (column === null) return
    for (let i = 0; i < inputs; i++) newKernel[i * map.length + k] = kernel![i * outputs + column]!
    newBias[k]! += bias?.[column] ?? 0
  })
  return [newKernel, newBias]
}

const lastOf = (name: string): string => name.split('/').at(-1)!.replace(/_\d+$/, '')

interface Filled {
  layer: Layer
  /** Whether it is the last one, with other columns than the file has. */
  changed: boolean
  matched: (SavedWeight | null)[]
}

/** Fills a built network with the file's numbers. */
async function fill(
  network: LayersModel,
  contestant: Contestant,
  outputs: number,
  wish: Wish,
  folded: boolean,
) {
  const { ending, opened } = contestant
  const byName = new Map(ending.layers.map((one): [string, NetLayer] => [one.name, one]))
  const wanted = network.layers.flatMap((layer): Filled[] => {
    const { from } = byName.get(layer.name) ?? { from: null }
    if (!from || layer.weights.length === 0) return []
    const changed = folded && layer.name === ending.scores
    const saved = opened.weights.of(from)
    const weights = layer.weights.map(({ originalName, shape }) => ({ name: lastOf(originalName), shape: shape as number[] })) // prettier-ignore
    if (!changed) return [{ layer, changed, matched: matchWeights(from, saved, weights) }]
    const inputs = weights[0]!.shape[0]!
    const own = [{ name: 'kernel', shape: [inputs, outputs] }, ...(saved.length > 1 ? [{ name: 'bias', shape: [outputs] }] : [])] // prettier-ignore
    return [{ layer, changed, matched: matchWeights(from, saved, own) }]
  })
  const values = await opened.weights.read(
    wanted.flatMap(({ matched }) => matched.filter((one) => one !== null)),
  )
  let at = 0
  for (const { layer, changed, matched } of wanted) {
    const own = matched.map((one) => (one === null ? new Float32Array(1) : values[at++]!))
    if (!own.every((list) => list.every(Number.isFinite)))
      throw damaged(opened.file, `its layer ${layer.name} holds values that are not numbers`)
    setAll(layer, changed ? select(own, outputs, wish.map) : own)
  }
  for (const layer of network.layers) {
    if (layer.name === 'grey') setAll(layer, [Float32Array.from(GREY)])
    if (layer.name === 'classes') {
      const { kernel, bias } = selection(outputs, wish.map)
      setAll(layer, [kernel, bias])
    }
  }
}

/** Before anything is built: layers as wide as their weights are, so that a file cannot ask for memory at will. */
function checkWidths({ ending, opened }: Contestant): void {
  for (const { config, from } of ending.layers) {
    const wide = config.units ?? config.filters
    if (from === null || typeof wide !== 'number') continue
    if (!opened.weights.of(from).some(({ shape }) => shape.includes(wide)))
      throw damaged(opened.file, `its layer ${from.place.join('/')} has no weights for ${wide} outputs`)
  }
}

/** Layers that normalise channels were read as if those came last. */
function checkAxes(network: LayersModel, { ending }: Contestant): void {
  for (const { name, type, from } of ending.layers) {
    if (!/Normalization$/.test(type) || from === null) continue
    const axis = [from.config.axis ?? -1].flat()[0]
    const { rank } = network.getLayer(name).output as { rank: number }
    if (axis !== -1 && axis !== rank - 1) throw unsupported(`the layer ${name} over the axis ${String(axis)}`, 'Use channels last.') // prettier-ignore
  }
}

/**
 * @returns NHWC pictures, prepared, in; probabilities of the dataset's classes out. The caller disposes of it.
 * @throws UserError `model-unsupported`, `file-unreadable`
 */
export async function buildContestant(contestant: Contestant, wish: Wish): Promise<LayersModel> {
  const { ending, found } = contestant
  const outputs = found.classes === 2 && found.outputs === 'sigmoid' ? 1 : found.classes
  const last = ending.layers.find(({ name }) => name === ending.scores)
  const folded = last?.type === 'Dense' && last.config.activation === 'linear' && !isSame(outputs, wish.map)
  checkWidths(contestant)
  let network: LayersModel
  try {
    const modelTopology = topologyOf(contestant, wish, outputs, folded) as never
    network = await tf.loadLayersModel({ load: async () => ({ modelTopology }) as never })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0]! : String(cause)
    throw unsupported(`layers that do not fit together (${why})`, 'Look at the size of the input, or save the model again.') // prettier-ignore
  }
  try {
    const shape = network.outputs[0]!.shape
    if (shape.length !== 2 || shape[1] !== wish.map.length)
      throw unsupported(`outputs of ${shape.slice(1).join(' × ')}`, 'It must give one number a class.')
    checkAxes(network, contestant)
    await fill(network, contestant, outputs, wish, folded)
    return network
  } catch (error) {
    network.dispose()
    throw error
  }
}
