// The layers of a foreign model as one flat list. Keras 2, Keras 3 and TensorFlow.js write the same things in three
// spellings, and put models into models; all of it comes from outside, so nothing is taken for granted.
import { damaged, unsupported, unsupportedLayer } from './unsupported'

export type Config = Readonly<Record<string, unknown>>

export interface FlatLayer {
  /** Its own, unique among all after `uniqueNames`. */
  readonly name: string
  readonly type: string
  readonly config: Config
  /** Names of the layers that it takes, in order. */
  readonly inputs: readonly string[]
  /** Numbers beside tensors among what an operation is given: `x / 127.5`. */
  readonly numbers: readonly number[]
  /** Names from the outermost model's layer down to this one. */
  readonly place: readonly string[]
  /** Where Keras 3 keeps its weights: `layers/functional/layers/conv2d_1`. */
  readonly counted: string
}

export interface FlatModel {
  readonly layers: readonly FlatLayer[]
  /** Of the input, the batch first; null where it takes any. */
  readonly shape: readonly (number | null)[]
  readonly output: string
}

/** The name of the model's own input among the inputs of its layers. */
export const INPUT = ''

const LIMITS = { layers: 5000, depth: 8 }
const containers = new Set(['Model', 'Functional', 'Sequential'])

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Class names as Keras 3 counts them in its weight files: `DepthwiseConv2D` → `depthwise_conv2d`. */
const snakeCase = (className: string): string =>
  className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()

interface Call {
  /** Names of the layers whose outputs are given. */
  tensors: string[]
  numbers: number[]
}

/** What a layer is called with, in any of the spellings. */
function callOf(node: unknown, layer: string): Call {
  const call: Call = { tensors: [], numbers: [] }
  const tensor = (history: unknown): void => {
    if (!Array.isArray(history) || typeof history[0] !== 'string')
      throw damaged(layer, 'its inputs are not told')
    if (history[2] !== 0)
      throw unsupported(`the layer ${layer}, which takes the second output of another`, SINGLE)
    call.tensors.push(history[0])
  }
  const walk = (value: unknown): void => {
    // A number before the tensor (1 - x) is another operation than one behind it.
    if (typeof value === 'number') call.numbers.push(call.tensors.length > 0 ? value : NaN)
    else if (Array.isArray(value)) value.forEach(walk)
    else if (isObject(value) && value.class_name === '__keras_tensor__')
      tensor(isObject(value.config) ? value.config.keras_history : null)
  }
  if (isObject(node)) {
    // Keras 3: positional arguments, tensors and numbers among them; numbers by name are settings.
    walk(node.args)
    if (isObject(node.kwargs))
      Object.values(node.kwargs)
        .filter((one) => typeof one !== 'number')
        .forEach(walk)
    return call
  }
  if (!Array.isArray(node)) throw damaged(layer, 'its inputs are not told')
  const inputs = typeof node[0] === 'string' ? [node] : (node as unknown[])
  for (const one of inputs) {
    if (!Array.isArray(one)) throw damaged(layer, 'its inputs are not told')
    tensor(one)
    // An operation of TensorFlow as a layer is given its number by name.
    const named = isObject(one[3]) ? one[3].y : undefined
    if (typeof named === 'number') call.numbers.push(named)
  }
  return call
}

const SINGLE = 'Cotejo compares models that take one picture and give one answer, layer after layer.'

/** `[["name", 0, 0]]` or `["name", 0, 0]`. @returns the only name */
function onlyName(value: unknown, what: string): string {
  const list = Array.isArray(value) && Array.isArray(value[0]) ? (value as unknown[][]) : [value as unknown[]]
  const name = Array.isArray(list[0]) ? list[0][0] : undefined
  if (list.length !== 1) throw unsupported(`${list.length} ${what}`, SINGLE)
  if (typeof name !== 'string') throw damaged('the model', `its ${what} are not told`)
  return name
}

