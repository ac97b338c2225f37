// Which saved layer belongs to which layer of a network.
import { UserError } from '../../../contract'
import type { SavedLayer } from './saved-layers'

/** What a network's layer takes. */
export interface WantedLayer {
  readonly name: string
  /** Keras's class, `BatchNormalization`. */
  readonly className: string
  readonly shapes: readonly (readonly number[])[]
}

/** Class names as Keras 3 writes them in files: `DepthwiseConv2D` → `depthwise_conv2d`. */
export const snakeCase = (className: string): string =>
  className
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()

/** `batch_normalization`, `batch_normalization_1` … by the order of the layers. */
function countedNames(layers: readonly WantedLayer[]): string[] {
  const counts = new Map<string, number>()
  return layers.map(({ className }) => {
    const name = snakeCase(className)
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return count === 0 ? name : `${name}_${count}`
  })
}

/** A depthwise kernel may have been saved as that of a convolution with a group a channel: the same numbers. */
const depthwise = (shape: readonly number[]): readonly number[] =>
  shape.length === 4 && shape[2] === 1 ? [shape[0]!, shape[1]!, shape[3]!, 1] : shape

const sidesOf = (shape: readonly number[]) => (shape.length === 0 ? 'one number' : shape.join('×'))
const shapesOf = (shapes: readonly (readonly number[])[]) => shapes.map(sidesOf).join(', ')

function wrong(file: string, message: string, detail: Record<string, string | number>): UserError {
  return new UserError('weights-wrong', `${file} does not fit: ${message}.`, {
    detail: { file, problem: message, ...detail },
    hint: 'Choose the weight file of this architecture, of the same width, without the top.',
  })
}

/**
 * Finds the saved layer of each layer of a network, by name; a layer of the file that the network does not have (its
 * top) is left out.
 * @param file the file's name, for errors
 * @returns one saved layer for each of `wanted`
 * @throws UserError `weights-wrong` that names the first layer that is missing or has other shapes
 */
export function matchLayers(
  file: string,
  saved: readonly SavedLayer[],
  wanted: readonly WantedLayer[],
): SavedLayer[] {
  const named = saved.every((layer) => layer.name !== null)
  const keys = named ? wanted.map((layer) => layer.name) : countedNames(wanted)
  const needed = new Set(keys)
  const byKey = new Map<string, SavedLayer>()
  for (const layer of saved) {
    const key = (named ? layer.name : layer.counted)!
    if (byKey.has(key) && needed.has(key)) throw wrong(file, `it has two layers named ${key}`, { layer: key })
    byKey.set(key, layer)
  }
  /** A layer without a name of its own has a number that depends on what was built before it. */
  const automatic = (layer: WantedLayer): SavedLayer | undefined => {
    const unnumbered = (name: string) => name.replace(/_\d+$/, '')
    const base = snakeCase(layer.className)
    if (unnumbered(layer.name) !== base) return undefined
    const others = saved.filter((one) => one.name && unnumbered(one.name) === base && !needed.has(one.name))
    return others.length === 1 ? others[0] : undefined
  }
  const matches = wanted.map((layer, i) => byKey.get(keys[i]!) ?? automatic(layer))
  const found = matches.filter(Boolean).length
  return wanted.map((layer, i) => {
    const match = matches[i]
    if (!match) {
      throw wrong(
        file,
        `it has no layer ${layer.name} (${found} of the network's ${wanted.length} layers with weights are there)`,
        { layer: layer.name, found, wanted: wanted.length },
      )
    }
    const shapes = match.weights.map(({ shape }) =>
      layer.className === 'DepthwiseConv2D' ? depthwise(shape) : shape,
    )
    const [has, needs] = [shapesOf(shapes), shapesOf(layer.shapes)]
    if (has !== needs) {
      throw wrong(
        file,
        `in the layer ${layer.name} it has weights of ${has}, and the network's are ${needs}`,
        {
          layer: layer.name,
          has,
          needs,
        },
      )
    }
    return match
  })
}