const shapeOf = (config: Json): unknown =>
  config.batch_input_shape ?? config.batch_shape ?? config.batchInputShape ?? null

function checkedShape(shape: unknown): (number | null)[] | null {
  if (!Array.isArray(shape) || shape.length < 2 || shape.length > 5) return null
  const sides = shape.map((side) => (side === null || (Number.isInteger(side) && side > 0) ? side : NaN))
  return sides.some(Number.isNaN) ? null : (sides as (number | null)[])
}

class Flattener {
  readonly layers: FlatLayer[] = []
  shape: readonly (number | null)[] | null = null

  /**
   * @param given what the model is applied to
   * @param place names of the models around it
   * @returns the layer that gives its output
   */
  model(
    className: string,
    config: unknown,
    given: string,
    place: readonly string[],
    counted: string,
  ): string {
    if (place.length > LIMITS.depth) throw unsupported('models nested too deep', SINGLE)
    if (className === 'Sequential') return this.#sequential(config, given, place, counted)
    if (containers.has(className)) return this.#functional(config, given, place, counted)
    throw unsupportedLayer(className, place.at(-1) ?? 'of the whole model')
  }

  #sequential(config: unknown, given: string, place: readonly string[], counted: string): string {
    const own = isObject(config) ? config : {}
    const list = Array.isArray(config) ? config : own.layers
    if (!Array.isArray(list) || list.length === 0) throw damaged('the model', 'it has no layers')
    if (given === INPUT) this.#input(own.build_input_shape)
    const counter = counterIn(counted)
    let last = given
    for (const entry of list) {
      const { type, name, config: settings } = layerOf(entry)
      if (last === INPUT) this.#input(shapeOf(settings))
      if (type === 'InputLayer') continue
      last = this.#add({ type, name, config: settings, call: { tensors: [last], numbers: [] }, place, counted: counter(type) }) // prettier-ignore
    }
    return last
  }

  #functional(config: unknown, given: string, place: readonly string[], counted: string): string {
    if (!isObject(config) || !Array.isArray(config.layers)) throw damaged('the model', 'it has no layers')
    const input = onlyName(config.input_layers ?? config.inputLayers, 'inputs')
    const output = onlyName(config.output_layers ?? config.outputLayers, 'outputs')
    const counter = counterIn(counted)
    const waiting = new Map<string, { type: string; settings: Json; call: Call; counted: string }>()
    for (const entry of config.layers) {
      const { type, name, config: settings, nodes } = layerOf(entry)
      const place3 = counter(type)
      if (waiting.has(name)) throw damaged(name, 'two layers have this name')
      if (name === input) {
        if (given === INPUT) this.#input(shapeOf(settings))
        continue
      }
      if (nodes.length === 0) continue
      if (nodes.length > 1) throw unsupported(`the layer ${name}, which is used more than once`, SINGLE)
      waiting.set(name, { type, settings, call: callOf(nodes[0], name), counted: place3 })
    }
    // By what they take, not by their order in the file; without recursion, as networks are hundreds of layers deep.
    const done = new Map<string, string>([[input, given]])
    const stack = [output]
    const open = new Set<string>()
    while (stack.length > 0) {
      const name = stack.at(-1)!
      const layer = waiting.get(name)
      if (done.has(name)) {
        stack.pop()
        continue
      }
      if (!layer) throw damaged(name, 'a layer of this name is not there')
      const missing = layer.call.tensors.filter((one) => !done.has(one))
      if (missing.length > 0) {
        if (open.has(name)) throw damaged(name, 'its layers go round in a circle')
        open.add(name)
        stack.push(...missing)
        continue
      }
      const { type, settings: settled } = layer
      const tensors = layer.call.tensors.map((one) => done.get(one)!)
      const call = { tensors, numbers: layer.call.numbers }
      done.set(name, this.#add({ type, name, config: settled, call, place, counted: layer.counted }))
      stack.pop()
    }
    return done.get(output)!
  }

  #input(shape: unknown): void {
    this.shape ??= checkedShape(shape)
  }

  #add(layer: {
    type: string
    name: string
    config: Json
    call: Call
    place: readonly string[]
    counted: string
  }): string {
    const { type, name, config, call, counted } = layer
    const place = [...layer.place, name]
    if (containers.has(type)) {
      if (call.tensors.length !== 1)
        throw unsupported(`the model ${name}, which takes several inputs`, SINGLE)
      // A model's own input counts where nothing around it says more.
      const before = this.shape
      const output = this.model(type, config, call.tensors[0]!, place, counted)
      this.shape = before ?? this.shape
      return output
    }
    if (this.layers.length >= LIMITS.layers) throw unsupported(`more than ${LIMITS.layers} layers`, SINGLE)
    const unique = `${place.join('/')}#${this.layers.length}`
    this.layers.push({
      name: unique,
      type,
      config,
      inputs: call.tensors,
      numbers: call.numbers,
      place,
      counted,
    })
    return unique
  }
}

/** Counts layers of a container by their classes: `conv2d`, `conv2d_1` … */
function counterIn(counted: string): (type: string) => string {
  const counts = new Map<string, number>()
  return (type) => {
    const name = snakeCase(type)
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return `${counted}layers/${count === 0 ? name : `${name}_${count}`}/`
  }
}

function layerOf(entry: unknown): { type: string; name: string; config: Json; nodes: unknown[] } {
  if (!isObject(entry) || !isObject(entry.config)) {
    // Keras 1 wrote the layers of a model within a Sequential as a list.
    if (isObject(entry) && Array.isArray(entry.config))
      return { type: text(entry.class_name), name: 'model', config: { layers: entry.config }, nodes: [] }
    throw damaged('the model', 'a layer has no settings')
  }
  const { config } = entry
  const name = text(entry.name) || text(config.name)
  // `Custom>Name`, `keras.layers>Name`: registered names.
  const type = text(entry.class_name).split('>').at(-1)!
  if (!name || !type) throw damaged('the model', 'a layer has no name')
  const nodes = entry.inbound_nodes ?? entry.inboundNodes
  return { type, name, config, nodes: Array.isArray(nodes) ? nodes : [] }
}

/** What the build adds. */
const ownNames = ['input', 'grey', 'scores', 'classes', 'probabilities']

/** Short names that are their own: a layer keeps its name where no other has it. */
function uniqueNames(layers: readonly FlatLayer[], output: string): { layers: FlatLayer[]; output: string } {
  const names = new Map<string, string>()
  const taken = new Set<string>(ownNames)
  for (const { name, place } of layers) {
    const plain =
      place
        .at(-1)!
        .replace(/[^\w.-]+/g, '_')
        .slice(0, 100) || 'layer'
    let short = plain
    for (let number = 2; taken.has(short); number++) short = `${plain}_${number}`
    taken.add(short)
    names.set(name, short)
  }
  const of = (name: string): string => (name === INPUT ? INPUT : names.get(name)!)
  return {
    layers: layers.map((one) => ({ ...one, name: of(one.name), inputs: one.inputs.map(of) })),
    output: of(output),
  }
}

/**
 * @param topology `{class_name, config}` of a Keras or TensorFlow.js model
 * @throws UserError `file-unreadable`, `model-unsupported`
 */
export function flatten(topology: unknown): FlatModel {
  if (!isObject(topology)) throw damaged('the model', 'it has no layers')
  const flattener = new Flattener()
  const build = isObject(topology.build_config) ? topology.build_config.input_shape : null
  const output = flattener.model(text(topology.class_name), topology.config, INPUT, [], '')
  const shape = flattener.shape ?? checkedShape(build)
  if (output === INPUT || flattener.layers.length === 0) throw damaged('the model', 'it has no layers')
  if (!shape)
    throw unsupported(
      'no shape of its input',
      'Build it with an input shape (keras.Input) and save it again.',
    )
  return { ...uniqueNames(flattener.layers, output), shape }
}
